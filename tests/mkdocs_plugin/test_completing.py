"""References in a text get the addresses and titles of the pages they lead to."""

from __future__ import annotations

import pytest

from cx_stories.mkdocs_plugin.completing import titled
from cx_stories.views.completing import Target, complete_references
from cx_stories.views.prose import Converted

TARGETS = {
    "story/refund": ("../refund/", 'AT&T "x" <y>', ""),
    "story/coat": ("../coat/", "De jas", "nl"),
    "elements/unique": ("../../elements/unique/", "Unique", ""),
}


def _resolve(reference: str) -> Target | None:
    return TARGETS.get(reference)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("No [[reference]].", "No [[reference]]."),
        (
            '<a class="ref" href="cx:elements/unique">that <em>one</em></a>',
            '<a class="ref" href="../../elements/unique/">that <em>one</em></a>',
        ),
        (
            '<p><a class="ref" href="cx:story/refund" data-title="">refund</a>, yes</p>',
            '<p><a class="ref" href="../refund/">AT&amp;T &#34;x&#34; &lt;y&gt;</a>, yes</p>',
        ),
        (
            '<a data-title="1" class="ref" href="cx:story/coat" id="a">coat</a>',
            '<a class="ref" href="../coat/" id="a" lang="nl">De jas</a>',
        ),
        (
            '<a class="ref" href="cx:story/coat">my own words</a>',
            '<a class="ref" href="../coat/">my own words</a>',
        ),
        ('<a class="ref" href="cx:story/gone" data-title="">gone</a>', '<a class="ref">gone</a>'),
        (
            '<a href="cx:story/coat">one</a>\n<a href="other/">two</a> <a href="cx:story/gone">three</a>',
            '<a href="../coat/">one</a>\n<a href="other/">two</a> <a>three</a>',
        ),
        (
            '<code>&lt;a href="cx:story/coat"&gt;</code>',
            '<code>&lt;a href="cx:story/coat"&gt;</code>',
        ),
    ],
)
def test_reference_becomes_a_link(typed: str, completed: str) -> None:
    """A title reads as it was typed, in its own language; what is not there is no link."""
    assert complete_references(typed, _resolve) == completed


def test_list_of_headings_has_the_titles_that_the_headings_have() -> None:
    """Who looks through the contents of a page reads no names of files."""
    html = complete_references(
        '<h2 id="why-refund">Why <a class="ref" href="cx:story/refund" data-title="">refund</a>'
        '<a class="headerlink" href="#why-refund">¶</a></h2>\n<h2 id="plain">Plain</h2>',
        _resolve,
    )

    assert list(titled([("Why refund", "why-refund"), ("<em>Plain</em>", "plain")], html)) == [
        ("Why AT&amp;T &#34;x&#34; &lt;y&gt;", "why-refund"),
        ("<em>Plain</em>", "plain"),
    ]


def test_text_is_completed_for_each_page_by_itself() -> None:
    """One conversion serves all languages: each fills in its own addresses, in the order typed."""
    converted = Converted(('<a href="', '">x</a> <img src="', '">'), ("a.md", "b.png"))
    asked: list[str] = []

    def address(target: str) -> str:
        asked.append(target)
        return f"{len(asked)}/"

    assert [converted.completed(address), converted.completed(address), asked] == [
        '<a href="1/">x</a> <img src="2/">',
        '<a href="3/">x</a> <img src="4/">',
        ["a.md", "b.png", "a.md", "b.png"],
    ]
