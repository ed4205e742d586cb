"""What comes with the project for editors and hooks fits what the command prints and takes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml
from click.testing import CliRunner

from cx_stories.cli.formats.concise import concise
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.main import main
from cx_stories.cli.watching import ENDED, STARTED
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline.starting.starters import Wish, files_for
from cx_stories.vocabulary.loading import load

ROOT = Path(__file__).parent.parent
(TASK,) = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_settings_for_the_editor_are_those_of_a_fresh_site() -> None:
    """They are generated: to renew one of them, delete it and type `cx init . --add --ci none`."""
    made = files_for(Wish("CX Stories", ("en", "nl"), "none", content="content"), load())
    folder = ROOT / ".vscode"
    committed = {f".vscode/{file.name}": file.read_text(encoding="utf-8") for file in folder.iterdir()}

    assert committed == {path: text for path, text in made.items() if path.startswith(".vscode/")}


def test_problem_matcher_understands_a_finding() -> None:
    """What is wrong appears under Problems, at its place."""
    found = Diagnostic(
        "stories/a b.md", Span(6, 5, 6, 15), "CX201", "unknown-term", Severity.WARNING, "Choose from: web."
    )
    line = concise(Report((found,), "content", 1, 1, 0, {}), Paint()).splitlines()[0]
    pattern = TASK["problemMatcher"]["pattern"]
    match = re.search(pattern["regexp"], line)

    assert match is not None
    assert {name: match.group(number) for name, number in pattern.items() if name != "regexp"} == {
        "file": "content/stories/a b.md",
        "line": "6",
        "column": "5",
        "severity": "warning",
        "code": "CX201",
        "message": "Choose from: web.",
    }


def test_problem_matcher_knows_when_a_look_begins_and_ends() -> None:
    """Old problems go when a file is saved."""
    background = TASK["problemMatcher"]["background"]

    assert re.search(background["beginsPattern"], STARTED)
    assert re.search(background["endsPattern"], ENDED)


def test_commands_of_editor_and_hooks_exist() -> None:
    """Every option they use is one of the command's."""
    words = [TASK["args"], *(hook["entry"].split()[1:] for hook in HOOKS)]
    results = [CliRunner().invoke(main, [*typed, "--help"]) for typed in words]

    assert [result.exit_code for result in results] == [0] * len(words)


def test_hooks_look_at_all_stories() -> None:
    """A hook that got only the changed files would miss what they break in others."""
    assert {hook["id"]: hook["pass_filenames"] for hook in HOOKS} == {"cx-check": False, "cx-fix": False}


def test_hooks_look_whatever_is_committed() -> None:
    """A picture that goes, or a file of words that changes, breaks stories that nobody touched."""
    assert [(hook["always_run"], "files" in hook) for hook in HOOKS] == [(True, False), (True, False)]
