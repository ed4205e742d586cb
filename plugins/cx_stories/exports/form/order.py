"""The order of fields: what every story needs, then whatever else there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx_stories.model.shape import Field

_FIRST = ("title", "summary", "date", "polarity", "status", "provenance", "elements", "missed", "lessons")
_NEXT = ("source", "consent")
"""What most writers come to after what every story needs."""


def in_order(fields: Mapping[str, Field]) -> Sequence[Field]:
    """Give fields in the order in which a form asks them, and a new file has them."""
    order = (*(name for name in (*_FIRST, *_NEXT) if name in fields), *fields)
    return tuple(fields[name] for name in dict.fromkeys(order))


def needed_first(fields: Mapping[str, Field]) -> Sequence[Field]:
    """Give fields of a part in the order of the model, those first that it needs."""
    return sorted(fields.values(), key=lambda field: not field.required)
