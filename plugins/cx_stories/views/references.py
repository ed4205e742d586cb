"""What a reference in a text leads to: `story/refund`, `element/surprising`, `person/mina`."""

from __future__ import annotations

from typing import NamedTuple

from cx_stories.model.cross_reference import SCHEME, CrossReference
from cx_stories.model.document import SHELVES
from cx_stories.relations.pointing import pointed_at
from cx_stories.views.edition import Edition


class Referred(NamedTuple):
    """A page that a text refers to.

    path:      its address below the language
    title:     what it is called
    language:  of the title, where that is not the language of the page around it
    place:     the place on it, with its `#`; nothing for the page as a whole
    """

    path: str
    title: str
    language: str
    place: str = ""


def referred_to(reference: str, edition: Edition) -> Referred | None:
    """Give what a reference leads to in an edition; None if there is no page of it.

    reference:  the address that a text has for it, without its scheme
    """
    pointed = CrossReference.at(f"{SCHEME}{reference}")
    if pointed is None:
        return None
    place = f"#{reference.partition('#')[2]}" if pointed.place else ""
    found = pointed_at(pointed, edition.library)
    if found is None:
        return _unfit(pointed, place, edition)
    title, language = found.title(edition.language)
    return Referred(found.page, title, edition.foreign(language), place)


def _unfit(pointed: CrossReference, place: str, edition: Edition) -> Referred | None:
    """Give the page that stands in a preview for what cannot be shown."""
    page = f"{SHELVES[pointed.shelf]}/{pointed.name}" if pointed.shelf else ""
    unfit = next((one for one in edition.preview.unfit if page and one.address == page), None)
    if unfit is None:
        return None
    title = unfit.titles.get(edition.language) or next(iter(unfit.titles.values()), pointed.name)
    return Referred(page, title, "", place)
