"""Typed text, made harmless for where it is shown."""

from __future__ import annotations

import json
from xml.etree.ElementTree import fromstring

from cx_stories.cli.formats.escaping import as_json, without_orders


def test_json_keeps_letters_and_escapes_what_steers() -> None:
    """People can read it, a terminal can show it, and programs get exactly what was typed."""
    typed = "Crêpe 👍 \x1b\x9b\u202e\U000e0041\ud83d"

    assert as_json([typed]) == '[\n  "Crêpe 👍 \\u001b\\u009b\\u202e\\udb40\\udc41\\ud83d"\n]\n'
    assert json.loads(as_json([typed])) == [typed]


def test_json_and_xml_give_no_orders_to_a_build_server_and_mean_the_same() -> None:
    """A log that shows them is obeyed by nobody; a program that reads them gets exactly what was typed."""
    typed = "##[stop-commands]x ##vso[task.setvariable variable=PATH]y"
    xml = without_orders(f"<a b='{typed}'>{typed}</a>")
    element = fromstring(xml)  # noqa: S314 (made here)

    assert [text.count("##") for text in (as_json([typed]), xml)] == [0, 0]
    assert (json.loads(as_json([typed])), element.get("b"), element.text) == ([typed], typed, typed)
