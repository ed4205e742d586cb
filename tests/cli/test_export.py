"""`cx export`: what it prints or writes, and how it ends, run as a person runs it."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Desk


@pytest.fixture
def told(desk: Desk) -> Desk:
    """Give a site with a story in two languages, one in English only, and a draft."""
    desk.configure("languages: [en, nl]")
    desk.named_story("refund")
    desk.named_story("coat", "title: The coat\n")
    desk.named_story("draft", "status: draft\n")
    desk.write(
        "content/stories/refund.nl.md",
        "---\ntitle: Geld terug\nsummary: Snel.\nelements: {surprising: Ineens.}\n"
        "lessons: [Vertrouw.]\n---\nZij.\n",
    )
    return desk


def test_what_is_exported_is_on_the_screen(told: Desk) -> None:
    """It can be led into another program, line by line; drafts are not in it."""
    result = told.type("export", "--format", "jsonl")

    assert (result.exit_code, result.stderr) == (0, "")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [
        "coat_en",
        "refund_en",
        "refund_nl",
    ]


def test_only_the_language_that_was_asked_for(told: Desk) -> None:
    """A translation comes without its original, and not the other way round."""
    result = told.type("export", "--format", "jsonl", "--language", "nl")

    assert [json.loads(line)["title"] for line in result.stdout.splitlines()] == ["Geld terug"]


def test_file_has_what_the_screen_would_have(told: Desk) -> None:
    """Folders that are missing are made."""
    shown = told.type("export", "--format", "csv").stdout_bytes
    result = told.type("export", "--format", "csv", "-o", "out/stories.csv")

    assert (result.exit_code, result.output) == (0, "")
    assert Path("out/stories.csv").read_bytes() == shown


def test_nothing_is_written_over_unless_asked_to(told: Desk) -> None:
    """A table that somebody has worked in is safe; --force keeps who may read the file."""
    file = Path("stories.bib")
    file.write_text("mine", encoding="utf-8")
    file.chmod(0o600)
    refused = told.type("export", "--format", "bibtex", "-o", "stories.bib")
    before = file.read_text(encoding="utf-8")
    forced = told.type("export", "--format", "bibtex", "-o", "stories.bib", "--force")

    assert (refused.exit_code, refused.stderr, before) == (
        1,
        "stories.bib is there already. Choose another name, or add --force to write over it.\n",
        "mine",
    )
    assert (forced.exit_code, forced.output) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("@misc{coat,")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--format", "json", "--language", "fr"], 'This site is not in "fr". Choose from: en, nl.'),
        (["--format", "json", "--force"], "--force is about a file; name it with -o."),
        ([], "Missing option '--format'."),
        (
            ["--format", "json", "-f", "no.yml"],
            "There is no no.yml here. Go to the folder of the site, or name the file with -f.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(told: Desk, typed: list[str], said: str) -> None:
    """Nobody has to read a traceback."""
    result = told.type("export", *typed)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_parquet_without_its_package_says_what_to_install(
    told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else has to have the package, which is large."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = told.type("export", "--format", "parquet", "-o", "stories.parquet")

    assert (result.exit_code, result.output, Path("stories.parquet").exists()) == (
        2,
        'Parquet needs pyarrow: type `pip install "cx-stories[parquet]"`, or choose --format jsonl.\n',
        False,
    )


def test_parquet_is_no_picture_for_a_terminal(told: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are no text can make a terminal unusable."""
    monkeypatch.setattr("cx_stories.cli.export.on_a_screen", lambda: True)
    result = told.type("export", "--format", "parquet")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "parquet is nothing to read on a screen; name a file with -o." in result.stderr
