"""CX002: the file does not start with front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span

_CURE = (
    "Start the file with a line of three hyphens, `---`, then the fields such as `title:`, then `---` again."
)
_OTHER_FORM = (
    "This file was saved by a word processor or browser, with signs for how it looks. Copy its words into a "
    "new file that is saved as plain text, and start that with `---`, the fields such as `title:`, then "
    "`---` again."
)
_FORMATTED = re.compile(r"\s*(?:\{\\rtf|<!doctype html|<html|<head|<\?xml)", re.IGNORECASE)


def _find(document: Document, _: CheckContext) -> Iterator[Fault]:
    if document.obstacle and document.obstacle.rule == "no-front-matter":
        yield Fault(document.obstacle.span, f"This line should be three hyphens and nothing else. {_CURE}")
    elif not document.obstacle and not document.fenced and document.kind is not Kind.ARTICLE:
        yield Fault(
            Span(1, 1, 1, 1),
            _OTHER_FORM if _is_no_text(document) else f"This file has no front matter. {_CURE}",
        )


def _is_no_text(document: Document) -> bool:
    """Whether a file has the form in which word processors and browsers keep a page."""
    return _FORMATTED.match(document.body) is not None


NO_FRONT_MATTER = Check(
    code="CX002",
    name="no-front-matter",
    severity=Severity.ERROR,
    summary="Every story starts with its front matter, between two lines of three hyphens.",
    why="Without it nobody knows the title, the verdict or the elements, and the story cannot be found.",
    good="title: Refund in one call\n",
    bad=b"# Refund in one call\n\nShe rang at nine.\n",
    find=_find,
)
