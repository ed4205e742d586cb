"""What an editor reads."""

from __future__ import annotations

from cx_stories.cli.formats.concise import concise
from cx_stories.cli.formats.paint import Paint
from tests.cli.formats.samples import HOSTILE, MISSPELT, PLAIN, report_of


def test_finding_is_one_line() -> None:
    """The problem matcher of an editor takes place, severity, code and message from it."""
    assert concise(PLAIN, Paint()) == (
        'mkdocs.yml:1:1: info CX502 No story uses the sector "toys".\n'
        "content/stories/refund.md:6:5: error CX201 "
        '"surprizing" is not one of the elements. Did you mean "surprising"?\n'
        'content/stories/refund.md:8:17: warning CX203 The channels name "web" twice.\n'
        "2 stories are fit to publish; 1 error, 1 warning, 1 info.\n"
        "1 finding can be mended with `cx check --fix`, 1 more with `--unsafe-fixes`.\n"
    )


def test_odd_file_name_is_still_one_line() -> None:
    """A line break in a name does not make a second finding."""
    assert concise(report_of(HOSTILE), Paint()).splitlines() == [
        r"""content/stories/a b,c:d%e'f"g]]>h`i|é\udcff\x1b\x0a.md:2:1: error CX404 "<b>|`%0A::error::" """
        r"""asks @you #1 https://a.nl/{x}[y](z) \x1b[2J\u202e\ud800\x00]]>&amp;""",
        "2 stories are fit to publish; 1 error, 0 warnings, 0 infos.",
    ]


def test_colours_set_off_place_and_severity() -> None:
    """In a terminal the eye finds errors first."""
    assert concise(report_of(MISSPELT), Paint(colour=True)).splitlines()[0] == (
        "\x1b[1mcontent/stories/refund.md:6:5:\x1b[0m \x1b[31m\x1b[1merror CX201\x1b[0m "
        '"surprizing" is not one of the elements. Did you mean "surprising"?'
    )
