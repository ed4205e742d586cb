"""The columns that say in words what others say by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from cx_stories.exports.data.column import Column, Form
from cx_stories.exports.data.told import Told
from cx_stories.views import addresses

SINGLE = (
    ("polarity", "polarity", "polarity_label", "The teller's verdict"),
    ("provenance", "provenance", "provenance_label", "Where the story comes from"),
    ("sector", "sectors", "sector_label", "The kind of organisation"),
    ("incident", "incident", "incident_label", "What set it off"),
    ("recovery", "recovery", "recovery_label", "How far a failure was put right"),
)
SEVERAL = (
    ("stages", "stages", "stage_labels", "When in the customer journey it happened"),
    ("channels", "channels", "channel_labels", "Through which channels"),
    ("touchpoints", "touchpoints", "touchpoint_labels", "At which moments of contact"),
    ("senses", "senses", "sense_labels", "Which senses it worked on"),
    ("emotions", "emotions", "emotion_labels", "What was felt, in that order"),
    ("outcomes", "outcomes", "outcome_labels", "What came of it"),
)
"""Field, list of terms, the column with the terms in words, and what the field says."""


def value_of(field: str, told: Told) -> str:
    """Give the one term of a field, or nothing."""
    value: str = getattr(told.story, field)
    return value


def values_of(field: str, told: Told) -> Sequence[str]:
    """Give the terms of a field."""
    values: Sequence[str] = getattr(told.story, field)
    return values


def in_words() -> Iterator[Column]:
    """Give the columns that say in the language of the row what others say by id."""
    yield Column(
        "hit_labels", Form.TERMS, "`hits` in words", lambda one: _named("elements", one.story.hits, one)
    )
    yield Column(
        "missed_labels",
        Form.TERMS,
        "`missed` in words",
        lambda one: _named("elements", one.story.misses, one),
    )
    for field, vocabulary, name, _ in SINGLE:
        yield Column(
            name,
            Form.TEXT,
            f"`{field}` in words",
            partial(_label, vocabulary, field),
        )
    for field, vocabulary, name, _ in SEVERAL:
        yield Column(
            name,
            Form.TERMS,
            f"`{field}` in words",
            partial(_labels, vocabulary, field),
        )
    for name, says, field, page in (
        ("teller_name", "The name of `teller`", "teller", addresses.person),
        ("author_name", "The name of `author`", "author", addresses.person),
        ("series_title", "The title of `series`", "series", addresses.series),
    ):
        yield Column(
            name,
            Form.TEXT,
            says,
            partial(_title, field, page),
        )


def _label(vocabulary: str, field: str, told: Told) -> str:
    term: str = getattr(told.story, field)
    return told.labels[vocabulary][term] if term else ""


def _labels(vocabulary: str, field: str, told: Told) -> Sequence[str]:
    return _named(vocabulary, getattr(told.story, field), told)


def _named(vocabulary: str, terms: Sequence[str], told: Told) -> Sequence[str]:
    if not terms:
        return terms
    labels = told.labels[vocabulary]
    return [labels[term] for term in terms if term]


def _title(field: str, page: Callable[[str], str], told: Told) -> str:
    identity: str = getattr(told.story, field)
    prose = told.edition.prose(page(identity)) if identity else None
    return prose.title if prose else ""
