"""The journey and the figures of built sites: they lead to what they count, and say it as it was typed."""

from __future__ import annotations

from tests.site.html_reading import HtmlPage
from tests.site.made_site import TWO_LANGUAGES, Stage, quoted

PLACED = {"stages": "[service]", "channels": "[phone]"}


def marks(page: HtmlPage) -> dict[str, str]:
    """Give where the marks of the curve lead, by what they are called."""
    found = [one for one in page.all("a") if one.attributes.get("class") == "mark"]
    return {one.text: page.resolved(one.attributes["href"]) for one in found}


def test_everything_that_is_counted_can_be_followed(stage: Stage) -> None:
    """From the curve to the story, from the matrix to the crossing, from there to its neighbours."""
    stage.story("lamp", **PLACED, emotions="[anxious, relieved]", senses="[touch]", sector="food")
    stage.story("dark", **PLACED, polarity="negative", missed="[unique]", recovery="failed")

    site = stage.published()

    assert marks(site["journey/"]) == {
        "The story of lamp": "stories/lamp/",
        "The story of dark": "stories/dark/",
    }
    assert {"journey/service/phone/", "journey/service/", "terms/channels/phone/"} <= set(
        site["journey/"].links("main")
    )
    assert {"stories/lamp/", "stories/dark/", "journey/"} <= set(site["journey/service/phone/"].links("main"))
    for address in ("journey/", "journey/service/", "journey/exit/", "journey/service/phone/", "insights/"):
        assert site.broken(site[address]) == [], address
        assert site[address].dangling_pointers() == [], address


def test_titles_are_read_as_they_were_typed(stage: Stage) -> None:
    """A title is text, whatever signs are in it."""
    title = 'AT&T "x" <y>'
    stage.story("lamp", title=quoted(title), **PLACED)

    site = stage.published()

    assert list(marks(site["journey/"])) == [title]
    assert title in site["journey/service/"].main
    assert title in site["journey/service/phone/"].main


def test_a_story_that_is_not_translated_keeps_its_language_on_the_map(stage: Stage) -> None:
    """A screen reader pronounces its title as it should."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", **PLACED)

    page = stage.published()["nl/journey/"]

    (name,) = [one for one in page.all("span") if one.attributes.get("class") == "mark-name"]
    assert (name.text, name.language) == ("The story of lamp", "en")


def test_a_site_without_stories_has_a_map_and_figures_that_invite(stage: Stage) -> None:
    """Whoever sets up a site sees what is to be filled."""
    site = stage.published()

    said = {
        "journey/": "No story here yet.",
        "journey/service/": "Nobody has told a story of this stage yet.",
        "insights/": "There is nothing to count yet.",
    }
    assert [address for address, words in said.items() if words not in site[address].main] == []
    assert [address for address in said if site.broken(site[address])] == []


def test_many_stories_of_a_stage_are_drawn_by_few_marks_that_lead_to_the_stage(stage: Stage) -> None:
    """The figure says how many a mark stands for."""
    for number in range(26):
        stage.story(f"lamp-{number}", body=f"{number} lamps. " * 40, **PLACED)

    site = stage.build(strict=False)

    page = HtmlPage((site.folder / "journey/index.html").read_text(encoding="utf-8"), "journey/")
    drawn = [one for one in page.all("span") if one.attributes.get("class") == "mark"]
    assert (len(drawn), marks(page)) == (13, {})
    assert "A mark stands for 2 stories at most; the name of a stage leads to all of them." in page.main
    assert "journey/service/" in page.links("main")
