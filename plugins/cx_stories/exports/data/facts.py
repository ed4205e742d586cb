"""What of a story is the same in every language: its facts, as the model has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cx_stories.exports.data.told import Told
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Nested, fields_of

KEPT = (
    "date",
    "polarity",
    "provenance",
    "stages",
    "channels",
    "touchpoints",
    "senses",
    "emotions",
    "sector",
    "organisation",
    "outcomes",
    "incident",
    "recovery",
    "teller",
    "author",
    "series",
    "issue",
    "source",
    "aliases",
)
"""The facts that are exported as the model has them."""
MADE = ("elements", "missed", "pair", "related", "image")
"""Those that are exported in another form."""
TOLD = ("title", "summary", "lessons", "questions", "theatre")
"""What is exported for each language."""
WITHHELD = ("consent", "ignore", "status", "unrelated")
"""What concerns nobody but writers, or nobody at all."""


_NESTED = {
    name: tuple(fields_of(shape.model))
    for name in KEPT
    if isinstance(shape := STORY_FIELDS[name].shape, Nested)
}
"""The facts that have fields of their own, with the names of these."""


def facts_of(told: Told) -> Mapping[str, Any]:
    """Give the facts of a story, those it lacks empty: every story has the same keys.

    Days and rows of terms are as the model has them: what writes JSON knows how to.
    """
    story = told.story
    facts = {name: getattr(story, name) for name in KEPT}
    for name, inner in _NESTED.items():
        if (value := facts[name]) is not None:
            facts[name] = {one: getattr(value, one) for one in inner}
    return {
        "id": story.id,
        "language": story.language,
        **facts,
        "score": story.score,
        "band": told.band,
        "hits": story.hits,
        "missed": story.misses,
        "pair": told.pair,
        "related": told.related,
        "image": {"address": told.picture, "credit": told.picture_credit} if told.picture else None,
    }
