"""The stories of one stage through one channel, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cx_stories.relations.tallies import Tally
from cx_stories.views.edition import Label
from cx_stories.views.journey.crossing import Ways, crossing_pages
from cx_stories.views.journey.route import Route
from cx_stories.views.lists import LINES
from cx_stories.views.page import Page
from tests.conftest import Site


def _pages(site: Site, language: str = "en") -> Sequence[Page]:
    return list(crossing_pages(Route(site.edition(language))))


def _page(site: Site, path: str, language: str = "en") -> Page:
    return next(page for page in _pages(site, language) if page.path == path)


def test_a_crossing_shows_its_stories(site: Site) -> None:
    """Few enough to be shown at length are not named a second time."""
    site.story("a", "stages: [service]\nchannels: [store]\n")
    site.story("b", "stages: [service]\nchannels: [store]\npolarity: negative\ndate: 2023-01-01\n")
    page = _page(site, "journey/service/store", "nl")

    assert (page.title, page.context["tally"], page.findable) == (
        "Service en herstel: winkel of locatie",
        Tally(1, 1),
        False,
    )
    cards: Any = page.context["cards"]
    assert ([card.path for card in cards], page.context["compact"]) == (["stories/a", "stories/b"], ())


def test_only_crossings_with_stories_have_a_page(site: Site) -> None:
    """A gap is a gap; nobody is led to an empty page."""
    site.story("a", "stages: [use, exit]\nchannels: [web]\n")
    site.story("b", "stages: [purchase]\n")

    assert [page.path for page in _pages(site)] == ["journey/use/web", "journey/exit/web"]


def test_a_long_list_is_cut_in_pages_with_the_newest_at_length_on_the_first(site: Site) -> None:
    """Every story is named once; the few negative ones are among those shown."""
    site.story("good", "stages: [use]\nchannels: [web]\n")
    site.story("bad", "stages: [use]\nchannels: [web]\npolarity: negative\ndate: 2020-01-01\n")
    edition = site.edition()
    good, bad = edition.library.stories
    copies = [good.model_copy(update={"id": f"good-{number:03}"}) for number in range(LINES)]
    object.__setattr__(edition.library, "stories", (*copies, bad))

    first, second = (page.context for page in crossing_pages(Route(edition)))
    cards, lines, rest = (list(part) for part in (first["cards"], first["compact"], second["compact"]))  # type: ignore[call-overload]

    assert (len(cards), len(lines), len(rest), second["cards"]) == (12, 400, 1, ())
    assert (cards[-1].path, rest[0].path) == ("stories/bad", "stories/bad")


def test_a_crossing_leads_to_the_nearest_ones_with_stories(site: Site) -> None:
    """Up and down the stages, left and right through the channels, over the gaps."""
    site.story("here", "stages: [use]\nchannels: [phone]\n")
    site.story("up", "stages: [purchase]\nchannels: [phone]\n")
    site.story("far-up", "stages: [awareness]\nchannels: [phone]\n")
    site.story("left", "stages: [use]\nchannels: [store]\n")
    site.story("right", "stages: [use]\nchannels: [event]\n")
    site.story("nearer", "stages: [use]\nchannels: [chat]\n")

    assert _page(site, "journey/use/phone").context["ways"] == Ways(
        before=Label("purchase", "Purchase", "journey/purchase/phone"),
        after=None,
        left=Label("store", "Shop or venue", "journey/use/store"),
        right=Label("chat", "Chat", "journey/use/chat"),
    )
