"""The findings that a site has put up with, in a file that people can read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline.baseline import load_baseline, write_baseline

FINDINGS = [
    Diagnostic(f"stories/{name}.md", Span(2, 1, 2, 5), "CX201", "unknown-term", Severity.ERROR, "Words.")
    for name in ("a", "é")
]


def test_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    """A line for each finding: its file, its rule, and by what it is known again."""
    file = tmp_path / "cx-baseline.json"
    write_baseline(tmp_path, file.name, FINDINGS)
    content = json.loads(file.read_text(encoding="utf-8"))

    assert len(file.read_text(encoding="utf-8").splitlines()) == len(FINDINGS) + 2
    assert [(row["path"], row["code"]) for row in content["findings"]] == [
        ("stories/a.md", "CX201"),
        ("stories/é.md", "CX201"),
    ]
    assert load_baseline(file) == {row["fingerprint"] for row in content["findings"]}


def test_empty_baseline_can_be_read(tmp_path: Path) -> None:
    """A collection without faults has one too."""
    write_baseline(tmp_path, "b.json", [])

    assert load_baseline(tmp_path / "b.json") == frozenset()


def test_no_baseline_is_an_empty_one(tmp_path: Path) -> None:
    """Nobody has to have one."""
    assert load_baseline(tmp_path / "b.json") == frozenset()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}', "[" * 100_000],
)
def test_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    """A conflict that was left in it is told, not taken for an empty one."""
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(ConfigurationError) as caught:
        load_baseline(file)

    assert (caught.value.file, str(caught.value)) == (
        file,
        "This baseline cannot be read. Make it anew with `cx check --write-baseline`.",
    )


def test_baseline_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """No traceback."""
    with pytest.raises(ConfigurationError, match="cannot be written"):
        write_baseline(tmp_path, "nowhere/b.json", FINDINGS)


@pytest.mark.parametrize("name", ["../victim.txt", "link.json", "linked/victim.txt"])
def test_baseline_is_written_nowhere_else(tmp_path: Path, name: str) -> None:
    """A site from a stranger cannot have a file of somebody overwritten."""
    victim, site = tmp_path / "victim.txt", tmp_path / "site"
    victim.write_text("mine")
    site.mkdir()
    (site / "link.json").symlink_to(victim)
    (site / "linked").symlink_to(tmp_path)
    with pytest.raises(ConfigurationError) as caught:
        write_baseline(site, name, FINDINGS)

    assert (str(caught.value), victim.read_text()) == (
        "The baseline must be a file in the folder of the site, and no link. Change `baseline:`.",
        "mine",
    )


def test_baseline_keeps_its_permissions(tmp_path: Path) -> None:
    """A colleague who could read it still can; a new one can be read by all."""
    modes = []
    for mode in (None, 0o640):
        if mode:
            (tmp_path / "b.json").chmod(mode)
        write_baseline(tmp_path, "b.json", FINDINGS)
        modes.append((tmp_path / "b.json").stat().st_mode & 0o777)

    assert modes == [0o644, 0o640]
