"""Two stories side by side are the centre of the site."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cx_stories.views.arc import arc_of
from cx_stories.views.edition import Label
from cx_stories.views.page import Page
from cx_stories.views.pairs import Contested, Entry, Fact, Side, pair_pages
from tests.conftest import Site

GOOD = """title: The right size
pair: bad
date: 2024-01-02
elements:
  surprising: Before she asked.
missed: [unique]
stages: [purchase, service]
channels: [store]
lessons: [Ask first.]
questions: [Who asks here?]
recovery: not-applicable
"""
BAD = """title: The wrong size
pair: good
polarity: negative
date: 2024-01-01
elements: []
missed:
  surprising: Nobody looked up.
stages: [service]
channels: [phone]
lessons: [Look up.]
"""


def _draw(site: Site) -> None:
    site.story("good", GOOD)
    site.story("bad", BAD)


def _pages(site: Site, language: str = "en") -> Sequence[Page]:
    return list(pair_pages(site.edition(language)))


def test_pair_page_holds_both_stories(site: Site) -> None:
    """The positive one first: lights, arc, what differed, both lessons and a question."""
    _draw(site)
    edition = site.edition()
    good, bad = edition.library.stories
    one, other = edition.card(good), edition.card(bad)
    lights = {left.id: (left, right) for left, right in zip(one.lights, other.lights, strict=True)}
    facts = edition.library.vocabularies

    assert next(iter(pair_pages(edition))) == Page(
        path="pairs/good/bad",
        language="en",
        title="The right size and The wrong size",
        template="pair.html",
        context={
            "sides": (
                Side("good", one, arc_of(good, edition), ("Ask first.",), ("Who asks here?",)),
                Side("bad", other, arc_of(bad, edition), ("Look up.",), bad.tellings["en"].questions),
            ),
            "declared": True,
            "reason": "At the same stage (service)",
            "elements": (
                Contested(Label("unique", "Unique", "elements/unique"), lights["unique"], turned=False),
                Contested(
                    Label("surprising", "Surprising", "elements/surprising"),
                    lights["surprising"],
                    turned=True,
                ),
            ),
            "facts": (
                Fact(
                    facts["stages"].label_one["en"],
                    edition.labels("stages", ("service",)),
                    edition.labels("stages", ("purchase",)),
                    (),
                ),
                Fact(
                    facts["channels"].label_one["en"],
                    (),
                    edition.labels("channels", ("store",)),
                    edition.labels("channels", ("phone",)),
                ),
            ),
            "question": "What made “The right size” surprising, and what would it have taken in "
            "“The wrong size”?",
        },
        summary="At the same stage (service)",
        date=good.date,
        group="",
    )


@pytest.mark.parametrize(
    ("good", "bad", "question"),
    [
        ("elements: [unique]\n", "elements: []\nmissed: [repeatable]\n", "Lay the two side by side."),
        ("elements: [unique]\n", "elements: []\nmissed: [unique]\n", "What made “A good day” unique"),
        ("elements: []\nmissed: [unique]\n", "elements: [unique]\n", "Each of the two has something"),
    ],
)
def test_question_is_about_what_made_the_difference(site: Site, good: str, bad: str, question: str) -> None:
    """A group is asked about the elements that were there in one story and missed in the other."""
    site.story(
        "good",
        f"title: A good day\npair: bad\nelements: []\n{good}"
        if "elements" not in good
        else f"title: A good day\npair: bad\n{good}",
    )
    site.story("bad", f"title: A bad day\npair: good\npolarity: negative\n{bad}")
    page = _pages(site)[0]

    assert str(page.context["question"]).startswith(question)


def test_list_has_every_pair_once(site: Site) -> None:
    """Both stories name each other, and stand in the list together."""
    _draw(site)
    edition = site.edition()
    good, bad = edition.library.stories
    *_, listed = pair_pages(edition)

    assert (listed.path, listed.context["entries"]) == (
        "pairs",
        (
            Entry(
                (edition.card(good), edition.card(bad)),
                "pairs/good/bad",
                declared=True,
                reason="At the same stage (service)",
            ),
        ),
    )


def test_suggested_pair_is_marked_as_such(site: Site) -> None:
    """Only its writer can say that two stories belong together; we may propose it."""
    site.story("good", "stages: [service]\nchannels: [store]\nelements: [unique]\n")
    site.story("bad", "polarity: negative\nstages: [service]\nchannels: [store]\nmissed: [unique]\n")
    page = _pages(site)[0]

    assert (page.path, page.context["declared"]) == ("pairs/good/bad", False)


def test_collection_without_opposites_has_an_empty_list(site: Site) -> None:
    """The page is there, so that links to it keep working."""
    site.story("good")

    assert [(page.path, page.context["count"]) for page in _pages(site)] == [("pairs", 0)]
