"""What somebody typed is shown as it is, and steers nothing."""

from __future__ import annotations

import pytest

from cx_stories.views.signs import spelled_out, visible


def test_signs_that_steer_are_replaced_and_keep_their_place() -> None:
    """A mark under the fifth letter stays under the fifth letter."""
    assert visible("a\u202eb\x1bc\td\n👩\u200d🚀") == "a\ufffdb\ufffdc d\ufffd👩\u200d🚀"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Crêpe, 驚き, 👍🏽 and “so”", "Crêpe, 驚き, 👍🏽 and “so”"),
        ("a\tb", "a b"),
        ("a\r\nb\x00", r"a\x0d\x0ab\x00"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("\u202egnorw\u2069", r"\u202egnorw\u2069"),
        ("half \ud83d of it", r"half \ud83d of it"),
        ("\ufffe\u2028", r"\ufffe\u2028"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    """Letters of any language stay; what clears a screen or turns letters round is told, not done."""
    assert spelled_out(text) == shown
