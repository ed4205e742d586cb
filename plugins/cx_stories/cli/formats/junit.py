"""For CI servers that show tests: each rule that a file breaks is a test, and errors make it fail.

A test has the name of its rule and the path of its file, so that it stays the same test while lines move.
What is no error stands in the output of a test that passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cx_stories.cli.formats.escaping import without_orders
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.summary import summary
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.views.signs import spelled_out

_NAME = "cx check"


def junit(report: Report, _: Paint) -> str:
    """Give one test suite; where nothing was found, it has one test that passes and says so."""
    suite = Element("testsuite", name=_NAME)
    for (path, rule), group in groupby(_by_file_and_rule(report), key=lambda found: _test(found, report)):
        _add(suite, path, rule, tuple(group))
    if not report.diagnostics:
        _add_pass(suite, report)
    failures = suite.findall("testcase/failure")
    counts = {"tests": len(suite), "failures": len(failures), "errors": 0, "skipped": 0}
    suite.attrib.update({name: str(number) for name, number in counts.items()})
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    written = without_orders(tostring(suites, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _by_file_and_rule(report: Report) -> Sequence[Diagnostic]:
    return sorted(report.diagnostics, key=lambda found: (found.path, found.code))


def _test(found: Diagnostic, report: Report) -> tuple[str, str]:
    return spelled_out(report.path_of(found)), f"{found.code} {found.name}"


def _add(suite: Element, path: str, rule: str, findings: Sequence[Diagnostic]) -> None:
    test = SubElement(suite, "testcase", name=rule, classname=path, file=path)
    errors = [found for found in findings if found.severity is Severity.ERROR]
    others = [found for found in findings if found.severity is not Severity.ERROR]
    if errors:
        failure = SubElement(test, "failure", type=rule, message=_message(errors))
        failure.text = _lines(errors, path)
    if others:
        SubElement(test, "system-out").text = _lines(others, path)


def _add_pass(suite: Element, report: Report) -> None:
    test = SubElement(suite, "testcase", name="no findings", classname=_NAME)
    SubElement(test, "system-out").text = "\n".join(summary(report))


def _message(errors: Sequence[Diagnostic]) -> str:
    """A viewer shows this first, often without the lines."""
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"{spelled_out(errors[0].message)}{more}"


def _lines(findings: Iterable[Diagnostic], path: str) -> str:
    return "\n".join(
        f"{path}:{found.span.line}:{found.span.column}: {found.severity} {spelled_out(found.message)}"
        for found in findings
    )
