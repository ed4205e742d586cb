"""What a CI server shows as tests."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from cx_stories.cli.formats.junit import junit
from cx_stories.cli.formats.paint import Paint
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Span
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, TWICE, report_of


def test_errors_fail_and_the_rest_is_told() -> None:
    """A build does not turn red over what may be published."""
    assert junit(PLAIN, Paint()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<testsuites>\n"
        '  <testsuite name="cx check" tests="3" failures="1" errors="0" skipped="0">\n'
        '    <testcase name="CX502 term-unused" classname="mkdocs.yml" file="mkdocs.yml">\n'
        '      <system-out>mkdocs.yml:1:1: info No story uses the sector "toys".</system-out>\n'
        "    </testcase>\n"
        '    <testcase name="CX201 unknown-term" classname="content/stories/refund.md" '
        'file="content/stories/refund.md">\n'
        '      <failure type="CX201 unknown-term" message="&quot;surprizing&quot; is not one of the '
        'elements. Did you mean &quot;surprising&quot;?">content/stories/refund.md:6:5: error "surprizing" '
        'is not one of the elements. Did you mean "surprising"?</failure>\n'
        "    </testcase>\n"
        '    <testcase name="CX203 duplicate-value" classname="content/stories/refund.md" '
        'file="content/stories/refund.md">\n'
        '      <system-out>content/stories/refund.md:8:17: warning The channels name "web" twice.'
        "</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_nothing_found_is_a_test_that_passes() -> None:
    """A file without tests is taken for a broken run by some servers."""
    assert junit(NOTHING, Paint()) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<testsuites>\n"
        '  <testsuite name="cx check" tests="1" failures="0" errors="0" skipped="0">\n'
        '    <testcase name="no findings" classname="cx check">\n'
        "      <system-out>2 stories are fit to publish; 0 errors, 0 warnings, 0 infos.</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_rule_that_a_file_breaks_twice_is_one_test() -> None:
    """A server compares tests by name from run to run, so names are unique and have no lines in them."""
    later = replace(MISSPELT, span=Span(9, 5, 9, 9), message='"fun" is not one of the elements.')
    mild = replace(later, span=Span(10, 5, 10, 9), severity=Severity.WARNING)
    findings = report_of(MISSPELT, TWICE, later, mild)
    (suite,) = ElementTree.fromstring(junit(findings, Paint()))  # noqa: S314
    failure, output = suite[0]

    assert suite.attrib == {"name": "cx check", "tests": "2", "failures": "1", "errors": "0", "skipped": "0"}
    assert failure.get("message") == f"{MISSPELT.message} (and 1 more)"
    assert failure.text == (
        f"content/stories/refund.md:6:5: error {MISSPELT.message}\n"
        'content/stories/refund.md:9:5: error "fun" is not one of the elements.'
    )
    assert output.text == 'content/stories/refund.md:10:5: warning "fun" is not one of the elements.'


def test_what_was_typed_cannot_break_the_file() -> None:
    """Signs that XML has no place for are escapes, and the others arrive as typed."""
    ((test,),) = ElementTree.fromstring(junit(report_of(HOSTILE), Paint()))  # noqa: S314

    assert test.get("file") == r"""content/stories/a b,c:d%e'f"g]]>h`i|é\udcff\x1b\x0a.md"""
    assert test[0].get("message") == (
        r""""<b>|`%0A::error::" asks @you #1 https://a.nl/{x}[y](z) \x1b[2J\u202e\ud800\x00]]>&amp;"""
    )
