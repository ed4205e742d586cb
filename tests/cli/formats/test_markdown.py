"""What stands in a comment under a change."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown import markdown as rendered

from cx_stories.cli.formats.markdown import COMMENT_SIZE, document, escaped, markdown
from cx_stories.cli.formats.paint import Paint
from tests.cli.formats.samples import HOSTILE, MISSPELT, NOTHING, PLAIN, many, report_of

HEADER = "| Place | Severity | Rule | Message |\n| --- | --- | --- | --- |\n"


def test_every_file_has_a_table() -> None:
    """Whoever reviews a change sees what to mend file by file."""
    assert markdown(PLAIN, Paint()) == (
        "2 stories are fit to publish; 1 error, 1 warning, 1 info.\n\n"
        "1 finding can be mended with `cx check --fix`, 1 more with `--unsafe-fixes`.\n\n"
        "### mkdocs.yml\n\n"
        + HEADER
        + '| 1:1 | info | CX502 term-unused | No story uses the sector "toys". |\n\n'
        "### content/stories/refund.md\n\n"
        + HEADER
        + '| 6:5 | error | CX201 unknown-term | "surprizing" is not one of the elements. '
        'Did you mean "surprising"? |\n'
        '| 8:17 | warning | CX203 duplicate-value | The channels name "web" twice. |\n'
    )


def test_sound_collection_is_one_line() -> None:
    """No table without a finding."""
    assert markdown(NOTHING, Paint()) == "2 stories are fit to publish; 0 errors, 0 warnings, 0 infos.\n"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("`title:` is missing.", "`title:` is missing."),
        ("`cx check --fix` mends this.", "`cx check --fix` mends this."),
        ("a | b", "a &#124; b"),
        ("`<b>`", "&#96;&#60;b&#62;&#96;"),
        ("one ` and ``", "one &#96; and &#96;&#96;"),
        ("`|` or ```", "&#96;&#124;&#96; or &#96;&#96;&#96;"),
        ("ask @jan, see #12", "ask @&#8203;jan, see #&#8203;12"),
        ("[here](https://a.nl)", "&#91;here&#93;(https&#58;//a.nl)"),
        ("Www.a.nl", "Www&#46;a.nl"),
        ("*a* _b_ ~c~ $d$ \\ &amp;", "&#42;a&#42; &#95;b&#95; &#126;c&#126; &#36;d&#36; &#92; &#38;amp;"),
    ],
)
def test_typed_text_is_shown_and_does_nothing(text: str, safe: str) -> None:
    """No story can call a person, make a link or draw over the comment; field names stay code."""
    assert escaped(text) == safe


def test_hostile_finding_keeps_to_its_cell() -> None:
    """Read as Markdown, the row has four cells with the text as typed, and no markup."""
    html = rendered(markdown(report_of(HOSTILE), Paint()), extensions=["tables"])
    cells = re.findall(r"<td>(.*?)</td>", html)

    assert set(re.findall(r"<(\w+)", html)) == {"p", "h3", "table", "thead", "tr", "th", "tbody", "td"}
    assert cells == [
        "2:1",
        "error",
        "CX404 citizen-number",
        '"&#60;b&#62;&#124;&#96;%0A::error::" asks @&#8203;you #&#8203;1 https&#58;//a.nl/{x}'
        "&#91;y&#93;(z) &#92;x1b&#91;2J&#92;u202e&#92;ud800&#92;x00&#93;&#93;&#62;&#38;amp;",
    ]


def test_comment_that_would_be_too_long_says_what_it_leaves_out() -> None:
    """A service refuses a comment that is too long; a shorter one with a count is better than none."""
    text = markdown(report_of(*many(2_000)), Paint())
    shown = text.count("| error |")

    assert 64_000 < len(text.encode()) <= COMMENT_SIZE
    assert text.endswith(f" |\n\nNot shown here: {2_000 - shown} more findings.\n")


def test_comment_about_many_files_keeps_to_its_size() -> None:
    """What stands between the tables counts too."""
    files = [replace(MISSPELT, path=f"stories/{number:03}.md") for number in range(900)]

    assert len(document(report_of(*files), 100_000).encode()) <= 100_000


def test_table_is_not_begun_where_no_row_of_it_fits() -> None:
    """A file whose findings are left out has no heading either."""
    two = report_of(MISSPELT, replace(MISSPELT, path="stories/z.md"))
    whole = document(two, 10_000)

    assert document(two, len(whole.encode())).split("###")[1:] == [
        f" content/stories/refund.md\n\n{HEADER}| 6:5 | error | CX201 unknown-term | "
        f"{MISSPELT.message} |\n\n\nNot shown here: 1 more finding.\n"
    ]
