"""The words of a text, each cut down to its stem, so that `waiting` and `waited` are one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import blake2b
from importlib import import_module

_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""The Snowball algorithm for each language; the names of languages are ISO 639-1 codes."""
_WORD = re.compile("[\\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff]+")
"""Letters, with the accents and vowel signs that stand on them and are none themselves."""
_PLAIN = {sign: chr(sign).lower() if _WORD.match(chr(sign)) else " " for sign in range(128)}
"""What is left of each sign of a text without accents: that is quicker than to look for words."""
_DESTINATION = re.compile(r"\]\([^()\s]*\)|<[^<>]*>|https?://\S+")
"""Addresses and HTML tags in Markdown, whose letters nobody reads."""


def number_of(stem: str) -> int:
    """Give the number by which a stem is known everywhere; no two will ever be seen to have the same."""
    return int.from_bytes(blake2b(stem.encode(errors="surrogatepass"), digest_size=7).digest()) if stem else 0


class Stems:
    """Counts the words of texts in one language by their stems; without a stemmer, by what they are."""

    def __init__(self, language: str) -> None:
        """Take the language by its code; a regional form such as `nl-BE` is read as its language."""
        self._stems = _Learned(_stemmer(_ALGORITHMS.get(re.split("[-_]", language.lower())[0], "")))
        self._numbers = _Numbers(self._stems)

    def count(self, text: str, front: str, weight: int) -> Mapping[int, int]:
        """Count the stems of a text in Markdown, by their numbers.

        front:  what goes before it
        weight:  how often a word of that counts
        """
        number = self._numbers.__getitem__
        counts = Counter(map(number, _words(text)))
        for stem, found in Counter(map(number, _words(front))).items():
            counts[stem] += found * weight
        counts.pop(0, None)
        return counts

    def words(self, text: str) -> Mapping[str, str]:
        """Map each stem of a text in Markdown to the first word that has it."""
        found: dict[str, str] = {}
        for word in dict.fromkeys(_words(text)):
            found.setdefault(self._stems[word], word)
        found.pop("", None)
        return found


class _Learned(dict[str, str]):
    """The stems of words, without accents; each is cut once, for that takes long.

    A single letter is mostly half of something (`don’t`, `foto’s`), and numbers say little: neither has
    a stem.
    """

    def __init__(self, cut: Callable[[str], str]) -> None:
        super().__init__()
        self._cut = cut

    def __missing__(self, word: str) -> str:
        tells = len(word) > 1 and not word[0].isdigit()
        self[word] = stem = _plain(self._cut(word)) if tells else ""
        return stem


class _Numbers(dict[str, int]):
    """The numbers of the stems of words; 0 for a word that has none."""

    def __init__(self, stems: _Learned) -> None:
        super().__init__()
        self._stems = stems

    def __missing__(self, word: str) -> int:
        self[word] = number = number_of(self._stems[word])
        return number


def _stemmer(algorithm: str) -> Callable[[str], str]:
    """Give what cuts a word.

    It is taken from its own module: the package itself would give the compiled PyStemmer where that happens
    to be installed, whose algorithms may be older, and the same stories would be related otherwise.
    """
    if not algorithm:
        return str
    module = import_module(f"snowballstemmer.{algorithm}_stemmer")
    cut: Callable[[str], str] = getattr(module, f"{algorithm.capitalize()}Stemmer")().stemWord
    return cut


def _words(text: str) -> list[str]:
    if "](" in text or "<" in text or "://" in text:
        text = _DESTINATION.sub(" ", text)
    if text.isascii():
        return text.translate(_PLAIN).split()
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _plain(word: str) -> str:
    """Take the accents off: `café` and `cafe` are one word to somebody who types in a hurry."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
