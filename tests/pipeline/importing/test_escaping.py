"""Words from elsewhere are shown as they were, whatever signs are in them."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.mkdocs_plugin.extensions import OWN, WHERE_NONE_IS_NAMED
from cx_stories.pipeline.importing.columns import body_of
from cx_stories.pipeline.importing.escaping import address
from cx_stories.pipeline.importing.readers import from_text

SIGNS = [
    "*",
    "_",
    "**",
    "`",
    "[",
    "](",
    "[[",
    "]]",
    "{",
    "}",
    "{:",
    ".a}",
    "<",
    ">",
    "<b>",
    "&amp;",
    "&",
    "#",
    "-",
    "1.",
    "1)",
    "+",
    "\\",
    "~~",
    "|",
    "!!!",
    "note",
    "???",
    "===",
    "---",
    "```",
    "~~~",
    "[^1]",
    "[^1]:",
    "*[HTML]:",
    "HTML",
    "http://e.org",
    "<http://e.org>",
    '"',
    "“",
    "!",
    "![",
    "$",
    "==",
    "^",
    "{%",
    "include",
    "é",
    "😀",
    "\u202e",
    "=",
    "&#65;",
    "&#1",
    "<!--",
    "-->",
    "a_b_c",
    "2*3*4",
    "\\*",
    "[x]:",
    "[a][b]",
    "{{",
    "--8<--",
    "a",
    "7",
    "%",
]
SIGNS += ["!!! note", ": ", "{% include", "\u00a0", "    "]
TYPED = st.lists(st.sampled_from([*SIGNS, " ", "  ", "\n", "\n\n"]), min_size=1, max_size=12).map("".join)


class _Shown(HTMLParser):
    """The words of HTML and the elements around them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.elements: set[str] = set()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.elements.add(tag)
        self.words += " " * (tag != "a")


@given(TYPED)
def test_no_sign_of_a_text_means_anything(typed: str) -> None:
    """A price list with stars, a smiley or a bit of code reads as it did, and makes no heading or picture."""
    blocks = from_text(typed, "a.txt").blocks
    extensions = [*WHERE_NONE_IS_NAMED, *(one() for one in OWN)]
    shown = _Shown(markdown.markdown(body_of(blocks), extensions=extensions))

    assert " ".join(shown.words.split()) == " ".join(" ".join(block.plain for block in blocks).split())
    assert shown.elements <= {"cx-pause", "p", "br", "a", "ul", "ol", "li"}


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("https://example.org/a b(c)?d=[e]#f", "https://example.org/a%20b%28c%29?d=%5Be%5D#f"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//elsewhere.example/x", ""),
        ("/shop", ""),
        ("https://name:word@example.org/", ""),
        ("https://[", ""),
        ("https://example.org/" + "x" * 2_000, ""),
    ],
)
def test_only_whole_addresses_of_the_web_stay_links(typed: str, taken: str) -> None:
    """A link of an old site leads nowhere from here, and a program is no link."""
    assert address(typed) == taken
