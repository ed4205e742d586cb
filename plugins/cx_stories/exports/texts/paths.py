"""Where the copy of a story in Markdown is: beside its page, under the same name."""

from __future__ import annotations

from cx_stories.exports.publication import Publication
from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition

TYPE = "text/markdown"


def has_text(story: Story, publication: Publication, edition: Edition) -> bool:
    """Whether a story has a copy in a language: one that is published, and told in it."""
    return publication.offers.texts and story.published and edition.language in story.tellings


def text_path(story: Story, publication: Publication, edition: Edition) -> str:
    """Give where the copy of a story is, seen from the top of the site."""
    return f"{publication.folder(edition.language)}{addresses.story(story.id)}.md"
