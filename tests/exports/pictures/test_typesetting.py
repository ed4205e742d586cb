"""Titles on pictures are set as large as they fit, and only where the typefaces have their letters."""

from __future__ import annotations

import pytest

from cx_stories.exports.pictures.faces import DISPLAY, INTERFACE, READING, face, font
from cx_stories.exports.pictures.typesetting import Setting, set_in, settable

WIDE = 688
SIZES = (84, 60, 34)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Opa’s naam op de ketel", "Opa’s naam op de ketel"),
        ('AT&T "x" <y>', 'AT&T "x" <y>'),
        ("Cafe\u0301\n  au  lait", "Café au lait"),
        ("A win \U0001f389\ufe0f for all", "A win for all"),
        ("Half\u2011way\u00a0home", "Half-way home"),
        ("日本語", ""),
        ("قصة", ""),
        ("Open 日", ""),
        ("\U0001f3ad", ""),
        ("", ""),
    ],
)
def test_words_are_set_whole_or_not_at_all(typed: str, expected: str) -> None:
    """No picture shows a box where a letter should be, and none shows half a title; an emoji may go."""
    assert settable(typed) == expected


def test_title_is_as_large_as_it_fits_and_its_lines_are_about_equally_long() -> None:
    """A short title is large; a word of it is never broken for that."""
    assert [set_in(title, DISPLAY, WIDE, SIZES, lambda size: 300 // size) for title in TITLES] == [
        Setting(("Blazing contact",), 84),
        Setting(("Free returns,", "except now"), 84),
        Setting(("Acknowledgement", "seven"), 60),
        Setting(("Ontvangstbevestiging", "zeven"), 60),
    ]


TITLES = (
    "Blazing contact",
    "Free returns, except now",
    "Acknowledgement seven",
    "Ontvangstbevestiging zeven",
)


@pytest.mark.parametrize("title", ["W" * 300, "one more word, " * 40], ids=["one word", "many words"])
def test_title_that_is_too_long_ends_in_an_ellipsis(title: str) -> None:
    """What stands there fits, however long a title is, and it can be seen that there is more of it."""
    setting = set_in(title, DISPLAY, WIDE, SIZES, lambda _: 4)
    widest = max(font(DISPLAY, setting.size).getlength(line) for line in setting.lines)

    assert (setting.size, len(setting.lines), setting.lines[-1][-1], widest <= WIDE) == (34, 4, "…", True)


@pytest.mark.parametrize("name", [DISPLAY, INTERFACE, READING])
@pytest.mark.parametrize("size", [84, 34, 19])
def test_line_is_as_wide_and_looks_as_if_the_typeface_had_set_it_whole(name: str, size: int) -> None:
    """Signs are measured and drawn one by one, and nobody can tell: none moves the one beside it."""
    words = "AVA To “Ontvangst” fjord, Åre & Qu\u2014if 17…"
    whole, (left, top) = font(name, size).getmask2(words, mode="L", anchor="ls")
    line = face(name, size).line(words)

    assert face(name, size).width(words) == font(name, size).getlength(words)
    assert (line.left, line.top, line.cover.size) == (left, top, whole.size)
    assert max(abs(one - other) for one, other in zip(line.cover.tobytes(), bytes(whole), strict=True)) < 64
