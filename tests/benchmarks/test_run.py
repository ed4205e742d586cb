"""What the benchmark prints: the table of its README."""

from __future__ import annotations

from measure import Build
from run import table


def test_table_compares_the_sites_run_by_run() -> None:
    """A slow spell of the machine that hits both sites of a run does not look like a difference."""
    ours = [Build(wall=6, processor=5, memory=120, site=30, pages=1145), Build(12, 5, 120, 30, 1145)]
    bare = [Build(wall=4, processor=5, memory=80, site=20, pages=1002), Build(8, 4, 80, 20, 1002)]

    assert list(table({("ours", 1000): ours, ("bare", 1000): bare}, [1000])) == [
        "|  | wall s | processor s | memory MB | site MB | pages |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| ours, 1,000 stories | 9.0 (6.0 to 12.0) | 5.0 | 120 | 30.0 | 1,145 |",
        "| bare, 1,000 stories | 6.0 (4.0 to 8.0) | 4.5 (4.0 to 5.0) | 80 | 20.0 | 1,002 |",
        "| ours / bare, 1,000 stories | 1.50 | 1.12 (1.00 to 1.25) | 1.50 | 1.50 | 1.14 |",
    ]


def test_table_tells_how_both_sites_grow() -> None:
    """Whether a collection five times as large takes five times as long is seen at a glance."""
    small, large = Build(4, 4, 80, 20, 1000), Build(20, 20, 160, 100, 5000)
    builds = {
        ("ours", 1000): [small],
        ("bare", 1000): [small],
        ("ours", 5000): [large],
        ("bare", 5000): [large],
    }

    assert list(table(builds, [1000, 5000]))[-2:] == [
        "| ours, 5,000 / 1,000 stories | 5.00 | 5.00 | 2.00 | 5.00 | 5.00 |",
        "| bare, 5,000 / 1,000 stories | 5.00 | 5.00 | 2.00 | 5.00 | 5.00 |",
    ]
