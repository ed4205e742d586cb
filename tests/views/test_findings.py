"""In a preview, findings stand where their writer looks for them."""

from __future__ import annotations

from cx_stories.pipeline import build
from cx_stories.views.page import Page
from tests.conftest import Site


def pages(site: Site) -> dict[tuple[str, str], Page]:
    """Give the pages of a preview by language and address."""
    site.show_drafts()
    return {(page.language, page.path): page for page in build(site.collect(), "Our stage")}


def test_story_with_an_error_has_a_page_that_says_so_in_every_language(site: Site) -> None:
    """It stands at the address of the story, and where links to the file lead."""
    site.story("refund", "polarity: so-so\n")
    found = [pages(site)[language, "stories/refund"] for language in ("en", "nl")]

    assert [(page.title, page.template, page.listed, page.foreign) for page in found] == [
        ("Refund in one call", "unfit.html", False, ""),
        ("Refund in one call", "unfit.html", False, "en"),
    ]
    assert {page.prose and page.prose.path for page in found} == {"stories/refund.md"}


def test_page_that_every_site_has_gives_way_to_its_findings(site: Site) -> None:
    """Whoever breaks the front page sees that there, by the name of the site if it cannot be read."""
    site.file("index.md", "---\ntitle: Home: us\n---\n")
    site.file("elements/unique.md", "---\ntitle: One of a kind\nlink: nowhere\n---\n")
    found = pages(site)

    assert [(found["nl", path].title, found["nl", path].template) for path in ("", "elements/unique")] == [
        ("Our stage", "unfit.html"),
        ("One of a kind", "unfit.html"),
    ]


def test_page_that_can_be_shown_keeps_its_remarks_above_it(site: Site) -> None:
    """In every language, and no other page has them."""
    site.story("refund", "channels: [web, web]\n")
    site.story("other")
    noted = {place: [one.code for one in page.notes] for place, page in pages(site).items() if page.notes}
    codes = [found.code for found in site.collect().diagnostics if found.path == "stories/refund.md"]

    assert "CX203" in codes
    assert {place: found for place, found in noted.items() if "refund" in place[1]} == {
        ("en", "stories/refund"): codes,
        ("nl", "stories/refund"): codes,
    }
    assert [place for place, found in noted.items() if "CX203" in found and "refund" not in place[1]] == []
