"""What the benchmark of relations prints: the last table of its README."""

from __future__ import annotations

from pathlib import Path

from related import NAMES, Related, relate, table
from stories import collection, write


def test_table_holds_every_step_and_how_it_grows() -> None:
    """Whether ten times the stories take ten times as long is seen at a glance."""
    measured = {
        (name, count): [took]
        for name in NAMES
        for count, took in ((10, Related(0.5, 50)), (100, Related(6, 100)))
    }

    assert list(table(measured, [10, 100])) == [
        "|  | processor s | memory MB |",
        "| --- | ---: | ---: |",
        *(f"| {name}, 10 stories | 0.50 | 50 |" for name in NAMES),
        *(f"| {name}, 100 stories | 6.00 | 100 |" for name in NAMES),
        *(f"| {name}, 100 / 10 stories | 12.00 | 2.00 |" for name in NAMES),
    ]


def test_every_step_is_timed(tmp_path: Path) -> None:
    """What is printed was really done, with stories that nothing is wrong with."""
    write(collection(10), tmp_path)

    assert [name for name, took in relate(tmp_path).items() if took.memory > 0] == list(NAMES)
