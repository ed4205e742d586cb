"""What the benchmark of checks prints: the second table of its README."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from check import BARE, CHECKS, table
from measure import Run
from memory import MemoryWatch

HOLDER = "import sys; held = bytearray(50_000_000); print(flush=True); sys.stdin.read()"
STARTER = f"import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', {HOLDER!r}]).returncode)"


def test_table_holds_every_check_against_the_build_of_its_run() -> None:
    """Each target is a line of the table."""
    walls = {BARE: 40, CHECKS[0]: 10, CHECKS[1]: 2, CHECKS[2]: 3}
    measured = {(name, 100): [Run(wall, wall, 50, 80)] for name, wall in walls.items()}

    assert list(table(measured, [100])) == [
        "|  | wall s | processor s | memory MB |",
        "| --- | ---: | ---: | ---: |",
        "| bare build, 100 stories | 40.00 | 40.00 | 80 |",
        "| check, nothing remembered, 100 stories | 10.00 | 10.00 | 80 |",
        "| that / bare build | 0.25 | 0.25 | 1.00 |",
        "| check, nothing changed, 100 stories | 2.00 | 2.00 | 80 |",
        "| that / bare build | 0.05 | 0.05 | 1.00 |",
        "| check, one story changed, 100 stories | 3.00 | 3.00 | 80 |",
        "| that / bare build | 0.07 | 0.07 | 1.00 |",
    ]


def test_table_tells_how_checks_grow() -> None:
    """Whether ten times the stories take ten times as long is seen at a glance."""
    small, large = Run(2, 2, 50, 50), Run(20, 22, 100, 100)
    measured = {
        (name, count): [run] for name in (BARE, *CHECKS) for count, run in ((10, small), (100, large))
    }

    assert list(table(measured, [10, 100]))[-4:] == [
        f"| {name}, 100 / 10 stories | 10.00 | 11.00 | 2.00 |" for name in (BARE, *CHECKS)
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what processes hold together")
def test_memory_of_a_process_that_another_one_started_counts() -> None:
    """A check that reads in several processes does not look lighter than it is."""
    with Popen([sys.executable, "-c", STARTER], stdin=PIPE, stdout=PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdout.readline()
        held, apart = MemoryWatch(process.pid).look()
        process.stdin.close()

    assert held == apart > 50


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what processes hold together")
def test_memory_of_the_indexer_is_told_apart(tmp_path: Path) -> None:
    """How much our own processes hold is promised; how much Pagefind does is for Pagefind to say."""
    indexer = tmp_path / "pagefind_extended"
    indexer.symlink_to("/bin/cat")
    with Popen([indexer], stdin=PIPE, stdout=PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdin.write(b"begun")
        process.stdin.flush()
        process.stdout.read(1)
        held, apart = MemoryWatch(process.pid).look()
        process.stdin.close()

    assert held > apart == 0
