"""What stands in two square brackets goes through Markdown as a link with an address of our own."""

from __future__ import annotations

import random
import re

import pytest
from markdown import Markdown

from cx_stories.mkdocs_plugin.cross_references import CrossReferences
from cx_stories.model.cross_reference import CrossReference
from cx_stories.reading.cross_references import unescaped
from cx_stories.reading.prose import scan

EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "tables", "toc", "pymdownx.superfences"]
"""What the site renders with, as far as it could meddle."""
LINK = re.compile(r'<a class="ref"(?: data-title="")? href="([^"]*)">')


def html(typed: str) -> str:
    """Render a text."""
    return Markdown(extensions=[*EXTENSIONS, CrossReferences()]).convert(typed)


@pytest.mark.parametrize(
    ("typed", "rendered"),
    [
        ("[[refund]]", '<a class="ref" data-title="" href="cx:story/refund">refund</a>'),
        ("[[refund#lesson.1|one]]", '<a class="ref" href="cx:story/refund#lesson.1">one</a>'),
        (
            "[[Element:Sehr schön]]",
            '<a class="ref" data-title="" href="cx:Element/Sehr%20sch%C3%B6n">Sehr schön</a>',
        ),
        (
            "[[a|what *she* `got` & more]]",
            '<a class="ref" href="cx:story/a">what <em>she</em> <code>got</code> &amp; more</a>',
        ),
        ("*[[b_c_d]]*", '<em><a class="ref" data-title="" href="cx:story/b_c_d">b_c_d</a></em>'),
        (r"[[bus\_line]]", '<a class="ref" data-title="" href="cx:story/bus_line">bus_line</a>'),
        (
            "[[person:<b> & _x_]]",
            '<a class="ref" data-title="" href="cx:person/%3Cb%3E%20%26%20_x_">&lt;b&gt; &amp; _x_</a>',
        ),
        ("[[1]](b)", '<a href="b">[1]</a>'),
        ("[see [[a]]](b)", '<a href="b">see [[a]]</a>'),
        (r"\[[a]]", "[[a]]"),
        ("`[[a]]`", "<code>[[a]]</code>"),
        ("![[a]] [[]] [[a", "![[a]] [[]] [[a"),
    ],
)
def test_link_is_made_of_what_stands_between_the_brackets(typed: str, rendered: str) -> None:
    """Words may have emphasis in them; a name is a name whatever signs are in it."""
    assert html(typed) == f"<p>{rendered}</p>"


def test_link_in_a_table_has_a_backslash_before_its_words() -> None:
    """A writer of tables has links with words, too."""
    table = html("| x | y |\n|---|---|\n| [[a\\|two words]] | [[b]] |")

    assert LINK.findall(table) == ["cx:story/a", "cx:story/b"]
    assert ">two words</a></td>" in table


def test_mark_of_a_pause_is_no_link() -> None:
    """It is for the part of the site that knows when to stop."""
    assert html("[[pause]]") == "<p>[[pause]]</p>"


PARTS = (
    "[[", "[[", "]]", "]]", "[[a]]", "[[b|c]]", "[[e:f#g]]", "[", "]", "x", "|", "two words", "\n", "\n\n",
    "(u)", "(", ")", "!", "\\", "\\|", "`", "*", "_", "[^1]", "[r][r]", "\n\n[r]: u\n\n",
    "\n\n| x | y |\n|---|---|\n| z | ",
    "# ", "> ", "* ", "    ", "\n```\n", "&amp;", "{ .k }", "[[pause]]",
)  # fmt: skip


def test_every_link_on_a_page_was_found_by_the_scan() -> None:
    """What is published was checked, however a text is mangled; brackets in doubt stop it."""
    chance = random.Random(11)  # noqa: S311
    markdown = Markdown(extensions=[*EXTENSIONS, CrossReferences()])
    missed = {}
    for _ in range(1_500):
        typed = "".join(chance.choice(PARTS) for _ in range(chance.randint(1, 14)))
        prose = scan(typed, 1)
        found = {CrossReference.read(unescaped(one.target)).address for one in prose.pointers}
        published = set(LINK.findall(markdown.reset().convert(typed)))
        if published - found and not prose.loose:
            missed[typed] = published - found

    assert missed == {}
