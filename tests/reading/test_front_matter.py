"""A file is split into front matter, read as text with places, and a body."""

from __future__ import annotations

from typing import Any

import frontmatter
import pytest

from cx_stories.model.document import Entry, ListNode, MapNode, Obstacle, ScalarNode, Span
from cx_stories.reading.front_matter import (
    MAX_BODY,
    MAX_COMMON,
    MAX_FRONT_MATTER,
    MAX_SIGNS,
    FrontMatter,
    PositionHandler,
    split,
)
from cx_stories.reading.yaml_nodes import MAX_NODES, UnreadableError

AS_TYPED = (
    "no",
    "Yes",
    "~",
    "null",
    "012",
    "0x1F",
    "1e3",
    "12:30",
    "1_000",
    "2024-02-30",
    "1.50",
    ".inf",
    "=",
)

BLANKS = ("---\n---\n", "---\n\n---\n", "---\n# a remark\n---\n", '---\n""\n---\n')


def test_file_is_split_into_nodes_with_places_and_a_body() -> None:
    """Everything a check points at later knows where it stands."""
    title = Entry(ScalarNode("title", Span(2, 1, 2, 6)), ScalarNode("Refund", Span(2, 8, 2, 14)))

    assert split("---\ntitle: Refund\n---\nShe rang.\n\nAt nine.\n") == FrontMatter(
        fields=MapNode((title,), Span(2, 1, 3, 1)),
        body="She rang.\n\nAt nine.",
        body_line=4,
        closing=Span(3, 1, 3, 4),
        fenced=True,
    )


def test_text_without_a_fence_is_all_body() -> None:
    """A page of prose needs no front matter."""
    assert split("# Refund\n\nShe rang.\n") == FrontMatter(body="# Refund\n\nShe rang.\n")


def test_blank_lines_before_the_fence_are_counted() -> None:
    """Line numbers are those of the editor."""
    read = split("\n\n---\ntitle: A\n---\nBody\n")

    assert (read.fields.entries[0].key.span.line, read.closing.line, read.body_line) == (4, 5, 6)


def test_longer_closing_fence_is_accepted() -> None:
    """A closing fence may be any number of hyphens from three."""
    assert split("---\ntitle: A\n-----\nBody").body == "Body"


def test_empty_front_matter_has_no_fields() -> None:
    """Two fences are front matter, even with nothing but a remark between them."""
    read = [split(text) for text in BLANKS]

    assert [(one.fields.entries, one.fenced) for one in read] == [((), True)] * 4


@pytest.mark.parametrize("typed", AS_TYPED)
def test_value_is_the_text_that_was_typed(typed: str) -> None:
    """Nothing is turned into a truth value, a number or a date behind the writer's back."""
    (entry,) = split(f"---\norganisation: {typed}\n---\n").fields.entries

    assert entry.value == ScalarNode(typed, Span(2, 15, 2, 15 + len(typed)))


def test_keys_and_items_are_text_too() -> None:
    """A term may be called `no` or `1`."""
    fields = split("---\nno: [yes, 1]\n---\n").fields

    assert [
        (entry.key.text, [item.text for item in entry.value.items if isinstance(item, ScalarNode)])
        for entry in fields.entries
        if isinstance(entry.value, ListNode)
    ] == [("no", ["yes", "1"])]


def test_quotes_are_remembered() -> None:
    """Text in quotes, or after a block sign, is never taken for anything else."""
    fields = split("---\na: \"no\"\nb: 'no'\nc: |\n  no\nd: no\n---\n").fields

    assert [
        (entry.value.text, entry.value.plain)
        for entry in fields.entries
        if isinstance(entry.value, ScalarNode)
    ] == [("no", False), ("no", False), ("no\n", False), ("no", True)]


def test_key_typed_twice_is_kept_twice() -> None:
    """Neither value is lost before a rule has spoken."""
    fields = split("---\ntitle: One\ntitle: Two\n---\n").fields

    assert [entry.value.text for entry in fields.entries if isinstance(entry.value, ScalarNode)] == [
        "One",
        "Two",
    ]


def test_python_frontmatter_does_the_splitting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The handler is one of python-frontmatter's, and that library drives it."""
    handlers: list[object] = []
    parse = frontmatter.parse

    def watched(text: str, handler: PositionHandler) -> tuple[dict[str, object], str]:
        handlers.append(handler)
        return parse(text, handler=handler)

    monkeypatch.setattr(frontmatter, "parse", watched)
    split("---\ntitle: A\n---\nBody\n")

    assert [type(handler) for handler in handlers] == [PositionHandler]


def test_handler_serves_python_frontmatter_by_itself() -> None:
    """Other programs can load a story with the same handler."""
    post: Any = frontmatter.loads("---\ntitle: no\n---\nBody\n", handler=PositionHandler(1))

    assert (post.metadata, post.content) == ({"title": ScalarNode("no", Span(2, 8, 2, 10))}, "Body")


def _obstacle(text: str) -> Obstacle:
    with pytest.raises(UnreadableError) as caught:
        split(text)
    return caught.value.obstacle


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("---\ntitle: A\n", Obstacle("unclosed-front-matter", Span(1, 1, 1, 4))),
        ("---\n- A\n---\n", Obstacle("front-matter-not-a-mapping", Span(2, 1, 3, 1))),
        ("———\ntitle: A\n———\n", Obstacle("no-front-matter", Span(1, 1, 1, 2), "almost")),
        ('---\ntitle: "A\\e[31m"\n---\n', Obstacle("control-character", Span(2, 8, 2, 17), "U+001B")),
        ("---\ntitle: &a A\n---\n", Obstacle("forbidden-yaml", Span(2, 8, 2, 12), "&")),
        (
            "---\n" + "#" * MAX_FRONT_MATTER + "\n---\n",
            Obstacle("too-large", Span(1, 1, 1, 4), "front matter"),
        ),
        ("---\ntitle: A\n---\n" + "a" * (MAX_BODY + 1), Obstacle("too-large", Span(4, 1, 4, 1), "body")),
        ("a" * (MAX_BODY + 1), Obstacle("too-large", Span(), "body")),
        ("[a](b)" * (MAX_SIGNS + 1), Obstacle("too-large", Span(), "5,000 `](`")),
        (
            "---\ntitle: A\n---\n" + "[" * (MAX_SIGNS + 1),
            Obstacle("too-large", Span(4, 1, 4, 1), "5,000 `[`"),
        ),
        ("\n# A" * (MAX_SIGNS + 1), Obstacle("too-large", Span(), "5,000 headings")),
        ("* " * (MAX_COMMON + 1), Obstacle("too-large", Span(), "20,000 `*`")),
        ("a\n" * (MAX_COMMON + 1), Obstacle("too-large", Span(), "20,000 lines")),
        ("12" * MAX_COMMON, Obstacle("too-large", Span(), "20,000 digits")),
        (
            "---\ntitle: A\n" + "a:\n" * (MAX_NODES // 2) + "---\n",
            Obstacle("too-large", Span(1002, 1, 1002, 2), "nodes"),
        ),
    ],
)
def test_obstacle_names_the_rule_and_the_place(text: str, obstacle: Obstacle) -> None:
    """What cannot be read says which rule it breaks, and where."""
    assert _obstacle(text) == obstacle


def test_largest_front_matter_and_body_are_read() -> None:
    """The limits are where they are said to be, counted in bytes."""
    block = "a: " + "é" * ((MAX_FRONT_MATTER - 4) // 2) + "\n"

    assert len(split(f"---\n{block}---\n" + "é" * (MAX_BODY // 2)).body) == MAX_BODY // 2
