"""An earlier name of a story leads to it and to nothing else; whoever writes it is told the new one."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.model.diagnostic import Edit, Fix
from cx_stories.model.document import Span
from tests.conftest import Site

NO_FOLDER = 'An earlier name has no folder and no ending. Write "refund".'
CALLED = 'No story can be called "{}". Write the name that its file had, without `.md`.'


def said(site: Site, *codes: str) -> list[str]:
    """Give what is found under these codes: path, place and words."""
    return [
        f"{one.path}:{one.span.line}:{one.span.column} {one.message}"
        for one in site.collect().diagnostics
        if one.code in codes
    ]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("stories/refund", NO_FOLDER),
        ("/stories/refund/", NO_FOLDER),
        ("refund.md", NO_FOLDER),
        ("https://old.example/cases/refund.html", NO_FOLDER),
        ("'why?'", CALLED.format("why?")),
        ("index", CALLED.format("index")),
        ("refund.nl", CALLED.format("refund.nl")),
        ("'..'", CALLED.format("..")),
        ("con", CALLED.format("con")),
    ],
)
def test_what_no_story_can_be_called_is_no_earlier_name(site: Site, typed: str, words: str) -> None:
    """It would be a page elsewhere, or none; drafts are told, too."""
    site.languages("en")
    site.story("lamp", f"status: draft\naliases: [{typed}]\n")

    assert said(site, "CX011") == [f"stories/lamp.md:3:11 {words}"]


def test_a_name_leads_to_one_story(site: Site) -> None:
    """Not to one that has it now, one that had it too, or in a circle; capitals do not tell names apart."""
    site.languages("en", "nl")
    site.story("a", "aliases: [once, older]\n")
    site.story("a.nl", "---\ntitle: A\naliases: [older, ouder]\n---\n")
    site.story("b", "aliases: [once, A, b, B, Older]\n")

    assert said(site, "CX012") == [
        'stories/b.md:2:11 stories/a.md was called "once", too. Take it out of one of the two.',
        'stories/b.md:2:17 "A" is the name of stories/a.md. Take it out: an address leads to one story.',
        'stories/b.md:2:20 "b" is what this story is called now. Take it out of `aliases:`.',
        'stories/b.md:2:23 "B" is but for capitals what this story is called now. Take it out of `aliases:`.',
        'stories/b.md:2:26 stories/a.md was called "Older", too. Take it out of one of the two.',
    ]


@pytest.mark.parametrize(
    ("link", "better"),
    [
        ("money-back.md", "2024/refund.md"),
        ("../stories/money-back.nl.md#lesson.1", "2024/refund.md#lesson.1"),
        ("../stories/2024/money-back.md", "2024/refund.md"),
        ("/stories/money-back/", "2024/refund.md"),
        ("../stories/money-back/", "2024/refund.md"),
    ],
)
def test_a_link_to_an_earlier_name_is_mended(site: Site, link: str, better: str) -> None:
    """A story that is renamed takes its links along, whoever wrote them."""
    site.languages("en", "nl")
    site.story("2024/refund", "aliases: [money-back]\n")
    site.story("lamp", f"title: Lamp\n---\n{BODY}\n[a](<{link}>)\n")
    (found,) = (one for one in site.collect().diagnostics if one.code == "CX210")

    place = Span(16, 6, 16, 6 + len(link))
    assert (found.span, found.message, found.fix) == (
        place,
        f'"{link}" leads nowhere: the story has another name now. Write `{better}`.',
        Fix((Edit(place, better),), safe=True),
    )


def test_a_file_of_that_name_elsewhere_is_no_story(site: Site) -> None:
    """An essay may have the name that a story had."""
    site.languages("en")
    site.story("refund", "aliases: [money-back]\n")
    site.file("about.md", "# About\n\n[a](money-back.md)\n")

    assert said(site, "CX210") == [
        'about.md:3:5 "money-back.md" leads nowhere: there is no file money-back.md. '
        "Look at its name and its folder, or take the link out."
    ]


def test_the_names_of_all_tellings_are_kept(site: Site) -> None:
    """It does not matter in which of its files somebody wrote it down."""
    site.story("a", "aliases: [once, older]\n")
    site.story("a.nl", "---\ntitle: A\nsummary: B\nlessons: [C]\naliases: [older, ouder]\n---\n")

    assert site.read("a").aliases == ("once", "older", "ouder")
