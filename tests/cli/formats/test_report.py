"""What all formats share: counts, and paths that can be opened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.registry import FORMATS
from cx_stories.cli.formats.report import Report
from cx_stories.model.diagnostic import Excerpt
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, UNSEEN, report_of


def test_report_counts_its_findings_by_severity() -> None:
    """The summary and the exit status rest on these."""
    assert (PLAIN.errors, PLAIN.warnings, PLAIN.infos) == (1, 1, 1)


@pytest.mark.parametrize(
    ("folder", "path", "printed"),
    [
        ("content", "stories/refund.md", "content/stories/refund.md"),
        ("content", "../mkdocs.yml", "mkdocs.yml"),
        (".", "stories/refund.md", "stories/refund.md"),
        ("../site/content", "stories/refund.md", "../site/content/stories/refund.md"),
        ("../site/content", "../mkdocs.yml", "../site/mkdocs.yml"),
    ],
)
def test_path_can_be_opened_from_where_the_command_was_typed(folder: str, path: str, printed: str) -> None:
    """An editor or a person follows the path without thinking."""
    assert report_of(folder=folder).path_of(replace(MISSPELT, path=path)) == printed


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "report", [PLAIN, NOTHING, report_of(UNSEEN, HOSTILE)], ids=["plain", "empty", "hostile"]
)
def test_every_format_can_be_written_to_a_file(name: str, report: Report) -> None:
    """Whatever was typed, the output is UTF-8, ends with one line break and steers no terminal."""
    text = FORMATS[name](report, Paint())

    assert text.encode().endswith(b"\n")
    assert not text.endswith("\n\n")
    assert set(text) & set("\x1b\x9b\u202e\x00\ud800") == set()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"full", "concise"}))
def test_formats_for_programs_have_no_colours(name: str) -> None:
    """A forced colour would break what a program reads."""
    assert FORMATS[name](PLAIN, Paint(colour=True)) == FORMATS[name](PLAIN, Paint())


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_story_give_orders_to_a_build_server(name: str) -> None:
    """Whatever the log of a server shows, it obeys nothing that stood in a story or a file's name."""
    order = "##[stop-commands]x ##vso[task.setvariable variable=PATH]y"
    found = replace(
        MISSPELT, path="::add-mask::x.md", message=order, fix=None, excerpt=Excerpt(f"::x::{order}", 7, 1)
    )
    lines = FORMATS[name](report_of(found, folder=""), Paint()).splitlines()
    ours = [line for line in lines if line.startswith("::error file=")]  # obeyed, and read no further

    assert len(ours) == (1 if name == "github" else 0)
    assert [
        line for line in lines if line not in ours and ("##" in line.replace("###", "") or "::" in line[:2])
    ] == []
