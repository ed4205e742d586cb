"""CX311: headings that do not step down from the title one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.hashtags import hashtag
from cx_stories.model.diagnostic import Edit, Fix, Severity
from cx_stories.model.document import Document, Span
from cx_stories.reading.prose import Heading

TITLE = 1
LOWEST = 6
MOST = 50
"""How many headings are given other numbers of `#`: each finding carries the whole fix."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    headings = [one for one in context.prose(document).headings if not hashtag(one, document)]
    if headings and headings[0].level == TITLE and not document.text("title"):
        headings = headings[1:]  # it stands for the title, which is missed elsewhere
    fix = _fix(document, headings)
    previous = TITLE
    for heading in headings:
        if heading.level <= TITLE:
            yield Fault(heading.span, _as_title(heading, document), fix)
        elif heading.level > previous + 1:
            yield Fault(heading.span, _skipped(heading, previous), fix)
        previous = heading.level


def _as_title(heading: Heading, document: Document) -> str:
    if heading.text.casefold() == document.text("title").casefold():
        return "The title stands above the text already. Take this line out."
    return f"One `#` is for the title alone. Write `## {heading.text}`, and the headings below it one deeper."


def _skipped(heading: Heading, previous: int) -> str:
    above = "The heading above has" if previous > TITLE else "The title counts for"
    next_one = "#" * (previous + 1)
    return (
        f"{above} {previous} `#`, and this one has {heading.level}, which skips a step. "
        f"Write `{next_one} {heading.text}`."
    )


def _fix(document: Document, headings: Sequence[Heading]) -> Fix | None:
    """Give all headings other numbers of `#`, where that keeps their order and leaves no fault.

    The highest level in use becomes that below the title, the next the one below that. A heading that
    repeats the title or has no `#` is left to the writer, and so is the whole file.
    """
    levels = sorted({heading.level for heading in headings})
    better = {level: TITLE + 1 + depth for depth, level in enumerate(levels)}
    if TITLE + len(levels) > LOWEST or not _sound([better[heading.level] for heading in headings]):
        return None
    title = document.text("title").casefold()
    edits = []
    for heading in headings:
        if heading.level == better[heading.level]:
            continue
        if heading.text.casefold() == title or not _signed(heading, document):
            return None
        at = heading.span
        signs = Span(at.line, at.column, at.line, at.column + heading.level)
        edits.append(Edit(signs, "#" * better[heading.level]))
    return Fix(tuple(edits)) if 0 < len(edits) <= MOST else None


def _sound(levels: Sequence[int]) -> bool:
    return all(level <= above + 1 for above, level in zip((TITLE, *levels), levels, strict=False))


def _signed(heading: Heading, document: Document) -> bool:
    """Whether a heading begins with `#`, and is not underlined."""
    return document.lines[heading.span.line - 1].startswith("#", heading.span.column - 1)


HEADING_LEVEL = Check(
    code="CX311",
    name="heading-level",
    severity=Severity.WARNING,
    summary="Headings in the text begin with `##` and go down one level at a time.",
    why="The title is the one heading above them. Who listens to a page finds the way by their levels.",
    good=f"title: Refund in one call\n---\n## On the phone\n\n### At nine\n\n{BODY}",
    bad=f"title: Refund in one call\n---\n## On the phone\n\n#### At nine\n\n{BODY}",
    mended=Mended.SAFELY,
    find=_find,
)
