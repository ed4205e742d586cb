"""CX304: hardly any text below the front matter."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span

FEWEST_WORDS = 40
WITHOUT_SPACES = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "zh"})
"""Languages that put no spaces between words, so that nothing can be counted."""


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.kind is not Kind.STORY or not context.complete(document):
        return
    words = context.prose(document).words
    if words == 0:
        yield Fault(_opening(document), "There is no story yet. Tell below the closing `---` what happened.")
    elif words < FEWEST_WORDS and document.language.split("-")[0] not in WITHOUT_SPACES:
        yield Fault(
            _opening(document),
            f"The text has {words} {'word' if words == 1 else 'words'}; a story has at least {FEWEST_WORDS}. "
            "Tell who said or did what, one thing after the other, and how it ended.",
        )


def _opening(document: Document) -> Span:
    """Give the first line of the text, or the closing fence if there is none."""
    for number, line in enumerate(document.body.split("\n"), document.body_line):
        if line.strip():
            return Span(number, len(line) - len(line.lstrip()) + 1, number, len(line.rstrip()) + 1)
    return document.closing


STORY_TOO_SHORT = Check(
    code="CX304",
    name="story-too-short",
    severity=Severity.WARNING,
    summary=f"The text of a published story has at least {FEWEST_WORDS} words, in every language.",
    why="With less nobody can picture what happened, and there is nothing to learn from.",
    good="title: Refund in one call\n",
    bad="title: Refund in one call\n---\nShe rang at nine. At four past nine she had her money back.\n",
    find=_find,
)
