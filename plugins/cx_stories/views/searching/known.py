"""The words of the collection, for whoever has misspelled one while searching."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from cx_stories.views import addresses
from cx_stories.views.assets import FOLDER, Asset
from cx_stories.views.edition import Edition

_FOLDER = FOLDER.rpartition("/")[0]
_WORD = re.compile(r"[^\W\d_]{3,}")
"""A word worth proposing: letters, and not just one or two of them."""


def known_words(edition: Edition) -> Sequence[str]:
    """Give the words of titles, summaries and names of terms, in small letters; the commonest first."""
    counted = Counter(word for text in _texts(edition) for word in _WORD.findall(_plain(text)))
    return sorted(counted, key=lambda word: (-counted[word], word))


def known_asset(edition: Edition) -> Asset:
    """Give the words as a file that the scripts fetch when a search finds little.

    It keeps its name when a title gets a new word: every page names it, by way of the words of the scripts.
    So it is not where browsers keep files for ever.
    """
    text = json.dumps(known_words(edition), ensure_ascii=False, separators=(",", ":"))
    name = f"known-{edition.language}.json"
    return Asset(name, f"{_FOLDER}/cx-{name}", text.encode())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def _texts(edition: Edition) -> Iterator[str]:
    library, language = edition.library, edition.language
    for story in library.stories:
        telling = story.told_in(language)
        yield telling.title
        yield telling.summary
    for vocabulary in library.vocabularies.values():
        if vocabulary.id not in addresses.UNSEEN:
            for term in vocabulary.terms:
                yield term.label(language)
                yield from term.aliases.get(language, ())
    for article in library.articles.values():
        yield article.told_in(language).title
