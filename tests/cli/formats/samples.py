"""Findings to print: plain ones, and ones with everything in them that can do harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cx_stories.checks.base import Rule
from cx_stories.cli.formats.report import Report
from cx_stories.model.diagnostic import Diagnostic, Edit, Excerpt, Fix, Severity
from cx_stories.model.document import Span

MISSPELT = Diagnostic(
    "stories/refund.md",
    Span(6, 5, 6, 15),
    "CX201",
    "unknown-term",
    Severity.ERROR,
    '"surprizing" is not one of the elements. Did you mean "surprising"?',
    fix=Fix((Edit(Span(6, 5, 6, 15), "surprising"),), safe=False),
    excerpt=Excerpt("  - surprizing", 5, 10),
)
TWICE = Diagnostic(
    "stories/refund.md",
    Span(8, 17, 8, 20),
    "CX203",
    "duplicate-value",
    Severity.WARNING,
    'The channels name "web" twice.',
    fix=Fix((Edit(Span(8, 15, 8, 20), ""),)),
    excerpt=Excerpt("channels: [web, web]", 17, 3),
)
UNSEEN = Diagnostic(
    "../mkdocs.yml",
    Span(),
    "CX502",
    "term-unused",
    Severity.INFO,
    'No story uses the sector "toys".',
)
RULES = {
    code: Rule(code, name, severity, f"Summary of {name}.", f"Why {name} matters.", good="", bad="")
    for code, name, severity in (
        ("CX201", "unknown-term", Severity.ERROR),
        ("CX203", "duplicate-value", Severity.WARNING),
        ("CX502", "term-unused", Severity.INFO),
    )
}
HOSTILE = Diagnostic(
    "stories/a b,c:d%e'f\"g]]>h`i|é\\udcff\x1b\n.md",
    Span(2, 1, 4, 3),
    "CX404",
    "citizen-number",
    Severity.ERROR,
    '"<b>|`%0A::error::" asks @you #1 https://a.nl/{x}[y](z) \x1b[2J\u202e\ud800\x00]]>&amp;',
    excerpt=Excerpt("\t\u202e\x1b\ud800", 2, 1),
)


def report_of(*findings: Diagnostic, folder: str = "content", drafts: int = 0) -> Report:
    """Give a report on three stories."""
    return Report(findings, folder, stories=3, fit=2, drafts=drafts, rules=RULES)


def many(number: int, severity: Severity = Severity.ERROR) -> Sequence[Diagnostic]:
    """Give findings that differ by their line."""
    return [
        replace(MISSPELT, span=Span(line, 5, line, 15), severity=severity) for line in range(1, number + 1)
    ]


PLAIN = report_of(UNSEEN, MISSPELT, TWICE)
NOTHING = report_of()
