"""The page on which a reader narrows the stories down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cx_stories.views.edition import Edition, Label
from cx_stories.views.searching.explore import explore_page
from cx_stories.views.searching.facets import Facet, Value, facets_of
from cx_stories.views.searching.filters import NAMES, values_of
from tests.conftest import Site

FULL = """polarity: negative
elements: {surprising: "Yes."}
missed: {unique: No.}
stages: [use, service]
channels: [store]
touchpoints: [repair]
sector: hospitality
senses: [smell]
emotions: [relieved]
incident: failure-response
recovery: none
outcomes: [churn]
provenance: fictional
series: columns
teller: mina
date: 2024-03-02
"""


def _draw(site: Site) -> None:
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("series/columns.md", "---\ntitle: AT&T <columns>\n---\n")
    site.story("a", "stages: [use]\ndate: 2024-03-02\nteller: mina\nseries: columns\n")
    site.story("b", "stages: [use, service]\ndate: 2023-01-01\n")


def test_counts_are_those_of_the_stories_as_the_index_knows_them(site: Site) -> None:
    """Whoever ticks a box finds as many stories as stand beside it, those of a group included."""
    site.vocabulary(
        "own.yml",
        "id: elements\nterms:\n  - {id: unique, broader: rare}\n  - {id: surprising, broader: rare}\n"
        "  - {id: rare, group: true, labels: {en: Rare}, definition: {en: Not seen before.}}\n",
    )
    site.story("full", FULL)
    site.story("both", "elements: {unique: Yes., surprising: Yes.}\n")
    site.story("other", FULL.replace("store", "phone").replace("2024", "2023"))
    _draw(site)
    edition = site.edition()
    counts: Counter[tuple[str, str]] = Counter()
    for story in edition.library.stories:
        found = values_of(story, edition.relations.terms)
        counts.update((name, value) for name, values in found.items() for value in values)

    assert {
        (facet.name, value.label.id): value.count
        for facet in facets_of(edition)
        for value in (*facet.values, *(one for above in facet.values for one in above.below))
    } == counts


def _facet(name: str, edition: Edition) -> Facet:
    return next(facet for facet in facets_of(edition) if facet.name == name)


def _ids(values: Sequence[Value]) -> Iterator[str]:
    for value in values:
        yield value.label.id
        yield from _ids(value.below)


def test_groups_stand_above_their_terms_with_their_stories_counted_once(site: Site) -> None:
    """In the language of the page, each with its own page; terms without a story are left out."""
    _draw(site)

    assert _facet("stage", site.edition("nl")) == Facet(
        "stage",
        "Fase van de klantreis",
        (
            Value(
                Label("after-purchase", "Na de aankoop", "terms/stages/after-purchase"),
                2,
                group=True,
                below=(
                    Value(Label("use", "Gebruik", "terms/stages/use"), 2),
                    Value(Label("service", "Service en herstel", "terms/stages/service"), 1),
                ),
            ),
        ),
        open=True,
    )


def test_people_and_series_have_the_titles_of_their_pages(site: Site) -> None:
    """As typed, in the language they were written in where they are not translated."""
    _draw(site)
    edition = site.edition("nl")

    assert (_facet("series", edition).values, _facet("teller", edition).values) == (
        (Value(Label("columns", "AT&T <columns>", "series/columns"), 1, "en"),),
        (Value(Label("mina", "Mina", "people/mina"), 1, "en"),),
    )


def test_numbers_come_the_greatest_first(site: Site) -> None:
    """Years from the newest, scores from all elements there are."""
    _draw(site)
    site.story("c", "date: 2025-06-01\nelements: {surprising: Yes., unique: Yes.}\n")
    edition = site.edition()

    assert [value.label.text for value in _facet("year", edition).values] == ["2025", "2024", "2023"]
    assert [value.label.text for value in _facet("score", edition).values] == ["2 of 5", "1 of 5"]


def test_filters_stand_in_their_order(site: Site) -> None:
    """Every filter that tells stories apart is offered, and those a reader begins with are open."""
    _draw(site)
    site.story("c", FULL)
    facets = facets_of(site.edition())

    assert tuple(facet.name for facet in facets) == NAMES
    assert [facet.name for facet in facets if facet.open] == ["polarity", "hit", "missed", "stage"]
    assert [facet.name for facet in facets if facet.every] == ["hit", "missed", "sense", "emotion", "outcome"]


def test_long_filter_shows_what_most_stories_have(site: Site) -> None:
    """The rest comes on request, and keeps its place; two or three more are not worth hiding."""
    for number, year in enumerate((*range(2010, 2022), 2010, 2012)):
        site.story(f"s{number}", f"date: {year}-05-05\n")
    facet = _facet("year", site.edition())

    assert [value.label.id for value in facet.values if not value.more] == [
        "2021",
        "2020",
        "2019",
        "2018",
        "2017",
        "2016",
        "2012",
        "2010",
    ]
    assert (len(facet.values), facet.rest) == (12, 4)


def test_empty_collection_has_no_filters(site: Site) -> None:
    """There is nothing to narrow down, and the page says so."""
    [page] = explore_page(site.edition())

    assert dict(page.context) == {
        "facets": (),
        "cards": (),
        "count": 0,
        "size": 12,
        "contribute": "contribute/front-matter",
    }


def test_page_holds_the_newest_stories_until_the_script_has_others(site: Site) -> None:
    """The page itself is no result of the search, and search engines may find it."""
    _draw(site)
    edition = site.edition()
    [page] = explore_page(edition)

    assert (page.path, page.template, page.scripts, page.listed, page.findable) == (
        "explore",
        "explore.html",
        ("explore.js",),
        True,
        False,
    )
    assert page.context["cards"] == edition.cards(edition.library.stories)


def test_draft_is_offered_in_a_preview(site: Site) -> None:
    """A writer finds the story that is still being written, with what it has so far."""
    site.show_drafts()
    site.story("a", "status: draft\nstages: [use]\n")
    edition = site.edition()

    assert list(_ids(_facet("stage", edition).values)) == ["after-purchase", "use"]
