"""The columns of the tables: one row for each story and language, with nothing nested in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from hashlib import sha256

from cx_stories.exports.data.column import Column, Form, Row
from cx_stories.exports.data.in_words import SEVERAL, SINGLE, in_words, value_of, values_of
from cx_stories.exports.data.told import Told

_UNFIT = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 80
_FIRST_DAY, _SECONDS_IN_A_DAY = date(1970, 1, 1).toordinal(), 86_400


def row_id(story: str, language: str) -> str:
    """Give the id of a row: letters, digits, `-` and `_` alone, as Meilisearch wants; no two are alike."""
    plain = _UNFIT.sub("-", story).strip("-") or "story"
    if plain != story:
        plain = f"{plain[:_LONGEST]}-{sha256(story.encode()).hexdigest()[:12]}"
    return f"{plain}_{language}"


def row_of(told: Told) -> Row:
    """Give the row of a story in a language."""
    return {column.name: column.of(told) for column in COLUMNS}


def _what() -> Iterator[Column]:
    """Give the columns on what the story is."""
    text, number = Form.TEXT, Form.NUMBER
    yield Column(
        "id", text, "The row: story and language", lambda one: row_id(one.story.id, one.telling.language)
    )
    yield Column("story", text, "The story, the same in every language", lambda one: one.story.id)
    yield Column("language", text, "The language of this row", lambda one: one.telling.language)
    yield Column("title", text, "The name of the story", lambda one: one.telling.title)
    yield Column("summary", text, "The story in one sentence", lambda one: one.telling.summary)
    yield Column("address", text, "Where it is read", lambda one: one.address)
    yield Column("date", Form.DAY, "The day it was published", _day)
    yield Column("timestamp", number, "That day in seconds since 1970", _seconds)
    yield Column("year", number, "The year of that day", _year)
    yield Column("score", number, "How many elements were there", lambda one: one.story.score)
    yield Column("band", text, "The range that the score falls in", lambda one: one.band)
    yield Column("words", number, "How many words the text has", lambda one: one.words)


def _day(told: Told) -> str | None:
    return told.story.date.isoformat() if told.story.date else None


def _seconds(told: Told) -> int | None:
    """Give when the day began, at Greenwich."""
    day = told.story.date
    return (day.toordinal() - _FIRST_DAY) * _SECONDS_IN_A_DAY if day else None


def _year(told: Told) -> int | None:
    return told.story.date.year if told.story.date else None


def _elements() -> Iterator[Column]:
    """Give the columns on the elements, with the sentences that speak for them."""
    terms, sentences = Form.TERMS, Form.SENTENCES
    yield Column("hits", terms, "The elements that were there", lambda one: one.story.hits)
    yield Column(
        "hit_evidence",
        sentences,
        "The evidence for each of `hits`",
        lambda one: [one.telling.elements.get(element, "") for element in one.story.hits],
    )
    yield Column("missed", terms, "The elements that were missed", lambda one: one.story.misses)
    yield Column(
        "missed_evidence",
        sentences,
        "The evidence for each of `missed`",
        lambda one: [one.telling.missed.get(element, "") for element in one.story.misses],
    )


def _terms() -> Iterator[Column]:
    for field, _, _, says in SINGLE:
        yield Column(field, Form.TEXT, says, partial(value_of, field))
    for field, _, _, says in SEVERAL:
        yield Column(field, Form.TERMS, says, partial(values_of, field))


def _others() -> Iterator[Column]:
    """Give the columns on what can be learned, who told it, and what belongs to it."""
    text, terms, sentences = Form.TEXT, Form.TERMS, Form.SENTENCES
    yield Column("organisation", text, "Its name, where it is told", lambda one: one.story.organisation)
    yield Column("lessons", sentences, "What can be learned", lambda one: one.telling.lessons)
    yield Column("lesson_ids", terms, "The names of `lessons`, where they have one", _lesson_ids)
    yield Column("questions", sentences, "What to ask a group", lambda one: one.telling.questions)
    yield Column("teller", text, "Whose experience it was", lambda one: one.story.teller)
    yield Column("author", text, "Who wrote it down", lambda one: one.story.author)
    yield Column("series", text, "The series it appeared in", lambda one: one.story.series)
    yield Column("issue", text, "The issue of the series", lambda one: one.story.issue)
    yield Column("pair", text, "The story it is told together with", lambda one: one.pair)
    yield Column("related", terms, "The stories shown beside it, best first", lambda one: one.related)
    for part in ("title", "publication", "author", "url", "accessed", "kind"):
        yield Column(
            f"source_{part}",
            text,
            f"Where it was published first: {part}",
            partial(_source, part),
        )
    yield Column("image", text, "The address of its picture", lambda one: one.picture)
    yield Column("image_alt", text, "What the picture shows", lambda one: one.picture_alt)
    yield Column("image_credit", text, "Who made the picture", lambda one: one.picture_credit)


def _source(part: str, told: Told) -> str:
    return str(getattr(told.story.source, part, None) or "")


def _lesson_ids(told: Told) -> Sequence[str]:
    """Give a name for each lesson, empty for one without; they are as many as the lessons."""
    if not told.story.shared:
        return [""] * len(told.telling.lessons)
    named = {one.number: one.lesson for one in told.story.shared}
    return [named.get(number, "") for number in range(1, len(told.telling.lessons) + 1)]


def _text() -> Iterator[Column]:
    yield Column("text", Form.TEXT, "The story itself, without markup", lambda one: one.text)


COLUMNS = (*_what(), *_elements(), *_terms(), *_others(), *in_words(), *_text())
"""All columns, in their order; those that repeat others in words stand last, before the text."""
