"""A link that leads nowhere is answered with the file to write, or with what else to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.model.diagnostic import Edit, Fix
from cx_stories.model.document import Span
from tests.conftest import Site

LINE = 16
"""The line on which the link of `stories/linking.md` stands."""


def _draw(site: Site, link: str, fields: str = "title: Linking") -> None:
    """Draw a small collection around a story with one link, at the start of a line of its own."""
    site.languages("en")
    site.story("refund", f"title: Refund\n---\n{BODY}\n## What she said\n")
    site.story("2024/coat")
    site.story("draft", "status: draft\n")
    site.story("review", "status: review\n")
    site.story("retired", "status: retired\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("assets/price list.pdf")
    site.file("about.md", "# About us\n\n## Who we are\n")
    site.story("linking", f"{fields}\n---\n{BODY}\n[a](<{link}>)\n")


def _said(site: Site, path: str = "stories/linking.md") -> list[str]:
    """Give what is said about links in one file, without its place and name."""
    found = site.collect().diagnostics
    return [one.message for one in found if one.code == "CX210" and one.path == path]


@pytest.mark.parametrize(
    ("link", "slip", "better"),
    [
        ("/stories/refund/", "a link begins at the file it stands in", "refund.md"),
        ("/people/mina/", "a link begins at the file it stands in", "../people/mina.md"),
        ("stories/refund.md", "a link begins at the file it stands in", "refund.md"),
        ("..\\stories\\refund.md", 'folders are divided by "/"', "refund.md"),
        ("Refund.md", "capitals count", "refund.md"),
        ("../About.md#who-we-are", "capitals count", "../about.md#who-we-are"),
        ("../assets/Price%20List.pdf", "capitals count", "../assets/price%20list.pdf"),
        ("refund", "the ending is missing", "refund.md"),
        ("../polarity/positive", "the ending is missing", "../polarity/positive.md"),
        ("refund/", "this is the address of a page, and a link names its file", "refund.md"),
        ("../stories/refund/#x", "this is the address of a page, and a link names its file", "refund.md#x"),
        ("refund/index.html", "this is the address of a page, and a link names its file", "refund.md"),
        (
            "../elements/unique/",
            "this is the address of a page, and a link names its file",
            "../elements/unique.md",
        ),
        ("../stories/coat/", "this is the address of a page, and a link names its file", "2024/coat.md"),
        ("../", "this is the address of a page, and a link names its file", "../index.md"),
    ],
)
def test_what_was_clearly_meant_is_said_and_mended(site: Site, link: str, slip: str, better: str) -> None:
    """A writer who links the way a browser shows it is told the file, and can have it put right."""
    _draw(site, link)
    (found,) = (one for one in site.collect().diagnostics if one.code == "CX210")

    assert (found.path, found.span, found.message, found.fix) == (
        "stories/linking.md",
        Span(LINE, 6, LINE, 6 + len(link)),
        f'"{link}" leads nowhere: {slip}. Write `{better}`.',
        Fix((Edit(Span(LINE, 6, LINE, 6 + len(link)), better),), safe=True),
    )


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "refnd.md",
            '"refnd.md" leads nowhere: there is no file stories/refnd.md. Did you mean `refund.md`?',
        ),
        (
            "mina.md",
            '"mina.md" leads nowhere: there is no file stories/mina.md. Did you mean `../people/mina.md`?',
        ),
        (
            "xyzzy.md",
            '"xyzzy.md" leads nowhere: there is no file stories/xyzzy.md. '
            "Look at its name and its folder, or take the link out.",
        ),
        (
            "../stories/draft/",
            '"../stories/draft/" leads nowhere: this is the address of a page, and a link names its '
            "file. Write the name of that file, such as `../stories/refund.md`.",
        ),
        (
            "/xyzzy",
            '"/xyzzy" leads nowhere: a link begins at the file it stands in. '
            "Write the way from this file to the other, such as `../stories/refund.md`.",
        ),
        (
            "../../xyzzy.md",
            '"../../xyzzy.md" leads out of the folder that is published. '
            "Put the file in that folder, or take the link out.",
        ),
        (
            "../assets",
            '"../assets" leads to a folder. Name a file in it, such as `../assets/price list.pdf`.',
        ),
        (
            "draft.md",
            '"draft.md" leads to stories/draft.md, which is a draft and has no page yet. '
            "Take the link out until it has one.",
        ),
        (
            "review.md",
            '"review.md" leads to stories/review.md, which is not published and has no page yet. '
            "Take the link out until it has one.",
        ),
        (
            "retired.md",
            '"retired.md" leads to stories/retired.md, which is retired and has no page any more. '
            "Take the link out.",
        ),
        (
            "http://[x",
            '"http://[x" cannot be read as an address. Look for a bracket too many, or write the link anew.',
        ),
        (
            "www.example.org/rights",
            '"www.example.org/rights" is no file of this site. '
            "Write `https://www.example.org/rights` for a page on the web.",
        ),
        ("", "This link has no address. Write the name of a file between the round brackets."),
    ],
)
def test_every_way_to_get_lost_has_its_own_cure(site: Site, link: str, message: str) -> None:
    """What cannot be told for certain is proposed, or the writer is told what to look at."""
    _draw(site, link)

    assert _said(site) == [message]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (
            "refund.md#what-he-said",
            'stories/refund.md has no place called "#what-he-said". Did you mean "what-she-said"?',
        ),
        ("../about.md#about-us", 'about.md has no place called "#about-us". Choose from: who-we-are.'),
        (
            "../elements/unique.md#more",
            'elements/unique.md has no place called "#more". Leave out what follows the `#`.',
        ),
        ("#gone", 'This text has no place called "#gone". Choose from: lesson.1.'),
        (
            "refund.md#cx:lessons",
            '"#cx:lessons" belongs to the design of the site and may change. Write `refund.md`.',
        ),
        (
            "#cx:lessons",
            '"#cx:lessons" belongs to the design of the site and may change. Name a heading of the text.',
        ),
    ],
)
def test_place_within_a_page_must_be_there(site: Site, link: str, message: str) -> None:
    """The heading that became the title of a page is no place in it, and the design's own may change."""
    _draw(site, link)

    assert _said(site) == [message]


@pytest.mark.parametrize(
    "link",
    [
        "refund.md#what-she-said",
        "2024/coat.md",
        "../assets/price%20list.pdf",
        "../elements/index.md",
        "../about.md#who-we-are",
        "../how-to-read.md",
        "../contribute/rules.md#CX210",
        "https://example.org/gone",
        "#",
    ],
)
def test_link_that_leads_somewhere_is_left_alone(site: Site, link: str) -> None:
    """Files, pages that the site makes by itself, and addresses elsewhere."""
    _draw(site, link)

    assert _said(site) == []


def test_file_that_the_site_leaves_out_is_named_as_such(site: Site) -> None:
    """The file is there, so a writer would look in vain for a slip."""
    _draw(site, "../notes/idea.md")
    site.file("notes/idea.md", "# An idea\n")
    site.settings = replace(site.settings, excluded=lambda path: path.startswith("notes/"))

    assert _said(site) == [
        '"../notes/idea.md" leads to a file that the site leaves out, by `exclude_docs:` or `draft_docs:` '
        "in mkdocs.yml. Take the link out, or ask for the file to be published."
    ]


@pytest.mark.parametrize(("link", "count"), [("draft.md", 0), ("review.md", 0), ("retired.md", 1)])
def test_draft_may_link_to_what_is_not_published_yet(site: Site, link: str, count: int) -> None:
    """Stories that belong together can be written together; what is retired does not come back."""
    _draw(site, link, "status: draft")

    assert len(_said(site)) == count


def test_link_to_a_file_that_has_an_error_of_its_own_is_not_reported(site: Site) -> None:
    """One fault is told once, where it can be mended."""
    _draw(site, "refund.md#gone")
    site.story("refund", "---\ntitle: [\n---\n")

    assert _said(site) == []


TRANSLATION = f"---\ntitle: Terug\nsummary: Zin.\nlessons: [Les.]\n---\n{BODY}\n"


def test_link_never_names_a_translation(site: Site) -> None:
    """Every reader is led to the page in their own language, from a translation too."""
    _draw(site, "refund.nl.md")
    site.languages("en", "nl")
    site.story("refund.nl", TRANSLATION + "[a](refund.nl.md), [b](refund.md), [c](linking.md)\n")

    message = (
        '"refund.nl.md" leads nowhere: a link names no language, and every reader is led to their own. '
        "Write `refund.md`."
    )
    assert (_said(site), _said(site, "stories/refund.nl.md")) == ([message], [message])


def test_place_must_be_there_in_every_language_in_which_a_text_is_shown(site: Site) -> None:
    """A text that is not translated is shown among translated ones, where other headings stand."""
    _draw(site, "refund.md#what-she-said")
    site.languages("en", "nl")
    site.story("refund.nl", TRANSLATION + "## Wat zij zei\n")

    assert _said(site) == [
        "Readers of Dutch see this text too, as it has not been translated, and stories/refund.nl.md has no "
        'place called "#what-she-said". Choose from: wat-zij-zei, lesson.1.'
    ]


def test_translation_that_is_a_draft_does_not_count(site: Site) -> None:
    """Until it is ready, readers of that language see the text it was first told in."""
    _draw(site, "refund.md#what-she-said")
    site.languages("en", "nl")
    site.story("refund.nl", TRANSLATION.replace("---\n", "---\nstatus: draft\n", 1) + "## Wat zij zei\n")

    assert _said(site) == []


def test_page_with_a_text_in_a_folder_of_its_own_is_named_by_that(site: Site) -> None:
    """The file that the page would have without that text is not there."""
    _draw(site, "../elements/unique.md")
    site.file("elements/unique/index.md", "# Unique\n")

    assert _said(site) == [
        '"../elements/unique.md" leads nowhere: the text of that page is in another file. '
        "Write `../elements/unique/index.md`."
    ]


def test_translation_links_to_files_that_all_languages_share(site: Site) -> None:
    """A list of prices is not translated with the story that names it."""
    _draw(site, "refund.md")
    site.languages("en", "nl")
    site.story("refund.nl", TRANSLATION + "[a](<../assets/price list.pdf>)\n")

    assert _said(site, "stories/refund.nl.md") == []


@pytest.mark.parametrize("typed", ["a-cot-too-small", "the-coat-too-small"])
def test_slip_in_a_long_list_of_files_is_found(site: Site, typed: str) -> None:
    """The proposal does not depend on how many stories there are, or on where in the name the slip is."""
    _draw(site, f"{typed}.md")
    for number in range(150):
        site.story(f"a-coat-{number}")
        site.story(f"the-story-{number}")
    site.story("a-coat-too-small")

    assert _said(site) == [
        f'"{typed}.md" leads nowhere: there is no file stories/{typed}.md. '
        "Did you mean `a-coat-too-small.md`?"
    ]
