"""Lessons have places that links lead to, and pages on which stories teach them together."""

from __future__ import annotations

import pytest

from tests.site.html_reading import BuiltSite
from tests.site.made_site import TWO_LANGUAGES, Stage

ODD = "AT&T <b>“at once”</b>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give a site of two stories in two languages that share a lesson, one of them against it."""
    stage = Stage(tmp_path_factory.mktemp("lessons"))
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    shared = "{lesson: trust-at-once, text: Trust her.}"
    against = "{lesson: trust-at-once, text: '" + ODD + "', stance: contradicts}"
    stage.story("lamp", lessons=f"[Lend it., {shared}]", stages="[use]")
    stage.story(
        "cable", body="A cable with a kink was not exchanged. " * 40, lessons=f"[{against}]", stages="[use]"
    )
    stage.translation("lamp", lessons="[Leen uit., Vertrouw haar.]")
    stage.write(
        "about.md",
        "# About\n\n[The second](stories/lamp.md#lesson.2), "
        "[all of it](lessons/shared/trust-at-once.md), [by stage](lessons/by-stage/use.md).\n",
    )
    stage.translation(
        "cable", body="Een kabel met een knik werd niet geruild. " * 40, lessons="[Niet meteen.]"
    )
    stage.write("about.nl.md", "# Over\n\n[De tweede](stories/lamp.md#lesson.2)\n")
    return stage.published()


def test_links_to_lessons_lead_somewhere(site: BuiltSite) -> None:
    """What the check lets pass is there, on the page of the story and on others, in both languages."""
    assert site.broken_references() == []
    wanted = {
        "about/": {"stories/lamp/#lesson.2", "lessons/shared/trust-at-once/", "lessons/by-stage/use/"},
        "nl/about/": {"nl/stories/lamp/#lesson.2"},
    }

    assert {page: wanted[page] & set(site[page].links("main")) for page in wanted} == wanted


def test_every_lesson_of_a_story_can_be_linked_to(site: BuiltSite) -> None:
    """The link beside a lesson names its place."""
    page = site["nl/stories/lamp/"]
    places = [one for one in page.ids if one.startswith("lesson.")]
    links = [one.attributes["href"] for one in page.all("a", **{"class": "here"})]

    assert (places, links) == (["lesson.1", "lesson.2"], ["#lesson.1", "#lesson.2"])


def test_story_leads_to_those_who_say_the_same_or_the_opposite(site: BuiltSite) -> None:
    """Two clicks from a lesson to the story that contradicts it, in whose words it does so."""
    shared = "lessons/shared/trust-at-once/"

    assert [shared in site[f"stories/{name}/"].links("main") for name in ("lamp", "cable")] == [True, True]
    assert [one for one in site[shared].links("main") if "#" in one] == [
        "stories/lamp/#lesson.2",
        "stories/cable/#lesson.1",
    ]
    assert ODD in site[shared].main


def test_lessons_stand_in_lists_with_a_place_of_their_own(site: BuiltSite) -> None:
    """A list is cited by the story and the number of the lesson."""
    lists = {
        address: [one for one in site[address].ids if "." in one]
        for address in (
            "lessons/by-stage/use/",
            "lessons/by-element/surprising/",
        )
    }

    assert lists == {address: ["cable.1", "lamp.1", "lamp.2"] for address in lists}


def test_element_of_a_lesson_is_said_in_words(site: BuiltSite) -> None:
    """Nobody has to know the lamps."""
    assert site["lessons/by-element/surprising/"].texts("span", **{"class": "lit hit"}) == ["There"] * 3


def test_page_of_a_lesson_shows_what_to_type_to_add_a_story(site: BuiltSite) -> None:
    """Whoever types just that gets no finding: the words of the story go with the name of the lesson."""
    assert site["lessons/shared/trust-at-once/"].texts("code") == [
        '- lesson: trust-at-once text: "…"',
        '- lesson: trust-at-once text: "…" stance: contradicts',
    ]


def test_chips_of_the_way_in_say_why_they_add_up_to_more_than_the_lessons(site: BuiltSite) -> None:
    """A reader who adds them up finds no mistake; lessons of one story are a click away."""
    front = site["lessons/"]

    assert "The lessons of a story count for every element that it shows or misses." in front.main
    assert "lessons/of-one-story/" in front.links("main")
    assert site["lessons/of-one-story/"].texts("h1") == ["Lessons that rest on one story"]
