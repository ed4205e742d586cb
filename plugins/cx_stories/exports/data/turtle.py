"""Turtle, as far as we write it: subjects with what is said of them.

Source:  https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SIGNS = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_UNFIT = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_TAG = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")


def words(text: str, language: str = "") -> str:
    """Give words, with their language where that is known."""
    tag = f"@{language}" if _TAG.fullmatch(language) else ""
    return f'"{_ESCAPED.sub(_escape, text)}"{tag}'


def iri(address: str) -> str:
    """Give an address; what cannot stand in one is written in its code."""
    return "<" + _UNFIT.sub(lambda sign: f"%{ord(sign[0]):02X}", address) + ">"


def _escape(sign: re.Match[str]) -> str:
    return _SIGNS.get(sign[0]) or f"\\u{ord(sign[0]):04X}"


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a subject: a property, and its values."""

    property: str
    values: Sequence[str]


def block(subject: str, said: Iterable[Said]) -> str:
    """Give a subject with all that is said of it; properties without a value are left out."""
    lines = (f"    {one.property} {', '.join(one.values)}" for one in said if one.values)
    return f"{subject}\n" + " ;\n".join(lines) + " .\n"
