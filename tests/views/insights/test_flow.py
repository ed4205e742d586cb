"""Ribbons from where stories begin to where they end."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.views.insights.flow import GAP, HEIGHT, Flow, Node, Ribbon, flow_of

NAMES = {"good": "pleasant", "bad": "unpleasant"}
ENDS = st.sampled_from(sorted(NAMES))
COUNTS = st.dictionaries(st.tuples(ENDS, ENDS), st.integers(1, 5000), min_size=1)


def _flow(counts: Mapping[tuple[str, str], int]) -> Flow:
    return flow_of(counts, ("good", "bad"), NAMES)


def test_ribbons_run_between_the_families_that_have_stories() -> None:
    """As high as the share of the stories; pleasant stands above unpleasant."""
    flow = _flow({("bad", "good"): 2, ("good", "good"): 1})

    assert (flow.left, flow.right) == (
        (Node("good", "pleasant", 1, 0, 50), Node("bad", "unpleasant", 2, 50 + GAP, 100)),
        (Node("good", "pleasant", 3, 0, 150),),
    )
    assert flow.ribbons == (
        Ribbon("good", "pleasant", "pleasant", 1, "M120 0C180 0 180 0 240 0V50C180 50 180 50 120 50z"),
        Ribbon(
            "good", "unpleasant", "pleasant", 2, "M120 64C180 64 180 50 240 50V150C180 150 180 164 120 164z"
        ),
    )
    assert (flow.names, flow.table, flow.height) == (
        ("pleasant",),
        (("pleasant", (1,)), ("unpleasant", (2,))),
        HEIGHT + GAP,
    )


def test_ribbons_that_leave_one_family_do_not_lie_on_one_another() -> None:
    """The second begins where the first has its lower edge, on the side they leave and where they arrive."""
    flow = _flow({("good", "good"): 1, ("good", "bad"): 2})

    assert [ribbon.path for ribbon in flow.ribbons] == [
        "M120 0C180 0 180 0 240 0V50C180 50 180 50 120 50z",
        "M120 50C180 50 180 64 240 64V164C180 164 180 150 120 150z",
    ]


@given(COUNTS)
def test_every_story_stands_once_on_each_side_and_in_the_table(
    counts: Mapping[tuple[str, str], int],
) -> None:
    """Whatever was counted."""
    flow, total = _flow(counts), sum(counts.values())
    sides = [sum(node.count for node in side) for side in (flow.left, flow.right)]

    assert (*sides, sum(ribbon.count for ribbon in flow.ribbons)) == (total, total, total)
    assert sum(sum(row) for _, row in flow.table) == total
    assert sum(node.height for node in flow.left) == pytest.approx(HEIGHT, abs=0.2)
