"""What no output may show of a file: personal data and denied names, each with its exact place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cx_stories.checks.personal.as_read import as_read, decoded, hides, visible
from cx_stories.checks.personal.denied_names import DeniedNames, denied_names
from cx_stories.checks.personal.found import Found
from cx_stories.checks.personal.personal_data import Kind, personal_data
from cx_stories.model import document as files
from cx_stories.model.document import Document, MapNode, ScalarNode, Span, single_values
from cx_stories.reading.prose_parts import Places

_PART = re.compile(r"[^\W_]+")
_WEB = re.compile(r"\s*https?://", re.IGNORECASE)
_MAY_BE_PERSONAL = re.compile("[0-9@&%]")
"""What all personal data has, or what may be read as that; only names have nothing but letters."""
_BETWEEN_NAMES = str.maketrans("-_./", "    ")


@dataclass(frozen=True, slots=True)
class Private:
    """Something private in a file. Its repr does not show it.

    kind:   of personal data; None for a denied name
    found:  what a reader would read
    typed:  what stands in the file, signs of Markdown and line ends included
    told:   whether it is a fault; where something is never published, it is only kept out of messages
    """

    kind: Kind | None
    found: Found
    span: Span
    typed: str = field(repr=False)
    told: bool = True


_Stretch = tuple[Kind | None, Found]


def private_in(document: Document, names: DeniedNames) -> tuple[Private, ...]:
    """Find everything private in a file, in order; of an unreadable one as far as it is text.

    A page that is no story, person or series may have personal data, such as an address to write to.
    """
    return (*_in_its_name(document, names), *_File(document, names).private())


def _in_its_name(document: Document, names: DeniedNames) -> Iterator[Private]:
    if not names.lengths:
        return
    name = visible(document.path.translate(_BETWEEN_NAMES))
    for found in denied_names(name.text, names):
        yield Private(None, found, Span(), document.path[slice(*name.typed(found.start, found.end))])


class _File:
    """The text of one file, and what is found in it."""

    def __init__(self, document: Document, names: DeniedNames) -> None:
        self.document = document
        self.names = names
        self.text = "\n".join(document.lines)
        above = document.lines[: 0 if document.obstacle else document.body_line - 1]
        self._body = len("\n".join(above)) + 1 if above else 0

    @cached_property
    def _places(self) -> Places:
        """Where lines begin; most files have nothing in them whose place must be told."""
        return Places.of(self.text, 1)

    @cached_property
    def _starts(self) -> Sequence[int]:
        return (*self._places.starts, len(self.text) + 1)

    def private(self) -> Iterator[Private]:
        found = list(self._searched(self.text))
        found += self._as_read()
        found += self._as_meant(found)
        personal = _longest([one for one in found if one[0]])
        denied = _longest([one for one in found if one[0] is None])
        for kind, one in sorted(personal + denied, key=lambda stretch: stretch[1]):
            span = self._places.at(one.start, one.end)
            if kind is None or not self._is_address(span):
                told = kind is None or not self._is_consent(span)
                yield Private(kind, one, span, self.text[one.start : one.end], told)

    def _searched(self, text: str) -> Iterator[_Stretch]:
        if self.document.kind is not files.Kind.ARTICLE:
            yield from personal_data(text)
        for found in denied_names(text, self.names):
            yield None, found

    def _as_read(self) -> Iterator[_Stretch]:
        """Search the Markdown once more, as a reader reads it and as a browser reads its addresses."""
        start = self._body
        body = self.text[start:]
        telling = bool(self.names.lengths) or _MAY_BE_PERSONAL.search(body) is not None
        readings = [(start, as_read(body))] if telling else []
        if "&" in body or "%" in body or hides(body):
            readings.append((start, decoded(body)))
        if hides(self.text[:start]):
            readings.append((0, visible(self.text[:start])))
        for start, reading in readings:
            for kind, found in self._searched(reading.text):
                first, last = reading.typed(found.start, found.end)
                yield kind, Found(start + first, start + last, found.text, found.secret)

    def _as_meant(self, known: Sequence[_Stretch]) -> Iterator[_Stretch]:
        """Search the values that are not written as they read: with escapes, or over several lines."""
        for value in self._written_otherwise():
            start, end = self._offsets(value.span)
            typed = self.text[start:end]
            if "\n" not in typed and "\\" not in typed and "''" not in typed:
                continue
            seen = {one.text for _, one in known if start <= one.start and one.end <= end}
            for kind, found in self._searched(visible(" ".join(value.text.split())).text):
                if found.text not in seen:
                    first, last = _located(found.text, typed)
                    yield kind, Found(start + first, start + last, found.text, found.secret)

    def _written_otherwise(self) -> Iterator[ScalarNode]:
        """Give the values that may not read as they stand: most have one line, and no escape."""
        head = self.text[: self._body]
        escaped = "\\" in head or "''" in head
        for value in single_values(self.document.fields):
            if escaped or value.span.line != value.span.end_line:
                yield value

    def _offsets(self, span: Span) -> tuple[int, int]:
        starts = self._starts
        return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1

    def _is_consent(self, span: Span) -> bool:
        entry = self.document.get("consent")
        return entry is not None and _holds(entry.value.span, span)

    def _is_address(self, span: Span) -> bool:
        """Whether it is part of the web address of a source or a page, which is public already."""
        source = self.document.get("source")
        inner = source.value.get("url") if source and isinstance(source.value, MapNode) else None
        entries = (entry for entry in (inner, self.document.get("link")) if entry)
        values = (entry.value for entry in entries if isinstance(entry.value, ScalarNode))
        return any(_WEB.match(value.text) and _holds(value.span, span) for value in values)


def _holds(outer: Span, inner: Span) -> bool:
    return (outer.line, outer.column) <= (inner.line, inner.column) and (
        (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )


def _located(text: str, typed: str) -> tuple[int, int]:
    """Find where a text stands in what was typed; where escapes hide it, that is all of it."""
    pattern = r"[\W_]+?".join(map(re.escape, _PART.findall(text)))
    found = re.search(pattern, typed) if pattern else None
    return found.span() if found else (0, len(typed))


def _longest(found: Iterable[_Stretch]) -> list[_Stretch]:
    """Keep of stretches that overlap the longest, and the first of those that are as long."""
    kept: list[_Stretch] = []
    end, longest = 0, None
    for one in sorted(found, key=lambda stretch: (stretch[1].start, -stretch[1].end)):
        if longest is None or one[1].start >= end:
            kept.append(one)
        elif one[1].end - one[1].start > longest[1].end - longest[1].start:
            kept[-1] = one
        else:
            continue
        longest, end = one, one[1].end
    return kept
