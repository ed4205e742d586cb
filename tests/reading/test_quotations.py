"""Words are counted alike in every script, and quotations found wherever they stand."""

from __future__ import annotations

import pytest

from cx_stories.reading.prose_parts import Places
from cx_stories.reading.quotations import count_words, find_quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said it's well-known... - 3.14, no?", 6),
        ("-- ' . _ a_b -c- d.", 4),
        ("one\ntwo\tthree/four(five)", 5),
        ("", 0),
    ],
)
def test_words_are_counted_alike_with_and_without_accents(text: str, words: int) -> None:
    """A text does not grow or shrink because one sign of it is not on every keyboard."""
    assert (count_words(text), count_words(f"{text} é")) == (words, words + 1)


def test_block_quotations_are_found_one_by_one() -> None:
    """What stands between two block quotations, with a sign such as `->` in it, belongs to neither."""
    text = "She went -> home.\n\n> One\ngoes on.\n\nWords > signs.\n\n- > Two > three\n\n>\n\nEnd.\n"

    found = [(one.text, one.span.line) for one in find_quotations(text, Places.of(text, 1))]

    assert found == [("One goes on.", 3), ("Two > three", 8)]
