"""A message talks like a colleague: in the writer's words, on one line, with the cure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cx_stories.checks.examples import files_of
from cx_stories.checks.registry import CHECKS
from cx_stories.errors import CxStoriesError
from tests.conftest import Site
from tests.reading.faulty_front_matter import FAULTY

FOREIGN_WORDS = ("literal", "mapping", "scalar", "token", "pydantic", "nonetype", "yaml", "sequence", "node")
REPR = re.compile(
    r"\b[A-Z]\w*\("  # a call: Span(
    r"|<\w+[ .]"  # <class ...
    r"|[\[({]'"  # a list or tuple of texts
    r"|\b(?:None|True|False)\b|\\u|\\x|\bKind\."
)


def _all_messages(folder: Path) -> Iterator[str]:
    shelves = ("stories", "people", "series", "elements")
    faulty = {
        f"{shelf}/{number}.md": content
        for shelf in shelves
        for number, (content, _) in enumerate(FAULTY.values())
    }
    for number, example in enumerate([*(files_of(rule.bad) for rule in CHECKS), faulty]):
        (folder / str(number)).mkdir()
        site = Site(folder / str(number))
        for path, content in example.items():
            site.file(path, content)
        try:
            yield from (found.message for found in site.collect().diagnostics)
        except CxStoriesError as error:
            yield str(error)


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Give every message that the rules' examples and the faulty front matters bring forth."""
    found = frozenset(_all_messages(tmp_path_factory.mktemp("messages")))
    assert len(found) > 80
    return found


def test_no_message_speaks_the_language_of_programmers(messages: frozenset[str]) -> None:
    """A writer need not know what reads the file."""
    assert [text for text in messages for word in FOREIGN_WORDS if re.search(rf"\b{word}", text, re.I)] == []


def test_no_message_shows_a_value_as_python_writes_it(messages: frozenset[str]) -> None:
    """A value is shown as it was typed."""
    assert [text for text in messages if REPR.search(text)] == []


def test_every_message_is_one_line_of_sentences(messages: frozenset[str]) -> None:
    """A message fits in a list, a terminal and an annotation."""
    odd = [
        text
        for text in messages
        if len(text.splitlines()) != 1 or text[-1] not in '.?`"' or re.match(r"[a-z]+ |\s", text)
    ]

    assert odd == []


def test_typed_text_of_several_lines_does_not_break_a_message(site: Site) -> None:
    """Whatever was typed, a finding stays one line."""
    site.story("refund", "polarity: |\n  so\n  so\n")

    assert site.messages() == [
        'stories/refund.md:2:11 CX201 unknown-term error "so so " is not one of the verdicts. '
        "Choose from: positive, negative."
    ]
