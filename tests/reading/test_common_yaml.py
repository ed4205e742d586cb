"""Front matter read line by line is what the parser of YAML makes of it, or is left to that parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cx_stories.model.document import Entry, ListNode, MapNode, Node, Obstacle, ScalarNode, Span
from cx_stories.reading.common_yaml import DEEPEST, MAX_LINES, MAX_WORDS, read_common
from cx_stories.reading.yaml_nodes import UnreadableError, _Parser

CONTENT = Path(__file__).parents[2] / "content"
LINE = 2
"""On which line of its file front matter begins."""
SIGNS = "ab é-:#'\"[],{}&*!|>%@?~.0\n\n  "
PIECES = st.sampled_from(
    [
        *(
            "title: Refund\n",
            "title:\n",
            "lessons:\n",
            "- Ring her.\n",
            "  - Ring her.\n",
            "- lesson: ring\n",
        ),
        *(
            "  text: Ring her.\n",
            "    text: Ring.\n",
            "  surprising: At once.\n",
            "      x: y\n",
            "- \n",
            "-\n",
        ),
        *(
            'title: "No: never"\n',
            "title: 'No'\n",
            'title: "a" b\n',
            "channels: [web, the shop]\n",
            "a: []\n",
        ),
        *("# To do: look.\n", "  # remark\n", "\n", "   \n", "url: https://example.org/a\n", "a: b: c\n"),
        *("a: b #c\n", "a: b#c\n", "a:  b\n", "a: b \n", "a: “Ja”\n", "a: -b\n", "...\n", "---\n", "a: b:\n"),
        *(
            "more words\n",
            "  more words\n",
            "senses:\n  - sight\n  - smell\n",
            "a: |\n  b\n",
            "a: [b\n  c]\n",
        ),
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(SIGNS, max_size=6)), max_size=9).map("".join)


def _parsed(text: str) -> Node | Obstacle | None:
    """Give what the parser says."""
    try:
        return _Parser(text, LINE).run()
    except UnreadableError as error:
        return error.obstacle


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("a:\n- b\nc: d\n")
@example("a:\n  - b: c\n    d:\n    - e\n\n# f\n  - g\n")
def test_what_is_read_line_by_line_is_what_the_parser_gives(text: str) -> None:
    """The same values at the same places, whatever somebody has typed; or nobody dares to say."""
    read = read_common(text, LINE)

    assert read is None or read == _parsed(text)


def test_every_story_of_the_demonstration_is_read_line_by_line() -> None:
    """As writers write, so that the parser is for the few that write otherwise."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(CONTENT.rglob("*.md"))]
    blocks = [text[4 : text.index("\n---", 3) + 1] for text in texts if text.startswith("---\n")]
    read = [read_common(block, LINE) for block in blocks]

    assert None not in read
    assert read == [_parsed(block) for block in blocks]


def test_keys_lists_and_what_is_below_them_have_their_places() -> None:
    """A list ends where the next thing begins, as the parser has it."""
    text = "lessons:\n- Ring.\n- lesson: ring\n  text: 'Ring her.'\n\nmissed: [time, care]\n"
    lesson = MapNode(
        (
            Entry(ScalarNode("lesson", Span(4, 3, 4, 9)), ScalarNode("ring", Span(4, 11, 4, 15))),
            Entry(
                ScalarNode("text", Span(5, 3, 5, 7)), ScalarNode("Ring her.", Span(5, 9, 5, 20), plain=False)
            ),
        ),
        Span(4, 3, 7, 1),
    )
    lessons = ListNode((ScalarNode("Ring.", Span(3, 3, 3, 8)), lesson), Span(3, 1, 7, 1))
    missed = ListNode(
        (ScalarNode("time", Span(7, 10, 7, 14)), ScalarNode("care", Span(7, 16, 7, 20))), Span(7, 9, 7, 21)
    )

    assert read_common(text, LINE) == MapNode(
        (
            Entry(ScalarNode("lessons", Span(2, 1, 2, 8)), lessons),
            Entry(ScalarNode("missed", Span(7, 1, 7, 7)), missed),
        ),
        Span(2, 1, 8, 1),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "title: Refund",  # without an end of its line
        "title: Refund\n  in one call\n",
        'title: "She said \\"no\\""\n',
        "title: 'It''s hers'\n",
        "title: Refund # for now\n",
        "title: Refund: in one call\n",
        "title: &a Refund\n",
        "title: *a\n",
        "title: !a Refund\n",
        "title: |\n  Refund\n",
        "title:\tRefund\n",
        "title: Re\u200bfund\n",
        "elements: {surprising: At once.}\n",
        "- Refund\n",
        " title: Refund\n",
        "lessons:\n- \n",
        "lessons:\n  - Ring.\n - Call.\n",
        "a: b\n- c\n",
        "title: Refund\n...\n",
        "%YAML 1.2\n",
        "a: b\n" * (MAX_LINES + 1),
        f"a: [{', '.join(['b'] * (MAX_WORDS + 2))}]\n",
        f"{'a' * 1025}: b\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(DEEPEST + 1)),
    ],
)
def test_what_is_not_certain_is_left_to_the_parser(text: str) -> None:
    """It knows all of YAML, and how to say what is wrong."""
    assert read_common(text, LINE) is None
