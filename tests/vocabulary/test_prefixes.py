"""A list of terms is called by its id, by the singular of it, or by its name in any language."""

from __future__ import annotations

import pytest

from cx_stories.vocabulary.loading import load
from cx_stories.vocabulary.prefixes import prefix_of, prefixes_of, term_meant, vocabulary_meant


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("element", "elements"),
        ("elements", "elements"),
        ("Stage", "stages"),
        ("journey stage", "stages"),
        ("klantreis", "stages"),
        ("fase", "stages"),
        ("Fasen van de klantreis", "stages"),
        ("branche", "sectors"),
        ("KANAAL", "channels"),
        ("kanalen", "channels"),
        ("peak_end", "peak_end"),
        ("peak-end", "peak_end"),
        ("source kind", "source_kind"),
        ("status", "status"),
    ],
)
def test_list_is_known_by_every_name_a_writer_would_use(typed: str, identity: str) -> None:
    """Nobody has to remember whether it was the singular."""
    found = vocabulary_meant(typed, prefixes_of(load()))

    assert found is not None
    assert found.id == identity


def test_other_words_are_no_list() -> None:
    """A misspelt name can be reported."""
    assert vocabulary_meant("elemnt", prefixes_of(load())) is None


def test_singular_that_is_proposed_is_understood() -> None:
    """A message never proposes what would be a fault again."""
    vocabularies = load()
    prefixes = prefixes_of(vocabularies)

    assert {
        name: vocabulary_meant(prefix_of(one), prefixes) for name, one in vocabularies.items()
    } == vocabularies


def test_no_two_lists_have_a_name_in_common() -> None:
    """What is typed means one thing only, whichever list comes first."""
    vocabularies = load()
    named = [
        {prefix_of(one), one.id, *one.labels.values(), *one.label_one.values()}
        for one in vocabularies.values()
    ]
    folded = [{name.casefold() for name in names} for names in named]

    assert [sorted(a & b) for i, a in enumerate(folded) for b in folded[:i] if a & b] == []


@pytest.mark.parametrize(
    ("vocabulary", "typed", "identity"),
    [
        ("elements", "Verrassend", "surprising"),
        ("elements", "surprising", "surprising"),
        ("stages", "Before the purchase", "before-purchase"),
        ("elements", "surprizing", None),
    ],
)
def test_term_is_known_by_its_names_and_so_is_one_that_gathers_others(
    vocabulary: str, typed: str, identity: str | None
) -> None:
    """A term that gathers others has a page too, though no story can have it."""
    term = term_meant(typed, load()[vocabulary])

    assert (term.id if term else None) == identity
