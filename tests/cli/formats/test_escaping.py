"""Typed text, made harmless for where it is shown."""

from __future__ import annotations

import json

from cx_stories.cli.formats.escaping import as_json


def test_json_keeps_letters_and_escapes_what_steers() -> None:
    """People can read it, a terminal can show it, and programs get exactly what was typed."""
    typed = "Crêpe 👍 \x1b\x9b\u202e\ud83d"

    assert as_json([typed]) == '[\n  "Crêpe 👍 \\u001b\\u009b\\u202e\\ud83d"\n]\n'
    assert json.loads(as_json([typed])) == [typed]
