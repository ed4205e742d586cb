"""The words of the scripts, as one file for each language."""

from __future__ import annotations

import json

from cx_stories.views.assets import Asset
from cx_stories.views.searching.dialog_words import dialog_words
from cx_stories.views.searching.explore_words import explore_words
from cx_stories.views.searching.export_words import export_words
from cx_stories.views.searching.known import known_asset
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
    asset = words_asset(edition, Asset("known-nl.json", "assets/known-nl.json", b"[]"))

    assert json.loads(asset.content) == {**words_of(edition), "known": "../known-nl.json"}


def test_file_of_words_changes_its_name_with_its_words(site: Site) -> None:
    """A browser that has kept the words of last year asks for those of today."""
    known = Asset("known.json", "assets/known.json", b"[]")
    dutch, english, later = (
        words_asset(site.edition(language), asset).path
        for language, asset in (
            ("nl", known),
            ("en", known),
            ("en", Asset("known.json", "assets/later.json", b"[]")),
        )
    )

    assert len({dutch, english, later}) == 3
    assert dutch.startswith("assets/cx-stories/words-nl.")
    assert later.startswith("assets/cx-stories/words-en.")


def test_new_word_in_a_title_leaves_the_file_of_words_as_it_is(site: Site) -> None:
    """Every page names that file: none of them need be printed again for a word that a search may propose."""
    before = _words_and_known(site)
    site.story("zebra", "title: The zebra")
    after = _words_and_known(site)

    assert before[0] == after[0]
    assert before[1].path == after[1].path == "assets/cx-known-en.json"
    assert before[1].content != after[1].content


def _words_and_known(site: Site) -> tuple[Asset, Asset]:
    edition = site.edition()
    known = known_asset(edition)
    return words_asset(edition, known), known
