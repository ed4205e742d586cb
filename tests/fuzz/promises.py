"""What holds of every file, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

from cx_stories.checks.registry import CHECKS
from cx_stories.checks.run import LONGEST_MESSAGE, Examined
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.registry import FORMATS
from cx_stories.cli.formats.report import Report
from cx_stories.model.diagnostic import Diagnostic, Edit, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline import build, collect, inspect
from cx_stories.pipeline.checking import encoded
from cx_stories.pipeline.fixing import fix
from tests.fuzz.looking import Look, look, settings_for
from tests.fuzz.stock import Files

_LINE_END = re.compile("\r\n|\r|\n")
_CUT = len(" … ")
_TELLING = 6
"""From how many characters on private text cannot stand in a message by chance."""


def broken(look_at_it: Look, files: Files) -> Iterator[str]:
    """Give what does not hold of the findings in a folder with these files."""
    sizes = {path: _widths(raw) for path, raw in files.items()}
    private = look_at_it.private()
    for found in look_at_it.diagnostics:
        where = f"{found.path}:{found.span.line}:{found.span.column} {found.code}"
        widths = sizes.get(found.path, [0])
        yield from (f"{where} {fault}" for fault in _faults_of(found, widths))
        for one in private.get(found.path, ()):
            if _shows(found, one.found.text, files.get(found.path, b"")):
                yield f"{where} shows what is private: {found.message}"


def _faults_of(found: Diagnostic, widths: Sequence[int]) -> Iterator[str]:
    if not _inside(found.span, widths):
        yield f"lies outside the file: {found.span}"
    if not 0 < len(found.message) <= LONGEST_MESSAGE + _CUT or len(found.message.splitlines()) != 1:
        yield f"has a message that is empty, endless or more than one line: {found.message!r}"
    column, width, text = found.excerpt.column, found.excerpt.width, found.excerpt.text
    if not 1 <= column <= len(text) + 1 or not 1 <= width <= max(1, len(text) + 1 - column):
        yield f"has an excerpt that does not hold its place: {found.excerpt}"
    if found.fix and not found.fix.edits:
        yield "has a fix without edits"
    edits = sorted(found.fix.edits) if found.fix else []
    for edit in edits:
        if not _inside(edit.span, widths):
            yield f"has an edit outside the file: {edit}"
    for one, other in pairwise(edits):
        if _end(one) > (other.span.line, other.span.column):
            yield f"has edits that overlap: {one} and {other}"


def _shows(found: Diagnostic, private: str, raw: bytes) -> bool:
    """Whether a finding has private words in it; in its excerpt they may stand where they are not private."""
    edits = found.fix.edits if found.fix else ()
    whole = re.compile(rf"(?<!\w){re.escape(private)}(?!\w)")
    said = "\n".join((found.message, *(edit.text for edit in edits)))
    once = raw.decode(errors="replace").count(private) == 1
    return len(private) >= _TELLING and bool(whole.search(said) or (once and private in found.excerpt.text))


def _inside(span: Span, widths: Sequence[int]) -> bool:
    """Whether a stretch begins and ends in a file with lines of these widths, and ends after it begins."""
    places = ((span.line, span.column), (span.end_line, span.end_column))
    within = all(1 <= line <= len(widths) and 1 <= column <= widths[line - 1] + 1 for line, column in places)
    return within and places[0] <= places[1]


def _end(edit: Edit) -> tuple[int, int]:
    return edit.span.end_line, edit.span.end_column


def _widths(raw: bytes) -> Sequence[int]:
    """Give the length of every line in characters; what is no text counts by the byte."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        text = raw[: error.start].decode() + raw[error.start :].decode("latin-1")
    return [len(line) for line in _LINE_END.split(text)]


def forgetful(look_at_it: Look, folder: Path) -> Iterator[str]:
    """Give what is different when the folder is looked at again, or remembered."""
    again = look(folder)
    if _in_full(again.diagnostics) != _in_full(look_at_it.diagnostics):
        yield "a second look finds something else"
    if again.examined != look_at_it.examined:
        yield "a second look tells something else to the rules about all files"
    for one in look_at_it.examined:
        remembered = msgspec.msgpack.decode(encoded(one), type=Examined)
        same = remembered == one and _in_full(remembered.findings) == _in_full(one.findings)
        if not same:
            yield f"{one.abstracts[0].path} is remembered as something else"


def _in_full(findings: Sequence[Diagnostic]) -> bytes:
    """Give everything of findings; two are equal by less."""
    return msgspec.msgpack.encode(findings)


def unprintable(look_at_it: Look) -> Iterator[str]:
    """Give the forms in which the findings cannot be printed."""
    report = Report(look_at_it.diagnostics, "content", 1, 0, 0, {rule.code: rule for rule in CHECKS})
    for name, form in FORMATS.items():
        text = form(report, Paint(colour=True))
        if text.encode() and not text.endswith("\n"):
            yield f"{name} does not end with a line break"


def disagreeing(look_at_it: Look, folder: Path) -> Iterator[str]:
    """Give the difference between a check, a build and this look; all pages are made besides."""
    settings = settings_for(folder)
    collection = collect(settings)
    build(collection)
    if _in_full(collection.diagnostics) != _in_full(look_at_it.diagnostics):
        yield "a build finds something else"
    if _in_full(inspect(settings).diagnostics) != _in_full(look_at_it.diagnostics):
        yield "a check finds something else"


SHOWING = frozenset({"CX103", "CX104"})
"""Rules that once mended let a value be looked at, with whatever is wrong in it."""


def unmended(look_at_it: Look, folder: Path, *, unsafe: bool) -> Iterator[str]:
    """Mend the folder; give what is worse then, or what is mended only the second time."""
    settings = settings_for(folder)
    fixed = fix(settings, unsafe=unsafe, chosen=lambda _: True)
    fixed.write()
    seen = {change.path for change in fixed.changes if change.mended.keys() & SHOWING}
    after = look(folder)
    before, now = _errors(look_at_it), _errors(after)
    for path in () if look_at_it.unreadable else sorted(now.keys() - seen):
        new = now[path] - before.get(path, frozenset())
        if new:
            yield f"{path} has {', '.join(sorted(new))} once it is mended"
    again = fix(settings, unsafe=unsafe, chosen=lambda _: True).changes
    for change in again:
        yield f"{change.path} is mended a second time: {dict(change.mended)}"


def _errors(look_at_it: Look) -> Mapping[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    for found in look_at_it.diagnostics:
        if found.severity is Severity.ERROR:
            codes.setdefault(found.path, set()).add(found.code)
    return {path: frozenset(every) for path, every in codes.items()}
