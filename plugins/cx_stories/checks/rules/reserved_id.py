"""CX604: an id in the text that the page around it uses itself."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.markup import is_reserved
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document
from cx_stories.reading.prose import Attribute, Prose


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    prose = context.prose(document)
    given = set()
    for attribute in _attributes(prose):
        if attribute.name == "id" and is_reserved(attribute.value):
            given.add(attribute.value)
            yield Fault(attribute.span, say(attribute.value))
    yield from _headings(prose, given)
    yield from _repeated(prose)


def say(identity: str) -> str:
    """Say that the page around the text has an id already."""
    return f'The page uses "{identity}" itself. Write another word here.'


def _attributes(prose: Prose) -> Iterator[Attribute]:
    for tag in prose.tags:
        yield from tag.attributes
    for attributes in prose.attribute_lists:
        yield from attributes.attributes


def _repeated(prose: Prose) -> Iterator[Fault]:
    """Find ids that were typed before; what may be code is left alone."""
    taken = set()
    for attribute in sorted(_attributes(prose), key=lambda attribute: attribute.span):
        if attribute.name != "id" or not attribute.value or is_reserved(attribute.value):
            continue
        if attribute.value in taken and not (prose.doubt and attribute.span >= prose.doubt):
            said = f'"{attribute.value}" leads to another place further up in this text already.'
            yield Fault(attribute.span, f"{said} Write another word here.")
        taken.add(attribute.value)


def _headings(prose: Prose, given: set[str]) -> Iterator[Fault]:
    """Find headings whose own words give them such an id."""
    for heading in prose.headings:
        if is_reserved(heading.id) and heading.id not in given:
            yield Fault(
                heading.span,
                f'From its words this heading gets the address "{heading.id}", which the page uses itself. '
                "Put other words, or write an address of your own behind it, such as `{#my-heading}`.",
            )


RESERVED_ID = Check(
    code="CX604",
    name="reserved-id",
    severity=Severity.ERROR,
    summary="What the text can be linked to by stands there once, and is not what the page around it uses.",
    why="The search, the lamps or the footnotes of that page would stop working.",
    good=f"title: Refund in one call\n---\n{BODY}\n## What it cost {{#cost}}\n\nNothing.\n",
    bad=f"title: Refund in one call\n---\n{BODY}\n## What it cost {{#__search}}\n\nNothing.\n",
    find=_find,
)
