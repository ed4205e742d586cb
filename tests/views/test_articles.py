"""Home, the guide to the collection, and every other page of prose."""

from __future__ import annotations

from cx_stories.views.articles import BandCount, article_pages, home_page, reading_page
from cx_stories.views.elements import entry_of
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
                "newest": edition.cards((a,)),
                "count": 3,
                "polarities": (
                    (edition.label("polarity", "positive", "polarity/positive"), 2),
                    (edition.label("polarity", "negative", "polarity/negative"), 1),
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


def test_guide_counts_the_stories_of_each_band(site: Site) -> None:
    """The distribution stands beside the author's claim, in the reader's language."""
    for name, elements in (
        ("a", ""),
        ("b", "unique"),
        ("c", "unique, surprising"),
        ("d", "unique, surprising, engaging, personalized, repeatable"),
    ):
        site.story(name, f"elements: [{elements}]\n")
    edition = site.edition("nl")
    most, some, few, very_few = (band.labels["nl"] for band in edition.library.vocabularies["elements"].bands)
    (page,) = reading_page(edition)

    assert (page.path, page.context["count"], page.context["bands"]) == (
        "how-to-read",
        4,
        (
            BandCount("0", most, 1, 25.0),
            BandCount("1–2", some, 2, 50.0),
            BandCount("3–4", few, 0, 0.0),
            BandCount("5", very_few, 1, 25.0),
        ),
    )


def test_guide_to_an_empty_collection_divides_by_nothing(site: Site) -> None:
    """A new site has no distribution yet."""
    (page,) = reading_page(site.edition())

    assert {(band.count, band.share) for band in page.context["bands"]} == {(0, 0.0)}  # type: ignore[attr-defined]


def test_every_article_is_a_page(site: Site) -> None:
    """In each language, translated or not."""
    site.file("about.md", "---\ntitle: About\nsummary: Who we are.\nlink: https://example.org\n---\nText.\n")
    site.file("contribute/index.nl.md", "# Doe mee\n\nTekst.\n")

    assert list(article_pages(site.edition("nl"))) == [
        Page(
            path="about",
            language="nl",
            title="About",
            template="article.html",
            context={"link": "https://example.org"},
            summary="Who we are.",
            prose=Markdown("about.md", "en", "Text.", 6),
            listed=False,
            foreign="en",
        ),
        Page(
            path="contribute",
            language="nl",
            title="Doe mee",
            template="article.html",
            context={"link": ""},
            prose=Markdown("contribute/index.nl.md", "nl", "\nTekst.\n", 2),
        ),
    ]


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
