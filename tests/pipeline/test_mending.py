"""What does harm is found among many fixes without trying them all one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Span
from cx_stories.pipeline.mending import Fixes, harmless

FIXES = [Diagnostic("a.md", Span(line), "CX202", "name", Severity.INFO, "Message.") for line in range(64)]


@pytest.mark.parametrize("harmful", [(), (0,), (63,), (17, 18), (5, 40, 41), tuple(range(64))])
def test_only_what_does_harm_is_left_out(harmful: Sequence[int]) -> None:
    """One bad fix does not keep the others from being made."""
    bad = [FIXES[number] for number in harmful]

    assert harmless(FIXES, lambda fixes: any(fix in bad for fix in fixes)) == [
        fix for fix in FIXES if fix not in bad
    ]


def test_of_two_that_do_harm_together_the_first_is_kept() -> None:
    """Two misspelt keys do not become the same key twice."""
    one, other = FIXES[3], FIXES[60]

    assert harmless(FIXES, lambda fixes: one in fixes and other in fixes) == [*FIXES[:60], *FIXES[61:]]


def test_one_harmful_fix_among_many_takes_few_trials() -> None:
    """A large collection is not examined once for every fix."""
    trials: list[Fixes] = []

    def harmful(fixes: Fixes) -> bool:
        trials.append(fixes)
        return FIXES[40] in fixes

    harmless(FIXES, harmful)

    assert len(trials) <= 2 * 6 + 1
