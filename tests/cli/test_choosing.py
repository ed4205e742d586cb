"""What is told can be narrowed down: by rule, by path, and by what has changed."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from cx_stories.checks.run import RULES
from cx_stories.cli.choosing import Choice
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span
from tests.cli.conftest import Desk


def places(desk: Desk, *arguments: str) -> Sequence[str]:
    """Give `path:line code` of everything that is told."""
    result = desk.check("--format", "json", *arguments)
    assert result.exit_code in (0, 1), result.output
    return [f"{one['path']}:{one['line']} {one['code']}" for one in json.loads(result.output)["diagnostics"]]


def refusal(desk: Desk, *arguments: str) -> str:
    """Give the reason why a command was refused."""
    result = desk.check(*arguments)
    assert result.exit_code == 2, result.output
    return result.output.rpartition("Error: ")[2].strip()


ALL = ["stories/a.md:2 CX201", "stories/a.md:3 CX203", "stories/old/b.md:2 CX106", "stories/old/b.md:3 CX203"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), ALL),
        (("--select", "CX201"), ALL[:1]),
        (("--select", "cx2"), [ALL[0], ALL[1], ALL[3]]),
        (("--select", "invalid-date,duplicate-value"), ALL[1:]),
        (("--select", "CX1", "--select", "CX201"), [ALL[0], ALL[2]]),
        (("--ignore", "CX203"), [ALL[0], ALL[2]]),
        (("--select", "CX2", "--ignore", "unknown-term"), [ALL[1], ALL[3]]),
        (("content/stories/a.md",), ALL[:2]),
        (("content/stories/old",), ALL[2:]),
        (("content/stories/old", "content/stories/a.md"), ALL),
        (("content",), ALL),
        (("content/stories/old", "--select", "CX106"), ALL[2:3]),
    ],
)
def test_only_what_was_asked_for_is_told(faulty: Desk, arguments: tuple[str, ...], told: list[str]) -> None:
    """A writer looks at one file, an editor at one rule."""
    assert places(faulty, *arguments) == told


WHOLE = (
    "--write-baseline writes down all there is; leave out --fix, --select, --ignore, --diff-base and paths."
)


def test_exit_status_is_that_of_what_is_told(faulty: Desk) -> None:
    """A file that is sound passes, whatever is wrong elsewhere."""
    faulty.named_story("sound")

    assert faulty.check("content/stories/sound.md").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("content/stories/c.md",), "There is no content/stories/c.md here. Look at its name."),
        (("mkdocs.yml",), "mkdocs.yml is not in content/. Name a story, or a folder of stories."),
        (("--select", "CX777"), 'There is no rule "CX777". See `cx rules`.'),
        (("--ignore", "unknown-trem"), 'There is no rule "unknown-trem". Did you mean "CX201 unknown-term"?'),
        (("--diff-base=--output=x",), '"--output=x" is no commit or branch.'),
        (
            ("--diff-base", "nowhere"),
            'Git cannot compare with "nowhere". Look at its name; a build server must fetch all history.',
        ),
        (("--diff",), "--unsafe-fixes and --diff belong with --fix."),
        (("--write-baseline", "--select", "CX2"), WHOLE),
        (("--write-baseline", "--ignore", "CX2"), WHOLE),
        (("--write-baseline", "--diff-base", "trunk"), WHOLE),
        (("--write-baseline", "content"), WHOLE),
        (("--write-baseline", "--fix"), WHOLE),
        (
            ("--statistics", "--format", "json"),
            "--statistics is for people; use it with --format full or concise.",
        ),
        (("--watch", "--fix"), "--watch only looks; leave out --fix and --write-baseline."),
    ],
)
def test_what_is_not_there_is_refused_with_two(faulty: Desk, arguments: tuple[str, ...], reason: str) -> None:
    """A slip in a command never looks like a collection without faults."""
    assert refusal(faulty, *arguments) == reason


def test_folder_that_holds_the_stories_means_all(faulty: Desk) -> None:
    """A point is what people type for here."""
    assert places(faulty, ".") == ALL


def test_what_something_else_makes_wrong_is_told() -> None:
    """A rule may be ignored for a fault that went away with another story."""
    choice = Choice(
        frozenset(RULES[code].code for code in ("cx901", "cx903", "cx203")), (), frozenset(), ["en"]
    )
    span = Span(1, 1, 1, 2)
    codes = ("CX901", "CX903", "CX203")
    found = [Diagnostic("stories/a.md", span, code, "name", Severity.ERROR, "") for code in codes]

    assert [one.code for one in found if choice.keeps(one)] == ["CX901", "CX903"]
