"""The demonstration site as a web of links: no story stands alone, no view is far away."""

from __future__ import annotations

import re

import pytest

from cx_stories.views import addresses
from tests.site.conftest import Demonstration
from tests.site.html_reading import BuiltSite
from tests.site.written_stories import PREFIXES

VIEWS = (
    *(addresses.STORIES, addresses.ELEMENTS, addresses.PEOPLE, addresses.SERIES, addresses.READING),
    *addresses.WAYS,
)


@pytest.fixture(scope="module")
def site(demonstration: Demonstration) -> BuiltSite:
    """Give the pages of the demonstration site."""
    return demonstration.site


def _stories_reached(site: BuiltSite, prefix: str) -> dict[str, set[str]]:
    """Map each story to the others that the main part of its page leads to."""
    pattern = re.compile(rf"{prefix}stories/([^/?#]+)/")
    pages = {match[1]: page for address, page in site.pages.items() if (match := pattern.fullmatch(address))}
    return {
        story: {match[1] for link in page.links("main") if (match := pattern.match(link))} - {story}
        for story, page in pages.items()
        if story != "page"
    }


@pytest.mark.parametrize("language", PREFIXES)
def test_each_story_leads_to_three_others(site: BuiltSite, language: str) -> None:
    """A reader who has finished one has a choice of where to go on."""
    reached = _stories_reached(site, PREFIXES[language])

    assert len(reached) >= 22
    assert {story: others for story, others in reached.items() if len(others) < 3} == {}


@pytest.mark.parametrize("language", PREFIXES)
def test_each_story_is_reached_from_another(site: BuiltSite, language: str) -> None:
    """Whoever wanders from story to story may come upon any of them."""
    reached = _stories_reached(site, PREFIXES[language])

    assert set(reached) - set().union(*reached.values()) == set()


@pytest.mark.parametrize("language", PREFIXES)
def test_every_view_is_two_clicks_from_home(site: BuiltSite, language: str) -> None:
    """Nobody has to know that a view is there to find it; lists, terms and lessons count as views."""
    prefix = PREFIXES[language]
    first = {link.partition("#")[0].partition("?")[0] for link in site.pages[prefix].links()}
    second = {
        link.partition("#")[0].partition("?")[0]
        for address in first & set(site.pages)
        for link in site.pages[address].links()
    }

    assert {f"{prefix}{view}/" for view in VIEWS} - first - second == set()


def test_breadcrumbs_lead_back_up(site: BuiltSite) -> None:
    """Every page below another names those above it, the front door first."""
    page = site.pages["nl/pairs/blazing-contact/lazy-loungers/"]
    trail = [one for one in page.all("a") if any(up.attributes.get("class") == "trail" for up in one.parents)]

    assert [(one.text, page.resolved(one.attributes["href"])) for one in trail] == [
        ("Begin", "nl/"),
        ("Tweetallen", "nl/pairs/"),
    ]


def test_home_has_no_breadcrumbs(site: BuiltSite) -> None:
    """There is nothing above it."""
    assert site.pages[""].all("nav", **{"class": "trail"}) == []


def test_no_page_is_above_300_kilobytes(site: BuiltSite) -> None:
    """A phone on a train can open every one."""
    sizes = {address: len(page.source.encode()) for address, page in site.pages.items()}

    assert {address: size for address, size in sizes.items() if size > 300_000} == {}


def test_no_page_shows_the_mark_of_a_pause(site: BuiltSite) -> None:
    """Only the page of a story knows what to do with it."""
    assert [address for address, page in site.pages.items() if page.all("cx-pause")] == []
