"""A memory that came with a site from a stranger: what cannot be of these files is made again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cx_stories.checks.run import Examined
from cx_stories.pipeline import Collection, collect
from cx_stories.pipeline.keeping import NAME, Before, Packed
from cx_stories.pipeline.remembering import FOLDER
from cx_stories.reading.linking import Linking
from cx_stories.views.prose import Converted
from tests.conftest import Site
from tests.pipeline.memories import altered, poison

Change = Callable[[Packed], Any]
STORY = """related: [b]
image: {file: coat.png, alt: A coat.}
provenance: retold
source: {title: Shops, url: "https://example.org/"}
"""


def shouted(text: str) -> Converted:
    """Stand in for a converter."""
    return Converted((text.upper(),))


@pytest.fixture
def poisoned(site: Site, tmp_path: Path) -> Callable[[Change], Collection]:
    """Build, let somebody change what is remembered of the first story, and build again."""
    site.story("a", STORY)
    site.story("b")
    site.file("stories/coat.png")
    site.file("about.md", "---\nlink: https://example.org/\n---\n# About\n\nAll of us.\n")

    def build() -> Collection:
        return collect(site.settings, shouted, before=Before(tmp_path / "memory"))

    def poisoned(change: Change) -> Collection:
        assert build() == build()
        poison(tmp_path / "memory" / NAME, Packed, change)
        return build()

    return poisoned


def _tell(of: str, **values: object) -> Change:
    """Say something else of a story or a page."""

    def change(entry: Packed) -> Packed:
        told = json.loads(entry.told or "{}")
        return altered(entry, told=json.dumps({**told, **values}).encode()) if told.get("id") == of else entry

    return change


def _told_in(**values: object) -> Change:
    """Say something else of what is language."""

    def change(entry: Packed) -> Packed:
        told = json.loads(entry.told or "{}")
        if told.get("id") != "a":
            return entry
        told["tellings"]["en"] |= values
        return altered(entry, told=json.dumps(told).encode())

    return change


def _named(**values: object) -> Change:
    """Say something else of the names of the files."""

    def change(entry: Packed) -> Packed:
        examined = entry.examined
        abstracts = tuple(altered(one, **values) for one in examined.abstracts)
        return altered(entry, examined=altered(examined, abstracts=abstracts))

    return change


@pytest.mark.parametrize(
    "change",
    [
        _tell("a", id="b"),
        _tell("a", language="nl"),
        _tell("a", tellings={}),
        _tell("a", status="draft"),
        _tell("a", polarity="so-so"),
        _tell("a", stages=["somewhere"]),
        _tell("a", hits=["huge"]),
        _tell("a", related=["c"]),
        _tell("a", pair="b"),
        _tell("a", teller="mina"),
        _tell("a", shared=[{"number": 1, "lesson": "../../up"}]),
        _tell("a", image={"file": "https://example.net/spy.png"}),
        _tell("a", source={"title": "Shops", "url": "javascript:alert(1)"}),
        _tell("a", ignored="yes"),
        _tell("a", date="yesterday"),
        _tell("a", consent={"status": "given", "date": "someday"}),
        _tell("about", link="javascript:alert(1)"),
        _tell("about", kind="person"),
        _told_in(path="about.md"),
        _told_in(language="nl"),
        _told_in(elements={"huge": ""}),
        _told_in(theatre={"huge": ""}),
        lambda entry: altered(entry, prose={}),
        lambda entry: altered(entry, prose={**entry.prose, "nl": Converted(("Other.",))}),
        lambda entry: altered(entry, links={"en": (Linking("https://example.net/", "", (0, 1)),)}),
        lambda entry: altered(entry, links={"en": (Linking("", "Other.", (0, 1)),)}),
        lambda entry: altered(entry, links={"en": (Linking("", "", (-2, 10**9)),)}),
        lambda entry: altered(entry, links={"en": (Linking("", "", (1, 0)),)}),
        lambda entry: altered(entry, links={**entry.links, "nl": ()}),
        lambda entry: altered(entry, told=b'{"id": '),
        lambda entry: altered(entry, told=7),
        lambda entry: altered(entry, drafts=7),
        lambda entry: altered(entry, examined=Examined((), ())),
        lambda _: [],
        _named(path="stories/c.md"),
        _named(kind="person"),
    ],
)
def test_what_these_files_cannot_tell_is_made_again(
    poisoned: Callable[[Change], Collection], site: Site, change: Change
) -> None:
    """No other name, no term that there is not, nothing that leads where the files do not lead."""
    assert poisoned(change) == collect(site.settings, shouted)


@pytest.mark.parametrize("link", [FOLDER.parts[0], str(FOLDER), str(FOLDER / NAME)])
def test_memory_is_never_written_through_a_link(site: Site, tmp_path: Path, link: str) -> None:
    """The files that a link leads to stay as they are, and nothing is put beside them."""
    site.story("a")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    at = tmp_path / "site" / link
    at.parent.mkdir(parents=True)
    at.symlink_to(elsewhere / "mine.txt" if link.endswith(NAME) else elsewhere)
    made = collect(site.settings, shouted, before=Before(tmp_path / "site" / FOLDER))

    assert made == collect(site.settings, shouted)
    assert [(file.name, file.read_text()) for file in elsewhere.iterdir()] == [("mine.txt", "mine")]
