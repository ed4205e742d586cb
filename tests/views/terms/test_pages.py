"""The page of a term, with the stories in which it is met."""

from __future__ import annotations

from cx_stories.views.page import Page
from cx_stories.views.terms.pages import term_pages
from cx_stories.vocabulary.pages import UNSEEN
from tests.conftest import Site


def _pages(site: Site, language: str = "en") -> dict[str, Page]:
    return {page.path: page for page in term_pages(site.edition(language))}


def _shown(page: Page, name: str) -> list[str]:
    """Give the ids of the stories on a page under a name of its context."""
    cards = page.context[name]
    assert isinstance(cards, tuple)
    return [card.path.removeprefix("stories/") for card in cards]


def test_every_term_has_a_page_whether_there_is_a_story_or_not(site: Site) -> None:
    """Groups too; elements have theirs from another view, and what tells of a file has none."""
    known = site.library().vocabularies
    own = {"polarity": "polarity"}

    assert set(_pages(site)) == {
        f"{own.get(name, f'terms/{name}')}/{term.id}"
        for name in known
        if name not in UNSEEN | {"elements"}
        for term in known[name].terms
    }


def test_few_stories_are_shown_as_cards(site: Site) -> None:
    """Newest first, and nothing is said twice."""
    site.story("old", "channels: [phone]\ndate: 2024-01-01\n")
    site.story("new", "channels: [web, phone]\ndate: 2024-01-02\n")
    site.story("other", "channels: [web]\n")
    page = _pages(site, "nl")["terms/channels/phone"]

    assert (page.title, page.summary, page.listed) == ("Telefoon", "Gesproken contact op afstand.", True)
    assert (_shown(page, "cards"), _shown(page, "listed"), page.context["count"]) == (["new", "old"], [], 2)


def test_many_stories_are_a_dozen_cards_and_a_line_for_each(site: Site) -> None:
    """Among the cards are some of either verdict, however old; the lines have them all."""
    for number in range(20):
        polarity = "negative" if number > 17 else "positive"
        site.story(f"story-{number:02}", f"channels: [phone]\npolarity: {polarity}\n")
    page = _pages(site)["terms/channels/phone"]
    names = [f"story-{number:02}" for number in range(20)]

    assert _shown(page, "cards") == [*names[:10], *names[18:]]
    assert _shown(page, "listed") == names


def test_long_list_of_lines_is_cut_in_pages(site: Site) -> None:
    """Four hundred a page; the further ones are for those who go on reading, not for search engines."""
    for number in range(401):
        site.story(f"story-{number:03}", "channels: [phone]\n")
    pages = _pages(site)
    cut = [pages["terms/channels/phone"], pages["terms/channels/phone/page/2"]]

    assert [(len(_shown(page, "cards")), len(_shown(page, "listed")), page.listed) for page in cut] == [
        (12, 400, True),
        (0, 1, False),
    ]
    assert "terms/channels/phone/page/3" not in pages


def test_stories_of_a_verdict_have_the_switch_to_the_others(site: Site) -> None:
    """A reader goes from the good stories to the bad ones and to all; the one that is shown is marked."""
    site.story("good")
    site.story("bad", "polarity: negative\n")
    page = _pages(site)["polarity/negative"]

    assert (page.title, _shown(page, "cards")) == ("Negative stories", ["bad"])
    assert page.context["filters"] == (
        ("All stories", "stories", 2, False),
        ("Positive", "polarity/positive", 1, False),
        ("Negative", "polarity/negative", 1, True),
    )


def test_verdict_that_a_site_adds_is_called_by_its_name(site: Site) -> None:
    """Only the two of ours have a name for their stories."""
    site.vocabulary(
        "polarity.yml",
        "id: polarity\nterms:\n  - {id: mixed, labels: {en: Mixed}, definition: {en: Both.}}\n",
    )
    site.story("both", "polarity: mixed\n")
    page = _pages(site)["polarity/mixed"]

    assert (page.title, _shown(page, "cards")) == ("Mixed", ["both"])


def test_group_has_the_stories_of_its_terms(site: Site) -> None:
    """Each once."""
    site.story("a", "emotions: [delighted, content]\n")
    site.story("b", "emotions: [proud]\n")

    assert _shown(_pages(site)["terms/emotions/joy"], "cards") == ["a", "b"]
