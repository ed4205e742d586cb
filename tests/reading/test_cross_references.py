"""Links in two square brackets are found with their places, and so are brackets that open none."""

from __future__ import annotations

import random

import pytest

from cx_stories.model.document import Span
from cx_stories.reading.prose import Pointer, Why, scan


def on_line(line: int, start: int, end: int) -> Span:
    """Give a span within one line."""
    return Span(line, start, line, end)


def test_a_pointer_is_found_with_the_place_of_its_target() -> None:
    """A rule can point at the name, in the file and not in the body."""
    prose = scan("See\n[[ element:Surprising#top |what\n*she* got ]].", first_line=20)

    assert prose.pointers == (
        Pointer(
            "element:Surprising#top",
            "what *she* got",
            on_line(21, 4, 26),
            Span(21, 1, 22, 13),
        ),
    )


@pytest.mark.parametrize(
    ("typed", "pointers", "loose"),
    [
        ("[[a]] and [[b|c]]", ["a", "b"], []),
        ("[[a]][[b]]", ["a", "b"], []),
        ("[[[a]]]", ["a"], []),
        ("[[2024/coat]]", ["2024/coat"], []),
        ("*[[a]]* “[[b]]” (**[[c]]**)", ["a", "b", "c"], []),
        ("# [[a]]\n\n> [[b]]\n\n* [[c]]\n* [ ] [[d]]", ["a", "b", "c", "d"], []),
        ("[[a|one\ntwo]]", ["a"], []),
        ("[[a]](b)", [], []),
        ("[[a]](not closed", ["a"], []),
        ("[[a]]\n\n[a]: b.md", ["a"], []),
        ("[[a]]: b.md", ["a"], []),
        ("`[[a]]` and\n\n```\n[[b]]\n```", [], []),
        (r"\[[a]] [\[b]] \\[[c]]", ["c"], []),
        ("[[^1]]\n\n[^1]: a", [], []),
        ("- [x] done", [], []),
        ("one [bracket] and [another](a.md)", [], []),
        ("[[a", [], [Why.UNCLOSED]),
        ("[[a\nb]]", [], [Why.UNCLOSED]),
        ("[[a|b\n\nc]]", [], [Why.UNCLOSED]),
        ("[[a [[b]]", ["b"], [Why.UNCLOSED]),
        ("[[a|the [blue] coat]]", [], [Why.UNCLOSED]),
        ("[[`a`]] [[b`c]]", [], [Why.UNCLOSED, Why.UNCLOSED]),
        ("[[]] [[ ]] [[|a]] [[#a]] [[element:]]", [], [Why.EMPTY] * 5),
        ("[see [[a]] there](b.md)", [], [Why.WITHIN]),
        ("![[a.jpg]]", [], [Why.PICTURE]),
        ("![a [[b]]](c.jpg)", [], [Why.WITHIN]),
        ("| x |\n|---|\n| [[a|b]] |", [], [Why.TABLE]),
        ("| x | y |\n|---|---|\n| [[a|b]] | [[c\\|d]] | [[e]] |", ["c", "e"], [Why.TABLE]),
        ("> x | y\n> --- | ---\n> [[a|b]] | c", [], [Why.TABLE]),
        ("[[a|b]]\n---", ["a"], []),
        ("[[a|b]]\n\n| x | y |\n|---|---|\n| c | d |", ["a"], []),
    ],
)
def test_brackets_are_links_or_are_told_why_not(typed: str, pointers: list[str], loose: list[Why]) -> None:
    """What a reader would see as two brackets does not pass unnoticed, and code is left alone."""
    prose = scan(typed, 1)

    assert ([one.target for one in prose.pointers], [one.why for one in prose.loose]) == (pointers, loose)


@pytest.mark.parametrize(
    ("typed", "pauses"),
    [
        ("One.\n\n[[pause]]\n\nTwo.", [3]),
        ("[[pause]]  \n\nTwo.\n \n  [[pause]]", [1, 5]),
        ("One.\n[[pause]]\n\nTwo.", []),
        ("> [[pause]]", []),
        ("Then a [[pause]].", []),
        ("    [[pause]]", []),
    ],
)
def test_a_pause_is_a_paragraph_of_its_own(typed: str, pauses: list[int]) -> None:
    """A writer's mark is no link, and a link to a story of that name is no mark."""
    prose = scan(typed, 1)

    assert [pause.line for pause in prose.pauses] == pauses
    assert len(prose.pointers) == typed.count("[[pause]]") - len(pauses)


def test_text_has_the_words_of_a_pointer_and_nothing_else_of_it() -> None:
    """Words are counted and compared as a reader reads them; a title counts as one."""
    prose = scan("A [[b]] and [[c|two words]].\n\n[[pause]]\n\nEnd.", 1)

    assert (prose.text, prose.words) == (
        "A       and     two words  .\n\n         \n\nEnd.",
        6,
    )


def test_headings_have_the_words_of_their_pointers() -> None:
    """A link to a heading can be checked without making the page."""
    headings = scan("## The [[element:surprising]] one\n\n## See [[a|*her* coat]]", 1).headings

    assert [(one.text, one.id) for one in headings] == [
        ("The surprising one", "the-surprising-one"),
        ("See her coat", "see-her-coat"),
    ]


@pytest.mark.parametrize(
    "sign", ["[[", "[[a", "[[a|", "]]", "[[a]]", "[[|", "[[a|b]]|\n", "[[pause]]\n\n", "![["]
)
def test_hostile_brackets_are_scanned_like_any_other(sign: str) -> None:
    """A fifth of a megabyte of brackets neither fails nor loses a character."""
    body = sign * (200_000 // len(sign))

    assert len(scan(body, 1).text) == len(body)


def test_every_bracket_is_a_link_or_reported_or_code() -> None:
    """However brackets are mangled, what the scan takes for links stands in the text as it is typed."""
    chance = random.Random(5)  # noqa: S311
    parts = ("[[", "]]", "[", "]", "a", "|", "b c", "\n", "\n\n", "(", ")", "!", "\\", "`", "#p", "e:", " ")
    wrong = []
    for _ in range(3_000):
        body = "".join(chance.choice(parts) for _ in range(chance.randint(1, 14)))
        lines = body.split("\n")
        for one in scan(body, 1).pointers:
            line = lines[one.span.line - 1][one.span.column - 1 : one.span.end_column - 1]
            if line != one.target or not one.target:
                wrong.append((body, one))

    assert wrong == []
