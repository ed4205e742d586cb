"""A story that a site lets through although a rule complains is still a sound page, without holes in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from tests.site.html_reading import BuiltSite, Element, HtmlPage
from tests.site.made_site import BODY, STORY, Stage, front_matter

CODES = (
    "CX101 CX102 CX106 CX201 CX204 CX205 CX206 CX207 CX208 CX305 CX306 CX307 CX302 CX303 CX304 CX407 CX408"
)
"""The rules about what a story must have and what it must not."""
CONFIG = (
    "site_name: Small stage\nsite_url: https://stories.example/\ndocs_dir: content\ntheme: material\n"
    "plugins:\n  - search\n  - cx-stories:\n      languages: [en, nl]\n      severities: {%s}\n"
)
WRONG = {
    "polarity": "odd",
    "date": "2024-02-30",
    "provenance": "odd",
    "elements": "{odd: It was.}",
    "missed": "[odd]",
    "lessons": "[]",
    "questions": "[]",
    **dict.fromkeys(("stages", "channels", "touchpoints", "senses", "emotions", "outcomes"), "[odd]"),
    **dict.fromkeys(("sector", "recovery", "incident"), "odd"),
    **dict.fromkeys(("teller", "author", "series", "pair"), "nobody"),
    "related": "[nobody]",
    "source": "{title: ''}",
    "theatre": "{odd: It was.}",
}
"""Every field that takes something known, with something unknown."""
CASES: Mapping[str, Mapping[str, str]] = {
    **{f"no {field}": {field: ""} for field in STORY},
    **{f"empty {field}": {field: '""'} for field in STORY},
    "nothing": dict.fromkeys(STORY, ""),
    "nothing but a pair": {**dict.fromkeys(STORY, ""), "pair": "lamp"},
    "everything empty": dict.fromkeys(STORY, '""'),
    "everything unknown": WRONG,
    "no source": {"provenance": "retold"},
    "no consent": {"provenance": "first-hand"},
    "negative, nothing missed": {"polarity": "negative"},
}
SPEAKING = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "strong", "cite", "time", "figcaption", "title"}


def named(case: str) -> str:
    """Give what the story of a case is called: none of the words that are looked for."""
    return f"case-{list(CASES).index(case) + 1}"


def written(stage: Stage, cases: Sequence[str], level: str) -> None:
    """Draw a site of a sound story and one for each of these cases, where the rules count for so much."""
    stage.configure(CONFIG % ", ".join(f"{code}: {level}" for code in CODES.split()))
    (paired,) = [named(case) for case in cases if CASES[case].get("pair") == "lamp"] or [""]
    stage.story("lamp", pair=paired)
    for case in cases:
        typed = front_matter({**STORY, "status": "published", **CASES[case]})
        stage.write(f"stories/{named(case)}.md", typed + BODY)


def holes(page: HtmlPage) -> list[str]:
    """Give what is on a page without words in it; pictures, and what a script fills in later, left out."""
    pictured = {id(up) for one in page.elements if one.tag in {"svg", "img"} for up in one.parents}
    speaking = (one for one in page.elements if one.within("main") and one.tag in SPEAKING)
    return [one.tag for one in speaking if not (one.text or id(one) in pictured or _waiting(one))]


def _waiting(one: Element) -> bool:
    """Whether something is filled in, or shown at all, only once there is something to say."""
    return one.attributes.get("role") == "status" or any(
        up.tag == "template" or "hidden" in up.attributes for up in (one, *one.parents)
    )


def told(page: HtmlPage) -> str:
    """Give the words of the main part, without what the story is cited by: that has its name in it."""
    words = page.main
    for box in page.all("section", **{"class": "box share"}):
        words = words.replace(box.text, "")
    return words


def lonely_headings(page: HtmlPage) -> list[str]:
    """Give the parts of a page that have a heading and nothing below it."""
    headings = {
        id(part): [one.text for one in page.elements if one.tag in {"h2", "h3"} and part in one.parents]
        for part in page.all("section")
    }
    shown = (part for part in page.all("section") if not _waiting(part))
    return [part.text for part in shown if [part.text] == headings[id(part)]]


_FAULTS: dict[bytes, tuple[list[str], list[str], list[str]]] = {}
"""By the likeness of a page: most are the same in all of these sites, and need not be looked at again."""


def faults_in(page: HtmlPage) -> tuple[list[str], list[str], list[str]]:
    """Give holes in a page, headings with nothing below them, and words of a program."""
    if page.likeness not in _FAULTS:
        words = re.findall(r"\bNone\b|\bodd\b|Undefined", told(page))
        _FAULTS[page.likeness] = holes(page), lonely_headings(page), words
    return _FAULTS[page.likeness]


@pytest.mark.parametrize(
    ("cases", "level"),
    [
        pytest.param(tuple(CASES), "off", id="all of them, unsaid"),
        pytest.param(tuple(CASES), "warning", id="all of them, told"),
        pytest.param(("nothing",), "off", id="nothing"),
        pytest.param(("everything unknown",), "warning", id="everything unknown"),
    ],
)
def test_a_story_with_something_wrong_is_a_page_without_holes(
    stage: Stage, cases: Sequence[str], level: str
) -> None:
    """No empty heading, label or line, no word of a program, and every link leads somewhere.

    On its own page, and wherever it is listed, alone or among others.
    """
    written(stage, cases, level)

    outcome = stage.build(strict=False)

    site = BuiltSite(outcome.folder)
    others = ("contribute/", "glossary/", "terms/")
    pages = {
        address: page for address, page in site.pages.items() if not any(one in address for one in others)
    }
    faults = {address: faults_in(page) for address, page in pages.items()}
    told_of = {f"{prefix}stories/{named(case)}/" for prefix in ("", "nl/") for case in cases}
    assert (outcome.exit_code, told_of - site.pages.keys()) == (0, set())
    assert {address: found for address, found in faults.items() if any(found)} == {}
    assert site.broken_references() == []


def test_a_story_without_a_title_goes_by_its_name(stage: Stage) -> None:
    """In its heading, in the tab and in the lists a reader sees the name of the file."""
    written(stage, ["nothing"], "off")
    (stage.content / f"stories/{named('nothing')}.md").rename(stage.content / "stories/odd.md")
    site = BuiltSite(stage.build(strict=False).folder)

    page = site["stories/odd/"]

    assert (page.texts("h1"), page.title) == (["Odd"], "Odd · Small stage")
    assert "Odd" in site["stories/"].texts("a")


def test_a_story_that_is_accepted_as_it_is_is_a_sound_page(stage: Stage) -> None:
    """What a writer ignores with a reason is published like any other."""
    stage.story("lamp", lessons="", ignore="[{rule: no-lesson, reason: The teller saw none}]")

    site = stage.published()

    page = site["stories/lamp/"]
    assert (holes(page), lonely_headings(page), site.broken_references()) == ([], [], [])
    assert "What we learn" not in page.texts("h2")
