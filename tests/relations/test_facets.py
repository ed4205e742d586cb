"""The terms of a story, from every field that has some."""

from __future__ import annotations

from cx_stories.relations.facets import Facet, facets_of
from tests.conftest import Site

EVERYTHING = """\
polarity: negative
provenance: retold
source: {title: A column, kind: retold}
elements: [unique]
missed: [surprising]
stages: [purchase, service]
channels: [phone]
touchpoints: [repair]
senses: [smell]
emotions: [angry, relieved, angry]
sector: fashion
outcomes: [churn]
incident: failure-response
recovery: failed
theatre: {cast: Nobody came., script: A long wait.}
lessons:
  - {lesson: look-behind-you, text: Look behind you., stance: contradicts}
"""


def test_every_field_with_terms_gives_them(site: Site) -> None:
    """What a writer typed above the story is what it is found by."""
    site.story("refund", EVERYTHING)

    assert sorted(set(facets_of(site.read("refund")))) == [
        Facet("channels", "phone"),
        Facet("elements", "surprising"),
        Facet("elements", "surprising", "missed"),
        Facet("elements", "unique"),
        Facet("elements", "unique", "hit"),
        Facet("emotions", "angry"),
        Facet("emotions", "relieved"),
        Facet("incident", "failure-response"),
        Facet("outcomes", "churn"),
        Facet("polarity", "negative"),
        Facet("provenance", "retold"),
        Facet("recovery", "failed"),
        Facet("sectors", "fashion"),
        Facet("senses", "smell"),
        Facet("source_kind", "retold"),
        Facet("stages", "purchase"),
        Facet("stages", "service"),
        Facet("stance", "contradicts"),
        Facet("status", "published"),
        Facet("theatre", "cast"),
        Facet("theatre", "script"),
        Facet("touchpoints", "repair"),
    ]


def test_role_that_only_a_translation_has_counts(site: Site) -> None:
    """A reader of that language sees it."""
    site.story("refund", "theatre: {cast: Two of us.}\n")
    site.story(
        "refund.nl",
        "---\ntitle: Terug\nsummary: S.\nlessons: [L.]\ntheatre: {set: Een balie.}\n---\nTekst.\n",
    )

    assert {facet.term for facet in facets_of(site.read("refund")) if facet.vocabulary == "theatre"} == {
        "cast",
        "set",
    }
