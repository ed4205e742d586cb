"""Files beside the pages are taken over where nothing has changed of what they are made of, and are right."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.exported import Exported
from cx_stories.exports.publication import Offers, Publication
from cx_stories.exports.registry import files_of
from cx_stories.model.story import Story
from cx_stories.pipeline import keeping_files
from cx_stories.pipeline.keeping_files import _DECODER, _PART, NAME, FilesBefore, _Known
from cx_stories.pipeline.publication import publication_of
from cx_stories.pipeline.remembering import Memory, entries_of, pieces_of
from cx_stories.pipeline.taking_over import Published
from cx_stories.views.prose import Converted
from tests.conftest import Site
from tests.site.made_site import contents

AT = "https://stories.example/"
Edit = Callable[[Site], object]
COAT = "pair: lamp\npolarity: negative\ndate: 2024-03-02\n---\nShe saw [[lamp]].\n"
DUTCH = "---\ntitle: Iets\nsummary: Een verkeerde maat.\nlessons: [Kijk twee keer.]\n---\nZij vroeg.\n"
COPY, DATA = "stories/coat.md", "data/stories.json"


class Publisher:
    """Publishes what is beside the pages of a drawn site, again and again, and knows what it made anew."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site, self.folder, self.made = site, folder, list[str]()
        self.offers = Offers()

    @property
    def memory(self) -> Path:
        """Where it remembers what it has published."""
        return self.folder / "memory" / NAME

    @property
    def published(self) -> Path:
        """Where the site stands."""
        return self.folder / "site"

    def publication(self) -> Publication:
        """Give what is published now, with each text as one paragraph."""
        collection = self.site.collect()
        bodies = [told.body for story in collection.library.stories for told in story.tellings.values()]
        made = publication_of(collection, name="Casebook", url=AT, offers=self.offers)
        return replace(made, prose={body: Converted((f"<p>{len(body)}</p>",)) for body in bodies})

    def publish(self) -> Mapping[str, bytes]:
        """Publish, and give every file by its path."""
        before = FilesBefore(Memory(self.memory.parent, NAME), Published(self.published))
        new = self.folder / "new"
        for one in files_of(replace(self.publication(), part_before=before.part)):
            before.put(one, str(new / one.path))
        shutil.rmtree(self.published, ignore_errors=True)
        new.rename(self.published)
        before.save()
        return contents(self.published)

    def from_nothing(self) -> Mapping[str, bytes]:
        """Give what is published by somebody who remembers nothing."""
        return {one.path: one.content for one in files_of(self.publication())}


@pytest.fixture
def publisher(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    """Give somebody who has published three stories, one of which names another."""
    site.story("lamp", "title: The lamp\nelements: [unique]\nteller: mina\nseries: columns\n")
    site.story("coat", COAT)
    site.story(
        "kettle", "stages: [use]\nimage: {file: lamp.png, alt: A lamp}\n---\n[Then](coat.md), it rained.\n"
    )
    site.file("stories/lamp.nl.md", DUTCH)
    site.file("stories/lamp.png")
    site.file("people/mina.md", "---\ntitle: Mina\n---\nShe tells.\n")
    site.file("series/columns.md", "---\ntitle: Columns\n---\nShort.\n")
    known = Publisher(site, tmp_path / "work")
    written = keeping_files.write_new

    def write_new(path: str, content: bytes) -> bytes:
        known.made.append(path.partition("/new/")[2])
        return written(path, content)

    monkeypatch.setattr(keeping_files, "write_new", write_new)
    known.publish()
    known.made.clear()
    return known


def _rename(site: Site) -> None:
    stories = site.content / "stories"
    (stories / "coat.md").rename(stories / "mantle.md")


EDITS: Mapping[str, Edit] = {
    "nothing": lambda _: None,
    "body": lambda site: site.story("coat", "polarity: negative\npair: lamp\n---\nAnother text.\n"),
    "title": lambda site: site.story("lamp", "title: A light\nelements: [unique]\n"),
    "date": lambda site: site.story("lamp", "title: The lamp\ndate: 2024-05-01\nelements: [unique]\n"),
    "element": lambda site: site.story("lamp", "title: The lamp\nelements: [surprising]\nmissed: [unique]\n"),
    "polarity": lambda site: site.story("coat", "polarity: mixed\n"),
    "pair": lambda site: site.story("coat", COAT.replace("pair: lamp\n", "")),
    "image": lambda site: site.story("kettle", "stages: [use]\nimage: {file: lamp.png, alt: Light}\n"),
    "translation": lambda site: site.file("stories/coat.nl.md", DUTCH),
    "person": lambda site: site.file("people/mina.md", "---\ntitle: Mina Ådahl\n---\nShe tells.\n"),
    "series": lambda site: site.file("series/columns.md", "---\ntitle: Column\n---\nShort.\n"),
    "vocabulary": lambda site: site.vocabulary(
        "stages.yml", "id: stages\nterms:\n  - id: use\n    labels: {en: While using}\n"
    ),
    "addition": lambda site: site.story("umbrella", "related: [coat]\nelements: [unique]\n"),
    "draft": lambda site: site.story("lamp", "status: draft\ntitle: The lamp\n"),
    "deletion": lambda site: (site.content / "stories" / "coat.md").unlink(),
    "renaming": _rename,
    "languages": lambda site: site.languages("nl", "en"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_all_is_as_if_made_from_nothing(publisher: Publisher, edit: Edit) -> None:
    """Whoever saves time by what was published before gets the very same files."""
    edit(publisher.site)

    assert publisher.publish() == publisher.from_nothing()


def test_without_feeds_or_data_the_rest_stays(publisher: Publisher) -> None:
    """What a site does not offer any more is gone, and what it offers is right."""
    publisher.offers = Offers(feeds=False, exports=False)

    assert publisher.publish() == publisher.from_nothing()


def test_only_what_an_edit_changes_is_made(publisher: Publisher) -> None:
    """A sentence more in one story is no reason to write all of them again."""
    publisher.publish()
    again = [path for path in publisher.made if not path.startswith("data/")]
    publisher.made.clear()
    publisher.site.story("coat", f"{COAT}She did.\n")
    publisher.publish()

    assert again == ["llms.txt", "nl/llms.txt"]
    assert [path for path in publisher.made if path.endswith(".md")] == [COPY]


def test_only_the_story_that_was_edited_is_put_into_words_again(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What thousands of others bring to the files of data comes from the published site."""
    told: list[str] = []
    exported = Dataset.exported

    def noted(data: Dataset, story: Story) -> Exported:
        told.append(story.id)
        return exported(data, story)

    monkeypatch.setattr(Dataset, "exported", noted)
    publisher.site.story("coat", f"{COAT}She did.\n")
    publisher.publish()

    assert told == ["coat"]


def _write(file: Path) -> None:
    file.write_bytes(b"Mine.")


def _keep_size(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"coat", b"cost"))


def _link_away(file: Path) -> None:
    other = file.parents[2] / "other"
    file.rename(other)
    file.symlink_to(other)


@pytest.mark.parametrize("path", [COPY, DATA, "feed.xml", "data/stories.csv"])
@pytest.mark.parametrize("change", [_write, _keep_size, _link_away, Path.unlink])
def test_file_that_somebody_has_changed_by_hand_is_made_anew(
    publisher: Publisher, change: Callable[[Path], object], path: str
) -> None:
    """Whatever became of a published file, the next one is right."""
    change(publisher.published / path)

    assert publisher.publish() == publisher.from_nothing()
    assert not (publisher.published / path).is_symlink()


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _scramble(file: Path) -> None:
    """Say something else under each key."""
    file.write_bytes(b"".join(pieces_of({key: b"\x91" + bytes(entry) for key, entry in entries_of(file)})))


@pytest.mark.parametrize("damage", [_cut, _empty, _scramble, Path.unlink])
def test_damaged_memory_is_forgotten(publisher: Publisher, damage: Callable[[Path], object]) -> None:
    """It takes longer, and all is right."""
    damage(publisher.memory)

    assert publisher.publish() == publisher.from_nothing()


def _forged(file: Path, forge: Callable[[str, _Known], _Known]) -> None:
    """Say something else of each file, in the form in which it is remembered."""
    ((key, entry),) = entries_of(file)
    known = _DECODER.decode(entry)
    forged = {path: forge(path, one) for path, one in known.items()}
    file.write_bytes(b"".join(pieces_of({key: msgspec.msgpack.encode(forged)})))


def test_memory_that_takes_one_file_for_another_is_not_believed(publisher: Publisher) -> None:
    """A file is taken over only if it is, to the byte, what was remembered of it in its place."""
    ((_, entry),) = entries_of(publisher.memory)
    other = _DECODER.decode(entry)["stories/lamp.md"].proof
    _forged(publisher.memory, lambda _, one: msgspec.structs.replace(one, proof=other))

    assert publisher.publish() == publisher.from_nothing()


@pytest.mark.parametrize("by", [1, -1, 10**9])
def test_memory_that_takes_one_story_for_another_is_not_believed(publisher: Publisher, by: int) -> None:
    """What a story brings to a file begins with its own name, or it is made anew."""

    def moved(_: str, one: _Known) -> _Known:
        parts = [
            (key, start + by, end) for key, start, end in _PART.iter_unpack(one.parts) if start + by >= 0
        ]
        return msgspec.structs.replace(one, parts=b"".join(_PART.pack(*part) for part in parts))

    _forged(publisher.memory, moved)

    assert publisher.publish() == publisher.from_nothing()


def test_what_is_remembered_holds_nothing_that_is_not_published(publisher: Publisher) -> None:
    """A memory is digests and places; it may lie where others can read it."""
    publisher.site.story("coat", "consent: {status: given, ref: Drawer-7719}\norganisation: Shop-4481\n")
    publisher.publish()

    assert b"Drawer-7719" not in publisher.memory.read_bytes()
    assert b"Shop-4481" not in publisher.memory.read_bytes()
    assert json.loads(publisher.publish()[DATA])["stories"]


def test_what_could_not_be_made_of_a_text_is_made_once_it_can(publisher: Publisher) -> None:
    """A feed has the HTML of a text, which an extension of Markdown may change without a word being typed."""
    made = publisher.publication
    publisher.publication = lambda: replace(made(), prose={})  # type: ignore[method-assign]

    assert publisher.publish() == publisher.from_nothing()
