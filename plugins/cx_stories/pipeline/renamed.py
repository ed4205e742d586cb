"""Fields that fixes give their right name or form, and the errors that come to light in them.

What stands under a name that nobody knows is not looked at, and neither is a row of terms that is not a list.
An error found there afterwards was there all along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.checks.rules.unknown_key import UNKNOWN_KEY
from cx_stories.checks.rules.wrong_type import WRONG_TYPE
from cx_stories.model.diagnostic import Diagnostic, Edit, Severity
from cx_stories.pipeline.edits import lines_of

Line = tuple[str, int]
"""The path of a file and a line of it, from 1."""
_UNSEEN_UNTIL_MENDED = (UNKNOWN_KEY.code, WRONG_TYPE.code)


@dataclass(frozen=True, slots=True)
class Renamed:
    """The lines of fields that get their right name or form, before the fixes and after them."""

    before: frozenset[Line]
    after: frozenset[Line]


def renamed(texts: Mapping[str, bytes], fixes: Sequence[Diagnostic]) -> Renamed:
    """Give the lines of the fields whose names are mended.

    texts:  by path, what is in the files that are mended, before that
    """
    before: set[Line] = set()
    after: set[Line] = set()
    for found in fixes:
        if found.code in _UNSEEN_UNTIL_MENDED and found.fix:
            moved = sum(_growth(edit) for edit in _edits_above(found, fixes))
            for number in _lines_of_field(found, texts[found.path]):
                before.add((found.path, number))
                after.add((found.path, number + moved))
    return Renamed(frozenset(before), frozenset(after))


def new_errors(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], where: Renamed
) -> Counter[tuple[str, str]]:
    """Count the errors that fixes made, by path and code; not those that only came to light."""
    return _errors(after, where.after) - _errors(before, where.before)


def _errors(findings: Iterable[Diagnostic], unseen: frozenset[Line]) -> Counter[tuple[str, str]]:
    errors = (found for found in findings if found.severity is Severity.ERROR)
    return Counter(
        (found.path, found.code) for found in errors if (found.path, found.span.line) not in unseen
    )


def _edits_above(fixed: Diagnostic, fixes: Iterable[Diagnostic]) -> Iterator[Edit]:
    for found in fixes:
        if found.path == fixed.path and found.fix:
            yield from (edit for edit in found.fix.edits if edit.span < fixed.span)


def _growth(edit: Edit) -> int:
    """Give how many lines an edit adds; less than none if it takes some away."""
    return edit.text.count("\n") - (edit.span.end_line - edit.span.line)


def _lines_of_field(found: Diagnostic, raw: bytes) -> Iterator[int]:
    """Give the line of a key, and those after it that stand further in or are items below it."""
    lines, margin = lines_of(raw), found.span.column - 1
    yield found.span.line
    for number, line in enumerate(lines[found.span.line :], found.span.line + 1):
        if line.strip() and (line[:margin].strip() or not line[margin:].startswith((" ", "- "))):
            return
        yield number
