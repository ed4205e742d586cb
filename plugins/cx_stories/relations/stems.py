"""The words of a text, each cut down to its stem, so that `waiting` and `waited` are one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
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
_DESTINATION = re.compile(r"\]\([^()\s]*\)|<[^<>]*>|https?://\S+")
"""Addresses and HTML tags in Markdown, whose letters nobody reads."""


class Stems:
    """Counts the words of texts in one language by their stems; without a stemmer, by what they are."""

    def __init__(self, language: str) -> None:
        """Take the language by its code; a regional form such as `nl-BE` is read as its language."""
        self._cut = _stemmer(_ALGORITHMS.get(re.split("[-_]", language.lower())[0], ""))
        self._stems: dict[str, str] = {}

    def count(self, text: str, front: str, weight: int) -> Mapping[str, int]:
        """Count the stems of a text in Markdown.

        front:  what goes before it
        weight:  how often a word of that counts
        """
        words = Counter(_words(text))
        for word in _words(front):
            words[word] += weight
        stems, counts = self._stems, dict[str, int]()
        for word, found in words.items():
            stem = stems[word] if word in stems else self._learn(word)
            counts[stem] = counts.get(stem, 0) + found
        counts.pop("", None)
        return counts

    def words(self, text: str) -> Mapping[str, str]:
        """Map each stem of a text in Markdown to the first word that has it."""
        found: dict[str, str] = {}
        for word in dict.fromkeys(_words(text)):
            found.setdefault(self._stems[word] if word in self._stems else self._learn(word), word)
        found.pop("", None)
        return found

    def _learn(self, word: str) -> str:
        """Give the stem, without accents, and remember it: cutting takes long.

        A single letter is mostly half of something (`don’t`, `foto’s`), and numbers say little: neither has
        a stem.
        """
        tells = len(word) > 1 and not word[0].isdigit()
        self._stems[word] = stem = _plain(self._cut(word)) if tells else ""
        return stem


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
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _WORD.findall(text.casefold())


def _plain(word: str) -> str:
    """Take the accents off: `café` and `cafe` are one word to somebody who types in a hurry."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
