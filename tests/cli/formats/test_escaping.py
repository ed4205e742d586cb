"""Typed text, made harmless for where it is shown."""

from __future__ import annotations

import json

import pytest

from cx_stories.cli.formats.escaping import as_json, visible


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
    assert visible(text) == shown


def test_json_keeps_letters_and_escapes_what_steers() -> None:
    """People can read it, a terminal can show it, and programs get exactly what was typed."""
    typed = "Crêpe 👍 \x1b\x9b\u202e\ud83d"

    assert as_json([typed]) == '[\n  "Crêpe 👍 \\u001b\\u009b\\u202e\\ud83d"\n]\n'
    assert json.loads(as_json([typed])) == [typed]
