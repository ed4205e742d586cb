"""Tables in prose scroll within themselves, and their cells are aligned without styles of their own."""

from __future__ import annotations

from markdown import Markdown

from cx_stories.mkdocs_plugin.tables import Tables


def _html(text: str) -> str:
    return Markdown(extensions=["attr_list", "admonition", "tables", Tables()]).convert(text)


def test_table_stands_in_a_box_that_says_what_its_columns_are() -> None:
    """Who comes to it by keyboard can scroll it, and hears what it is about."""
    assert _html("Before.\n\n| Who | *What* next |\n|---|---|\n| Ana | Lent |\n\nAfter.") == (
        "<p>Before.</p>\n"
        '<div aria-label="Who, What next" class="scroll" role="group" tabindex="0"><table>\n'
        "<thead>\n<tr>\n<th>Who</th>\n<th><em>What</em> next</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>Ana</td>\n<td>Lent</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
        "<p>After.</p>"
    )


def test_cells_are_aligned_by_classes() -> None:
    """A server that forbids pages to bring styles along shows the numbers in line all the same."""
    html = _html("| a { .b } | c | d |\n|:--|:-:|--:|\n| 1 | 2 | 3 |")

    assert [line for line in html.splitlines() if line.startswith(("<th>", "<th ", "<td"))] == [
        '<th class="b left">a</th>',
        '<th class="center">c</th>',
        '<th class="right">d</th>',
        '<td class="left">1</td>',
        '<td class="center">2</td>',
        '<td class="right">3</td>',
    ]


def test_tables_within_other_things_have_their_box_too() -> None:
    """A remark is as narrow as a phone."""
    html = _html("!!! note\n    | a |\n    |---|\n    | 1 |\n\n    | b |\n    |---|\n    | 2 |\n")

    assert html.count('class="scroll" role="group" tabindex="0"><table>') == 2


def test_name_of_a_column_that_is_not_in_plain_words_stays_out_of_the_name_of_the_box() -> None:
    """What is typed as HTML stays HTML, and does not end up within an attribute."""
    html = _html('| <b title="x">raw</b> &amp; |\n|---|\n| 1 |\n')

    assert html.startswith('<div class="scroll" tabindex="0"><table>')


def test_style_that_somebody_typed_is_left_alone() -> None:
    """Nobody loses what they asked for; whether it shows is for their server to say."""
    assert '<td style="color: red">1</td>' in _html('| a |\n|---|\n| 1 { style="color: red" } |')
