"""Whom to credit: names as people write them, taken apart as reference lists want them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]|['’.-])+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_NOBODY = frozenset({"the", "our", "a", "an", "team", "de", "het", "een", "onze", "familie"})
"""First words of names that no person has."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name. `family` is empty where it cannot be taken apart beyond doubt: of groups, of many words."""

    whole: str
    given: str = ""
    particle: str = ""
    family: str = ""

    @property
    def listed(self) -> str:
        """The name as APA lists it: `van der Ouderaa, K.`."""
        return f"{self.surname}, {self.initials}" if self.family else self.whole

    @property
    def surname(self) -> str:
        """The family name with what belongs before it."""
        return f"{self.particle} {self.family}".strip()

    @property
    def initials(self) -> str:
        """The given names as initials; those joined by a hyphen stay so."""
        spaced = re.sub(r"\.(?=[^\s-])", ". ", self.given)
        words = ("-".join(f"{part[0]}." for part in word.split("-") if part) for word in spaced.split())
        return " ".join(words)


@lru_cache(maxsize=1024)
def name_of(text: str) -> Name:
    """Take a name apart if it is plainly that of one person; otherwise it stays as it is."""
    words = text.split()
    whole = " ".join(words)
    start = next((index for index, word in enumerate(words) if not _is_name(word)), len(words) - 1)
    given, particle, family = words[:start], words[start:-1], words[-1:]
    if not given or given[0].casefold() in _NOBODY or not _belongs_to_one(words, given, particle):
        return Name(whole)
    return Name(whole, " ".join(given), " ".join(particle), family[0])


def _belongs_to_one(words: Sequence[str], given: Sequence[str], particle: Sequence[str]) -> bool:
    """Whether it is clear where the family name begins: after small words, a first name or initials."""
    clear = bool(particle) or all(_INITIALS.fullmatch(name) for name in given[1:])
    small = all(word.islower() for word in particle)
    return clear and small and words[-1][:1].isupper() and all(map(_WORD.fullmatch, words))


def _is_name(word: str) -> bool:
    return bool(_INITIALS.fullmatch(word)) or all(part.istitle() for part in word.split("-"))
