"""A story by chance."""

from __future__ import annotations

import pytest

from cx_stories.views import any_story
from cx_stories.views.any_story import any_story_page
from cx_stories.views.page import Page
from tests.conftest import Site


def _page(site: Site, language: str = "en") -> Page:
    (page,) = any_story_page(site.edition(language))
    return page


def test_every_published_story_takes_part(site: Site) -> None:
    """In an order that says nothing of them; drafts wait until they are published."""
    site.show_drafts()
    for name in "abcd":
        site.story(name)
    site.story("draft", "status: draft\n")
    page = _page(site)

    assert (sorted(page.context["ids"]), page.context["ids"] == tuple("abcd")) == (list("abcd"), False)
    assert (page.path, page.scripts, page.listed) == ("random", ("random.js",), False)


def test_reader_gets_a_story_in_their_own_language(site: Site) -> None:
    """As long as there is one that has been translated."""
    site.story("a")
    site.story("b")
    seen = [sorted(_page(site, "nl").context["ids"])]
    site.file("stories/b.nl.md", "---\ntitle: B\nsummary: Kort.\nlessons: [Les.]\n---\nTekst.\n")
    seen.append(list(_page(site, "nl").context["ids"]))

    assert seen == [["a", "b"], ["b"]]


def test_large_collection_sends_a_part_of_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page stays light, and of twelve to choose from none is shown twice."""
    monkeypatch.setattr(any_story, "MOST", 14)
    for number in range(20):
        site.story(f"s{number}")
    ids, cards = (_page(site).context[name] for name in ("ids", "cards"))

    assert (len(ids), len(set(ids)), [card.path for card in cards]) == (
        14,
        14,
        [f"stories/{identity}" for identity in ids[:12]],
    )


def test_collection_without_a_story_has_the_page(site: Site) -> None:
    """It says so, and leads nowhere."""
    assert dict(_page(site).context) == {"ids": (), "cards": ()}
