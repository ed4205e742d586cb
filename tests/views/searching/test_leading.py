"""From a term to its stories in Explore."""

from __future__ import annotations

from cx_stories.model.story import HIT, MISSED
from cx_stories.relations.facets import Facet
from cx_stories.views.searching.leading import chosen_for


def test_term_leads_to_its_filter() -> None:
    """An element has two: one for where it was there, one for where it was missed."""
    facets = (
        Facet("stages", "use"),
        Facet("elements", "unique", HIT),
        Facet("elements", "unique", MISSED),
        Facet("polarity", "negative"),
    )

    assert [chosen_for(facet) for facet in facets] == [
        {"stage": "use"},
        {"hit": "unique"},
        {"missed": "unique"},
        {"polarity": "negative"},
    ]


def test_term_that_explore_does_not_know_leads_nowhere() -> None:
    """An element either way, a role on the stage, and a term that tells nothing have no filter."""
    facets = (Facet("elements", "unique"), Facet("theatre", "cast"), Facet("recovery", "not-applicable"))

    assert [chosen_for(facet) for facet in facets] == [{}, {}, {}]
