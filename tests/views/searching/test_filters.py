"""The filters of Explore, and the addresses that set them."""

from __future__ import annotations

from cx_stories.relations.facets import Facet
from cx_stories.relations.terms import TermIndex
from cx_stories.views.searching.filters import NAMES, OF_TERMS, UNASKED, filter_of, query_of, values_of
from tests.conftest import Site

EVERYTHING = """\
date: 2024-03-02
polarity: negative
provenance: retold
source: {title: A column, kind: retold}
elements: [unique, personalized]
missed: [surprising]
stages: [service, purchase]
channels: [phone]
touchpoints: [repair]
senses: [smell]
emotions: [angry, relieved, angry]
sector: fashion
outcomes: [churn]
incident: failure-response
recovery: failed
series: columns
teller: mina
"""


def _values(site: Site, name: str) -> object:
    library = site.library()
    story = library.story(name)
    assert story, site.messages()
    return values_of(story, TermIndex(library))


def test_story_is_found_by_everything_that_was_typed_above_it(site: Site) -> None:
    """Every filter has its values, sorted, in the order in which filters are offered."""
    site.file("series/columns.md", "---\ntitle: Columns\n---\nText.\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\nText.\n")
    site.story("refund", EVERYTHING)

    values = _values(site, "refund")

    assert list(values.items()) == [
        ("polarity", ("negative",)),
        ("hit", ("personalized", "unique")),
        ("missed", ("surprising",)),
        ("stage", ("after-purchase", "around-purchase", "purchase", "service")),
        ("channel", ("phone",)),
        ("touchpoint", ("repair",)),
        ("sector", ("fashion",)),
        ("sense", ("smell",)),
        ("emotion", ("anger", "angry", "joy", "relieved")),
        ("incident", ("failure-response",)),
        ("recovery", ("failed",)),
        ("outcome", ("behaviour", "churn")),
        ("provenance", ("retold",)),
        ("series", ("columns",)),
        ("teller", ("mina",)),
        ("year", ("2024",)),
        ("score", ("2",)),
    ]


def test_story_that_says_little_is_found_by_little(site: Site) -> None:
    """A filter that a story has nothing for does not show it under an empty value."""
    site.show_drafts()
    site.story("refund", "status: draft\ndate:\nelements:\nincident: none\n")

    assert sorted(_values(site, "refund")) == ["polarity", "provenance", "score"]


def test_every_term_of_a_story_belongs_to_at_most_one_filter() -> None:
    """Hit and missed are asked apart; what is in no list of filters has none."""
    facets = (
        Facet("elements", "unique", "hit"),
        Facet("elements", "unique", "missed"),
        Facet("elements", "unique"),
        Facet("stages", "use"),
        Facet("theatre", "cast"),
    )

    assert [filter_of(facet) for facet in facets] == ["hit", "missed", "", "stage", ""]


def test_names_of_filters_never_change() -> None:
    """They are in addresses that readers have kept; and none is a name that the index uses for itself."""
    assert " ".join(NAMES) == (
        "polarity hit missed stage channel touchpoint sector sense emotion "
        "incident recovery outcome provenance series teller year score"
    )
    assert {one.name for one in OF_TERMS if one.every} == {"hit", "missed", "sense", "emotion", "outcome"}
    assert {*NAMES} & {*UNASKED, "kind", "q", "sort", "page"} == set()


def test_address_has_the_filters_in_one_order_whatever_the_order_they_were_chosen_in() -> None:
    """The same choice has the same address; a value is a value, whatever characters it has."""
    assert [
        query_of({}),
        query_of({"channel": "shop", "stage": ["use", "choose"]}),
        query_of({"teller": "a&b é"}),
        query_of({"stage": ()}),
    ] == ["", "?stage=use&stage=choose&channel=shop", "?teller=a%26b+%C3%A9", ""]
