"""For GitHub Actions: notes beside the lines of a change.

Source:  https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.cli.formats.markdown import document
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.summary import summary
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.views.signs import spelled_out

SHOWN = 10
"""How many notes of each kind GitHub shows for a step; the others stand in its log only."""
SUMMARY_SIZE = 1_000_000
"""In bytes: a little less than the 1 MiB that a step may write, others may have written before us."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report, _: Paint) -> str:
    """Give a workflow command for every finding, the worst first, and a summary."""
    worst_first = sorted(report.diagnostics, key=lambda found: found.severity.rank)
    commands = (_command(found, report.path_of(found)) for found in worst_first)
    return "\n".join((*commands, *summary(report), *_left_out(report))) + "\n"


def step_summary(report: Report) -> str:
    """Give Markdown to append to the file that $GITHUB_STEP_SUMMARY names."""
    return document(report, SUMMARY_SIZE)


def _command(found: Diagnostic, path: str) -> str:
    span = found.span
    properties = {
        "file": path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column if span.end_line == span.line else None,
        "title": f"{found.code} {found.name}",
    }
    listed = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None
    )
    return f"::{_COMMANDS[found.severity]} {listed}::{_data(found.message)}"


def _left_out(report: Report) -> Sequence[str]:
    if max(report.errors, report.warnings, report.infos) <= SHOWN:
        return []
    return [f"GitHub shows {SHOWN} of each kind beside the lines; the lines above are all of them."]


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    """Escape as the runner reads it; a line break, which would end the command, is an escape already."""
    return spelled_out(text).replace("%", "%25")
