"""What a person reads in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from cx_stories.cli.formats.full import full
from cx_stories.cli.formats.paint import Paint
from cx_stories.model.diagnostic import Excerpt
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, TWICE, report_of


def test_finding_stands_with_its_line_and_what_mends_it() -> None:
    """A writer sees what, where and how, and at the end how much there is."""
    assert full(PLAIN, Paint()) == (
        "mkdocs.yml:1:1  CX502 term-unused  info\n"
        '  No story uses the sector "toys".\n'
        "\n"
        "content/stories/refund.md:6:5  CX201 unknown-term  error\n"
        '  "surprizing" is not one of the elements. Did you mean "surprising"?\n'
        "  6 |   - surprizing\n"
        "    |     ^^^^^^^^^^\n"
        "  [*] `cx check --fix --unsafe-fixes` mends this, if it is what you meant.\n"
        "\n"
        "content/stories/refund.md:8:17  CX203 duplicate-value  warning\n"
        '  The channels name "web" twice.\n'
        "  8 | channels: [web, web]\n"
        "    |                 ^^^\n"
        "  [*] `cx check --fix` mends this.\n"
        "\n"
        "2 stories are fit to publish; 1 error, 1 warning, 1 info.\n"
        "1 finding can be mended with `cx check --fix`, 1 more with `--unsafe-fixes`.\n"
    )


def test_finding_begins_as_it_prints_itself() -> None:
    """The same words as everywhere else, the file seen from where the command was typed."""
    assert full(PLAIN, Paint()).startswith(str(replace(PLAIN.diagnostics[0], path="mkdocs.yml")))


def test_sound_collection_is_one_line() -> None:
    """Nothing to mend, nothing to read."""
    assert full(NOTHING, Paint()) == "2 stories are fit to publish; 0 errors, 0 warnings, 0 infos.\n"


@pytest.mark.parametrize(
    ("text", "column", "width", "shown"),
    [
        ("title: ok", 8, 2, ["title: ok", "       ^^"]),
        ("名前: 驚き", 5, 2, ["名前: 驚き", "      ^^^^"]),
        ("cafe\u0301: x", 8, 1, ["cafe\u0301: x", "      ^"]),
        ("x\u0301", 1, 2, ["x\u0301", "^"]),
        ("\u1112\u1161\u11ab: x", 6, 1, ["\u1112\u1161\u11ab: x", "    ^"]),
        ("\t- x", 4, 1, ["    - x", "      ^"]),
        ("👍 x", 3, 1, ["👍 x", "   ^"]),
        ("a\x1b[2J", 2, 1, ["a\\x1b[2J", " ^^^^"]),
        ("title:", 7, 1, ["title:", "      ^"]),
        ("title:   ", 1, 5, ["title:", "^^^^^"]),
        ("\u200b", 1, 1, ["\\u200b", "^^^^^^"]),
    ],
    ids=[
        "plain",
        "wide",
        "accent",
        "accented",
        "parts",
        "tab",
        "picture",
        "steering",
        "end",
        "blanks",
        "unseen",
    ],
)
def test_carets_stand_under_what_is_meant(text: str, column: int, width: int, shown: list[str]) -> None:
    """Letters that are wide, and accents that take no room, do not push the mark aside."""
    found = replace(TWICE, fix=None, excerpt=Excerpt(text, column, width))

    assert full(report_of(found), Paint()).splitlines()[2:4] == [f"  8 | {shown[0]}", f"    | {shown[1]}"]


def test_gutter_is_as_wide_as_the_number_of_the_line() -> None:
    """A mark on line 120 stands right too."""
    found = replace(MISSPELT, span=structs.replace(MISSPELT.span, line=120))

    assert full(report_of(found), Paint()).splitlines()[2:4] == [
        "  120 |   - surprizing",
        "      |     ^^^^^^^^^^",
    ]


def test_what_was_typed_steers_no_terminal() -> None:
    """A file name or a value cannot clear the screen, begin a line or turn letters round."""
    assert full(report_of(HOSTILE), Paint()).splitlines()[:4] == [
        r"""content/stories/a b,c:d%e'f"g]]>h`i|é\udcff\x1b\x0a.md:2:1  CX404 citizen-number  error""",
        r"""  "<b>|`%0A::error::" asks @you #1 https://a.nl/{x}[y](z) \x1b[2J\u202e\ud800\x00]]>&amp;""",
        r"  2 |     \u202e\x1b\ud800",
        r"    |     ^^^^^^",
    ]


def test_colours_set_off_place_and_severity() -> None:
    """In a terminal the eye finds errors first."""
    assert full(report_of(MISSPELT), Paint(colour=True)).splitlines()[:5] == [
        "\x1b[1mcontent/stories/refund.md:6:5\x1b[0m  \x1b[31m\x1b[1mCX201 unknown-term  error\x1b[0m",
        '  "surprizing" is not one of the elements. Did you mean "surprising"?',
        "  \x1b[2m6 |\x1b[0m   - surprizing",
        "  \x1b[2m  |\x1b[0m     \x1b[31m\x1b[1m^^^^^^^^^^\x1b[0m",
        "  \x1b[1m[*]\x1b[0m `cx check --fix --unsafe-fixes` mends this, if it is what you meant.",
    ]
