"""What GitHub Actions reads."""

from __future__ import annotations

from cx_stories.cli.formats.github import SUMMARY_SIZE, github, step_summary
from cx_stories.cli.formats.markdown import document
from cx_stories.cli.formats.paint import Paint
from cx_stories.model.diagnostic import Severity
from tests.cli.formats.samples import HOSTILE, PLAIN, many, report_of


def test_worst_findings_come_first() -> None:
    """GitHub shows few notes; errors are among them."""
    assert github(PLAIN, Paint()) == (
        "::error file=content/stories/refund.md,line=6,endLine=6,col=5,endColumn=15,"
        'title=CX201 unknown-term::"surprizing" is not one of the elements. Did you mean "surprising"?\n'
        "::warning file=content/stories/refund.md,line=8,endLine=8,col=17,endColumn=20,"
        'title=CX203 duplicate-value::The channels name "web" twice.\n'
        "::notice file=mkdocs.yml,line=1,endLine=1,col=1,endColumn=1,"
        'title=CX502 term-unused::No story uses the sector "toys".\n'
        "2 stories are fit to publish; 1 error, 1 warning, 1 info.\n"
        "1 finding can be mended with `cx check --fix`, 1 more with `--unsafe-fixes`.\n"
    )


def test_what_was_typed_gives_no_command() -> None:
    """Signs that part a command are escaped, and a place of several lines has no last column."""
    assert github(report_of(HOSTILE), Paint()).splitlines() == [
        r"""::error file=content/stories/a b%2Cc%3Ad%25e'f"g]]>h`i|é\udcff\x1b\x0a.md,line=2,endLine=4,"""
        r"""col=1,title=CX404 citizen-number::"<b>|`%250A::error::" asks @you #1 https://a.nl/{x}[y](z) """
        r"""\x1b[2J\u202e\ud800\x00]]>&amp;""",
        "2 stories are fit to publish; 1 error, 0 warnings, 0 infos.",
    ]


def test_log_says_when_github_leaves_notes_out() -> None:
    """Ten of a kind are shown; whoever counts eleven is told where the rest is."""
    said = "GitHub shows 10 of each kind beside the lines; the lines above are all of them.\n"
    ten = report_of(*many(10), *many(10, Severity.INFO))
    eleven = report_of(*many(11))

    assert not github(ten, Paint()).endswith(said)
    assert github(eleven, Paint()).endswith(said)
    assert github(eleven, Paint()).count("::error ") == 11


def test_summary_of_the_job_has_every_finding() -> None:
    """What GitHub does not show beside the lines stands in the summary of the job."""
    report = report_of(*many(5_000))

    assert step_summary(report) == document(report, SUMMARY_SIZE)
    assert step_summary(report).count("| error |") == 5_000


def test_summary_of_the_job_stays_below_what_github_takes() -> None:
    """A summary of more than 1 MiB would not be shown at all."""
    text = step_summary(report_of(*many(12_000)))
    shown = text.count("| error |")

    assert 990_000 < len(text.encode()) <= SUMMARY_SIZE
    assert text.endswith(f"\n\nNot shown here: {12_000 - shown} more findings.\n")
