"""A sketch of a text: a few numbers by which near-duplicates are found without comparing all with all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate
from zlib import crc32

SIZE = 32
WORDS = 4
SHORTEST = 60
"""How many words a text must have to be compared: shorter ones are alike by chance."""
SHORTEST_COPY = 20
"""How many words a text must have to be taken for a copy, if every one of them is the same."""
_WORD = re.compile(r"\w+")
_BARE = "".join(sign if sign.isalnum() or sign == "_" else " " for sign in map(chr, range(128)))
"""What stands for each sign of ASCII: itself where `_WORD` takes it, a space elsewhere."""


def sketch(text: str) -> tuple[int, ...]:
    """Give the smallest numbers that stand for runs of words, in ascending order; nothing for a short text.

    Two texts have as large a part of their smallest numbers in common as of their runs of words.
    Source:  bottom-k sketch, Cohen and Kaplan 2007, https://doi.org/10.1145/1281100.1281133
    """
    words = _words(text)
    if len(words) < SHORTEST:
        return ()
    typed = " ".join(words).encode()
    bare = words if len(typed) == sum(map(len, words)) + len(words) - 1 else typed.split(b" ")
    starts = [0, *accumulate([len(word) + 1 for word in bare])]
    numbers = [crc32(typed[start : end - 1]) for start, end in zip(starts, starts[WORDS:], strict=False)]
    return _smallest(numbers)


def _smallest(numbers: Sequence[int]) -> tuple[int, ...]:
    """Give the smallest of numbers of 32 bits, each once; twice as many as are wanted are below `most`."""
    most = (2 * SIZE << 32) // len(numbers)
    small = sorted({number for number in numbers if number < most})
    return tuple((small if len(small) >= SIZE else sorted(set(numbers)))[:SIZE])


def imprint(text: str, above: str) -> int:
    """Give a number by which a copy of a text without a sketch is known; 0 for very few words.

    above:    what must be the same as well: the front matter, for short texts may well have the same words
    """
    words = _words(text)
    if not SHORTEST_COPY <= len(words) < SHORTEST:
        return 0
    whole = f"{above}\n{' '.join(words)}"
    return int.from_bytes(blake2b(whole.encode(), digest_size=7).digest())


def _words(text: str) -> list[str]:
    folded = text.casefold()
    return folded.translate(_BARE).split() if folded.isascii() else _WORD.findall(folded)


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Estimate how large a part of their runs of words two texts have in common, 0 to 1.

    one, other:  their sketches; the smallest numbers of the two together are a fair sample of both texts
    Source:  Beyer and others 2007, https://doi.org/10.1145/1247480.1247504
    """
    size = min(len(one), len(other))
    sample = sorted({*one, *other})[:size]
    both = {*one} & {*other}
    return sum(number in both for number in sample) / size if size else 0.0
