"""CX303: repeatable, and seen only once."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.completeness import holds_facts
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import seen_once
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not holds_facts(document, context):
        return
    claim = seen_once(document, context)
    if claim:
        typed = claim.typed.text.strip()
        yield Fault(
            claim.typed.span,
            f'"{typed}" means that it goes well every time, and the story shows it once. '
            f"Say below `elements:` where it was seen again, as `{claim.id}: ...`, add the other stage or "
            f'channel, or take "{typed}" out.',
        )


REPEATABLE_ONCE = Check(
    code="CX303",
    name="repeatable-once",
    severity=Severity.WARNING,
    summary="What is called repeatable was seen twice: at two stages, in two channels or in a sentence.",
    why="Once may be luck. That it goes well with everybody, everywhere, is what the element is about.",
    good="elements: {repeatable: Her sister had the same answer in another shop.}\nchannels: [store]\n",
    bad="elements: [repeatable]\nchannels: [store]\n",
    find=_find,
)
