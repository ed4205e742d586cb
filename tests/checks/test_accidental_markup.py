"""What is shown otherwise than it was typed is found, and what was meant is left alone."""

from __future__ import annotations

import pytest
from markdown import markdown

from cx_stories.checks.examples import BODY
from cx_stories.pipeline.fixing import fix
from tests.conftest import Site


def _write(site: Site, text: str) -> None:
    """Write a story whose text begins, on line 12, with these paragraphs."""
    site.story("refund", f"title: Refund\n---\n{text}\n\n{BODY}")


def _said(site: Site, text: str) -> list[str]:
    _write(site, text)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def _mended(site: Site, text: str, *, unsafe: bool = False) -> str:
    _write(site, text)
    changes = fix(site.settings, unsafe=unsafe, chosen=lambda _: True).changes
    whole = changes[0].after.decode() if changes else f"---\n---\n{text}"
    return whole.split("---\n", 2)[2].removesuffix(f"\n\n{BODY}")


def test_year_at_the_start_of_a_paragraph_is_kept(site: Site) -> None:
    """The page would show a list that begins with 1."""
    assert _said(site, "She rang.\n\n1984. That was the year.") == [
        '14:1 CX313 accidental-markup warning "1984." at the start of a paragraph begins a list, in which '
        'readers see "1." instead. Put a backslash before the full stop: `1984\\.`.'
    ]


def test_paragraph_with_a_tab_before_it_is_no_code(site: Site) -> None:
    """Programs that lay out a letter put one there."""
    assert _said(site, "\tShe rang.\n\n    She waited.") == [
        "12:2 CX313 accidental-markup warning This paragraph begins with a tab, so readers see it as "
        "computer code. Delete the tab before its first word.",
        "14:5 CX313 accidental-markup warning This paragraph begins with four spaces or more, so readers see "
        "it as computer code. Delete the spaces before its first word.",
    ]


def test_number_of_a_queue_is_no_heading(site: Site) -> None:
    """One finding, and not another about the level of the heading."""
    assert _said(site, "She was\n#1 in the queue.") == [
        "13:1 CX313 accidental-markup warning This line begins with `#`, so readers see a large heading. "
        "Put a backslash before it: `\\#1`."
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("1984. A.\n\n1991. B.", ["12:1 CX313", "14:1 CX313"]),
        ("> 12. Juni.", ["12:3 CX313"]),
        ("1. A.\n\nShe rang.\n\n2. B.", ["16:1 CX313"]),
        ("- A.\n\nShe rang.\n\n    She waited.", ["16:5 CX313"]),
        ("## At nine\n    She rang.", ["13:5 CX313"]),
        ("#service #refund", ["12:1 CX313"]),
        ("#Service #Refund", ["12:1 CX313"]),
        ("#On the phone", ["12:1 CX311"]),
    ],
)
def test_other_slips_are_found_where_they_stand(site: Site, text: str, places: list[str]) -> None:
    """Each is pointed at once."""
    _write(site, text)

    assert [place.removeprefix("stories/refund.md:").rpartition(" ")[0] for place in site.places()] == places


@pytest.mark.parametrize(
    "text",
    [
        "1. A.\n2. B.",
        "1. A.\n\n    More.\n\n2. B.",
        "3. A.\n\n4. B.",
        "1. One thing only.",
        "1984 was the year.\n1985. Too.",
        "3.50 was the price.",
        "- A.\n\n    More.\n\n\tStill more.",
        "She[^1] rang.\n\n[^1]: At nine.\n\n    Sharp.",
        "She rang,\n    and waited.",
        "```\n1984. That was the year.\n\n    #1\n```",
        "\\#1 in the queue.\n\n1984\\. That was the year.",
        "Number #1 in the queue.",
        "## 1984. That was the year",
    ],
)
def test_what_was_meant_is_left_alone(site: Site, text: str) -> None:
    """Real lists, real code, and signs that change nothing."""
    assert _said(site, text) == []


def test_code_is_fine_on_a_page(site: Site) -> None:
    """A page may explain something; it is still no place for a year that is lost."""
    site.file("about.md", "---\ntitle: About\n---\nType:\n\n    make site\n\n1984. That was the year.\n")

    assert site.places() == ["about.md:8:1 CX313 warning"]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("1984. That was the year.", "1984\\. That was the year."),
        ("\t“She rang.”", "“She rang.”"),
        ("      She rang,\nand waited.", "She rang,\nand waited."),
        ("#1 in the queue.", "\\#1 in the queue."),
    ],
)
def test_fix_shows_what_was_typed(site: Site, text: str, mended: str) -> None:
    """The page says what the writer typed, in one paragraph."""
    assert _mended(site, text) == mended
    assert markdown(mended) == f"<p>{text.strip()}</p>"


@pytest.mark.parametrize(
    ("text", "mended"),
    [("    She rang,\n    and waited.", "She rang,\nand waited."), ("#sale today", "\\#sale today")],
)
def test_fix_that_may_be_wrong_is_a_guess(site: Site, text: str, mended: str) -> None:
    """Lines may have been laid out by hand, and a heading may lack its space."""
    assert (_mended(site, text), _mended(site, text, unsafe=True)) == (text, mended)


def test_layout_that_is_more_than_words_is_left_to_the_writer(site: Site) -> None:
    """Without its spaces it would become something else again."""
    assert _mended(site, "    - A.", unsafe=True) == "    - A."
