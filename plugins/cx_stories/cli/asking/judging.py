"""What the rules say of one answer, before the next question is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cx_stories.cli.asking.draft import Draft
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Document, Node
from cx_stories.pipeline.trial import Trial

BODY = "what"
"""The name by which the story itself is asked for; all others are those of fields."""
_ABOUT_ONE_VALUE = ("CX0", "CX1", "CX4", "CX6")
"""The families that a single answer can break; the others are about the story as a whole."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the rules say of an answer.

    refused:  whether it can never be published like that; otherwise it is advice
    line:     the first line of the file that is refused
    """

    messages: Sequence[str]
    refused: bool = False
    line: str = ""

    def __bool__(self) -> bool:
        return bool(self.messages)


def remarks_on(draft: Draft, name: str, trial: Trial) -> Remarks:
    """Give what the rules say of one field of a draft as if it were published, or of the story itself."""
    published = replace(draft, facts={**draft.facts, "status": "published"})
    path = draft.path(draft.language)
    alone = replace(published, told={draft.language: published.words}).texts
    documents = trial.documents(alone)
    found = [one for one in trial.at_once(alone) if one.path == path and _is_about(one, name, documents[0])]
    told = [one for one in found if one.severity is not Severity.INFO]
    wrong = [one.span.line for one in told if one.severity is Severity.ERROR]
    lines = documents[0].lines
    return Remarks(
        list(dict.fromkeys(one.message for one in told)),
        bool(wrong),
        lines[wrong[0] - 1] if wrong and wrong[0] <= len(lines) else "",
    )


def _is_about(found: Diagnostic, name: str, document: Document) -> bool:
    if document.obstacle:
        return True
    if not found.code.startswith(_ABOUT_ONE_VALUE):
        return False
    line = found.span.line
    if name == BODY:
        return line >= document.body_line
    entry = document.get(name)
    return entry is not None and entry.key.span.line <= line <= _last_line(entry.value)


def _last_line(value: Node) -> int:
    """Give the last line of a value; what stands indented ends where the next key begins."""
    span = value.span
    return span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
