"""A story as the text of a file that a writer will go on with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""What a key of the front matter may have: words, a list, or values by name."""

_PLAIN = re.compile(r"[^\W\d_](?:[^\s:#\"'\\\[\]{},&*!|>%@`]|(?<=\w)['’](?=\w)|,(?= )| (?! ))*", re.UNICODE)
"""Words that YAML and we read as they are typed: anything that might be taken for more is put in quotes."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,9}")
_NO_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def story_text(fields: Mapping[str, Value], body: str, remarks: Mapping[str, str] | None = None) -> str:
    """Give the file of a story, which reads back as exactly these values.

    fields:   what stands between the fences, in this order; what is empty is left out
    body:     the story itself
    remarks:  what to tell the writer, above a key or, under no name, above all of them
    """
    said = remarks or {}
    lines = [f"# {line}" for line in said.get("", "").splitlines()]
    for name, value in fields.items():
        if value or value == "":
            lines += [f"# {line}" for line in said.get(name, "").splitlines()]
            lines += _entry(name, value)
    return "\n".join(["---", *lines, "---", "", body.strip(), ""])


def typed(text: str) -> str:
    """Give words as they are typed between the fences: in double quotes, unless they are plain."""
    if _DAY.fullmatch(text) or (
        _PLAIN.fullmatch(text)
        and text.isprintable()
        and text == text.strip()
        and text.casefold() not in _NO_WORDS
    ):
        return text
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"


def _entry(name: str, value: Value) -> Iterator[str]:
    """Give the lines of a key and what it has."""
    if isinstance(value, str):
        yield f"{name}: {typed(value)}" if value else f"{name}:"
        return
    yield f"{name}:"
    yield from (f"  {line}" for line in _lines(value))


def _lines(value: Value) -> Iterator[str]:
    """Give the lines of a list, or of values by name, without the space before them."""
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from _entry(name, one)
        return
    for one in value:
        inner = [typed(one)] if isinstance(one, str) else list(_lines(one))
        yield f"- {inner[0]}"
        yield from (f"  {line}" for line in inner[1:])
