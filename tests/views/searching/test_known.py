"""The words of the collection, for whoever has misspelled one while searching."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from cx_stories.views.searching.known import known_asset, known_words
from tests.conftest import Site

TOLD = "title: The ZEBRA’s café\nsummary: A zebra is in a café of 1922 at 9:30, to us.\n"


@pytest.fixture
def site_with_zebra(site: Site) -> Site:
    """Give a site with a story whose words no vocabulary has."""
    site.story("zebra", TOLD)
    return site


def _places(words: Sequence[str], *chosen: str) -> list[bool]:
    return [word in words for word in chosen]


def test_words_of_titles_and_summaries_are_known(site_with_zebra: Site) -> None:
    """A slip in a word of a title can be put right; numbers and words of two letters are left alone."""
    words = known_words(site_with_zebra.edition())

    assert _places(words, "zebra", "café") == [True, True]
    assert _places(words, "ZEBRA", "1922", "in", "s") == [False, False, False, False]


def test_the_commonest_words_stand_first(site_with_zebra: Site) -> None:
    """Of two words that are equally near, the one that is used more is proposed."""
    site_with_zebra.story("other", "title: The zebra and the quagga\n")
    words = known_words(site_with_zebra.edition())

    assert words.index("zebra") < words.index("quagga")
    assert len(set(words)) == len(words)


def test_terms_are_known_by_all_their_names(site: Site) -> None:
    """Who looks for an element by another word for it may misspell that too, in the language of the page."""
    english, dutch = known_words(site.edition()), known_words(site.edition("nl"))

    assert _places(english, "surprising", "immersive", "verrassend") == [True, True, False]
    assert _places(dutch, "verrassend", "surprising") == [True, False]


def test_people_are_known_by_name(site: Site) -> None:
    """Names are easily misspelled."""
    site.file("people/jo-quill.md", "---\ntitle: Jo Quillfeather\n---\nWrites.\n")

    assert "quillfeather" in known_words(site.edition())


def test_the_words_are_a_file_that_is_the_same_each_time(site_with_zebra: Site) -> None:
    """Its name tells the language."""
    asset, again = (known_asset(site_with_zebra.edition()) for _ in range(2))

    assert asset == again
    assert json.loads(asset.content) == known_words(site_with_zebra.edition())
    assert asset.name == "known-en.json"
