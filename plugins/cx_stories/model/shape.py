"""The forms a field may take. The model carries them; checks and references read them from there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, cast, get_args

from pydantic import BaseModel

from cx_stories.model.document import Kind

LONGEST_NAME = 60
NAME = r"(?!(?:con|prn|aux|nul|com\d|lpt\d|index|page|\d+)$)[a-z0-9]+(?:-[a-z0-9]+)*"
"""What a `Name` looks like; what Windows or the site needs itself is none."""
_NAME = re.compile(NAME, re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line."""


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of sentences."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the writer's own, which becomes part of an address: small letters, digits and hyphens."""

    @staticmethod
    def fits(typed: str) -> bool:
        """Whether something may be a name: it must be one for a folder, too, on every computer."""
        return len(typed) <= LONGEST_NAME and _NAME.fullmatch(typed) is not None


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, as YYYY-MM-DD."""

    @staticmethod
    def read(typed: str) -> date | None:
        """Give the day that was typed; None if it is none, or is written another way."""
        try:
            return date.fromisoformat(typed) if _ISO.fullmatch(typed) else None
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Url:
    """A web address."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a vocabulary."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Terms:
    """A list of terms of a vocabulary. `in_order`: the order tells something, and a term may come back."""

    vocabulary: str
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Terms of a vocabulary: a list, or each with a sentence."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """Terms of a vocabulary, each with a sentence."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another page of the collection."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class References:
    """A list of ids of other pages of the collection."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Record:
    """Keys of their own under this key."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Sayings:
    """A list of sentences; each may be a record instead, with its `text` and what else there is to say."""

    model: type[BaseModel]


Shape = (
    Text
    | Texts
    | Name
    | Day
    | Url
    | Term
    | Terms
    | Evidence
    | Wordings
    | Reference
    | References
    | Record
    | Records
    | Sayings
)
SHAPES: tuple[type, ...] = get_args(Shape)
Nested = Record | Records | Sayings
"""The shapes below which there are keys of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key a writer may type, its shape and what it is for.

    example:  for words that have no other shape, what somebody might write
    """

    name: str
    shape: Shape
    description: str
    required: bool
    example: str = ""


@cache
def fields_of(*models: type[BaseModel]) -> dict[str, Field]:
    """Give the fields a writer may type for these models, by name; the first model that has a name wins."""
    fields: dict[str, Field] = {}
    for model in models:
        for name, info in model.model_fields.items():
            shape = _shape(info.metadata)
            if shape is not None and name not in fields:
                required = bool((info.json_schema_extra or {}).get("required"))  # type: ignore[union-attr]
                example = str((info.examples or [""])[0])
                fields[name] = Field(name, shape, info.description or "", required, example)
    return fields


def _shape(metadata: list[Any]) -> Shape | None:
    return next((cast("Shape", item) for item in metadata if isinstance(item, SHAPES)), None)
