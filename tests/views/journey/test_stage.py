"""The page of a stage: its stories by channel, what was felt, and the way on."""

from __future__ import annotations

from cx_stories.relations.tallies import Tally
from cx_stories.views.charts import Bar
from cx_stories.views.edition import Label
from cx_stories.views.journey.route import Route
from cx_stories.views.journey.stage import SHOWN, ByChannel, stage_pages
from cx_stories.views.page import Page
from tests.conftest import Site


def _page(site: Site, stage: str) -> Page:
    return next(page for page in stage_pages(Route(site.edition())) if page.path == f"journey/{stage}")


def test_a_stage_names_its_stories_by_channel(site: Site) -> None:
    """In the order of the channels; stories that name none come last."""
    site.story("a", "stages: [use]\nchannels: [app, web]\n")
    site.story("b", "stages: [use]\npolarity: negative\n")
    site.story("elsewhere", "stages: [exit]\nchannels: [web]\n")
    edition = site.edition()
    a, b = (edition.card(story) for story in edition.library.stories if story.id in ("a", "b"))
    page = next(page for page in stage_pages(Route(edition)) if page.path == "journey/use")

    assert page.context["rows"] == (
        ByChannel(Label("web", "Website or portal", "journey/use/web"), Tally(1), (a,)),
        ByChannel(Label("app", "App", "journey/use/app"), Tally(1), (a,)),
        ByChannel(None, Tally(0, 1), (b,)),
    )
    assert "store" in [gap.id for gap in page.context["gaps"]]  # type: ignore[attr-defined]
    assert (page.title, page.summary, page.context["phase"]) == (
        "Use, by channel",
        "The customer sets up the product or service, uses it or lives with it.",
        "After the purchase",
    )


def test_a_stage_names_the_newest_stories_and_counts_all(site: Site) -> None:
    """The rest stand on the page of the crossing."""
    for number in range(1, SHOWN + 3):
        site.story(f"story-{number}", f"stages: [use]\nchannels: [web]\ndate: 2024-01-0{number}\n")
    (row,) = _page(site, "use").context["rows"]  # type: ignore[misc]

    assert [card.path for card in row.cards] == [f"stories/story-{number}" for number in (7, 6, 5, 4, 3)]
    assert row.tally == Tally(7)


def test_a_stage_says_what_was_felt_there(site: Site) -> None:
    """What was felt most often comes first."""
    site.story("a", "stages: [use]\nemotions: [curious, delighted]\n")
    site.story("b", "stages: [use]\nemotions: [curious, angry]\npolarity: negative\n")
    site.story("elsewhere", "stages: [exit]\nemotions: [proud]\n")
    emotions = _page(site, "use").context["emotions"]

    assert emotions.rows == (  # type: ignore[attr-defined]
        Bar(Label("curious", "Curious", "terms/emotions/curious"), Tally(1, 1)),
        Bar(Label("delighted", "Delighted", "terms/emotions/delighted"), Tally(1, 0)),
        Bar(Label("angry", "Angry", "terms/emotions/angry"), Tally(0, 1)),
    )


def test_a_stage_leads_on_along_the_journey(site: Site) -> None:
    """The first has nothing before it, the last nothing after it."""
    ways = {
        page.path.removeprefix("journey/"): (page.context["before"], page.context["after"])
        for page in stage_pages(Route(site.edition()))
    }

    assert ways["awareness"] == (None, Label("consideration", "Consideration", "journey/consideration"))
    assert ways["delivery"] == (
        Label("purchase", "Purchase", "journey/purchase"),
        Label("use", "Use", "journey/use"),
    )
    assert ways["exit"] == (Label("advocacy", "Advocacy", "journey/advocacy"), None)


def test_a_stage_that_nobody_uses_any_more_keeps_its_page(site: Site) -> None:
    """Old links work; the way along the journey passes it by."""
    site.vocabulary(
        "stages.yml",
        "id: stages\nterms:\n"
        "  - {id: quote, labels: {en: Quote}, definition: {en: Asking.}, replaced_by: consideration}\n",
    )
    context = _page(site, "quote").context

    assert (context["before"], context["after"], context["rows"]) == (None, None, ())


def test_a_stage_leads_to_its_lessons_if_its_stories_teach_any(site: Site) -> None:
    """An empty stage has nothing to teach."""
    site.story("a", "stages: [use]\n")

    assert [_page(site, stage).context["lessons"] for stage in ("use", "exit")] == [
        "lessons/by-stage/use",
        "",
    ]
