"""What the benchmark of builds tells: its tables, its picture, and who could not be compared."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

import contenders
import racing
from chart import Bar, Panel, chart
from contenders import CHANGED, COLD, HUGO_AND_PAGEFIND, Contender
from measure import Build, BuildError, Run
from peer_tools import MissingError, versions
from racing import Race
from results import growth, table

SVG = "{http://www.w3.org/2000/svg}"


def built(wall: float, processor: float = 4, together: float = 100, pages: int = 1002) -> Build:
    """Give a build as it would be measured."""
    return Build(Run(wall, processor, 80, together, apart=together - 20), site=20, pages=pages)


def test_table_compares_builds_of_the_same_run_and_says_whether_targets_are_met() -> None:
    """A slow spell of the machine that hits all builds of a run does not look like a difference."""
    builds = {
        COLD: [built(6, 5, 200), built(12, 5, 200), built(9, 5, 200)],
        CHANGED: [built(2, 1), built(3, 1), built(4, 1)],
        HUGO_AND_PAGEFIND: [built(4, 5), built(12, 4), built(18, 5)],
    }
    saved = [Run(0.8, 0.5, 60, 70), Run(1.2, 0.5, 60, 70), Run(1.1, 0.5, 60, 70)]

    assert list(table(builds, saved)) == [
        "|  | wall s | processor s | memory MB, all processes | memory MB, the largest | site MB | pages |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| ours, from nothing | 9.0 (6.0 to 12.0) | 5.0 | 200 | 80 | 20.0 | 1,002 |",
        "| ours, one story changed | 3.0 (2.0 to 4.0) | 1.0 | 100 | 80 | 20.0 | 1,002 |",
        "| Hugo and Pagefind | 12.0 (4.0 to 18.0) | 5.0 (4.0 to 5.0) | 100 | 80 | 20.0 | 1,002 |",
        "",
        "| run by run | wall | processor | memory, all processes | target, of the wall time |",
        "| --- | ---: | ---: | ---: | --- |",
        "| ours, from nothing / Hugo and Pagefind | 1.00 (0.50 to 1.50) | 1.00 (1.00 to 1.25) | 2.00 "
        "| at most 0.75: missed |",
        "| ours, one story changed / ours, from nothing | 0.33 (0.25 to 0.44) | 0.20 | 0.50 "
        "| at most 0.5: met |",
        "",
        "|  | wall s | processor s | memory MB, all processes | memory MB, the largest |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| from saving a story to its new page in `mkdocs serve` | 1.10 (0.80 to 1.20) | 0.50 | 70 | 60 |",
        "",
        "Target: at most 1.0 s: missed.",
    ]


def test_growth_tells_what_a_story_costs_in_a_large_collection() -> None:
    """Whether ten times the stories take ten times as long is seen at a glance."""
    builds = {100: {COLD: [built(2, 4, 50)]}, 1000: {COLD: [built(22, 40, 300)]}}

    assert list(growth(builds)) == [
        "|  | stories | wall ms each | processor ms each | memory MB | without Pagefind | times linear |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| ours, from nothing | 100 | 20.00 | 40.00 | 50 | 30 | 1.00 |",
        "| ours, from nothing | 1,000 | 22.00 | 40.00 | 300 | 280 | 1.10 |",
    ]


def test_picture_tells_the_same_in_words() -> None:
    """Who does not see the picture is told what it is of, and each bar has its figures."""
    panels = [Panel("Seconds", [Bar("ours", [2, 4, 3], True), Bar('"A" & <B>', [8.04], False)], ".1f")]

    drawn = ElementTree.fromstring(chart("A build of 5 stories", "Medians. 2 cores.", panels))  # noqa: S314

    words = [element.text for element in drawn.iter() if element.tag in (f"{SVG}title", f"{SVG}desc")]
    bars = [(bar.get("class"), bar.get("width")) for bar in drawn.iter(f"{SVG}rect")]
    assert words == ["A build of 5 stories", "Medians. 2 cores.", "ours: 3.0; 2.0 to 4.0", '"A" & <B>: 8.0']
    assert bars == [("ours", "156.7"), ("others", "420.0")]
    assert (drawn.get("role"), drawn.get("aria-labelledby")) == ("img", "title description")


def unavailable() -> None:
    """Stand in for a program that cannot be fetched."""
    raise MissingError("Node.js with npm is not installed")


def test_who_cannot_take_part_or_breaks_off_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is left out in silence, and one failure does not cost the measurements of the others."""

    def fails(_: Path) -> contenders.Builds:
        yield "Hugo", built(1)
        raise BuildError("Building\nERROR no space left\n\n")

    everybody = {
        "ours": Contender(lambda *_: None, lambda _: iter([(COLD, built(3))])),
        "hugo": Contender(lambda *_: None, fails),
        "eleventy": Contender(lambda *_: None, fails, unavailable),
    }
    monkeypatch.setattr(racing, "CONTENDERS", everybody)
    race = Race(list(everybody), ["en"])

    builds = race.measure(race.write(tmp_path, 10), runs=2)

    assert builds == {COLD: [built(3), built(3)]}
    assert race.absent == {
        "eleventy": "Node.js with npm is not installed",
        "hugo": "its build failed: ERROR no space left",
    }


def test_a_build_of_ours_that_fails_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to compare then, and what went wrong is told whole."""

    def fails(_: Path) -> contenders.Builds:
        yield COLD, built(1)
        raise BuildError("Two\nlines")

    monkeypatch.setattr(racing, "CONTENDERS", {"ours": Contender(lambda *_: None, fails)})
    race = Race(["ours"], ["en"])

    with pytest.raises(BuildError, match="Two\nlines"):
        race.measure(race.write(tmp_path, 10), runs=1)


def test_our_build_is_told_without_its_index_too(tmp_path: Path) -> None:
    """What the index took is what the build itself has reported; without a report nothing is made up."""
    report = tmp_path / ".cache" / "cx-stories" / "build-report.json"
    assert [*contenders.before_index("x", built(9, 12), tmp_path)] == []

    report.parent.mkdir(parents=True)
    report.write_text('{"parts": [{"part": "search", "seconds": 2.5, "processor": 7}]}', encoding="utf-8")

    assert [*contenders.before_index("x", built(9, 12), tmp_path)] == [("x", built(6.5, 5))]


def test_versions_of_the_others_are_those_that_are_fetched() -> None:
    """A figure is worth nothing without the version it was measured with."""
    assert versions().keys() == {"hugo", "zensical", "eleventy", "pagefind"}
