"""The last lines of a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cx_stories.cli.formats.summary import summary
from cx_stories.model.diagnostic import Diagnostic
from tests.cli.formats.samples import MISSPELT, NOTHING, TWICE, UNSEEN, report_of


@pytest.mark.parametrize(
    ("fit", "said"),
    [
        (0, "0 stories are fit to publish; 0 errors, 0 warnings, 0 infos."),
        (1, "1 story is fit to publish; 0 errors, 0 warnings, 0 infos."),
        (22, "22 stories are fit to publish; 0 errors, 0 warnings, 0 infos."),
    ],
)
def test_summary_counts_what_is_fit(fit: int, said: str) -> None:
    """The first line is always there, in plain English."""
    assert summary(replace(NOTHING, fit=fit)) == [said]


@pytest.mark.parametrize(
    ("drafts", "said"), [(1, "1 story is still a draft."), (2, "2 stories are still drafts.")]
)
def test_summary_tells_of_drafts(drafts: int, said: str) -> None:
    """A writer who wonders where a story is finds the reason."""
    assert summary(report_of(drafts=drafts))[1:] == [said]


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ([UNSEEN], []),
        ([TWICE], ["1 finding can be mended with `cx check --fix`."]),
        ([MISSPELT], ["1 finding can be mended with `cx check --fix --unsafe-fixes`."]),
        ([TWICE, TWICE], ["2 findings can be mended with `cx check --fix`."]),
        (
            [TWICE, MISSPELT, MISSPELT, TWICE, UNSEEN],
            ["2 findings can be mended with `cx check --fix`, 2 more with `--unsafe-fixes`."],
        ),
    ],
    ids=["none", "safe", "guess", "two", "both"],
)
def test_summary_tells_what_the_command_can_mend(findings: Sequence[Diagnostic], said: list[str]) -> None:
    """Nobody mends by hand what a command does."""
    assert summary(report_of(*findings))[1:] == said
