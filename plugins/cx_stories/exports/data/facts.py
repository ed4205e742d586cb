"""What of a story is the same in every language: its facts, as the model has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from cx_stories.exports.data.told import Told
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Field, Nested, fields_of

KEPT = (
    "date",
    "polarity",
    "provenance",
    "stages",
    "channels",
    "touchpoints",
    "senses",
    "emotions",
    "sector",
    "organisation",
    "outcomes",
    "incident",
    "recovery",
    "teller",
    "author",
    "series",
    "issue",
    "source",
    "aliases",
)
"""The facts that are exported as the model has them."""
MADE = ("elements", "missed", "pair", "related", "image")
"""Those that are exported in another form."""
TOLD = ("title", "summary", "lessons", "questions", "theatre")
"""What is exported for each language."""
WITHHELD = ("consent", "ignore", "status", "unrelated")
"""What concerns nobody but writers, or nobody at all."""


def facts_of(told: Told) -> Mapping[str, Any]:
    """Give the facts of a story, those it lacks empty: every story has the same keys."""
    story = told.story
    return {
        "id": story.id,
        "language": story.language,
        **{name: _value(getattr(story, name), STORY_FIELDS[name]) for name in KEPT},
        "score": story.score,
        "band": told.band,
        "hits": list(story.hits),
        "missed": list(story.misses),
        "pair": told.pair,
        "related": told.related,
        "image": {"address": told.picture, "credit": told.picture_credit} if told.picture else None,
    }


def _value(value: Any, field: Field) -> Any:
    """Give a value as JSON has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(field.shape, Nested) and value is not None:
        inner = fields_of(field.shape.model)
        return {name: _value(getattr(value, name), one) for name, one in inner.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return value
