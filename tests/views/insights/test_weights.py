"""What weighs on the collection: its size, its origin, its balance, and who or what prevails."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.views.insights.remark import Link, Remark
from cx_stories.views.insights.weights import FEW, is_small, weights
from tests.conftest import Site


def _remarks(site: Site) -> Sequence[Remark]:
    edition = site.edition()
    return list(weights(edition.library.stories, edition))


def _said(site: Site) -> list[str]:
    return [remark.said for remark in _remarks(site)]


def test_a_handful_of_stories_is_called_that() -> None:
    """From thirty on a count begins to mean something."""
    assert [is_small(number) for number in (1, FEW - 1, FEW)] == [True, True, False]


def test_a_collection_says_how_many_it_has_of_what(site: Site) -> None:
    """Invented stories come with what to do about them."""
    site.story("a")
    site.story("b", "polarity: negative\nprovenance: composite\nconsent: {status: given}\n")
    balance = (Link("Positive", "polarity/positive"), Link("Negative", "polarity/negative"))

    assert _remarks(site) == [
        Remark(
            "There are 2 stories.",
            "That is a handful of examples: read every figure as a list, not as a measure.",
        ),
        Remark(
            "By origin: composite 1, fictional 1.",
            "Invented stories show how things can go, never how often. "
            "Replace them by true ones, one by one.",
            (
                Link("Composite", "terms/provenance/composite"),
                Link("Fictional", "terms/provenance/fictional"),
            ),
        ),
        Remark(
            "Positive stories: 1. Negative stories: 1.", "The two sides are in balance; keep it so.", balance
        ),
    ]


def test_a_collection_that_leans_is_told_to_which_side(site: Site) -> None:
    """Two to three is still balance; three to five is not."""
    advice = []
    for good, bad in ((3, 2), (5, 3), (3, 5)):
        for file in site.content.glob("stories/*"):
            file.unlink()
        for number in range(good):
            site.story(f"good-{number}")
        for number in range(bad):
            site.story(f"bad-{number}", "polarity: negative\n")
        advice.append(_remarks(site)[2].advice.partition(".")[0])

    assert advice == [
        "The two sides are in balance; keep it so",
        "It leans to the good side",
        "It leans to the bad side",
    ]


def test_whoever_prevails_is_named_with_the_numbers(site: Site) -> None:
    """More than half of at least five that name one."""
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    for number in range(5):
        teller = "teller: mina\nauthor: mina\n" if number < 3 else "teller: jan\nauthor: jan\n"
        site.story(f"story-{number}", f"{teller}sector: food\norganisation: City Bus\n")
    site.file("people/jan.md", "---\ntitle: Jan\n---\n")

    assert [(remark.said, remark.links) for remark in _remarks(site)[3:]] == [
        ("Mina told 3 of the 5 stories that name a teller.", (Link("Mina", "people/mina"),)),
        ("Mina wrote down 3 of the 5 stories that name a writer.", (Link("Mina", "people/mina"),)),
        (
            "All 5 stories come from one sector: Food retail.",
            (Link("Food retail", "terms/sectors/food"),),
        ),
        ("All 5 stories are about one organisation: City Bus.", ()),
    ]


def test_one_source_for_most_stories_is_a_weight(site: Site) -> None:
    """By the publication, whatever the titles of its articles."""
    for number in range(5):
        site.story(
            f"story-{number}", f"provenance: retold\nsource: {{title: T{number}, publication: Shop Talk}}\n"
        )

    assert _said(site)[-1] == "All 5 stories come from the same source: Shop Talk."


def test_who_told_and_wrote_every_story_is_said_to_have_done_so(site: Site) -> None:
    """Of all there is one number, and it is said only if no story is silent about it."""
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    for number in range(5):
        site.story(f"story-{number}", "teller: mina\nauthor: mina\n")
    every = _said(site)[-2:]
    site.story("silent", "author: mina\n")

    assert (every, _said(site)[-2:]) == (
        ["Mina told all 5 stories.", "Mina wrote down all 5 stories."],
        ["Mina told 5 of the 5 stories that name a teller.", "Mina wrote down all 6 stories."],
    )


def test_nobody_prevails_among_few_or_by_half(site: Site) -> None:
    """Two of four, or all of four, prove nothing."""
    for number in range(4):
        site.story(f"story-{number}", "sector: food\n")
    few = len(_said(site))
    for number in range(4, 8):
        site.story(f"story-{number}", "sector: finance\n")

    assert (few, len(_said(site))) == (3, 3)


def test_an_empty_collection_has_no_weight(site: Site) -> None:
    """There is nothing to trust yet."""
    assert _said(site) == []
