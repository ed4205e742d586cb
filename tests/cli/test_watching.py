"""`cx check --watch`: a writer saves a file and sees what is left to put right."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from cx_stories.cli.request import Request
from cx_stories.cli.watching import scope_of
from tests.cli.conftest import Desk
from tests.pipeline.processes import heeding_ctrl_c

WAITING = "Waiting for changes. Ctrl+C ends this."
PATIENCE = 30


class Watch:
    """The command, running in a process of its own."""

    def __init__(self, desk: Desk, *arguments: str) -> None:
        code = "from cx_stories.cli.main import main; main()"
        with heeding_ctrl_c():
            self.process = subprocess.Popen(
                [sys.executable, "-u", "-c", code, "check", "--watch", "--format", "concise", *arguments],
                cwd=desk.folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line.rstrip("\n"))

    def next(self) -> Sequence[str]:
        """Give what is printed about the next look at the stories."""
        lines: list[str] = []
        while not lines or lines[-1] != WAITING:
            lines.append(self._lines.get(timeout=PATIENCE))
        return lines

    def end(self) -> int:
        """Type Ctrl+C, and give the status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watch(desk: Desk) -> Iterator[Watch]:
    """Give the command, watching a site with one sound story."""
    desk.story("")
    running = Watch(desk)
    yield running
    running.process.kill()
    running.process.wait()


def test_saved_files_are_checked_again(desk: Desk, watch: Watch) -> None:
    """A story, a new story, the configuration; Ctrl+C ends it quietly."""
    fit = "{} fit to publish; {} errors, 0 warnings, 0 infos."
    looks = [watch.next()]
    desk.story("stages: [nowhere]\n")
    looks.append(watch.next())
    desk.named_story("other")
    looks.append(watch.next())
    desk.configure("severities:\n  CX201: off")
    looks.append(watch.next())

    found = (
        'content/stories/refund.md:2:10: error CX201 "nowhere" is not one of the journey stages. '
        "Choose from: awareness, consideration, purchase, delivery, use, service, loyalty, advocacy, "
        "and more."
    )
    assert looks == [
        ["Checking ...", fit.format("1 story is", 0), WAITING],
        ["Checking ...", found, fit.format("0 stories are", 1).replace("errors", "error"), WAITING],
        ["Checking ...", found, fit.format("1 story is", 1).replace("errors", "error"), WAITING],
        ["Checking ...", fit.format("2 stories are", 0), WAITING],
    ]
    assert watch.end() == 0


def test_broken_configuration_and_files_beside_are_watched(desk: Desk) -> None:
    """Once it is mended, the stories count, and so does a file of words elsewhere."""
    desk.story("")
    desk.write("mkdocs.yml", "plugins: [\n")
    running = Watch(desk)
    looks = [running.next()[-2]]
    desk.configure("vocabularies: [words/own.yml]\nbaseline: known/all.json")
    looks.append(running.next()[-2])
    desk.write("words/own.yml", "[]")
    desk.configure("baseline: known/all.json")
    looks.append(running.next()[-2])
    desk.story("stages: [nowhere]\n")
    looks.append(running.next()[-2])
    running.end()

    assert [look.rpartition(" ")[0] for look in looks[2:]] == [
        "1 story is fit to publish; 0 errors, 0 warnings, 0",
        "0 stories are fit to publish; 1 error, 0 warnings, 0",
    ]


def test_chosen_path_that_is_away_for_a_moment_ends_nothing(desk: Desk) -> None:
    """An editor that saves takes the old file away first."""
    desk.story("")
    desk.named_story("other", "title: Other\n")
    running = Watch(desk, "content/stories/refund.md")
    running.next()
    (desk.folder / "content/stories/refund.md").unlink()
    away = running.next()
    desk.story("")
    back = running.next()
    running.end()

    assert (away[1], back[1]) == (
        "There is no content/stories/refund.md here. Look at its name.",
        "2 stories are fit to publish; 0 errors, 0 warnings, 0 infos.",
    )


def test_only_what_a_look_depends_on_starts_another(desk: Desk) -> None:
    """The report that a look writes itself would make it go on without end."""
    desk.configure("vocabularies: [words/own.yml]\ndeny_list: private/names.txt")
    desk.write("private/names.txt", "Mina\n")
    desk.story("")
    scope = scope_of(Request(Path("mkdocs.yml"), output_file=Path("content/findings.json")))
    files = (
        *("mkdocs.yml", "words/own.yml", "private/names.txt", "cx-baseline.json", "content/new.md"),
        *("content/findings.json", "private/other.txt", "notes.txt", "content/.hidden"),
    )

    assert [name for name in files if scope.matters(Path(name))] == list(files[:5])
