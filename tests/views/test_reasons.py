"""Beside every related story stands why it is there, as a colleague would say it."""

from __future__ import annotations

import pytest

from cx_stories.relations.contrast import Contrast
from cx_stories.relations.related import Kinship
from cx_stories.views.reasons import contrast_in_words, kinship_in_words
from tests.conftest import Site

WAITING = ("touchpoints", "waiting")
ADVICE = ("touchpoints", "advice")
SERVICE = ("stages", "service")
STORE = ("channels", "store")


@pytest.mark.parametrize(
    ("kinship", "english"),
    [
        (
            Kinship("b", shared=(WAITING, STORE, SERVICE), misses=("repeatable",)),
            "Also about: waiting; through the same channel (shop or venue); "
            "the same element missed (repeatable)",
        ),
        (
            Kinship("b", shared=(WAITING, ADVICE), hits=("unique", "surprising")),
            "Also about: waiting, advice; the same elements there (unique, surprising)",
        ),
        (Kinship("b", alike=True), "About much the same things"),
        (
            Kinship("b", shared=(SERVICE,), lessons=("trust-first",)),
            "Teaches the same lesson; at the same stage (service)",
        ),
        (Kinship("b", picked=True), "Chosen by the writer"),
        (Kinship("b", picked=True, shared=(SERVICE,)), "Chosen by the writer; at the same stage (service)"),
        (Kinship("b"), "From the same collection"),
    ],
)
def test_kinship_is_said_in_words(site: Site, kinship: Kinship, english: str) -> None:
    """The rarest two facts, the elements and the likeness of the words; no number means anything here."""
    assert kinship_in_words(kinship, site.edition()) == english


def test_reason_is_said_in_the_language_of_the_reader(site: Site) -> None:
    """Terms by their labels, within a sentence."""
    kinship = Kinship("b", shared=(WAITING,), misses=("repeatable",))

    assert kinship_in_words(kinship, site.edition("nl")) == (
        "Ook over: wachten; hetzelfde element gemist (herhaalbaar)"
    )


def test_contrast_says_where_both_happened(site: Site) -> None:
    """Two stories can be compared because of what they share."""
    contrast = Contrast("b", declared=False, shared=(SERVICE, STORE))

    assert contrast_in_words(contrast, site.edition()) == (
        "At the same stage (service); through the same channel (shop or venue)"
    )


def test_pair_that_shares_no_fact_gives_no_reason(site: Site) -> None:
    """Their writer told them together; that is said beside it."""
    assert contrast_in_words(Contrast("b", declared=True), site.edition()) == ""
