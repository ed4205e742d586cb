"""The front door shows what this is, and every way in."""

from __future__ import annotations

from cx_stories.views.edition import Label
from cx_stories.views.elements import entry_of
from cx_stories.views.home import home_page
from cx_stories.views.page import Markdown, Page
from tests.conftest import Site


def _home(site: Site) -> Page:
    (page,) = home_page(site.edition())
    return page


def _paths(page: Page, name: str) -> list[str]:
    return [card.path for card in page.context[name]]  # type: ignore[attr-defined]


def test_home_shows_a_pair_the_newest_and_the_elements(site: Site) -> None:
    """The positive side of the pair stands first; neither side is shown twice."""
    site.file("index.md", "---\ntitle: Welcome\nsummary: What this is.\n---\nText.\n")
    site.story("a", "date: 2024-03-01\n")
    site.story("bad", "polarity: negative\npair: good\ndate: 2024-03-03\n")
    site.story("good", "pair: bad\ndate: 2024-03-02\n")
    edition = site.edition()
    bad, good, a = edition.library.stories

    assert list(home_page(edition)) == [
        Page(
            path="",
            language="en",
            title="Welcome",
            template="home.html",
            context={
                "featured": edition.cards((good, bad)),
                "side_by_side": "pairs/good/bad",
                "ways": (
                    (
                        Label("explore", "Explore", "explore"),
                        "Search all stories, and narrow them down by whatever you have in mind.",
                    ),
                    (Label("pairs", "Pairs", "pairs"), "The same situation, gone well and gone wrong."),
                    (
                        Label("journey", "Journey", "journey"),
                        "Where along the way it shines, where it hurts, and where a story is missing.",
                    ),
                    (
                        Label("lessons", "Lessons", "lessons"),
                        "What can be done about it on Monday, with the stories that say so.",
                    ),
                    (
                        Label("insights", "Insights", "insights"),
                        "What all stories tell together, and where they are one-sided.",
                    ),
                    (
                        Label("workshop", "Workshop", "workshop"),
                        "Cards to print, a pause before the outcome, plans for a session with your team.",
                    ),
                    (
                        Label("glossary", "Glossary", "glossary"),
                        "Every term in plain words, with the stories it is used for.",
                    ),
                    (
                        Label("reading-pack", "Reading pack", "reading-pack"),
                        "The stories of your choice in one piece, to send or to print.",
                    ),
                    (
                        Label("random", "A random story", "random"),
                        "For the first five minutes of a meeting.",
                    ),
                ),
                "newest": edition.cards((a,)),
                "count": 3,
                "polarities": (
                    (edition.label("polarity", "positive"), 2),
                    (edition.label("polarity", "negative"), 1),
                ),
                "elements": tuple(
                    entry_of(term, edition) for term in edition.library.vocabularies["elements"].choices
                ),
            },
            summary="What this is.",
            prose=Markdown("index.md", "en", "Text.", 5),
        )
    ]


def test_home_without_a_pair_shows_six_of_the_newest(site: Site) -> None:
    """The front door stays short."""
    for number in range(1, 9):
        site.story(f"story-{number}", f"date: 2024-03-0{number}\n")
    page = _home(site)

    assert (_paths(page, "featured"), _paths(page, "newest"), page.context["count"]) == (
        [],
        [f"stories/story-{number}" for number in (8, 7, 6, 5, 4, 3)],
        8,
    )


def test_home_of_a_new_site_bears_its_name(site: Site) -> None:
    """Before anybody has written a welcome."""
    page = _home(site)

    assert (page.title, page.prose, page.context["count"]) == ("CX Stories", None, 0)


def test_home_leaves_drafts_out(site: Site) -> None:
    """Also in the preview the front door looks as it will."""
    site.show_drafts()
    site.story("a", "status: review\n")
    site.story("b")

    assert _paths(_home(site), "newest") == ["stories/b"]


def test_home_passes_over_a_pair_of_which_one_side_is_not_published(site: Site) -> None:
    """The story stays among the newest, and the next whole pair is shown."""
    site.story("alone", "pair: waiting\ndate: 2024-03-09\n")
    site.story("waiting", "pair: alone\npolarity: negative\nstatus: review\n")
    site.story("bad", "polarity: negative\npair: good\ndate: 2024-03-03\n")
    site.story("good", "pair: bad\ndate: 2024-03-02\n")
    page = _home(site)

    assert (_paths(page, "featured"), _paths(page, "newest")) == (
        ["stories/good", "stories/bad"],
        ["stories/alone"],
    )
