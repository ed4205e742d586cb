"""The last look at a text says what its HTML lost, where it was typed, in the words of the rule about it."""

from __future__ import annotations

import pytest

from cx_stories.checks.rendered import MOST, Lost, Unmade, faults_in_rendered
from cx_stories.model.document import Document, Kind

BODY = """\
First `<font>` in code.

A <font color=red>word</font> and ![a](https://b.nl/c.png).

!!! top "Mind"
    [Link](ftp:112){id=__search}
"""


def _said(*lost: Lost) -> list[tuple[str, int, int, str]]:
    """Give rule, line, column and message of each finding in a text that begins on line 9."""
    document = Document("stories/a.md", Kind.STORY, "a", "en", body=BODY, body_line=9)
    found = faults_in_rendered(document, lost)
    return [(rule.code, fault.at.line, fault.at.column, fault.message) for rule, fault in found]


@pytest.mark.parametrize(
    ("lost", "rule", "line", "column", "message"),
    [
        (
            Lost("font"),
            "CX601",
            11,
            3,
            "`<font>` cannot stand in a page. Keep the words and take out what is around them.",
        ),
        (
            Lost("font", "color", "red"),
            "CX601",
            11,
            15,
            "`color` cannot stand in `<font>`, or not with this value. Take it out.",
        ),
        (
            Lost("div", "class", "top"),
            "CX601",
            13,
            5,
            "There is no box of the kind `top`. Write note, tip, info, warning, danger, example or quote "
            "instead.",
        ),
        (
            Lost("a", "href", "ftp:112"),
            "CX602",
            14,
            12,
            '"ftp:112" begins with ftp:, which does not lead to a page. Begin with https://, http://, '
            "mailto: or tel:, or name a file of this collection.",
        ),
        (
            Lost("img", "src", "https://b.nl/c.png"),
            "CX603",
            11,
            40,
            'The picture "https://b.nl/c.png" is on another site. Save it beside the story, if you may use '
            "it, and name that file here; or link to the page it is on.",
        ),
        (
            Lost("a", "id", "__search"),
            "CX604",
            14,
            24,
            'The page uses "__search" itself. Write another word here.',
        ),
        (
            Lost("p", "onclick", "made by nobody"),
            "CX601",
            9,
            1,
            "An extension of Markdown that this site uses puts `onclick` of `<p>` into this text, which no "
            "page may have. Ask who looks after the site.",
        ),
        (
            Lost("svg"),
            "CX601",
            9,
            1,
            "An extension of Markdown that this site uses makes `<svg>` of something in this text, which no "
            "page may have. Ask who looks after the site.",
        ),
    ],
)
def test_loss_is_told_where_it_was_typed(lost: Lost, rule: str, line: int, column: int, message: str) -> None:
    """A writer goes there and mends it; what cannot be found is told at the first line of the text."""
    assert _said(lost) == [(rule, line, column, message)]


def test_element_that_is_only_shown_as_code_is_told_there() -> None:
    """Where nothing else comes into question it was code after all that was not taken for code."""
    document = Document("a.md", Kind.ARTICLE, "a", "en", body="a\n\nb `<form>`\n")
    ((_, fault),) = faults_in_rendered(document, [Lost("form")])

    assert (fault.at.line, fault.at.column) == (3, 4)


def test_what_an_extension_made_is_told_once() -> None:
    """Whoever looks after the site hears of a drawing, and not of every line in it."""
    lost = (Lost("svg"), Lost("path"), Lost("img", "data-made"), Lost("font"))

    assert [(line, message.split("`")[1]) for _, line, _, message in _said(*lost)] == [
        (11, "<font>"),
        (9, "<svg>"),
    ]


def test_same_loss_is_told_once_and_not_all_of_very_many() -> None:
    """A thousand lines help nobody."""
    lost = [Lost("b", f"data-{number // 2}") for number in range(200)]
    body = "".join(f"<b data-{number}=a>c</b>\n" for number in range(100))
    found = faults_in_rendered(Document("a.md", Kind.ARTICLE, "a", "en", body=body), lost)

    assert [fault.message.partition(" ")[0] for _, fault in found] == [
        f"`data-{number}`" for number in range(MOST)
    ]


@pytest.mark.parametrize("why", Unmade)
def test_text_that_could_not_be_made_is_told_at_its_beginning(why: Unmade) -> None:
    """There is one finding for the whole of it."""
    document = Document("a.md", Kind.ARTICLE, "a", "en", body="a\n", body_line=4)
    ((rule, fault),) = faults_in_rendered(document, why)

    assert (rule.code, fault.at.line, fault.at.column) == ("CX008", 4, 1)
