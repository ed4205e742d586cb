"""CX603: a picture that a page would fetch from another site."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.reached import Target, targets_of
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    for target in targets_of(document, context.prose(document)):
        if target.remote:
            yield Fault(target.span, say(target))


def say(target: Target) -> str:
    """Say what is wrong with the address of a picture."""
    typed = " ".join(target.text.split())
    return (
        f'The picture "{typed}" is on another site. Save it beside the story, if you may use it, and '
        "name that file here; or link to the page it is on."
    )


REMOTE_IMAGE = Check(
    code="CX603",
    name="remote-image",
    severity=Severity.ERROR,
    summary="Pictures are files of the collection.",
    why="The other site would learn who reads the story, and could change the picture or take it away.",
    good=f"title: Refund in one call\n---\n{BODY}\nHer coat is [in the shop window](https://example.org/coat.jpg).\n",
    bad=f"title: Refund in one call\n---\n{BODY}\n![A blue coat](https://example.org/coat.jpg)\n",
    find=_find,
)
