"""Numbers beside the name of a street that are not the number of a house."""

from __future__ import annotations

import re

_NEXT_WORD = re.compile(r"[\s)*_]{1,3}([^\W\d_]+)")
_COUNTED = re.compile(
    "jaar|jaren|keer|maal|uur|uren|minuten|minuut|seconden|dag|dagen|week|weken|maand|maanden|meter|kilometer|km|"
    "euro|procent|mensen|personen|klanten|bezoekers|winkels|winkel|zaken|huizen|panden|bomen|"
    "years?|times?|hours?|minutes?|days?|weeks|months?|people|metres?|meters|miles?|yards|percent|for|all"
)
_NO_PLURAL = re.compile("is|was|has|as|does|his|us|its|this|always|perhaps|towards|besides")


def next_word(text: str, end: int) -> str:
    """Give the word that follows, or nothing where a sign comes first."""
    word = _NEXT_WORD.match(text, end)
    return word[1] if word else ""


def is_year(number: str) -> bool:
    """Whether a number is more likely a year of our time than that of a house."""
    return len(number) == 4 and number.isdigit() and number[:2] in ("19", "20")


def is_counted(word: str) -> bool:
    """Whether a number before this word says how many there are."""
    return _COUNTED.fullmatch(word) is not None


def is_plural(word: str) -> bool:
    """Whether an English word looks like more than one of something."""
    return word.islower() and word.endswith("s") and not _NO_PLURAL.fullmatch(word)
