"""Names that a site keeps out of its pages, from a private file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from cx_stories.checks.personal.found import Found

_WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "‑": " ", "‐": " ", "-": " ", "－": " ", "_": " "})
"""Signs that look alike, and those that join a name in an id or stress it. None of them changes a length."""


@dataclass(frozen=True, slots=True)
class DeniedNames:
    """The names, folded and cut into words. Its repr does not show them.

    lengths:  how many words the names have that start with a word, most first
    """

    names: frozenset[tuple[str, ...]] = field(repr=False)
    lengths: Mapping[str, Sequence[int]] = field(repr=False, hash=False)

    @classmethod
    def of(cls, lines: Iterable[str]) -> DeniedNames:
        """Read the lines of a file: a name on each; blank lines and those that start with `#` are remarks."""
        kept = (line for line in lines if not line.lstrip("\ufeff \t").startswith("#"))
        names = frozenset(words for words in (tuple(_words(_folded(line))) for line in kept) if words)
        lengths: dict[str, set[int]] = {}
        for words in names:
            lengths.setdefault(words[0], set()).add(len(words))
        ordered = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
        return cls(names, ordered)

    @property
    def key(self) -> bytes:
        """Bytes that are others for other names, and from which nobody can tell the names."""
        return blake2b(repr(sorted(self.names)).encode(), digest_size=16).digest()


NO_NAMES = DeniedNames(frozenset(), {})
"""For a site without such a file."""


def denied_names(text: str, names: DeniedNames) -> Iterator[Found]:
    """Find the names, in order, as whole words in any case and with any white space between the words.

    Of two that start alike the longer is found. The owner's s is allowed: "Mina's", "the Jansens'", and of a
    name of several words, as in Dutch, "Mina Jansens winkel".
    Reads the text once, however many names there are.
    """
    if not _may_have_one(text, names):
        return
    words = list(_WORD.finditer(text.translate(_ALIKE)))
    folded = [_folded(word.group()) for word in words]
    position = 0
    while position < len(words):
        length = _length(folded, position, names)
        if length:
            start, end = words[position].start(), words[position + length - 1].end()
            yield Found(start, end, text[start:end], secret=True)
        position += length or 1


def _may_have_one(text: str, names: DeniedNames) -> bool:
    """Whether a name may start somewhere: most texts are done with quickly."""
    if not names.lengths:
        return False
    words = set(_words(_folded(text)))
    words.update([word.removesuffix("s") for word in words if word.endswith("s")])
    return not names.lengths.keys().isdisjoint(words)


def _length(folded: Sequence[str], position: int, names: DeniedNames) -> int:
    """Say how many words the name has that starts here; 0 if none does."""
    for first in dict.fromkeys((folded[position], folded[position].removesuffix("s"))):
        for length in names.lengths.get(first, ()):
            end = position + length
            words = tuple(folded[position:end])
            fits = {words, _owned(words, folded[end : end + 1])} & names.names
            if fits and len(words) == length:
                return length
    return 0


def _owned(words: tuple[str, ...], following: Sequence[str]) -> tuple[str, ...]:
    """Give words without the s of an owner at their end, where it can be one."""
    if not words[-1].endswith("s") or (len(words) == 1 and list(following) != ["'"]):
        return words
    return (*words[:-1], words[-1].removesuffix("s"))


def _folded(text: str) -> str:
    """Give a text in one of the ways in which it may be written: full-width letters are letters."""
    alike = unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold()
    return unicodedata.normalize("NFKC", alike)


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded)
