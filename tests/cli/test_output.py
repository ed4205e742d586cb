"""Where the output of a command goes: to a full disk, to somebody who has stopped reading, to nobody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
PROGRAM = (sys.executable, "-m", "cx_stories.cli.main")
NO_ROOM = "The output cannot be written: no room left on the disk.\n"


@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is always full: /dev/full of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [["rules"], ["schema", "--help"]])
def test_a_full_disk_is_told_in_a_sentence(words: list[str], unbuffered: str) -> None:
    """Whoever keeps what a command prints is not left with half of it and a page about a program."""
    with FULL.open("w") as full:
        run = subprocess.run(
            [*PROGRAM, *words],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )

    assert (run.returncode, run.stderr) == (1, NO_ROOM)


def test_whoever_reads_only_the_beginning_hears_nothing_of_the_rest() -> None:
    """`cx rules | head -1` is an ordinary thing to type."""
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run([*PROGRAM, "rules"], check=False, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)

    assert (run.returncode, run.stderr) == (1, "")


@pytest.mark.skipif(os.name == "nt", reason="closes streams the way a shell of Unix does")
def test_a_stream_that_is_closed_is_an_empty_one(tmp_path: Path) -> None:
    """A command started by a program, without input or output, ends as it would anywhere else."""
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [cx-stories]\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    shell = ["sh", "-c", '"$@" <&- >&-', "sh", *PROGRAM, "doctor"]

    run = subprocess.run(shell, check=False, capture_output=True, text=True, cwd=tmp_path)

    assert (run.stdout, run.stderr) == ("", "")
