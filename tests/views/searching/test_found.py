"""What a story is found by, besides its words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.views.alphabet import order
from cx_stories.views.searching.filters import values_of
from cx_stories.views.searching.found import Found, found_of
from tests.conftest import Site

STORY = """\
title: Élan in the Shop
date: 2024-03-02
polarity: negative
elements: [unique]
missed: [surprising]
stages: [service]
channels: [store]
"""


def _found(site: Site, language: str) -> Found:
    edition = site.edition(language)
    (story,) = edition.library.stories
    return found_of(story, edition)


def test_story_is_found_by_its_terms_under_all_their_names(site: Site) -> None:
    """Somebody looks for a word that the text does not use; what was missed is no word of the story."""
    site.story("refund", STORY)
    edition = site.edition("nl")
    (story,) = edition.library.stories
    terms = [
        edition.library.term(vocabulary, name)
        for vocabulary, name in (
            ("polarity", "negative"),
            ("elements", "unique"),
            ("stages", "after-purchase"),
            ("stages", "service"),
            ("channels", "store"),
            ("provenance", story.provenance),
        )
    ]
    names = [[term.label("nl"), *term.aliases.get("nl", ())] for term in terms if term]

    assert _found(site, "nl") == Found(
        id="refund",
        filters=values_of(story, edition.relations.terms),
        day="2024-03-02",
        title="e0l0a0n0 0i0n0 0t0h0e0 0s0h0o0p0",
        names=tuple(dict.fromkeys(name for several in names for name in several)),
    )
    assert len(names) == len(terms) == 6


def test_draft_without_a_date_is_found_all_the_same(site: Site) -> None:
    """Its writer sees it in the preview's search before the day is known."""
    site.show_drafts()
    site.story("refund", "status: draft\ndate:\n")

    assert _found(site, "en").day == ""


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", ["Ada", "ebony", "Élan", "Eland", "Élan in", "Österreich", "zebra"]),
        ("sv", ["Ada", "Zebra", "Zebra och", "åska", "Öl"]),
        ("nl", ["Één ei", "Eén", "Een ei"]),
    ],
)
def test_titles_are_sorted_as_readers_of_the_language_look_them_up(
    site: Site, language: str, titles: list[str]
) -> None:
    """A program that sorts by the numbers of letters sorts what it is given for a title like people do."""
    site.languages(language)
    for number, title in enumerate(titles):
        site.story(f"one-{number}", f"title: {title}\n")
    edition = site.edition(language)
    sorts = {
        story.told_in(language).title: found_of(story, edition).title for story in edition.library.stories
    }

    assert sorted(titles, key=lambda title: sorts[title].encode()) == sorted(
        titles, key=lambda title: order(title, language)[0]
    )
    assert len(sorts) == len(titles)


@pytest.mark.parametrize("language", ["en", "da", "pl"])
@pytest.mark.parametrize("title", ["The Shop, 24/7", "a -- b", "Z", "…", "", " 'quoted' "])
def test_title_stands_where_the_alphabet_of_the_language_has_it(
    site: Site, title: str, language: str
) -> None:
    """What the search sorts has the order of every other list, also for titles in plain letters."""
    site.story("refund", f'title: "{title or "-"}"\n')
    edition = site.edition("en")
    (story,) = edition.library.stories
    signs, _ = order(title or "-", language)

    assert found_of(story, replace(edition, language=language)).title == "".join(
        f"{letter}{place}" for letter, place in signs
    )
