"""The order of words in a language, for people who look them up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

_AFTER: Mapping[str, tuple[str, ...]] = {
    "cs": ("cč", "rř", "sš", "zž"),
    "da": ("zæøå",),
    "es": ("nñ",),
    "fi": ("zåäö",),
    "nb": ("zæøå",),
    "nn": ("zæøå",),
    "no": ("zæøå",),
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zźż"),
    "sv": ("zåäö",),
}
"""Letters that have a place of their own in a language, each after the first one of its row.

Every other letter with a sign over or under it stands with the plain letter.
"""
_PLAIN = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
OTHERS = "#"
"""Under which words stand that begin with no letter."""

Sign = tuple[str, int]


def order(text: str, language: str) -> tuple[tuple[Sign, ...], str]:
    """Give the sort key of words: word by word, as the letters of the language follow one another."""
    return tuple(_signs(text, language)), text


def initial(text: str, language: str) -> str:
    """Give the letter under which words stand; `#` for those that begin with none."""
    letter, place = next(_signs(text, language), ("", 0))
    if not letter.isalpha():
        return OTHERS
    row = next((row for row in _AFTER.get(language.partition("-")[0], ()) if row[0] == letter), letter)
    return row[place].upper()


def _signs(text: str, language: str) -> Iterator[Sign]:
    """Give the letters and digits of words, and a space between two words; marks before them are skipped."""
    own = {
        letter: (row[0], place)
        for row in _AFTER.get(language.partition("-")[0], ())
        for place, letter in enumerate(row)
    }
    begun = waiting = False
    for letter in unicodedata.normalize("NFC", text).casefold():
        for sign in [own[letter]] if letter in own else [(plain, 0) for plain in _folded(letter)]:
            if not sign[0].isalnum():
                waiting = begun
                continue
            if waiting:
                yield " ", 0
            yield sign
            begun, waiting = True, False


def _folded(letter: str) -> str:
    """Give a letter without what stands over or under it."""
    apart = unicodedata.normalize("NFKD", letter).translate(_PLAIN)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
