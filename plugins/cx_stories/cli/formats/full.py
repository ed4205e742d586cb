"""For people: each finding with its line and a mark under what is meant."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.source_line import source_line
from cx_stories.cli.formats.summary import FIX, summary
from cx_stories.model.diagnostic import Diagnostic, Fix
from cx_stories.views.signs import no_orders, spelled_out


def full(report: Report, paint: Paint) -> str:
    """Give every finding as a paragraph, and a summary."""
    found = "".join(_paragraph(one, report, paint) for one in report.diagnostics)
    return no_orders(found) + "\n".join(summary(report)) + "\n"


def _paragraph(found: Diagnostic, report: Report, paint: Paint) -> str:
    """The first two lines are those of a finding that prints itself."""
    place = spelled_out(f"{report.path_of(found)}:{found.span.line}:{found.span.column}")
    rule = paint.of(found.severity, f"{found.code} {found.name}  {found.severity}")
    lines = [
        f"{paint.strong(place)}  {rule}",
        f"  {spelled_out(found.message)}",
        *source_line(found, paint),
        *_hint(found.fix, paint),
    ]
    return "\n".join(lines) + "\n\n"


def _hint(fix: Fix | None, paint: Paint) -> Sequence[str]:
    if fix is None:
        return []
    cure = f"`{FIX}` mends this."
    guess = f"`{FIX} --unsafe-fixes` mends this, if it is what you meant."
    return [f"  {paint.strong('[*]')} {cure if fix.safe else guess}"]
