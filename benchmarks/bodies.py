"""The Markdown of a made-up story: paragraphs with a heading, a list, a quotation, emphasis and links."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from words import Speech, finished

SHORTEST, LONGEST = 250, 500
"""How many words a story has, counted as what stands between spaces."""
_EMPHASIS = ("*", "", "**", "")
"""The signs around two words of each of the four paragraphs."""


def body(speech: Speech, random: Random, targets: Sequence[str]) -> str:
    """Give the Markdown of a story.

    targets:  the files it links to, each once, relative to its own
    """
    length = random.randint(SHORTEST + 20, LONGEST - 20)
    heading = "## " + speech.sentence(random, random.randint(2, 5), "")
    quotation = "> " + speech.sentence(random, random.randint(12, 30))
    items = _list(speech, random, numbered=random.random() < 0.3)
    spent = sum(len(block.split()) for block in (heading, quotation, items))
    first, second, third, fourth = _paragraphs(speech, random, length - spent, targets)
    return "\n\n".join((first, quotation, second, heading, third, items, fourth)) + "\n"


def _list(speech: Speech, random: Random, *, numbered: bool) -> str:
    items = speech.sentences(random, random.randint(3, 5), (4, 10))
    signs = [f"{number}." if numbered else "-" for number in range(1, len(items) + 1)]
    return "\n".join(f"{sign} {item}" for sign, item in zip(signs, items, strict=True))


def _paragraphs(speech: Speech, random: Random, words: int, targets: Sequence[str]) -> list[str]:
    """Give four paragraphs that together have so many words; the links are dealt out over them."""
    return [
        _paragraph(speech, random, words // 4 + (number < words % 4), targets[number::4], sign)
        for number, sign in enumerate(_EMPHASIS)
    ]


def _paragraph(speech: Speech, random: Random, words: int, targets: Sequence[str], sign: str) -> str:
    sentences = [speech.words(random, size) for size in _lengths(random, words)]
    for target in targets:
        _enclose(random.choice(sentences[1:-1]), "[", f"]({target})")
    _enclose(sentences[0], sign, sign)
    return " ".join(finished(sentence) for sentence in sentences)


def _lengths(random: Random, words: int) -> list[int]:
    """Divide a number of words over sentences of six to twenty-one of them."""
    lengths = []
    while words > 21:
        lengths.append(min(random.randint(6, 16), words - 6))
        words -= lengths[-1]
    return [*lengths, words]


def _enclose(sentence: list[str], before: str, after: str) -> None:
    """Put signs around the third and fourth word of a sentence."""
    sentence[2] = before + sentence[2]
    sentence[3] += after
