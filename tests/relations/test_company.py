"""Which terms go together more than by chance."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.relations.company import Companion, companions
from cx_stories.relations.facets import Facet
from cx_stories.relations.terms import terms
from tests.conftest import Site

PHONE = Facet("channels", "phone")


def _company(site: Site, facet: Facet = PHONE, most: int = 9) -> Sequence[Companion]:
    return companions(facet, terms(site.library()), most)


def _write(site: Site, *stories: str) -> None:
    """Write stories with these facts, and none else that is a term of the story itself."""
    for number, facts in enumerate(stories):
        bare = "" if facts.startswith("elements") or "\nelements" in facts else "elements: []\n"
        site.story(f"story-{number:02}", bare + facts)


def test_terms_that_meet_more_often_than_by_chance_are_company(site: Site) -> None:
    """Said as it can be counted: in how many of these stories, and in how many of all."""
    _write(
        site,
        *["channels: [phone]\nemotions: [angry]\n"] * 3,
        "channels: [phone]\n",
        "emotions: [angry]\n",
        *["channels: [web]\n"] * 5,
    )

    assert _company(site) == (Companion(Facet("emotions", "angry"), both=3, overall=4),)


def test_term_that_all_stories_have_is_no_company(site: Site) -> None:
    """That it is frequent says nothing of this term."""
    _write(site, *["channels: [phone]\nsector: fashion\n"] * 4, *["sector: fashion\n"] * 6)

    assert _company(site) == ()


def test_meeting_once_may_be_chance(site: Site) -> None:
    """One story makes no habit."""
    _write(site, "channels: [phone]\nsenses: [smell]\n", "channels: [phone]\n", *["channels: [web]\n"] * 6)

    assert _company(site) == ()


def test_what_few_of_many_stories_have_is_not_often(site: Site) -> None:
    """Two in nine is not what a reader would call often, however rare it is elsewhere."""
    _write(
        site,
        *["channels: [phone]\nsenses: [smell]\n"] * 2,
        *["channels: [phone]\n"] * 7,
        *["channels: [web]\n"] * 30,
    )

    assert _company(site) == ()


def test_furthest_beyond_chance_comes_first(site: Site) -> None:
    """A term that half of these stories share goes before one that is rarer but in fewer of them."""
    _write(
        site,
        *["channels: [phone]\nsenses: [smell]\n"] * 4,
        *["channels: [phone]\nemotions: [angry]\n"] * 2,
        *["senses: [smell]\n"] * 2,
        *["channels: [web]\n"] * 12,
    )

    assert [one.facet.term for one in _company(site)] == ["smell", "angry"]
    assert [one.facet.term for one in _company(site, most=1)] == ["smell"]


def test_element_is_company_as_it_was(site: Site) -> None:
    """That it was there and that it was missed are two different things."""
    _write(
        site,
        *["channels: [phone]\nelements: [unique]\n"] * 2,
        *["channels: [phone]\nmissed: [unique]\n"] * 2,
        *["channels: [web]\n"] * 8,
    )

    assert [one.facet for one in _company(site)] == [
        Facet("elements", "unique", "hit"),
        Facet("elements", "unique", "missed"),
    ]


def test_group_and_its_own_terms_are_no_company(site: Site) -> None:
    """That joy goes with delight tells nobody anything."""
    _write(site, *["emotions: [delighted]\n"] * 3, *["channels: [web]\n"] * 6)

    assert (_company(site, Facet("emotions", "joy")), _company(site, Facet("emotions", "delighted"))) == (
        (),
        (),
    )


def test_what_tells_nothing_or_of_the_text_is_no_company(site: Site) -> None:
    """Not the provenance, the parts of the show, the verdict, nor `none-known`."""
    _write(
        site,
        *["channels: [phone]\noutcomes: [none-known]\nprovenance: fictional\ntheatre: {cast: A., set: B.}\n"]
        * 3,
        *["channels: [web]\npolarity: negative\n"] * 6,
    )

    assert (_company(site), _company(site, Facet("theatre", "cast"))) == ((), ())
    assert [one.facet.term for one in _company(site, Facet("polarity", "positive"))] == ["phone"]
