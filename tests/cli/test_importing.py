# ruff: noqa: E501
"""`cx import`: what a person types, sees and finds in the folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cx_stories.pipeline import drafting
from tests.cli.conftest import Desk

COLUMN = "Shop talk\n\nPositive: The lamp\n\nIt shone.\n\nNegative: The sign\n\nIt hung."
WRITTEN = """\
Written in content/, as drafts:
  stories/the-lamp.md  positive  talk.txt  with the-sign  10 to do
  stories/the-sign.md  negative  talk.txt  with the-lamp  11 to do

For you to see to:
  talk.txt  The column does not say its author, publication, series and url. Add that in the drafts, or by an option.

There is no page people/ada-de-wit.md yet. Add it to content/; a text to begin with:
  ---
  title: Ada de Wit
  # To do: one sentence that says who this is.
  summary:
  ---

2 drafts. Nothing is published: look in the preview, and set `status: published` when one is good.
"""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Give a site with a story, and a column beside it."""
    desk.named_story("refund")
    desk.write("talk.txt", COLUMN)
    return desk


def _stories(desk: Desk) -> list[str]:
    return sorted(file.name for file in (desk.folder / "content" / "stories").iterdir())


def test_column_is_written_as_drafts_that_a_check_lets_pass(desk: Desk) -> None:
    """Whoever has a column is told what was made of it and what is left to do; nothing is published."""
    result = desk.type("import", "talk.txt", "--teller", "Ada de Wit", "--date", "3 May 2021")
    checked = desk.check("--select", "CX0,CX1,CX4,CX6")

    assert (result.exit_code, result.output) == (0, WRITTEN)
    assert _stories(desk) == ["refund.md", "the-lamp.md", "the-sign.md"]
    assert (checked.exit_code, checked.output.splitlines()[-2:]) == (
        0,
        ["1 story is fit to publish; 0 errors, 0 warnings, 0 infos.", "2 stories are still drafts."],
    )


def test_dry_run_writes_nothing(desk: Desk) -> None:
    """One can look first; the report is written all the same, for that is what one looks at."""
    result = desk.type("import", "talk.txt", "--dry-run", "--report", "told.json")
    report = json.loads((desk.folder / "told.json").read_text(encoding="utf-8"))

    assert (result.exit_code, result.output.splitlines()[0], result.output.splitlines()[-1]) == (
        0,
        "Would write in content/:",
        "2 drafts. Nothing was written.",
    )
    assert _stories(desk) == ["refund.md"]
    assert (report["version"], report["drafts"][0], sorted(report)) == (
        1,
        {
            "path": "stories/the-lamp.md",
            "title": "The lamp",
            "polarity": "positive",
            "language": "en",
            "pair": "the-sign",
            "file": "talk.txt",
            "line": 0,
            "todos": 10,
        },
        ["drafts", "pages", "remarks", "version"],
    )


def test_report_in_markdown_has_a_table_and_tells_nothing_private(desk: Desk) -> None:
    """It can be handed to a colleague: titles read as typed, an e-mail address only begins."""
    desk.write("old.csv", 'title,story,colour\n"A <b> | ada@example.org",It shone.,red\nB,x,blue\n')
    desk.type("import", "old.csv", "--report", "told.md")

    assert (desk.folder / "told.md").read_text(encoding="utf-8").split("\n- old.csv:2: ")[0] == (
        "# Import\n\n"
        "| Draft | Title | Verdict | From | To do |\n| --- | --- | --- | --- | --- |\n"
        "| stories/a-b.md | A &lt;b> \\| a…@… | - | old.csv:2 | 9 |\n"
        "| stories/b.md | B | - | old.csv:3 | 9 |\n\n"
        "## To see to\n\n"
        "- old.csv:2 and 3: Nothing here is called \\`colour\\`. It was kept below the text."
    )


def test_second_import_leaves_the_first_alone(desk: Desk) -> None:
    """A draft that somebody works on is never written over."""
    desk.type("import", "talk.txt")
    lamp = desk.folder / "content" / "stories" / "the-lamp.md"
    lamp.write_text("---\ntitle: Mine\n---\n", encoding="utf-8")
    desk.type("import", "talk.txt")

    assert lamp.read_text(encoding="utf-8") == "---\ntitle: Mine\n---\n"
    assert _stories(desk) == ["refund.md", "the-lamp-2.md", "the-lamp.md", "the-sign-2.md", "the-sign.md"]


def test_import_that_is_broken_off_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between the two stories of a pair does not leave one that points at nothing."""
    write = drafting.write_new

    def broken_off(file: Path, text: str | bytes) -> None:
        if file.name == "the-sign.md":
            raise KeyboardInterrupt
        write(file, text)

    monkeypatch.setattr(drafting, "write_new", broken_off)
    result = desk.type("import", "talk.txt")

    assert (result.exit_code, _stories(desk)) == (1, ["refund.md"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--language", "fr"], "The site has no language fr; it has en."),
        (["--date", "soon"], "--date takes a day, such as 2026-01-31."),
        (["--report", "told.txt"], "--report takes the name of a new file that ends in .md or .json."),
        (
            ["--report", "talk.md"],
            "talk.md is there already. It was left as it is; give the report another name.",
        ),
        (["--into", "elsewhere"], "--into takes a folder for stories: content/stories, or one in it."),
        (["-f", "other.yml"], "There is no other.yml here."),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(
    desk: Desk, typed: list[str], said: str
) -> None:
    """One sentence says what to type instead."""
    desk.write("talk.md", "")
    result = desk.type("import", "talk.txt", *typed)

    assert (result.exit_code, said in result.output, _stories(desk)) == (2, True, ["refund.md"])


def test_drafts_can_go_into_a_folder_of_their_own(desk: Desk) -> None:
    """Two hundred old cases need not lie among the finished ones."""
    desk.type("import", "talk.txt", "--into", "content/stories/old")

    assert sorted(file.name for file in (desk.folder / "content/stories/old").iterdir()) == [
        "the-lamp.md",
        "the-sign.md",
    ]


def test_import_of_nothing_ends_with_one(desk: Desk) -> None:
    """A script sees that there was no story in it."""
    desk.write("old.pdf", "")
    result = desk.type("import", "old.pdf")

    assert (result.exit_code, result.output) == (
        1,
        "For you to see to:\n  old.pdf  It was not read. Copy its text into a .docx or .txt file, and import that."
        "\n\nNo draft was made.\n",
    )
