"""What somebody typed is shown as it is, and steers nothing."""

from __future__ import annotations

import pytest

from cx_stories.views.signs import no_orders, spelled_out, visible


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
        ("cat\U000e0041\U000e007f", r"cat\U000e0041\U000e007f"),
        ("re\u200bfund\xad\ufeff\u2060\u3164", r"re\u200bfund\xad\ufeff\u2060\u3164"),
        ("a\u200db\u200c\u200d 👩\u200d🚀 می\u200cخواهم", "a\\u200db\\u200c\\u200d 👩\u200d🚀 می\u200cخواهم"),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    """Letters of any language stay; what clears a screen or turns letters round is told, not done."""
    assert spelled_out(text) == shown


def test_log_gives_no_orders_to_a_build_server() -> None:
    """What such a server obeys is shown so that it does not; headings and colons are as they were."""
    typed = "see ##[stop]x\n  ::add-mask::y\n::z\n## Title [a]\nA::b ##vso[c] #\u200b#[d]\n \xad:\ufeff:e"

    assert no_orders(typed).split("\n") == [
        "see \\x23#[stop]x",
        "\\  ::add-mask::y",
        "\\::z",
        "## Title [a]",
        "A::b \\x23#vso[c] \\x23\u200b#[d]",
        "\\ \xad:\ufeff:e",
    ]
