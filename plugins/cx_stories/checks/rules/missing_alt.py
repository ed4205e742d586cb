"""CX305: a picture without words for those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.picture import PICTURE
from cx_stories.checks.typed import closest
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, MapNode, Span

_BY_LABEL = re.compile(r"(?<!\\)!\[\s*\]\s?\[[^\[\]\n]+\]")
"""A picture without words whose address stands elsewhere in the text, under a label."""
_BETWEEN = "Say between the square brackets what it shows: `![A blue coat on a counter](...)`."


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    yield from _in_front_matter(document, context)
    prose = context.prose(document)
    for image in prose.images:
        if not image.text.strip():
            yield _silent(image.whole, _BETWEEN)
    for picture in _BY_LABEL.finditer(prose.text) if "![" in prose.text else ():
        yield _silent(prose.at(*picture.span()), _BETWEEN.replace("(...)", "[...]"))
    for tag in prose.tags:
        words = "".join(attribute.value for attribute in tag.attributes if attribute.name == "alt")
        if tag.name == "img" and not tag.closing and not words.strip():
            yield _silent(tag.span, 'Say in it what it shows: `alt="A blue coat on a counter"`.')


def _in_front_matter(document: Document, context: CheckContext) -> Iterator[Fault]:
    """Every file that has the key needs words in its own language; one without it takes over all of it."""
    image = document.get("image")
    if document.kind is not Kind.STORY or image is None:
        return
    if not isinstance(image.value, MapNode) or image.value.blank:
        return
    alt = image.value.get("alt")
    others = (entry.key.text for entry in image.value.entries if entry.key.text not in _KEYS)
    if alt is None and "alt" not in {closest(typed, _KEYS) for typed in others}:
        yield _silent(image.key.span, "Add `alt:` below `image:` and say there what it shows.")
    elif alt is not None and alt.value.blank and not context.hidden_by_comment(document, alt.value):
        yield _silent(alt.key.span, "Say after `alt:` what it shows.")


_KEYS = ("file", "alt", "credit")


def _silent(at: Span, cure: str) -> Fault:
    return Fault(at, f"The picture has no words for those who cannot see it. {cure}")


MISSING_ALT = Check(
    code="CX305",
    name="missing-alt",
    severity=Severity.ERROR,
    summary="Every picture has words that say what it shows.",
    why="Who cannot see it hears them instead; without them there is a hole in the story.",
    good={
        "stories/example.md": "image: {file: coat.png, alt: A blue coat on a counter}\n",
        "stories/coat.png": PICTURE,
    },
    bad={"stories/example.md": "image: {file: coat.png}\n", "stories/coat.png": PICTURE},
    find=_find,
)
