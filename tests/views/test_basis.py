"""As long as what a page is made of stays the same, so do its values: else a reader would see an old page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import pytest

from cx_stories.model.story import Telling
from cx_stories.views.basis import Basis, digest_of
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page
from cx_stories.views.registry import pages_of
from tests.conftest import Site

BASE = {
    "lamp": "title: The lamp\ndate: 2024-01-02\npair: dark\nelements: {surprising: He gave his own.}\n"
    "stages: [service]\nchannels: [store]\nteller: anna\nseries: letters\nlessons: [Lend what is needed.]\n",
    "dark": "title: In the dark\ndate: 2024-01-01\npair: lamp\npolarity: negative\nelements: []\n"
    "missed: {surprising: Nobody looked up.}\nstages: [service]\nchannels: [phone]\nlessons: [Look up.]\n",
    "coat": "title: The coat\ndate: 2024-01-03\nstages: [use]\nchannels: [store]\nelements: [unique]\n"
    "related: [lamp]\nlessons:\n  - {text: Bring it back., lesson: bring-it-back}\n",
    "loaf": "title: The last loaf\ndate: 2024-01-04\nstages: [purchase]\nemotions: [proud]\n"
    "lessons:\n  - {text: Keep one back., lesson: bring-it-back}\n",
}
BASE |= {
    f"other-{number}": f"title: Another {number}\ndate: 2023-01-{number + 10}\nstages: [advocacy]\n"
    "channels: [app]\nelements: [repeatable]\nlessons: [Answer at once.]\n"
    for number in range(8)
}
"""The last ones have nothing to do with the first."""
PROSE = {"lamp": "See [the coat](coat.md) and [[dark]].", "coat": "It was cold.", "dark": "It was dark."}


def _draw(site: Site, stories: Mapping[str, str], prose: Mapping[str, str]) -> Edition:
    """Draw a collection of stories and what belongs to them, and give it as readers of English see it."""
    site.file("people/anna.md", "---\ntitle: Anna\nsummary: She rides the bus.\n---\nShe does.\n")
    site.file("series/letters.md", "---\ntitle: Letters\nsummary: They came by post.\n---\nAll of them.\n")
    for name, text in stories.items():
        site.story(name, f"{text}---\n{prose.get(name, 'Once upon a time.')}\n")
    return site.edition()


def _known(edition: Edition) -> dict[str, tuple[bytes, object, object]]:
    """Give for each page what it is made of, and what comes of that."""
    basis = Basis(edition)
    return {
        page.path: (basis.of(page), _values(page), _values(page, found=True)) for page in pages_of(edition)
    }


def _values(page: Page, *, found: bool = False) -> object:
    values = page.found if found else page.context
    return None if values is None else {name: _shown(values[name]) for name in values}


def _shown(value: object) -> object:
    """Give what a template prints of a value: the text of a story comes to the page as prose."""
    return value.model_copy(update={"body": ""}) if isinstance(value, Telling) else value


def _without(name: str) -> Callable[[dict[str, str], dict[str, str]], None]:
    return lambda stories, _prose: stories.pop(name) and None


def _set(name: str, old: str, new: str) -> Callable[[dict[str, str], dict[str, str]], None]:
    def change(stories: dict[str, str], _prose: dict[str, str]) -> None:
        assert old in stories[name]
        stories[name] = stories[name].replace(old, new)

    return change


def _tell(name: str, text: str) -> Callable[[dict[str, str], dict[str, str]], None]:
    return lambda _stories, prose: prose.update({name: text})


EDITS = {
    "title": _set("lamp", "The lamp", "The light"),
    "date": _set("coat", "2024-01-03", "2023-12-03"),
    "element": _set("loaf", "emotions", "elements: [engaging]\nemotions"),
    "polarity": _set("loaf", "emotions", "polarity: negative\nmissed: {unique: None left.}\nemotions"),
    "channel": _set("coat", "channels: [store]", "channels: [phone]"),
    "emotion": _set("loaf", "emotions: [proud]", "emotions: [angry]"),
    "writer": _set("coat", "stages", "author: anna\nstages"),
    "evidence": _set("lamp", "He gave his own.", "He gave hers."),
    "stage": _set("loaf", "purchase", "use"),
    "teller": _set("lamp", "teller: anna\n", ""),
    "series": _set("loaf", "emotions", "series: letters\nemotions"),
    "pair": _set("dark", "pair: lamp\n", ""),
    "related": _set("coat", "related: [lamp]", "related: [loaf]"),
    "lesson": _set("loaf", "Keep one back.", "Keep two back."),
    "shared lesson": _set("loaf", "lesson: bring-it-back", "lesson: another"),
    "text": _tell("coat", "It was warm, and nobody wore one."),
    "long text": _tell("coat", "It was warm. " * 400),
    "link": _tell("coat", "It was like [the loaf](loaf.md) of bread."),
    "no link": _tell("lamp", "See nothing."),
    "deletion": _without("loaf"),
}


Seen = TypeVar("Seen", bound=tuple[object, ...])


def edited(
    site: Site, edit: str, see: Callable[[Edition], dict[str, Seen]]
) -> tuple[dict[str, Seen], dict[str, Seen], set[str]]:
    """Give what is seen of each page before and after an edit, and those whose first thing is the same."""
    stories, prose = dict(BASE), dict(PROSE)
    EDITS[edit](stories, prose)
    before = see(_draw(site, BASE, PROSE))
    for name in BASE.keys() - stories.keys():
        site.story(name).unlink()
    after = see(_draw(site, stories, prose))
    return before, after, {path for path in before.keys() & after.keys() if before[path][0] == after[path][0]}


@pytest.mark.parametrize("edit", EDITS)
def test_page_with_the_same_basis_has_the_same_values(site: Site, edit: str) -> None:
    """Whatever is edited; and there are pages that the edit leaves alone, and pages that it does not."""
    before, after, alike = edited(site, edit, _known)

    assert [path for path in sorted(alike) if before[path][1:] != after[path][1:]] == []
    assert alike
    assert alike < before.keys() & after.keys() or edit == "text"


@pytest.mark.parametrize("edit", EDITS)
def test_page_that_is_the_same_at_a_glance_is_the_same(site: Site, edit: str) -> None:
    """A quick look never misses what a thorough one sees; a new text alone leaves all other pages alone."""
    before, after, alike = edited(site, edit, _glances)

    assert [path for path in sorted(alike) if before[path] != after[path]] == []
    assert edit != "text" or before.keys() - alike == {"stories/coat"}


def test_longer_original_is_another_page_in_every_language(site: Site) -> None:
    """A page says how long the story takes to read out, by the words in which it was first told."""
    site.story("other-1", f"{BASE['other-1']}---\nHe gave his own.\n")
    site.file(
        "stories/other-1.nl.md",
        "---\ntitle: De lamp\nsummary: Van hem.\nlessons: [Help.]\n---\nHij gaf de zijne.\n",
    )
    before = _glances(site.edition("nl"))["stories/other-1"]
    site.story("other-1", f"{BASE['other-1']}---\n{'He gave his own. ' * 400}\n")
    after = _glances(site.edition("nl"))["stories/other-1"]

    assert before[0] != after[0]
    assert before[2] == after[2]


def _glances(edition: Edition) -> dict[str, tuple[bytes, bytes, str]]:
    """Give what is seen of each page at a glance, what it is made of, and its prose."""
    basis = Basis(edition)
    return {
        page.path: (basis.at_a_glance(page), basis.of(page), page.prose.text if page.prose else "")
        for page in pages_of(edition)
    }


def test_digest_tells_apart_what_is_not_the_same() -> None:
    """Also what would be the same if it were written in a row."""
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of(("a",), "b") != digest_of("a", ("b",))
    assert digest_of("a", 1) == digest_of("a", 1)
