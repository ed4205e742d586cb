"""Words of a cell as blocks of a text, and in which language words are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx_stories.pipeline.importing.pieces import Read
from cx_stories.pipeline.importing.readers import from_html, from_text

_HTML = re.compile(r"</(?:p|div|li|strong|em|b|i|a|ul)>|<br\s?/?>", re.IGNORECASE)
_COMMON = {
    "nl": "de het een en van ik niet dat die was met op te zijn naar voor er maar ook bij had toen mijn we",
    "en": "the a and of i not that was with on to is for but at had when my we it in she he they you",
    "de": "der die das und ich nicht ein eine war mit auf zu ist für aber auch bei hatte als mein wir es",
    "fr": "le la les un une et de je ne pas que était avec sur est pour mais au avait quand mon nous il elle",
}
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4_000


def read_words(text: str, name: str) -> Read:
    """Read a text in a cell: HTML where it is some, else plain text with its lines.

    Raises:  UnfitError
    """
    return from_html(text, name) if _HTML.search(text) else from_text(text, name)


def language_of(text: str, languages: Sequence[str]) -> str:
    """Give the language of a site in which a text most likely is; the default one in doubt."""
    words = [word.casefold() for word in _WORD.findall(text[:_LOOKED_AT])]
    scores = {
        code: sum(word in common for word in words) for code, common in _SETS.items() if code in languages
    }
    best = max(scores, key=lambda code: (scores[code], code == languages[0]), default=languages[0])
    return best if scores.get(best) else languages[0]


_SETS = {code: frozenset(words.split()) for code, words in _COMMON.items()}
