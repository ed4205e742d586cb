"""The page for facilitators."""

from __future__ import annotations

from cx_stories.views.workshop import PAIRS_SHOWN, Suggestion, workshop_page
from tests.conftest import Site


def _pair(site: Site, number: int, status: str = "published") -> None:
    day = f"date: 2024-03-{number:02}\n"
    site.story(f"good-{number}", f"{day}pair: bad-{number}\n")
    site.story(f"bad-{number}", f"{day}pair: good-{number}\npolarity: negative\nstatus: {status}\n")


def test_facilitator_is_offered_the_newest_pairs(site: Site) -> None:
    """Told together and both published; the good one first, each pair once, three at most."""
    for number in range(1, 6):
        _pair(site, number, status="draft" if number == 5 else "published")
    site.show_drafts()
    edition = site.edition()
    (page,) = workshop_page(edition)
    cards = {story.id: edition.card(story) for story in edition.library.stories}

    assert PAIRS_SHOWN == 3
    assert page.context["suggestions"] == tuple(
        Suggestion((cards[f"good-{n}"], cards[f"bad-{n}"]), f"pairs/good-{n}/bad-{n}") for n in (4, 3, 2)
    )


def test_page_for_facilitators_is_there_before_there_are_stories(site: Site) -> None:
    """Also in a collection without a pair, in every language, under a short name in menus."""
    (page,) = workshop_page(site.edition())

    assert (page.path, page.title, page.menu, page.context["suggestions"]) == (
        "workshop",
        "A session with these stories",
        "Workshop",
        (),
    )


def test_site_may_add_words_of_its_own(site: Site) -> None:
    """A file workshop.md gives the page another title and an introduction."""
    site.file("workshop.md", "---\ntitle: Our Tuesdays\n---\n\nRoom 4, at nine.\n")
    (page,) = workshop_page(site.edition())

    assert page.title == "Our Tuesdays"
    assert page.prose is not None
    assert page.prose.text.strip() == "Room 4, at nine."
