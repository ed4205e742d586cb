"""For editors: one line for each finding."""

from __future__ import annotations

from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.summary import summary
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.views.signs import no_orders, spelled_out


def concise(report: Report, paint: Paint) -> str:
    """Give `path:line:column: severity CODE message` for every finding, and a summary."""
    found = (_line(one, report, paint) for one in report.diagnostics)
    return no_orders("\n".join((*found, *summary(report)))) + "\n"


def _line(found: Diagnostic, report: Report, paint: Paint) -> str:
    place = spelled_out(f"{report.path_of(found)}:{found.span.line}:{found.span.column}:")
    rule = paint.of(found.severity, f"{found.severity} {found.code}")
    return f"{paint.strong(place)} {rule} {spelled_out(found.message)}"
