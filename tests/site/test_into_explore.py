"""Links into Explore: a number that is one leads to exactly as many stories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from cx_stories.cli.configuration import settings_of
from cx_stories.pipeline import collect
from cx_stories.relations.terms import terms
from cx_stories.views.searching.filters import NAMES, OF_TERMS, values_of
from tests.site.conftest import Demonstration
from tests.site.demonstrated import ROOT
from tests.site.html_reading import Element, HtmlPage

ALL_NEEDED = {one.name for one in OF_TERMS if one.every}
Values = Sequence[Mapping[str, Sequence[str]]]
"""What each story is found by."""


@pytest.fixture(scope="module")
def told() -> Values:
    """Give what each story of the demonstration is found by."""
    settings, _ = settings_of(ROOT / "mkdocs.yml")
    library = collect(replace(settings, drafts=False)).library
    index = terms(library)
    return [values_of(story, index) for story in library.stories]


def _chosen(page: HtmlPage, link: Element) -> Mapping[str, Sequence[str]] | None:
    """Give the filters that a link sets; None if it does not lead to Explore."""
    parts = urlsplit(page.resolved(link.attributes.get("href", "")))
    leads = re.fullmatch(r"(nl/)?explore/", parts.path)
    return parse_qs(parts.query, strict_parsing=True) if leads and parts.query else {} if leads else None


def _found(chosen: Mapping[str, Sequence[str]], told: Values) -> int:
    """Count the stories that Explore finds under filters."""
    assert set(chosen) <= set(NAMES)
    return sum(
        all(
            (all if name in ALL_NEEDED else any)(value in one.get(name, ()) for value in values)
            for name, values in chosen.items()
        )
        for one in told
    )


def _number(page: HtmlPage, link: Element) -> int | None:
    """Give the number of stories that a reader sees in a link, those of both verdicts added up."""
    seen = [
        one.text
        for one in page.all("span", aria_hidden="true")
        if any(parent is link for parent in one.parents)
    ]
    numbers = re.findall(r"\d+", " ".join(seen) or link.text)
    return sum(map(int, numbers)) if numbers else None


def _links(page: HtmlPage) -> Iterator[tuple[Element, Mapping[str, Sequence[str]]]]:
    for link in page.all("a"):
        chosen = _chosen(page, link)
        if chosen is not None and link.within("main"):
            yield link, chosen


def test_every_number_leads_to_as_many_stories(demonstration: Demonstration, told: Values) -> None:
    """A reader who follows a number in a figure or above a list finds the stories that it counted."""
    wrong, counted = [], Counter[str]()
    for address, page in demonstration.site.pages.items():
        for link, chosen in _links(page):
            number, found = _number(page, link), _found(chosen, told)
            if found == 0 or number not in (None, found):
                wrong.append((address, link.text, chosen, found))
            if number is not None:
                counted[address.removeprefix("nl/").partition("/")[0]] += 1

    assert wrong == []
    assert {kind for kind, count in counted.items() if count >= 2} >= {
        "elements", "how-to-read", "insights", "journey", "people", "polarity", "terms",
    }  # fmt: skip


@pytest.mark.parametrize("address", ["", "stories/", "404.html", "reading-pack/", "nl/", "nl/stories/"])
def test_explore_is_found_where_somebody_looks_for_a_story(
    demonstration: Demonstration, address: str
) -> None:
    """From the front door, the list, a wrong address and an empty pack one step leads to all filters."""
    language = "nl/" if address.startswith("nl/") else ""
    page = demonstration.site.pages[address]

    assert f"{language}explore/" in page.links("main")


def test_question_at_the_front_door_is_asked_in_explore(demonstration: Demonstration) -> None:
    """It needs no script: the form hands the words on in the address."""
    for address, leads in (("", "explore/"), ("nl/", "nl/explore/")):
        page = demonstration.site.pages[address]
        (form,) = page.all("form", role="search", **{"class": "ask"})
        (asked,) = (one for one in page.all("input") if any(parent is form for parent in one.parents))

        assert page.resolved(form.attributes["action"]) == leads
        assert (asked.attributes["name"], asked.attributes["id"] in page.ids) == ("q", True)
