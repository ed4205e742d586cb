"""The library holds what passed the checks, in order, with ways to look it up."""

from __future__ import annotations

from cx_stories.model.document import Kind
from tests.conftest import Site


def test_stories_stand_newest_first_and_by_id_within_a_day(site: Site) -> None:
    """Two builds give the same order."""
    for identity, day in (("c", "2023-01-01"), ("b", "2024-01-01"), ("a", "2024-01-01"), ("d", "2025-01-01")):
        site.story(identity, f"date: {day}\n")

    assert site.ids() == ["d", "a", "b", "c"]


def test_draft_without_a_date_stands_first_in_the_preview(site: Site) -> None:
    """What somebody is working on is easy to find."""
    site.show_drafts()
    site.story("a", "date: 2025-01-01\n")
    site.story("z", "---\nstatus: draft\n---\n")

    assert site.ids() == ["z", "a"]


def test_story_is_found_by_its_id(site: Site) -> None:
    """An id that nobody has finds nothing."""
    site.story("refund")
    library = site.library()

    assert (library.story("refund"), library.story("gone")) == (library.stories[0], None)


def test_pair_is_the_story_told_together_with_it(site: Site) -> None:
    """A pair that is not in the library is no pair."""
    site.story("a", "pair: b\n")
    site.story("b", "pair: a\npolarity: negative\n")
    site.story("c", "pair: d\n")
    site.story("d", "status: draft\npolarity: negative\n")
    site.story("e")
    library = site.library()

    assert {
        story.id: found and found.id for story in library.stories for found in [library.pair_of(story)]
    } == {
        "a": "b",
        "b": "a",
        "c": None,
        "e": None,
    }


def test_term_is_found_by_vocabulary_and_id(site: Site) -> None:
    """A page shows a term by its label."""
    library = site.library()
    term = library.term("elements", "unique")

    assert (term and term.label("nl"), library.term("elements", "Uniek")) == ("Uniek", None)


def test_articles_of_a_kind_are_sorted_by_id(site: Site) -> None:
    """The list of people does not depend on who was read first."""
    for path in ("people/zoe.md", "people/mina.md", "people/index.md", "series/a.md", "about.md"):
        site.file(path, "---\ntitle: A\n---\n")
    library = site.library()

    assert {kind: [article.id for article in library.of_kind(kind)] for kind in Kind} == {
        Kind.STORY: [],
        Kind.PERSON: ["mina", "zoe"],
        Kind.SERIES: ["a"],
        Kind.ARTICLE: ["about", "people/index"],
    }
