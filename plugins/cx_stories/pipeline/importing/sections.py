"""What a text says of its story in lines of its own: the verdict, and what was learned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx_stories.pipeline.importing.escaping import seen
from cx_stories.pipeline.importing.names import meant, plain_name
from cx_stories.pipeline.importing.pieces import Block
from cx_stories.pipeline.importing.sketch import Sketch
from cx_stories.vocabulary.vocabulary import Vocabularies

LONGEST_LESSON = 300
_LESSONS = frozenset(
    """
    de-les de-lessen the-lesson the-lessons lessons-learned lesson-learned wat-leren-we-hiervan
    wat-leren-we-hieruit wat-kunnen-we-leren wat-kunnen-we-hiervan-leren what-do-we-learn
    what-do-we-learn-from-this what-can-we-learn what-can-we-learn-from-this what-we-learn
    """.split()  # noqa: SIM905 (as a list it fills a page)
)
_SAID = re.compile(r"\s*([^\W\d_]{3,12})\s*:\s+(\S.*)", re.DOTALL)
_ITEM = re.compile(r"(?:[-*+•–]|\d{1,3}[.)\\]+)[ \t]+(.+)")
_ESCAPED = re.compile(r"\\([^\w\s])")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1")
_AROUND = " \t*_.:!“”\"'()[]–—-"
_EARLY = 3
"""Among how many blocks from the top a word alone on a line is the verdict, and nothing that was said."""


def lessons_begin(block: Block, vocabularies: Vocabularies) -> bool:
    """Whether a heading stands above what was learned."""
    name = plain_name(block.plain)
    return block.heading and (name in _LESSONS or meant(block.plain, vocabularies) == "lessons")


def set_apart(sketch: Sketch, blocks: Sequence[Block], vocabularies: Vocabularies) -> Sequence[Block]:
    """Put the verdict and the lessons of a text into a sketch, where that is clear.

    Returns  what is left of the text
    """
    left: list[Block] = []
    above: Block | None = None
    for number, block in enumerate(blocks):
        if above is not None and (lessons := _lessons_in(block)):
            _add(sketch, lessons)
            left.pop()
        elif verdict := _verdict(block, vocabularies) if number < _EARLY else "":
            sketch.fields.setdefault("polarity", verdict)
        elif lesson := _said_to_be("lessons", block, vocabularies):
            _add(sketch, [lesson])
        else:
            if above is not None:
                sketch.say(
                    f"What stands under “{above.plain}” was left in the text: it is no list of lessons."
                )
            left.append(block)
        above = block if lessons_begin(block, vocabularies) else None
    if above is not None:
        sketch.say(f"Nothing stands under “{above.plain}”.")
    return left


def _add(sketch: Sketch, lessons: Sequence[str]) -> None:
    there = sketch.fields.get("lessons") or []
    sketch.fields["lessons"] = [*there, *lessons] if isinstance(there, list) else lessons


def _verdict(block: Block, vocabularies: Vocabularies) -> str:
    """Give the verdict that a line has to itself, or behind a word for it."""
    alone = block.plain.strip(_AROUND)
    said = _said_to_be("polarity", block, vocabularies).strip(_AROUND) or alone
    term = vocabularies["polarity"].resolve(said)
    return term.id if term in vocabularies["polarity"].offered and term else ""


def _said_to_be(field: str, block: Block, vocabularies: Vocabularies) -> str:
    """Give what a short paragraph says behind a word for a field and a colon."""
    found = _SAID.fullmatch(block.plain)
    if found is None or block.heading or len(found[2]) > LONGEST_LESSON:
        return ""
    return found[2].strip() if meant(found[1], vocabularies) == field else ""


def _lessons_in(block: Block) -> Sequence[str]:
    """Give the lessons of a list without lists in it, or of a short paragraph."""
    if block.heading or not block.plain:
        return ()
    lines = [line for line in block.markdown.split("\n") if line.strip()]
    items = [_ITEM.fullmatch(line) for line in lines]
    if all(items):
        return [words for item in items if item and (words := _words(item[1]))]
    is_words = not any(items) and not lines[0].startswith((">", "|")) and len(lines) == 1
    return [block.plain.strip()] if is_words and len(block.plain) <= LONGEST_LESSON else ()


def _words(markdown: str) -> str:
    """Give the words of a line of Markdown."""
    bare = _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", markdown))
    return seen(_ESCAPED.sub(r"\1", bare)).strip()
