"""What the scripts of the search and of Explore say, in the language of the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from posixpath import relpath

from cx_stories.views.assets import FOLDER, Asset, hashed
from cx_stories.views.edition import Edition
from cx_stories.views.searching.dialog_words import dialog_words
from cx_stories.views.searching.explore_words import explore_words
from cx_stories.views.searching.export_words import export_words


def words_of(edition: Edition) -> Mapping[str, str]:
    """Give the words by the names that the scripts know; where they hold `#` or `@`, these are filled in.

    `#` stands for a number, `@` for words of the reader's or of the collection's.
    """
    return {**dialog_words(edition), **explore_words(edition), **export_words(edition)}


def words_asset(edition: Edition, known: Asset) -> Asset:
    """Give the words as a file that the scripts fetch when they are first needed.

    known:  the file of the words of the collection; they find under `known` where it is, as seen from them
    """
    words = {**words_of(edition), "known": relpath(known.path, FOLDER)}
    text = json.dumps(words, ensure_ascii=False, indent=0, sort_keys=True)
    return hashed(f"words-{edition.language}.json", text.encode())
