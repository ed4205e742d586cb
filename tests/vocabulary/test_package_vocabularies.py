"""The vocabularies of the package are whole: two languages everywhere and every name unambiguous."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from cx_stories.checks.typed import ambiguous
from cx_stories.model.document import Kind, ScalarNode, Span
from cx_stories.model.fields import FIELDS
from cx_stories.model.shape import Evidence, Nested, Term, Terms, Wordings, fields_of
from cx_stories.vocabulary.loading import load
from cx_stories.vocabulary.vocabulary import Term as Concept
from cx_stories.vocabulary.vocabulary import Words

VOCABULARIES = load()
LANGUAGES = {"en", "nl"}
TERMS = [(name, term) for name, vocabulary in VOCABULARIES.items() for term in vocabulary.terms]


def test_all_vocabularies_load() -> None:
    """Twenty-one lists come with the package, each under its own id."""
    assert list(VOCABULARIES) == [
        *("channels", "consent", "elements", "emotions", "incident", "justice", "moments", "outcomes"),
        *("peak_end", "polarity", "provenance", "recovery", "sectors", "senses", "service_level"),
        *("source_kind", "stages", "stance", "status", "theatre", "touchpoints"),
    ]


def test_vocabulary_has_the_id_it_is_found_by() -> None:
    """A field names the vocabulary it takes its values from."""
    assert [vocabulary.id for vocabulary in VOCABULARIES.values()] == list(VOCABULARIES)


def test_the_five_elements_are_there_in_order() -> None:
    """The lights of every story stand in this order."""
    assert [term.id for term in VOCABULARIES["elements"].choices] == [
        "engaging",
        "unique",
        "personalized",
        "surprising",
        "repeatable",
    ]


def _words() -> Iterator[tuple[str, Words]]:
    for name, vocabulary in VOCABULARIES.items():
        yield f"{name}.labels", vocabulary.labels
        yield f"{name}.label_one", vocabulary.label_one
        yield f"{name}.definition", vocabulary.definition
        yield from ((f"{name}.bands", band.labels) for band in vocabulary.bands)
        if vocabulary.bands:
            yield f"{name}.bands_source", vocabulary.bands_source
    for name, term in TERMS:
        yield f"{name}.{term.id}.labels", term.labels
        yield f"{name}.{term.id}.definition", term.definition
        yield from _optional_words(f"{name}.{term.id}", term)


def _optional_words(place: str, term: Concept) -> Iterator[tuple[str, Words]]:
    if term.hit:
        yield f"{place}.hit", term.hit
    if term.missed:
        yield f"{place}.missed", term.missed


def test_every_word_is_said_in_both_languages() -> None:
    """A Dutch reader never meets an English term, nor the other way round."""
    lacking = [
        place
        for place, words in _words()
        if set(words) != LANGUAGES or not all(text.strip() for text in words.values())
    ]

    assert lacking == []


def test_every_element_says_how_one_knows() -> None:
    """A writer can tell a hit from a miss."""
    elements = VOCABULARIES["elements"].choices

    assert [term.id for term in elements if set(term.hit) != LANGUAGES or set(term.missed) != LANGUAGES] == []


def test_every_term_has_a_source() -> None:
    """Nobody takes a house list for somebody's research."""
    assert [f"{name}.{term.id}" for name, term in TERMS if not term.group and not term.source] == []


def test_ids_are_unique() -> None:
    """An id means one term."""
    counted = Counter((name, term.id) for name, term in TERMS)

    assert [key for key, count in counted.items() if count > 1] == []


def test_names_are_unique() -> None:
    """Whatever a writer types in either language, it means one term."""
    counted = Counter((name, typed) for name, term in TERMS if not term.group for typed in term.names)

    assert [key for key, count in counted.items() if count > 1] == []


def test_every_name_leads_to_its_term() -> None:
    """An id, a label or an alias in any language is understood, in capitals too."""
    lost = [
        (name, typed)
        for name, term in TERMS
        if not term.group
        for typed in (term.id, *term.labels.values(), *(a for group in term.aliases.values() for a in group))
        if not term == VOCABULARIES[name].resolve(typed) == VOCABULARIES[name].resolve(f" {typed.upper()} ")
    ]

    assert lost == []


def test_broader_terms_are_groups_of_the_same_vocabulary() -> None:
    """A group gathers; it is never chosen."""
    wrong = [
        f"{name}.{term.id}"
        for name, term in TERMS
        if term.broader and not VOCABULARIES[name].by_id[term.broader].group
    ]

    assert wrong == []


def test_valence_stays_within_its_scale() -> None:
    """The curve of a story has room for three steps up and three down."""
    emotions = VOCABULARIES["emotions"].choices

    assert [term.id for term in emotions if term.valence is not None and not -3 <= term.valence <= 3] == []


def test_bands_cover_every_score_once() -> None:
    """Every story falls in one band of the author's claim."""
    elements = VOCABULARIES["elements"]
    scores = range(len(elements.choices) + 1)

    assert [sum(band.min <= score <= band.max for band in elements.bands) for score in scores] == [
        1 for _ in scores
    ]


def test_no_id_is_taken_for_something_else() -> None:
    """An id can be typed without quotes in any program that reads front matter."""
    ids = [ScalarNode(term.id, Span()) for _, term in TERMS]

    assert [
        node.text for node in ids if ambiguous(node) or not re.fullmatch(r"[a-z][a-z0-9-]*", node.text)
    ] == []


@pytest.mark.parametrize("kind", FIELDS)
def test_every_field_finds_its_vocabulary(kind: Kind) -> None:
    """No field asks for terms that do not exist."""
    fields = list(FIELDS[kind].values())
    for field in tuple(fields):
        if isinstance(field.shape, Nested):
            fields += fields_of(field.shape.model).values()
    wanted = {
        field.shape.vocabulary
        for field in fields
        if isinstance(field.shape, Term | Terms | Evidence | Wordings)
    }

    assert wanted - set(VOCABULARIES) == set()
