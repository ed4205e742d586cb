"""CX408: a story is retold, and nobody can see from where."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Node, ScalarNode

_CURE = (
    "Name where the story was published first: `source: {title: ...}`, and its `publication:`, `author:` "
    "or `url:` if there is one."
)


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.kind is not Kind.STORY or not context.is_base(document) or not context.complete(document):
        return
    if context.term(document, "provenance") != "retold":
        return
    source = document.get("source")
    if source is None and "source" not in context.misspelt(document):
        yield Fault(document.closing, f"`source:` is missing. {_CURE}")
    elif source and _left_open(source.value) and not context.strayed_from(document, "source"):
        yield Fault(source.key.span, f"`source:` is empty. {_CURE}")


def _left_open(value: Node) -> bool:
    """Whether nothing was typed; brackets with nothing in them lack a title, which another rule says."""
    return isinstance(value, ScalarNode) and value.blank


RETOLD_WITHOUT_SOURCE = Check(
    code="CX408",
    name="retold-without-source",
    severity=Severity.ERROR,
    summary="A retold story names its source.",
    why="Whoever told it first is owed the credit, and a reader can look it up.",
    good="provenance: retold\nsource: {title: Experience First}\n",
    bad="provenance: retold\n",
    find=_find,
)
