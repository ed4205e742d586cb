"""Columns in which somebody tells a positive and a negative experience, each under a heading that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cx_stories.pipeline.importing.pieces import BOLD_LINE, BREAK, NO_LEVEL, Block
from cx_stories.pipeline.importing.sections import lessons_begin
from cx_stories.vocabulary.vocabulary import Term, Vocabularies, Vocabulary

LONGEST_HEADING = 120
_SHORT = 90
_BETWEEN = r"\s*(?::|[–—]|\s-{1,2}\s|\Z)\s*"
_STORY = r"(?:\s(?:ervaring|beleving|verhaal|kant|experience|story|side))?"
_ENDING = re.compile(
    r"\W*(?:over de (?:auteur|schrijver|schrijfster|columnist|verteller)"
    r"|about the (?:author|writer|columnist|teller)"
    r"|reactie plaatsen|plaats een reactie|reacties?\b|leave a (?:comment|reply)|post a comment|comments\b"
    r"|gerelateerde (?:berichten|artikelen)|related (?:posts|articles|stories)|lees ook|read (?:also|more)"
    r"|dit vind je misschien ook leuk|you (?:may|might) also like|deel dit|share this|bron\s*:|source\s*:)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\*\*(.{3,200}?)\*\*(?:[ ]{2}\n|[ ]?\n|[ ]|\Z)(?=\S|\Z)", re.DOTALL)
_AROUND = " \t“”„\"'‘’«»*_.:–—-"


@dataclass(slots=True)
class Part:
    """A story in a column: the verdict in its heading, the rest of that heading, and what stands below."""

    polarity: str
    title: str
    language: str
    level: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Column:
    """The stories of a column, what stands before the first of them, and what belongs to none."""

    lead: Sequence[Block]
    parts: Sequence[Part]
    rest: Sequence[Block]

    @property
    def is_case(self) -> bool:
        """Whether it is a single story, whose verdict stands alone on a line below its own title."""
        titled = [block.heading for block in self.lead] == [True]
        return titled and [part.title for part in self.parts] == [""]


def column_of(blocks: Sequence[Block], vocabularies: Vocabularies) -> Column | None:
    """Take a column apart; None if no heading says that a story is positive or negative."""
    headings = tuple(_headings_of(vocabularies["polarity"]))
    lead: list[Block] = []
    parts: list[Part] = []
    rest: list[Block] = []
    current = lead
    for block in blocks:
        part, below = _begun(block, headings)
        if part:
            parts.append(part)
            current = part.blocks
            current += below
        elif (
            parts
            and current is not rest
            and _ends(parts[-1], block)
            and not lessons_begin(block, vocabularies)
        ):
            current = rest
            rest.append(block)
        else:
            current.append(block)
    return Column(lead, parts, rest) if parts else None


def pairs_among(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """Give by their numbers the parts that stand together: neighbours of opposite verdicts."""
    number = 0
    while number + 1 < len(parts):
        if parts[number].polarity != parts[number + 1].polarity:
            yield number, number + 1
            number += 1
        number += 1


@dataclass(frozen=True, slots=True)
class _Heading:
    pattern: re.Pattern[str]
    term: Term
    language: str
    label: bool


def _headings_of(polarity: Vocabulary) -> Iterator[_Heading]:
    for term in polarity.offered:
        named = [(language, label, True) for language, label in term.labels.items()]
        named += [(language, name, False) for language, names in term.aliases.items() for name in names]
        for language, name, label in named:
            stem = rf"{re.escape(name[:-1])}(?:f|ve)" if name.endswith("f") else rf"{re.escape(name)}e?"
            words = rf"\W*{stem}{_STORY}{_BETWEEN}(?P<title>.*)"
            yield _Heading(re.compile(words, re.IGNORECASE | re.DOTALL), term, language, label)


def _begun(block: Block, headings: Sequence[_Heading]) -> tuple[Part | None, Sequence[Block]]:
    """Give the story that begins with a block, and what of that block belongs to its text."""
    bold = _BOLD.match(block.markdown)
    if bold and (part := _part(bold[1], BOLD_LINE, headings)):
        said = re.sub(r"\W", "", bold[1])
        below = block.markdown[bold.end() :].lstrip()
        plain = block.plain[len(block.plain) - _length_after(block.plain, len(said)) :]
        return part, [Block(below, plain.strip())] if below else ()
    part = _part(block.plain, block.level, headings) if len(block.plain) <= LONGEST_HEADING else None
    return part, ()


def _length_after(plain: str, letters: int) -> int:
    """Give how much of a text is left behind so many letters and digits."""
    for number, sign in enumerate(plain):
        letters -= sign.isalnum() or sign == "_"
        if letters <= 0:
            return len(plain) - number - 1
    return 0


def _part(text: str, level: int, headings: Sequence[_Heading]) -> Part | None:
    for heading in headings:
        found = heading.pattern.fullmatch(text)
        if found and (level < NO_LEVEL or (heading.label and found["title"])):
            title = " ".join(found["title"].split()).strip(_AROUND)
            return Part(heading.term.id, _unescaped(title), heading.language, level)
    return None


def _unescaped(title: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", title)


def _ends(part: Part, block: Block) -> bool:
    """Whether a block is no part of the story above it."""
    if block.level <= min(part.level, BOLD_LINE - 1):
        return True
    return len(block.plain) <= _SHORT and _ENDING.match(block.plain) is not None


def body_of(blocks: Sequence[Block]) -> str:
    """Give the text of a story; headings within it are of the second level and below."""
    levels = sorted({block.level for block in blocks if block.level < BOLD_LINE})
    while blocks and blocks[-1] is BREAK:
        blocks = blocks[:-1]
    while blocks and blocks[0] is BREAK:
        blocks = blocks[1:]
    return "\n\n".join(_typed(block, levels) for block in blocks if block.markdown)


def _typed(block: Block, levels: Sequence[int]) -> str:
    if block.level not in levels:
        return block.markdown
    return f"{'#' * min(6, 2 + levels.index(block.level))} {block.markdown}"


def plainly(blocks: Sequence[Block]) -> Sequence[Block]:
    """Give blocks of words alone, where their Markdown came to nothing good."""
    return [replace(block, markdown=block.plain, level=NO_LEVEL) for block in blocks if block.plain]
