"""Below a page stands who points at it, and the cards of the stories it links to are at hand."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.views import backlinks
from cx_stories.views.articles import article_pages
from cx_stories.views.backlinks import Pointing, PointsHere, backlinks_of, previews_of
from cx_stories.views.edition import Label
from tests.conftest import Site

NO_VERDICT = Label("", "")


def _draw(site: Site) -> None:
    site.story("coat", "title: The coat\ndate: 2024-01-01\n")
    site.story(
        "lamp", f"title: The lamp\ndate: 2024-01-02\n---\n{BODY.replace('coat', 'lamp')}\nSee [[coat]] too.\n"
    )
    site.file("about.md", "# About us\n\nRead [[lamp]] and [[coat|the other]].\n")
    site.file("about.nl.md", "# Over ons\n\nLees [[lamp]].\n")


def test_page_names_who_points_at_it_with_the_sentence(site: Site) -> None:
    """A reader sees why somebody sent others here, and can go there."""
    _draw(site)
    edition = site.edition()
    positive = edition.label("polarity", "positive")

    assert backlinks_of("stories/coat", edition) == Pointing(
        (
            PointsHere("stories/lamp", "The lamp", "", positive, "See ", "The coat", " too."),
            PointsHere("about", "About us", "", NO_VERDICT, "Read The lamp and ", "the other", "."),
        )
    )


def test_text_counts_in_the_language_in_which_it_is_seen(site: Site) -> None:
    """No Dutch reader is told of a link that the Dutch page does not have; what is untranslated says so."""
    _draw(site)
    edition = site.edition("nl")
    positive = edition.label("polarity", "positive")

    assert backlinks_of("stories/coat", edition) == Pointing(
        (PointsHere("stories/lamp", "The lamp", "en", positive, "See ", "The coat", " too."),)
    )
    assert [one.title for one in backlinks_of("stories/lamp", edition).quoted] == ["Over ons"]


def test_page_that_nobody_points_at_says_nothing(site: Site) -> None:
    """There is no heading without anything below it."""
    _draw(site)

    assert backlinks_of("about", site.edition()) == Pointing()


def test_popular_page_quotes_some_and_names_or_counts_the_others(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that everybody links to stays a page that can be read."""
    monkeypatch.setattr(backlinks, "QUOTED", 2)
    monkeypatch.setattr(backlinks, "NAMED", 3)
    site.story("coat")
    for number in range(7):
        site.file(f"p{number}.md", f"# P{number}\n\nSee [[coat]].\n")
    found = backlinks_of("stories/coat", site.edition())

    assert ([one.title for one in found.quoted], [one.title for one in found.named], found.more) == (
        ["P0", "P1"],
        ["P2", "P3", "P4"],
        2,
    )


def test_stories_linked_to_and_from_have_their_cards_at_hand(site: Site) -> None:
    """A preview needs no second page; those of the text come first, each once."""
    _draw(site)
    edition = site.edition()

    assert [card.title for card in previews_of("about", edition)] == ["The lamp", "The coat"]
    assert [card.title for card in previews_of("stories/lamp", edition)] == ["The coat"]
    assert [card.title for card in previews_of("stories/coat", edition)] == ["The lamp"]
    assert [card.title for card in previews_of("about", site.edition("nl"))] == ["The lamp"]


def test_script_for_previews_is_where_there_are_any(site: Site) -> None:
    """A page without links to stories loads nothing for them."""
    _draw(site)
    site.file("plain.md", "# Plain\n\nNothing here.\n")

    assert {page.path: page.scripts for page in article_pages(site.edition())} == {
        "about": ("previews.js",),
        "plain": (),
    }
