"""CX313: text that is shown otherwise than it was typed, because of how a line begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.hashtags import begins_with_number, hashtag
from cx_stories.checks.paragraphs import Paragraph, is_indented, paragraphs_of
from cx_stories.model.diagnostic import Edit, Fix, Severity
from cx_stories.model.document import Document, Kind, Span

MOST = 100
"""How many paragraphs of a kind are reported: more of them are one slip, a text pasted with its layout."""
_FIRST = 1
_NUMBER = re.compile(r"(?:[ ]{0,3}>)*[ ]{0,3}(\d+)\.[ \t]+\S")
_ITEM = re.compile(r"(?:[ ]{0,3}>)*[ ]{0,3}(?:[*+-]|\d+\.)[ \t]")
_HOLDER = re.compile(r"[ ]{0,3}(?:[*+:-][ \t]|\d+\.[ \t]|\[\^|!!!|\?\?\?|===|>)")
"""What indented paragraphs below it may belong to: a list, a footnote, a definition, a box, a quotation."""
_WORDS = re.compile(r"[\"'“‘„«(…–—]*[^\W\d_]")


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    paragraphs = list(paragraphs_of(document))
    yield from islice(_lone_numbers([one for one in paragraphs if not one.indented]), MOST)
    if document.kind is not Kind.ARTICLE:  # which may well explain something with code
        yield from islice(_indented(paragraphs), MOST)
    for heading in context.prose(document).headings:
        tag = hashtag(heading, document)
        if tag:
            yield _hashtag(heading.span, tag)


def _lone_numbers(paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    """Find the numbers that make a list of one item, which is shown with the number 1."""
    if not any(_NUMBER.match(one.lines[0]) for one in paragraphs):
        return
    listed = False
    for one, following in zip_longest(paragraphs, paragraphs[1:]):
        found = _NUMBER.match(one.lines[0])
        items = sum(_ITEM.match(line) is not None for line in one.lines)
        goes_on = listed or items > 1 or _number(following) == _number(one) + 1
        if found and _number(one) > _FIRST and not goes_on:
            yield _lone_number(one.line, found)
            listed = False
        else:
            listed = _ITEM.match(one.lines[0]) is not None


def _number(paragraph: Paragraph | None) -> int:
    """Give the number that a paragraph begins with, as far as it matters; -1 without one."""
    found = _NUMBER.match(paragraph.lines[0]) if paragraph else None
    return int(found[1][-9:]) if found else -1


def _lone_number(line: int, found: re.Match[str]) -> Fault:
    start, end = found.start(1) + 1, found.end(1) + 1
    return Fault(
        Span(line, start, line, end + 1),
        f'"{found[1]}." at the start of a paragraph begins a list, in which readers see "1." instead. '
        f"Put a backslash before the full stop: `{found[1]}\\.`.",
        Fix((Edit(Span(line, end, line, end), "\\"),)),
    )


def _indented(paragraphs: Sequence[Paragraph]) -> Iterator[Fault]:
    held = False
    for one in paragraphs if any(one.indented for one in paragraphs) else ():
        if not one.indented:
            held = any(_HOLDER.match(line) for line in one.lines)
        elif not held:
            first = one.lines[0]
            width = _indent(first)
            tab = "\t" in first[:width]
            yield Fault(
                Span(one.line, width + 1, one.line, len(first.rstrip()) + 1),
                f"This paragraph begins with {'a tab' if tab else 'four spaces or more'}, so readers see it "
                f"as computer code. Delete {'the tab' if tab else 'the spaces'} before its first word.",
                _at_the_margin(one),
            )


def _at_the_margin(paragraph: Paragraph) -> Fix | None:
    """Take the spaces out before plain words; of several lines it may be a list that was laid out by hand."""
    if not _WORDS.match(paragraph.lines[0].lstrip()):
        return None
    edits = []
    for number, line in enumerate(paragraph.lines, paragraph.line):
        if not is_indented(line):
            break
        edits.append(Edit(Span(number, 1, number, _indent(line) + 1), ""))
    return Fix(tuple(edits), safe=len(edits) == 1) if len(edits) <= MOST else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _hashtag(at: Span, tag: str) -> Fault:
    fix = Fix((Edit(Span(at.line, at.column, at.line, at.column), "\\"),), safe=begins_with_number(tag))
    return Fault(
        at,
        f"This line begins with `#`, so readers see a large heading. Put a backslash before it: `\\{tag}`.",
        fix,
    )


ACCIDENTAL_MARKUP = Check(
    code="CX313",
    name="accidental-markup",
    severity=Severity.WARNING,
    summary="No paragraph begins with spaces, `#` or a number and a full stop by accident.",
    why="The page would show a list, a heading or code, and a year at the start would be gone.",
    good=f"title: Refund in one call\n---\n1984\\. That was the year of the blue coat.\n\n{BODY}",
    bad=f"title: Refund in one call\n---\n1984. That was the year of the blue coat.\n\n{BODY}",
    mended=Mended.EITHER,
    find=_find,
)
