"""From a term to Explore: the filter that shows its stories there."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.relations.facets import Facet
from cx_stories.views.searching.filters import filter_of
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING


def chosen_for(facet: Facet) -> Mapping[str, str]:
    """Give the filter under which Explore shows just the stories of a term; nothing if it cannot."""
    name = filter_of(facet)
    return {name: facet.term} if name and facet.term not in TELLS_NOTHING else {}
