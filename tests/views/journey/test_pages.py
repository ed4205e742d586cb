"""The map of the journey says what it shows."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cx_stories.views.journey.pages import journey_pages
from cx_stories.views.page import Page
from tests.conftest import Site


def _pages(site: Site, language: str = "en") -> Mapping[str, Page]:
    return {page.path: page for page in journey_pages(site.edition(language))}


def _said(site: Site) -> Mapping[str, object]:
    context = _pages(site)["journey"].context
    return {name: context[name] for name in ("saying", "missing", "reading", "nowhere", "through_nothing")}


def test_the_map_puts_in_words_what_it_draws(site: Site) -> None:
    """Who cannot see the curve learns the same from its sentences."""
    site.story("a", "stages: [use]\nchannels: [web, app]\n")
    site.story("b", "stages: [use]\nchannels: [web]\n")
    site.story("c")

    assert _said(site) == {
        "saying": "The stage with most stories is Use: 2 of 3.",
        "missing": "Awareness, consideration, purchase, delivery, service, loyalty, advocacy and exit "
        "have no story yet.",
        "reading": "2 of 117 crossings have a story; the others are gaps to fill. "
        "The fullest is use through website or portal, with 2.",
        "nowhere": 1,
        "through_nothing": 1,
    }


def test_the_map_of_an_empty_collection_is_all_gaps(site: Site) -> None:
    """It invites the first story and claims nothing."""
    said = _said(site)

    assert (said["saying"], said["reading"]) == (
        "",
        "0 of 117 crossings have a story; the others are gaps to fill.",
    )
    assert sorted(_pages(site)) == [
        "journey",
        *sorted(
            f"journey/{stage}"
            for stage in (
                *("awareness", "consideration", "purchase", "delivery"),
                *("use", "service", "loyalty", "advocacy", "exit"),
            )
        ),
    ]


@pytest.mark.parametrize(
    ("written", "invite"), [(False, "contribute/front-matter"), (True, "contribute")], ids=["no", "yes"]
)
def test_the_invitation_leads_to_the_page_that_the_site_has_for_writers(
    site: Site, written: bool, invite: str
) -> None:
    """Where nobody wrote one, the page of lines tells what to type."""
    if written:
        site.file("contribute/index.md", "# Tell us\n")

    assert _pages(site)["journey"].context["invite"] == invite


def test_somebody_may_write_about_the_journey_and_its_stages(site: Site) -> None:
    """The essay stands above the figures and may name the page."""
    site.file("journey/index.md", "---\ntitle: The road\n---\nText.\n")
    site.file("journey/use.md", "---\ntitle: Living with it\nsummary: Day in, day out.\n---\nText.\n")
    pages = _pages(site)

    assert {
        path: (pages[path].title, pages[path].prose and pages[path].prose.text)  # type: ignore[union-attr]
        for path in ("journey", "journey/use", "journey/exit")
    } == {
        "journey": ("The road", "Text."),
        "journey/use": ("Living with it", "Text."),
        "journey/exit": ("Exit, by channel", None),
    }


def test_a_draft_stands_on_the_map_of_the_preview(site: Site) -> None:
    """Whoever writes it sees where it belongs, before there is a verdict."""
    site.show_drafts()
    site.story("draft", "stages: [use]\nchannels: [web]\nstatus: draft\npolarity:\n")

    assert "journey/use/web" in _pages(site)
