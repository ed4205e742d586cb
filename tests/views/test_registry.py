"""All views together make the pages of an edition, each address once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from pydantic import BaseModel

from cx_stories.views.registry import pages_of
from tests.conftest import Site


def test_pages_are_sorted_by_address(site: Site) -> None:
    """What is emitted has one order."""
    site.story("a")
    site.file("about.md", "Text.\n")
    paths = [page.path for page in pages_of(site.edition())]

    assert paths == sorted(set(paths))


def test_page_with_a_view_of_its_own_is_not_made_twice(site: Site) -> None:
    """Prose for a list becomes part of the list, not a page in its place."""
    for path in (
        *("index.md", "stories/index.md", "elements/index.md", "elements/unique.md", "people/index.md"),
        *("people/mina.md", "series/index.md", "how-to-read.md", "polarity/positive.md", "about.md"),
    ):
        site.file(path, "---\ntitle: Written\n---\n")
    written = {page.path: page.template for page in pages_of(site.edition()) if page.title == "Written"}

    assert written == {
        "": "home.html",
        "about": "article.html",
        "elements": "elements.html",
        "elements/unique": "element.html",
        "how-to-read": "reading.html",
        "people": "shelf.html",
        "people/mina": "shelved.html",
        "polarity/positive": "terms/term.html",
        "series": "shelf.html",
        "stories": "stories.html",
    }


def _odd(value: object) -> Iterator[str]:
    """Give the types of what is neither plain nor made of what is plain."""
    if isinstance(value, tuple):
        for one in value:
            yield from _odd(one)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _odd(one)
    elif is_dataclass(value) and value.__hash__ is not None:
        for field in fields(value):
            yield from _odd(getattr(value, field.name))
    elif not (value is None or isinstance(value, str | int | float | date | BaseModel)):
        yield type(value).__name__


def test_values_of_pages_are_plain_and_do_not_change(site: Site) -> None:
    """Whoever has the values of a page has all that it shows: nothing in them asks or counts any further."""
    site.story(
        "coat", "pair: lamp\nstages: [use]\nchannels: [phone]\nlessons: [Look up.]\nemotions: [content]\n"
    )
    site.story("lamp", "pair: coat\npolarity: negative\nmissed:\n  unique: Nobody looked.\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n[Coat](../stories/coat.md)\n")
    pages = pages_of(site.edition())
    values = [(page, {**page.context}, {**(page.found or {})}) for page in pages]

    assert {
        (page.template, name): odd
        for page, *parts in values
        for part in parts
        for name, value in part.items()
        if (odd := sorted(set(_odd(value))))
    } == {}
