"""Stories to which accidents have happened are read and checked, and every finding is what it promises to be.

`make fuzz N=100000` takes more of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fuzz.cases import case, outcome
from tests.fuzz.stock import Files, stock

QUICK = 1000
THOROUGH = 40


@pytest.fixture(scope="module")
def stories() -> Sequence[Files]:
    """Give what the accidents happen to."""
    return stock()


def _failing(
    stories: Sequence[Files], folder: Path, count: int, *, thorough: bool
) -> dict[int, Sequence[str]]:
    results = {
        number: outcome(case(1, number, stories), folder / "content", thorough=thorough).faults
        for number in range(count)
    }
    return {number: faults for number, faults in results.items() if faults}


def test_every_finding_has_its_place_its_words_and_no_secrets(
    stories: Sequence[Files], tmp_path: Path
) -> None:
    """Whatever happens to a file, a check ends, and points at places that are there."""
    assert _failing(stories, tmp_path, QUICK, thorough=False) == {}


def test_what_is_found_is_the_same_again_and_everywhere(stories: Sequence[Files], tmp_path: Path) -> None:
    """A second look, a memory, a build and a mended folder hold what the first look promised."""
    assert _failing(stories, tmp_path, THOROUGH, thorough=True) == {}


def test_a_case_is_the_same_each_time(stories: Sequence[Files]) -> None:
    """A number is enough to see again what went wrong."""
    assert [case(3, number, stories) for number in range(50)] == [
        case(3, number, stories) for number in reversed(range(50))
    ][::-1]
