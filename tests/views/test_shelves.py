"""People and series: a list of each, and a page for each with its stories."""

from __future__ import annotations

from cx_stories.views.backlinks import Pointing
from cx_stories.views.lists import Pager
from cx_stories.views.page import Markdown, Page
from cx_stories.views.shelves import Listed, people_pages, series_pages
from tests.conftest import Site

NOBODY = {"backlinks": Pointing(), "previews": ()}
"""What a page holds that nobody links to, and that links to no story."""


def _draw(site: Site) -> None:
    site.file(
        "people/mina.md", "---\ntitle: Mina\nsummary: A teller.\nlink: https://example.org\n---\nText.\n"
    )
    site.file("people/zoe.md", "---\ntitle: Zoë\n---\n")
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.story("a", "teller: mina\nauthor: mina\nseries: columns\ndate: 2024-03-02\n")
    site.story("b", "teller: mina\nauthor: zoe\ndate: 2024-03-01\n")


def test_list_of_people_counts_each_story_once(site: Site) -> None:
    """Whoever told a story and wrote it down has one story."""
    _draw(site)
    page = list(people_pages(site.edition()))[-1]

    assert (page.path, page.context["entries"]) == (
        "people",
        (("Mina", "A teller.", "people/mina", 2, ""), ("Zoë", "", "people/zoe", 1, "")),
    )


def test_person_has_a_page_with_what_they_told_and_wrote(site: Site) -> None:
    """Newest first; a list that would be empty is left out."""
    _draw(site)
    edition = site.edition()
    a, b = (edition.card(story) for story in edition.library.stories)

    assert list(people_pages(edition))[:2] == [
        Page(
            path="people/mina",
            language="en",
            title="Mina",
            template="shelved.html",
            context={
                "lists": (
                    Listed("Told", (a, b), 2, {"teller": "mina"}),
                    Listed("Written down", (a,), 1, {}),
                ),
                "link": "https://example.org",
                "pager": Pager(1, ((1, "people/mina"),)),
                **NOBODY,
            },
            summary="A teller.",
            prose=Markdown("people/mina.md", "en", "Text.", 6),
        ),
        Page(
            path="people/zoe",
            language="en",
            title="Zoë",
            template="shelved.html",
            context={
                "lists": (Listed("Written down", (b,), 1, {}),),
                "link": "",
                "pager": Pager(1, ((1, "people/zoe"),)),
                **NOBODY,
            },
            prose=Markdown("people/zoe.md", "en", "", 4),
        ),
    ]


def test_series_has_a_page_with_its_stories(site: Site) -> None:
    """A reader can follow a column from its newest story."""
    _draw(site)
    pages = {
        page.path: [[card.path for card in listed.cards] for listed in page.context.get("lists", ())]  # type: ignore[attr-defined]
        for page in series_pages(site.edition())
    }

    assert pages == {"series/columns": [["stories/a"]], "series": []}


def test_series_without_a_story_has_a_page(site: Site) -> None:
    """A series may be announced before its first story."""
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    pages = list(series_pages(site.edition()))

    assert [(page.path, page.context.get("lists"), page.context.get("entries")) for page in pages] == [
        ("series/columns", (), None),
        ("series", None, (("Columns", "", "series/columns", 0, ""),)),
    ]
