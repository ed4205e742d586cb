"""A story as the text of a file that a writer will go on with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Day, Record, Records, fields_of

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""What a key of the front matter may have: words, a list, or values by name."""

_ORDER = (
    *("title", "summary", "date", "polarity", "status", "provenance", "elements", "missed", "lessons"),
    *("stages", "channels", "touchpoints", "senses", "emotions", "sector", "organisation", "outcomes"),
    *("incident", "recovery", "teller", "author", "series", "issue", "source", "consent", "image"),
    *("pair", "related", "unrelated", "theatre", "questions", "aliases", "ignore"),
)
_PLAIN = re.compile(r"[^\W\d_](?:[^\s:#\"'\\\[\]{},&*!|>%@`]|(?<=\w)['’](?=\w)|,(?= )| (?! ))*")
"""Words that YAML and we read as they are typed: anything that might be taken for more is put in quotes."""
_TERM = re.compile(r"[a-z][a-z0-9-]*")
_NO_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_WIDEST_ROW = 100
"""How many characters a list may have that stands on one line."""
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
"""What no file of a story may have in it, nor any value by way of an escape."""
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_JOINERS = frozenset("\u200c\u200d")


def _names_of_days() -> Iterator[str]:
    for field in STORY_FIELDS.values():
        inner = fields_of(field.shape.model).values() if isinstance(field.shape, Record | Records) else ()
        yield from (one.name for one in (field, *inner) if isinstance(one.shape, Day))


_DAYS = frozenset(_names_of_days())


def story_text(fields: Mapping[str, Value], body: str, remarks: Mapping[str, str] | None = None) -> str:
    """Give the file of a story, which reads back as exactly these values.

    fields:   what stands between the fences, in this order; words that are empty leave a key to be filled in,
              and a list or values by name that are empty are left out, other than `elements: []`: there were
              none
    body:     the story itself
    remarks:  what to tell the writer, above a key or, under no name, above all of them

    Signs that no file may have in it, such as those that steer a terminal, are left out.
    """
    said = remarks or {}
    lines = list(_remark(said.get("", "")))
    for name, value in fields.items():
        if value or value == "" or (name == "elements" and not isinstance(value, Mapping)):
            lines += _remark(said.get(name, ""))
            lines += _entry(name, value)
    text = fit(body).strip()
    return "\n".join(["---", *lines, "---", *(["", text] if text else []), ""])


def in_order(fields: Mapping[str, Value]) -> Mapping[str, Value]:
    """Give the fields of a story in the order in which the stories of the collection have them."""
    known = [name for name in _ORDER if name in fields]
    return {name: fields[name] for name in (*known, *(name for name in fields if name not in _ORDER))}


def fit(text: str) -> str:
    """Give text that a file may have in it: without signs that are never typed on purpose."""
    return _NEVER.sub("", _LINE_END.sub("\n", text))


def typed(text: str) -> str:
    """Give words as they are typed between the fences: in double quotes, unless they are plain."""
    text = fit(text)
    plain = _PLAIN.fullmatch(text) and text.isprintable() and text == text.strip()
    if plain and text.casefold() not in _NO_WORDS:
        return text
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable() or sign in _JOINERS or unicodedata.category(sign) == "Zs":
        return sign
    return f"\\U{ord(sign):08X}"


def _remark(text: str) -> Iterator[str]:
    """Give the lines of a remark; what nobody sees in a text has no place in one."""
    for line in fit(text).splitlines():
        yield f"# {line}".rstrip()


def _entry(name: str, value: Value) -> Iterator[str]:
    """Give the lines of a key and what it has."""
    name = typed(name)
    if isinstance(value, str):
        yield f"{name}: {_single(name, value)}" if value else f"{name}:"
    elif isinstance(value, Mapping):
        yield f"{name}:"
        yield from (f"  {line}" for line in _lines(value))
    elif (row := _row(value)) is not None:
        yield f"{name}: {row}"
    else:
        yield f"{name}:"
        yield from (f"  {line}" for line in _lines(value))


def _single(name: str, value: str) -> str:
    """Give the words of a key; a day needs no quotes where one is asked for."""
    return value if name in _DAYS and Day.read(value) else typed(value)


def _row(values: Sequence[Value]) -> str | None:
    """Give a list on one line, if it has nothing but the short names of terms and stories in it."""
    names = [one for one in values if isinstance(one, str) and _TERM.fullmatch(one) and typed(one) == one]
    row = f"[{', '.join(names)}]"
    return row if len(names) == len(values) and len(row) <= _WIDEST_ROW else None


def _lines(value: Value) -> Iterator[str]:
    """Give the lines of a list, or of values by name, without the space before them."""
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from _entry(name, one)
        return
    for one in value:
        inner = [typed(one)] if isinstance(one, str) else list(_lines(one))
        yield f"- {inner[0]}" if inner else "-"
        yield from (f"  {line}" for line in inner[1:])
