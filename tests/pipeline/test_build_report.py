"""A build tells of itself beside its memory: whole or not at all, and nothing of the machine."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from cx_stories.pipeline import build_report as module
from cx_stories.pipeline.build_report import Report, Subject, report_of
from cx_stories.pipeline.keeping_reports import NAME, as_json, keep, recall
from cx_stories.pipeline.remembering import FOLDER
from cx_stories.pipeline.stopwatch import Stopwatch


def subject(standing: Mapping[str, Sequence[Path]] | None = None) -> Subject:
    """Give what a build was about."""
    return Subject(stories=22, pages=578, languages=("en", "nl"), standing=standing or {})


def report(before: Report | None = None, standing: Mapping[str, Sequence[Path]] | None = None) -> Report:
    """Give the report of a build that took no time."""
    return report_of(Stopwatch(), subject(standing), before)


def test_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    """What a build has told, the command says."""
    watch = Stopwatch()
    watch.push("markdown")
    watch.taken().count, watch.taken().beside, watch.taken().size = 22, 0.5, 1000
    watch.kept("stories").made = 22
    watch.note((0.31, "stories/refund.md"))
    made = report_of(watch, subject(), None)
    keep(made, tmp_path)

    recalled = recall(tmp_path)
    assert recalled is not None
    assert as_json(recalled[0]) == as_json(made)
    assert [(part.part, part.count, part.bytes) for part in made.parts] == [
        ("other", 0, 0),
        ("markdown", 22, 1000),
    ]
    assert (made.kept[0].made, made.slow[0].path) == (22, "stories/refund.md")
    assert made.processor >= sum(part.processor for part in made.parts) >= 0.5
    assert sorted(file.name for file in (tmp_path / FOLDER).iterdir()) == [".gitignore", NAME]


def test_nothing_in_it_tells_of_the_machine(tmp_path: Path) -> None:
    """It may be sent to somebody, or lie in the cache of a build server."""
    keep(report(standing={"configuration": [tmp_path / "mkdocs.yml"]}), tmp_path)
    text = (tmp_path / FOLDER / NAME).read_text(encoding="utf-8")

    assert [one for one in (str(tmp_path), socket.gethostname(), os.sep + "tmp") if one in text] == []
    assert sorted(json.loads(text)["versions"]) == sorted(("Python", *module._PACKAGES))


@pytest.mark.parametrize(
    ("file", "changed"), [("mkdocs.yml", ("configuration",)), ("words.yml", ("vocabularies",)), ("", ())]
)
def test_report_says_what_is_not_as_it_was(tmp_path: Path, file: str, changed: tuple[str, ...]) -> None:
    """Whoever wonders why all was made anew sees what has changed since."""
    standing = {"configuration": [tmp_path / "mkdocs.yml"], "vocabularies": [tmp_path / "words.yml"]}
    (tmp_path / "mkdocs.yml").write_text("site_name: One\n")
    first = report(standing=standing)
    if file:
        (tmp_path / file).write_text("site_name: Two\n")

    assert (first.first, first.changed) == (True, ())
    assert report(first, standing).changed == changed


def test_report_says_that_a_program_has_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an upgrade everything is made anew, once."""
    before = report()
    monkeypatch.setattr(module, "printing_key", lambda: b"another")

    assert report(before).changed == ("program",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot say")
def test_memory_is_told_in_bytes() -> None:
    """A process with all our packages has more than 20 MB, whatever the system counts in."""
    assert 20_000_000 < report().memory < 20_000_000_000


@pytest.mark.parametrize("link", [".cache", ".cache/cx-stories", f".cache/cx-stories/{NAME}"])
def test_nothing_is_written_or_read_where_a_link_leads(tmp_path: Path, link: str) -> None:
    """Whoever made the site may have put a link there, to the report of another site even."""
    other, site = tmp_path / "other", tmp_path / "site"
    keep(report(), other)
    before = (other / FOLDER / NAME).read_bytes()
    (site / link).parent.mkdir(parents=True)
    (site / link).symlink_to(other / link)
    keep(replace(report(), stories=5), site)

    assert ((other / FOLDER / NAME).read_bytes(), recall(site)) == (before, None)


def test_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    """The site is built all the same."""
    (tmp_path / ".cache").write_text("a file\n")
    keep(report(), tmp_path)

    assert recall(tmp_path) is None


def test_what_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    """A full disk, or a folder in its place, leaves no files without a use."""
    (tmp_path / FOLDER / NAME).mkdir(parents=True)
    keep(report(), tmp_path)

    assert sorted(file.name for file in (tmp_path / FOLDER).iterdir()) == [".gitignore", NAME]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b'{"unknown": ' + b"[" * 100_000,
        b'"' + b"x" * 2_000_000 + b'"',
        as_json(report()).replace(b'"version": 1', b'"version": 2'),
        as_json(report()).replace(b'"stories": 22', b'"stories": -22'),
        as_json(report()).replace(b'"pages": 578', b'"pages": "578"'),
    ],
    ids=["empty", "other", "deep", "large", "version", "negative", "text"],
)
def test_what_is_no_report_is_as_if_there_were_none(tmp_path: Path, content: bytes) -> None:
    """A damaged or foreign file ends no command."""
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / NAME).write_bytes(content)

    assert recall(tmp_path) is None


def test_part_that_this_version_does_not_know_can_be_read() -> None:
    """A report of a newer version with more parts is still a report."""
    text = as_json(report()).replace(b'"part": "other"', b'"part": "weaving"')

    assert msgspec.json.decode(text, type=Report).parts[0].part == "weaving"
