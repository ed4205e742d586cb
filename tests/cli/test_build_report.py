"""`cx build-report`: where the time of the last build went, for people who never measured one."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cx_stories.pipeline.build_report import Kept, Part, Report, Slow
from cx_stories.pipeline.keeping_reports import NAME, keep
from cx_stories.pipeline.remembering import FOLDER
from tests.cli.conftest import Desk

BUILT = 1_772_445_600
"""2 March 2026, ten in the morning in Greenwich."""
REPORT = Report(
    stories=5000,
    pages=9794,
    languages=("en",),
    seconds=75.25,
    processor=100.0,
    memory=512_000_000,
    largest=0,
    processors=2,
    parts=(
        Part("other", 1.0, 2.0),
        Part("reading", 20.0, 40.0, 5000),
        Part("markdown", 0.0, 8.0, 5000),
        Part("machines", 0.004, 0.004, 12),
        Part("search", 9.0, 40.0, 9794),
    ),
    kept=(Kept("stories", 4999, 1), Kept("pictures", 0, 7)),
    slow=(Slow("stories/refund.md", 0.31),),
    versions={"Python": "3.13.1"},
    marks={"configuration": "00"},
    changed=("configuration",),
    first=False,
)
SHOWN = """\
Small stage: 5,000 stories, 9,794 pages (en)
The last build, on 2 March 2026 at 10:00, took 1 minute 15 seconds: 1 minute 40
seconds of work on 2 processors.

Part                  Seconds  Share                              Pieces    Each
Reading and checking    40.00   40 %  ##########################   5,000  8.0 ms
Markdown                 8.00    8 %  #####                        5,000  1.6 ms
Index of the search     40.00   40 %  ##########################   9,794  4.1 ms
Everything else         12.00   12 %  ########

Used again from the build before
  Stories and articles  4,999; 1 made anew
  Pictures              none; 7 made anew
  Since that build mkdocs.yml has changed.

Memory: at most 512 MB in the main process.

Markdown that took long
  stories/refund.md: 0.31 seconds
"""
"""What nobody counted is with the rest; what takes less than could be shown is left out."""


@pytest.fixture
def built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a site that was built, in Greenwich."""
    monkeypatch.setenv("TZ", "UTC")
    tell(desk, REPORT)
    return desk


def tell(desk: Desk, report: Report) -> None:
    """Have a build leave this."""
    keep(report, desk.folder)
    os.utime(desk.folder / FOLDER / NAME, (BUILT, BUILT))


def shown(desk: Desk) -> str:
    """Give what the command prints."""
    result = desk.type("build-report")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_report_tells_where_the_time_went(built: Desk) -> None:
    """Who never measured anything sees what takes longest, how much of it there was, and what was known."""
    assert shown(built) == SHOWN


def test_report_for_programs_has_keys_that_stay(built: Desk) -> None:
    """A script that watches the builds of a site reads them."""
    result = built.type("build-report", "--json")
    told = json.loads(result.stdout)

    assert (result.exit_code, told.pop("parts")[4]) == (
        0,
        {"part": "search", "seconds": 9.0, "processor": 40.0, "count": 9794, "bytes": 0},
    )
    assert told == {
        "version": 1,
        "command": "build",
        "stories": 5000,
        "pages": 9794,
        "languages": ["en"],
        "bytes": 0,
        "seconds": 75.25,
        "processor": 100.0,
        "memory": 512_000_000,
        "largest": 0,
        "processors": 2,
        "kept": [{"kind": "stories", "used": 4999, "made": 1}, {"kind": "pictures", "used": 0, "made": 7}],
        "slow": [{"path": "stories/refund.md", "seconds": 0.31}],
        "versions": {"Python": "3.13.1"},
        "marks": {"configuration": "00"},
        "changed": ["configuration"],
        "first": False,
        "onlookers": [],
    }


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (
            replace(REPORT, first=True, changed=()),
            "The next build can use what this one has made, if the folder .cache/cx-stories is kept until "
            "then.",
        ),
        (
            replace(REPORT, processors=1),
            "This build had one processor. With more, stories are read and pages",
        ),
        (
            replace(REPORT, onlookers=("minify",)),
            "minify looks at every page, so MkDocs makes all pages itself, one after another. If you can do "
            "without it, the build is quicker.",
        ),
        (
            replace(REPORT, onlookers=("macros", "minify")),
            "macros, minify look at every page, so MkDocs makes all pages itself, one after another. If you "
            "can do without them, the build is quicker.",
        ),
    ],
    ids=["first", "one processor", "another plugin", "two plugins"],
)
def test_report_ends_with_what_would_help(built: Desk, report: Report, said: str) -> None:
    """Only what is certain is advised, and by its name."""
    before = shown(built)
    tell(built, report)

    assert said not in " ".join(before.split())
    assert said in " ".join(shown(built).split())


def test_small_site_is_not_told_of_processors(built: Desk) -> None:
    """Where a second one would not be used, nobody needs to buy it."""
    tell(built, replace(REPORT, processors=1, stories=22))

    assert "one processor" not in shown(built)


@pytest.mark.parametrize("width", ["24", "40", "60", "80", "200"])
def test_nothing_is_wider_than_the_terminal(built: Desk, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    """A bar that has no room is left out before the numbers run over."""
    monkeypatch.setenv("COLUMNS", width)
    table, rest = shown(built).partition("Part ")[2].split("\n\n", 1)
    first = shown(built).partition("Part ")[0]

    assert max(map(len, (*first.splitlines(), *rest.splitlines()))) <= int(width)
    assert max(map(len, table.splitlines())) <= max(int(width), 55)


def test_what_stands_in_the_file_steers_no_terminal(built: Desk) -> None:
    """Whoever can write into the folder can lie, and nothing else."""
    part, slow = Part("\x1b[2Jpart\u202e", 1.0, 5.0), Slow("::add-mask::x\x1b[31m.md", 1.0)
    tell(built, replace(REPORT, parts=(part,), slow=(slow,), onlookers=("\x1b]0;x",), languages=("\n::x::",)))
    text = shown(built)

    assert [sign for sign in text if (ord(sign) < 32 and sign != "\n") or sign == "\u202e"] == []
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []
    assert "\\x1b[2Jpart\\u202e" in text


def test_numbers_without_an_end_end_no_command(built: Desk) -> None:
    """A report may say anything."""
    huge = 10**15
    tell(
        built,
        replace(REPORT, seconds=1e300, processor=1e300, memory=huge, stories=huge, kept=(Kept("x", 1, 1),)),
    )

    assert "1,000,000,000,000,000 stories" in shown(built)


def test_report_of_a_build_that_took_no_time_has_no_table(built: Desk) -> None:
    """Nothing is divided by nothing."""
    tell(built, replace(REPORT, parts=(), processor=0.0, kept=(), slow=(), memory=0))

    assert shown(built).partition("10:00, ")[2] == (
        "took 1 minute 15 seconds: 0.0 seconds\nof work on 2 processors.\n"
    )


def test_without_a_report_one_sentence_says_what_to_do(desk: Desk) -> None:
    """A person who comes too early is told what comes first."""
    result = desk.type("build-report")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "There is no report of a build here yet. Build the site first: mkdocs build\n"


def test_without_a_site_the_command_says_where_to_go(desk: Desk, tmp_path: Path) -> None:
    """Nobody looks for a report in the wrong folder."""
    (tmp_path / "mkdocs.yml").unlink()
    result = desk.type("build-report")

    assert (result.exit_code, result.stdout, "There is no mkdocs.yml here." in result.stderr) == (2, "", True)
