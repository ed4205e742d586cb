"""The body of a story as plain text."""

from __future__ import annotations

import pytest

from cx_stories.exports.data.plain_text import plain_text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("", ""),
        ("One.\nTwo.\n\n\n  Three.\n", "One. Two.\n\nThree."),
        ("## A heading {#there}\nText.\n", "A heading\nText."),
        ("> Quoted\n> words.\n>\n> - and an item\n", "Quoted words.\nand an item"),
        ("* one\n  more\n+ two\n1. three\n2) four", "one more\ntwo\nthree\nfour"),
        ("- [x] done\n- [ ] to do", "done\nto do"),
        ("Before\n\n[[pause]]\n\n***\n\n- - -\n\nafter", "Before\n\nafter"),
        ("| A | B |\n|---|:-:|\n| c | d |", "| A | B |\n| c | d |"),
        ("```python\nx = 1\n```", "x = 1"),
        ("See [the lamp][1] and <b>this</b> &amp; that.\n\n[1]: lamp.md", "See the lamp and this & that."),
        ("-5 degrees, #1, 2024 was hot. *Really*.", "-5 degrees, #1, 2024 was hot. Really."),
        ("1986. A great year", "A great year"),
        ("Text {: .wide }\n{: #here }", "Text"),
        ("![alt](lamp.png)", ""),
        (
            'Before.\n\n!!! note "A *lamp*"\n    It rained.\n    Hard.\n',
            "Before.\n\nA lamp\nIt rained. Hard.",
        ),
        ("???+ tip inline\n    It rained.\n\n!!! Really?", "It rained.\n\n!!! Really?"),
        ("The HTML page.\n\n*[HTML]: Hypertext\n", "The HTML page."),
        (
            "Before\n```html\na <b>]]></b>\n\n  *[x]: y *z*\n```\nafter",
            "Before\n\na <b>]]></b>\n\n  *[x]: y *z*\n\nafter",
        ),
        ("~~~~\n~~~\n!!! note\n~~~~\nThen ```code``` *runs*.", "~~~\n!!! note\n\nThen code runs."),
    ],
)
def test_words_stay_and_signs_go(body: str, text: str) -> None:
    """Who reads or searches the data meets what a reader meets, in the same order."""
    assert plain_text(body) == text
