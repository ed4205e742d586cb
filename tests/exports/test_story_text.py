"""A story as the text of a file reads back as what was typed, by our reader and by others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.checks.context import Standards
from cx_stories.checks.run import examine
from cx_stories.exports.story_text import Value, fit, in_order, story_text, typed
from cx_stories.model.document import ListNode, MapNode, Node, ScalarNode
from cx_stories.reading.collection import read_content
from cx_stories.reading.finding import named
from cx_stories.vocabulary.loading import load

HOSTILE = [
    'AT&T "x" <y>',
    "]]>",
    '=HYPERLINK("http://example.org")',
    "no",
    "Y",
    "null",
    "012",
    "12:30",
    "0x1F",
    "1e5",
    "2024-02-30",
    "~",
    "- a list?",
    "# 1",
    "Bus #4: late",
    "ends in a colon:",
    " leads with a space",
    "two  spaces, a tab\tand\na new line",
    "’s Avonds",
    "“Wait,” he called",
    "it's 'so'",
    "back\\slash",
    "---",
    "{a: b}",
    "[a, b]",
    "&anchor *alias !tag",
    "👩🏽‍🍳 kookt",
    "שלום עליכם",
    "\u202eright to left",
    "\u00a0room",
    "café é",
    "…",
    "x" * 300,
]


def _read(text: str) -> Any:
    """Give what our reader makes of a file, without an obstacle."""
    document = read_content(named("stories/bus.md", ["en"]), text.encode())
    assert document.obstacle is None, document.obstacle
    return _plain(document.fields), document.body.strip()


def _plain(node: Node) -> Any:
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, ListNode):
        return [_plain(one) for one in node.items]
    assert isinstance(node, MapNode)
    return {entry.key.text: _plain(entry.value) for entry in node.entries}


def _read_by_others(text: str) -> Any:
    """Give what python-frontmatter makes of it, which reads days as days and `no` as false."""
    post = frontmatter.loads(text)
    return post.metadata, post.content


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_typed_is_read(words: str) -> None:
    """No title breaks a file, and none turns into a number, a day, a list or nothing."""
    fields: Mapping[str, Value] = {
        "title": words,
        "elements": {"surprising": words},
        "lessons": [words, {"lesson": "look", "text": words}],
    }
    text = story_text(fields, "Body.")

    assert _read(text) == (fields, "Body.")
    assert _read_by_others(text) == (fields, "Body.")


_WORDS = st.text(max_size=40).map(fit).filter(bool)
_VALUES: st.SearchStrategy[Any] = st.one_of(
    _WORDS,
    st.lists(
        st.one_of(_WORDS, st.dictionaries(_WORDS, _WORDS, min_size=1, max_size=2)), min_size=1, max_size=3
    ),
    st.dictionaries(_WORDS, _WORDS, min_size=1, max_size=3),
)


@given(_VALUES)
def test_any_values_read_back_exactly(value: Any) -> None:
    """Whatever somebody types, or an import finds, is in the file as it was."""
    text = story_text({"questions": value}, "")

    assert _read(text) == ({"questions": value}, "")
    assert yaml.safe_load(text.split("\n---\n")[0]) == {"questions": value}


@given(st.text(), st.text(max_size=80))
def test_every_text_makes_a_file_that_can_be_read(words: str, body: str) -> None:
    """Signs that no file may have are left out, line ends are of one kind, and nothing else is touched."""
    fields, read = _read(story_text({"title": words or "x"}, body))

    assert (fields["title"], read) == (fit(words or "x"), fit(body).strip())


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_remarks_are_no_values(words: str) -> None:
    """What a writer is told stands behind `#` on every line."""
    assert _read(story_text({"title": "Bus"}, "", {"": words, "title": words})) == ({"title": "Bus"}, "")


def test_file_looks_like_those_of_the_collection() -> None:
    """Lists of terms stand on one line, sentences each on their own, days without quotes, in one order."""
    fields: Mapping[str, Value] = in_order(
        {
            "stages": ["purchase", "use"],
            "lessons": ["Look back.", "Wait"],
            "elements": {"surprising": "She had no idea: none.", "unique": ""},
            "issue": "12",
            "source": {"title": "The bus", "accessed": "2024-01-02"},
            "own": "last",
            "date": "2024-03-01",
            "title": "The bus",
            "missed": (),
            "pair": "no-bus",
        }
    )

    assert story_text(fields, "\nTen past six.\n\n> Rain.\n\n", {"": "For you.", "pair": "Its opposite"}) == (
        "---\n"
        "# For you.\n"
        "title: The bus\n"
        "date: 2024-03-01\n"
        "elements:\n"
        '  surprising: "She had no idea: none."\n'
        "  unique:\n"
        "lessons:\n"
        "  - Look back.\n"
        "  - Wait\n"
        "stages: [purchase, use]\n"
        'issue: "12"\n'
        "source:\n"
        "  title: The bus\n"
        "  accessed: 2024-01-02\n"
        "# Its opposite\n"
        "pair: no-bus\n"
        "own: last\n"
        "---\n"
        "\n"
        "Ten past six.\n"
        "\n"
        "> Rain.\n"
    )


@pytest.mark.parametrize(
    ("value", "line"),
    [((), "elements: []\n"), ("", "elements:\n"), (["unique"], "elements: [unique]\n"), ({}, "")],
)
def test_no_elements_is_a_statement(value: Value, line: str) -> None:
    """An empty list says that there were none; what nobody has said is not there."""
    assert story_text({"elements": value}, "") == f"---\n{line}---\n"


def test_story_without_text_ends_at_its_fence() -> None:
    """No heap of empty lines, where the writer will begin."""
    assert story_text({"title": "Bus"}, " \n") == "---\ntitle: Bus\n---\n"


@pytest.mark.parametrize("words", HOSTILE)
def test_our_rules_find_nothing_to_say_about_how_it_is_typed(words: str) -> None:
    """A file made for a writer is not the first thing that `cx check --fix` has to mend."""
    document = read_content(named("stories/bus.md", ["en"]), story_text({"title": words}, "").encode())
    examined = examine([document], Standards(load(), ["en"]))

    assert [found for found in examined.findings if found.code in ("CX105", "CX009", "CX104")] == []


def test_days_are_bare_only_where_a_day_belongs() -> None:
    """A title such as 2024-03-01 is a title to every program that reads it."""
    assert story_text({"title": "2024-03-01", "date": "2024-03-01"}, "") == (
        '---\ntitle: "2024-03-01"\ndate: 2024-03-01\n---\n'
    )


@pytest.mark.parametrize(
    ("words", "as_typed"), [("Het, zo ’t uitkomt", "Het, zo ’t uitkomt"), ("a b", "a b"), ("a  b", '"a  b"')]
)
def test_plain_words_stay_plain(words: str, as_typed: str) -> None:
    """Who opens the file sees sentences, not quotes."""
    assert typed(words) == as_typed
