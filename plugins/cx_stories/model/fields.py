"""Which keys a writer may type in which kind of file, read from the models."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.model.article import Article, Prose
from cx_stories.model.document import Kind
from cx_stories.model.shape import Field, fields_of
from cx_stories.model.story import Story, Telling

STORY_FIELDS: Mapping[str, Field] = fields_of(Telling, Story)
ARTICLE_FIELDS: Mapping[str, Field] = fields_of(Prose, Article)

FIELDS: Mapping[Kind, Mapping[str, Field]] = {
    Kind.STORY: STORY_FIELDS,
    Kind.PERSON: ARTICLE_FIELDS,
    Kind.SERIES: ARTICLE_FIELDS,
    Kind.ARTICLE: ARTICLE_FIELDS,
}

WORDED = frozenset(fields_of(Telling)) | {"image"}
"""The keys that a translation repeats; every other is a fact, written once."""

ASKED_FOR: Mapping[str, tuple[str, ...]] = {"source": ("retold",), "consent": ("first-hand", "composite")}
"""The keys that a published story needs for some provenances only, with these."""
