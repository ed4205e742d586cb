"""A built site is ready for a workshop: stories that pause, and a page on how to run a session."""

from __future__ import annotations

import re

import pytest

from cx_stories.views.story.workshop import PAUSE
from tests.site.conftest import Demonstration
from tests.site.html_reading import BuiltSite
from tests.site.made_site import BODY, BODY_IN, TWO_LANGUAGES, Stage

MARK = "\n[[pause]]\n\n"
END = "On Monday she brought it back, with cake."
END_IN_DUTCH = "Op maandag bracht ze hem terug, met taart."
_TELLING = re.compile(r'<div class="prose md-typeset telling">(.*?)</div>', re.S)
_REST = re.compile(r'<div id="cx:rest"[^>]*>(.*?)</div>', re.S)


def _told(html: str) -> tuple[list[str], list[str]]:
    """Give the prose before the pause, and that which is read after deciding."""
    return [one.strip() for one in _TELLING.findall(html)], [one.strip() for one in _REST.findall(html)]


def test_story_is_parted_where_its_writer_says(stage: Stage) -> None:
    """In each language by its own file, in a strict build; the mark is nowhere on the site."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", BODY + MARK + END)
    stage.translation("lamp", body=BODY_IN["nl"] + MARK + END_IN_DUTCH)
    stage.published()

    assert _told((stage.site / "stories/lamp/index.html").read_text("utf-8")) == (
        [f"<p>{BODY.strip()}</p>"],
        [f"<p>{END}</p>"],
    )
    assert _told((stage.site / "nl/stories/lamp/index.html").read_text("utf-8")) == (
        [f"<p>{BODY_IN['nl'].strip()}</p>"],
        [f"<p>{END_IN_DUTCH}</p>"],
    )


def test_story_too_short_to_pause_is_told_in_one(stage: Stage) -> None:
    """Then there is nothing to decide first, and no door to it; who was sent there begins with the text."""
    stage.story("lamp")
    stage.published()
    html = (stage.site / "stories/lamp/index.html").read_text("utf-8")

    assert _told(html)[1] == []
    assert 'href="#cx:decide"' not in html
    assert html.count('<div id="cx:decide" class="prose md-typeset telling">') == 1


def test_pairs_to_begin_with_give_no_verdict_away(stage: Stage) -> None:
    """Whoever chooses one on a screen shows titles only; they lead to where a story stops, or begins."""
    stage.story("lamp", title="A lamp in the rain", pair="dark")
    stage.story("dark", BODY + MARK + END, title="Left in the dark", polarity="negative", pair="lamp")
    stage.published()
    site = BuiltSite(stage.site)
    html = (stage.site / "workshop/index.html").read_text("utf-8")
    offered = html.partition('<ul class="suggestions">')[2].partition("</ul>")[0]

    assert re.findall(r'<p><a href="([^"]*)">([^<]*)</a></p>', offered) == [
        ("../stories/lamp/#cx:decide", "A lamp in the rain"),
        ("../stories/dark/#cx:decide", "Left in the dark"),
    ]
    assert ("verdict" in offered, site.broken_references()) == (False, [])


@pytest.mark.parametrize("language", ["", "nl/"], ids=["en", "nl"])
def test_every_story_of_the_demonstration_pauses(demonstration: Demonstration, language: str) -> None:
    """Each has a beginning and a rest, and neither mark nor element is left over."""
    folder = demonstration.outcome.folder / language / "stories"
    pages = {file.parent.name: file.read_text("utf-8") for file in sorted(folder.glob("*/index.html"))}
    stories = {name: html for name, html in pages.items() if 'class="wrap story-page"' in html}

    assert len(stories) == 22
    assert [name for name, html in stories.items() if [len(part) for part in _told(html)] != [1, 1]] == []
    assert [name for name, html in stories.items() if PAUSE in html or "[[pause]]" in html] == []


@pytest.mark.parametrize("language", ["", "nl/"], ids=["en", "nl"])
def test_sessions_take_as_long_as_they_say(demonstration: Demonstration, language: str) -> None:
    """The minutes of the steps add up to those in the heading."""
    html = (demonstration.outcome.folder / language / "workshop/index.html").read_text("utf-8")
    sessions = re.findall(r'<h2 id="session\.(\d+)">.*?<ol class="timing">(.*?)</ol>', html, re.S)

    added = {int(place): sum(map(int, re.findall(r"<b>(\d+)", steps))) for place, steps in sessions}
    assert added == {20: 20, 45: 45, 90: 90}


_PLAN = re.compile(r'<ol class="timing">(.*?)</ol>', re.S)
_STEP = re.compile(r"<li><b>(\d+) min</b> (.*?)</li>")


def test_twenty_minutes_are_one_plan_everywhere(demonstration: Demonstration) -> None:
    """The page about sessions and the notes have the same steps, and both languages the same minutes.

    Only the four minutes of reading are divided as the pause of the story falls.
    """

    def steps(page: str) -> list[tuple[int, str]]:
        html = (demonstration.outcome.folder / page / "index.html").read_text("utf-8")
        plan = _PLAN.search(html)
        assert plan
        return [(int(minutes), text) for minutes, text in _STEP.findall(plan[1])]

    stories = sorted(
        file.parent.name
        for file in (demonstration.outcome.folder / "stories").glob("*/index.html")
        if 'class="wrap story-page"' in file.read_text("utf-8")
    )
    for language in ("", "nl/"):
        usual = steps(f"{language}workshop")
        told = {name: steps(f"{language}stories/{name}") for name in stories}
        minutes = {name: [number for number, _ in plan] for name, plan in told.items()}
        english = {name: [number for number, _ in steps(f"stories/{name}")] for name in stories}

        assert [number for number, _ in usual] == [2, 2, 5, 2, 3, 4, 2]
        assert {tuple(text for _, text in plan) for plan in told.values()} == {tuple(t for _, t in usual)}
        assert {(*plan[:1], plan[1] + plan[3], plan[2], *plan[4:]) for plan in minutes.values()} == {
            (2, 4, 5, 3, 4, 2)
        }
        assert minutes == english
