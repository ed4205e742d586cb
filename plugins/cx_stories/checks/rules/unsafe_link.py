"""CX602: a link that a page may not have."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.reached import RUNNING, Target, targets_of
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for target in targets_of(document, context.prose(document)):
        if target.unsafe:
            yield Fault(target.span, say(target))


def say(target: Target) -> str:
    """Say what is wrong with an address."""
    typed, scheme = " ".join(target.text.split()), target.scheme
    if not scheme:
        return f'"{typed}" begins with two slashes, as another site would. Write https: before them.'
    if scheme in RUNNING:
        return f'"{typed}" would run a program in the reader\'s browser. Take it out.'
    if scheme == "data":
        return f'"{typed}" has a whole file in it. Save that file beside the story, and name it here.'
    if scheme == "file" or len(scheme) == 1:
        return (
            f'"{typed}" is a file on one computer, and readers do not have it. '
            "Save it beside the story, and name it here."
        )
    return (
        f'"{typed}" begins with {scheme}:, which does not lead to a page. Begin with https://, http://, '
        "mailto: or tel:, or name a file of this collection."
    )


UNSAFE_LINK = Check(
    code="CX602",
    name="unsafe-link",
    severity=Severity.ERROR,
    summary="A link begins with https://, http://, mailto: or tel:, or leads to a file of the collection.",
    why="Others run programs, or lead to what only the writer has.",
    good=f"title: Refund in one call\n---\n{BODY}\nHer rights are [explained](https://example.org/rights).\n",
    bad=f"title: Refund in one call\n---\n{BODY}\nHer rights are [explained](javascript:alert).\n",
    find=_find,
)
