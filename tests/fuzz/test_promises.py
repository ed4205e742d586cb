"""The promises are looked after: a finding that breaks one is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cx_stories.checks.examples import files_of
from cx_stories.model.diagnostic import Diagnostic, Edit, Excerpt, Fix
from cx_stories.model.document import Span
from tests.fuzz.looking import Look, lay, look
from tests.fuzz.promises import broken, disagreeing, forgetful, unmended

PATH = "stories/refund.md"
FILES = files_of({PATH: "polarity: so\n---\nShe rang at nine. Write to a.person@example.com.\n"})


@pytest.fixture
def seen(tmp_path: Path) -> Look:
    """Give a look at a folder with one story that has a wrong verdict and an e-mail address in it."""
    lay(FILES, tmp_path / "content")
    return look(tmp_path / "content")


def _verdict(seen: Look) -> Diagnostic:
    return next(found for found in seen.diagnostics if found.code == "CX201")


def _told(seen: Look, **changes: object) -> list[str]:
    found = replace(_verdict(seen), **changes)  # type: ignore[arg-type]
    return [fault.split(": ")[0] for fault in broken(replace(seen, diagnostics=[found]), FILES)]


def test_what_a_check_finds_keeps_every_promise(seen: Look, tmp_path: Path) -> None:
    """Nothing is told of what is as it should be."""
    folder = tmp_path / "content"

    assert [*broken(seen, FILES), *forgetful(seen, folder), *disagreeing(seen, folder)] == []


@pytest.mark.parametrize(
    "span", [Span(0, 1, 1, 1), Span(2, 14, 2, 15), Span(2, 5, 2, 4), Span(2, 1, 99, 1), Span(2, 0, 2, 1)]
)
def test_place_outside_the_file_is_told(seen: Look, span: Span) -> None:
    """An editor would jump to nowhere."""
    assert _told(seen, span=span) == [f"{PATH}:{span.line}:{span.column} CX201 lies outside the file"]


@pytest.mark.parametrize("message", ["", "one\ntwo", "x" * 700])
def test_message_that_is_no_line_is_told(seen: Look, message: str) -> None:
    """A message fits in a list."""
    assert _told(seen, message=message) == [
        f"{PATH}:2:11 CX201 has a message that is empty, endless or more than one line"
    ]


def test_excerpt_without_its_place_is_told(seen: Look) -> None:
    """The mark stands below something."""
    assert _told(seen, excerpt=Excerpt("so", 4, 1)) == [
        f"{PATH}:2:11 CX201 has an excerpt that does not hold its place"
    ]


def test_edits_that_overlap_or_lie_outside_are_told(seen: Look) -> None:
    """Made together they would spoil the file."""
    edits = (Edit(Span(2, 1, 2, 5), ""), Edit(Span(2, 4, 2, 90), ""))

    assert _told(seen, fix=Fix(edits)) == [
        f"{PATH}:2:11 CX201 has an edit outside the file",
        f"{PATH}:2:11 CX201 has edits that overlap",
    ]


def test_private_words_in_a_message_are_told(seen: Look) -> None:
    """No output repeats an address."""
    assert _told(seen, message="Take out a.person@example.com.") == [
        f"{PATH}:2:11 CX201 shows what is private"
    ]


def test_findings_that_change_are_told(seen: Look, tmp_path: Path) -> None:
    """The same files give the same findings, from whichever door."""
    folder, less = tmp_path / "content", replace(seen, diagnostics=seen.diagnostics[1:])

    assert [*forgetful(less, folder), *disagreeing(less, folder)] == [
        "a second look finds something else",
        "a build finds something else",
        "a check finds something else",
    ]


def test_error_that_mending_brings_is_told(seen: Look, tmp_path: Path) -> None:
    """A fix never does harm."""
    less = replace(seen, diagnostics=())

    assert list(unmended(less, tmp_path / "content", unsafe=False)) == [
        f"{PATH} has CX201, CX401 once it is mended"
    ]
