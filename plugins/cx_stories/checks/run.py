"""Run every rule over every file."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.context import CheckContext
from cx_stories.checks.registry import CHECKS
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Document, Kind

LONGEST_MESSAGE = 600
_ALWAYS_BLOCKING = ("CX0", "CX4", "CX6")


def check(context: CheckContext) -> tuple[Diagnostic, ...]:
    """Find every fault in every file, sorted by path, place and code."""
    return tuple(sorted(found for document in context.documents for found in _check(document, context)))


def drafts(context: CheckContext) -> frozenset[str]:
    """Give the paths of the files that belong to stories which are still drafts."""
    return frozenset(document.path for document in context.documents if _is_draft(document, context))


def _is_draft(document: Document, context: CheckContext) -> bool:
    story = document.kind is Kind.STORY and document.obstacle is None
    return story and context.status(document) == "draft"


def _check(document: Document, context: CheckContext) -> Iterator[Diagnostic]:
    """A file that could not be read reports that alone."""
    draft = _is_draft(document, context)
    for rule in CHECKS:
        if document.obstacle and rule.name != document.obstacle.rule:
            continue
        severity = rule.severity
        if draft and severity is Severity.ERROR and not rule.code.startswith(_ALWAYS_BLOCKING):
            severity = Severity.WARNING
        for fault in rule.find(document, context):
            message = _shortened(" ".join(fault.message.splitlines()))
            yield Diagnostic(document.path, fault.at, rule.code, rule.name, severity, message)


def _shortened(message: str) -> str:
    """Leave out the middle of a message that quotes something endless."""
    if len(message) <= LONGEST_MESSAGE:
        return message
    half = LONGEST_MESSAGE // 2
    return f"{message[:half]} … {message[-half:]}"
