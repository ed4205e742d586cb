"""What a page says of itself to programs: in its head, beside its title and summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.exports.publication import Publication
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page


@dataclass(frozen=True, slots=True)
class Meta:
    """A line for those who show a card of the page: `property` for Open Graph, `name` for others."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True, slots=True)
class Link:
    """Something that belongs to the page, such as its feed.

    address:  a whole one, or one seen from the top of the site
    """

    relation: str
    address: str
    type: str = ""
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page.

    data:  JSON-LD, fit to stand in HTML; nothing if there is none
    """

    metas: Sequence[Meta] = ()
    links: Sequence[Link] = ()
    data: str = ""


def head_of(publication: Publication, edition: Edition, page: Page) -> Head:  # noqa: ARG001
    """Give what stands in the head of a page."""
    return Head()
