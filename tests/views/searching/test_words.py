"""The words of the scripts, as one file for each language."""

from __future__ import annotations

import json

from cx_stories.views.assets import Asset
from cx_stories.views.searching.dialog_words import dialog_words
from cx_stories.views.searching.explore_words import explore_words
from cx_stories.views.searching.export_words import export_words
from cx_stories.views.searching.words import words_asset, words_of
from tests.conftest import Site


def test_words_of_all_scripts_are_in_one_file(site: Site) -> None:
    """One reads nothing of the other: no two have a word of the same name."""
    edition = site.edition("nl")
    parts = [dialog_words(edition), explore_words(edition), export_words(edition)]

    assert words_of(edition) == {name: text for part in parts for name, text in part.items()}
    assert len(words_of(edition)) == sum(map(len, parts))


def test_file_of_words_also_says_where_the_words_of_the_collection_are(site: Site) -> None:
    """A script that finds little looks there for what a reader may have meant."""
    edition = site.edition("nl")
    asset = words_asset(edition, Asset("known-nl.json", "assets/cx-stories/known-nl.1.json", b"[]"))

    assert json.loads(asset.content) == {**words_of(edition), "known": "known-nl.1.json"}


def test_file_of_words_changes_its_name_with_its_words(site: Site) -> None:
    """A browser that has kept the words of last year asks for those of today."""
    known = Asset("known.json", "assets/cx-stories/known.1.json", b"[]")
    dutch, english, later = (
        words_asset(site.edition(language), asset).path
        for language, asset in (
            ("nl", known),
            ("en", known),
            ("en", Asset("known.json", "assets/cx-stories/known.2.json", b"[1]")),
        )
    )

    assert len({dutch, english, later}) == 3
    assert dutch.startswith("assets/cx-stories/words-nl.")
    assert later.startswith("assets/cx-stories/words-en.")
