"""What a build may have again: after every change the collection is what it would be without a memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.rendered import Unmade
from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline import Collection, collect, keeping, keys, making, side_by_side
from cx_stories.pipeline.keeping import NAME, Before
from cx_stories.pipeline.remembering import entries_of
from cx_stories.reading.finding import Found
from cx_stories.views.prose import Converted, Left
from tests.conftest import Site
from tests.pictures import PNG

DUTCH = "---\ntitle: Terugbetaald\nsummary: Direct.\nlessons: [Doe het.]\n---\nZij belde.\n"
WORDS = "id: channels\nterms:\n  - id: video\n    labels: {en: Video}\n    definition: {en: Seen.}\n"


def shouted(text: str) -> Converted | Left | Unmade | None:
    """Stand in for a converter; it leaves a question to MkDocs, and does not come to an end with a cry."""
    if "?" in text:
        return None
    return Unmade.SLOW if "!" in text else Converted((text.strip().upper(),), (), (("A", "a"),))


class Builds:
    """Builds of a site, one after another, each by a process of its own."""

    def __init__(self, site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site, self.folder = site, folder
        self.read: list[str] = []
        self.converting = b"one"
        original = making.read_documents

        def read_documents(found: Sequence[Found]) -> Sequence[object]:
            self.read += [one.blank.path for one in found]
            return original(found)

        monkeypatch.setattr(making, "read_documents", read_documents)

    def build(self, before: Before | None = None) -> tuple[Collection, Sequence[str]]:
        """Build; give the collection and the files that were read for it, sorted."""
        self.read.clear()
        before = before or Before(self.folder, self.converting)
        collection = collect(self.site.configured(), shouted, before=before)
        return collection, sorted(self.read)

    def anew(self) -> Collection:
        """Build without a memory."""
        return collect(self.site.configured(), shouted)


@pytest.fixture
def builds(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    """Give builds of a site with two stories that are a pair, a picture, a person and a page."""
    site.story("a", "pair: b\nteller: mina\nimage: {file: coat.png, alt: A coat.}\n")
    site.story("a.nl", DUTCH)
    site.story("b", "pair: a\npolarity: negative\nstatus: published\n")
    site.file("stories/coat.png")
    site.file("people/mina.md", "---\ntitle: Mina\nlink: https://example.org/mina\n---\nShe tells.\n")
    site.file("about.md", "# About\n\nAll of us.\n")
    return Builds(site, tmp_path / "memory", monkeypatch)


def _unchanged(_: Site) -> None:
    pass


def _rename(site: Site) -> None:
    (site.content / "stories/b.md").rename(site.content / "stories/c.md")
    site.story("a", "pair: c\n")


def _vocabulary(site: Site) -> None:
    site.vocabulary("channels.yml", WORDS)


EDITS: dict[str, tuple[Callable[[Site], object], list[str] | None]] = {
    "nothing": (_unchanged, []),
    "body": (lambda site: site.story("b", f"pair: a\npolarity: negative\n---\n{BODY} More.\n"), ["b"]),
    "title": (lambda site: site.story("b", "title: Other\npair: a\npolarity: negative\n"), ["b"]),
    "date": (lambda site: site.story("b", "date: 2020-02-02\npair: a\npolarity: negative\n"), ["b"]),
    "polarity": (lambda site: site.story("b", "pair: a\npolarity: positive\n"), ["b"]),
    "element": (lambda site: site.story("b", "pair: a\npolarity: negative\nmissed: [unique]\n"), ["b"]),
    "pair": (lambda site: site.story("b", "polarity: negative\n"), ["b"]),
    "status": (lambda site: site.story("b", "pair: a\npolarity: negative\nstatus: draft\n"), ["b"]),
    "an error": (lambda site: site.story("b", "pair: a\npolarity: so-so\n"), ["b"]),
    "translation": (lambda site: site.story("a.nl", DUTCH.replace("Zij", "Hij")), ["a", "a.nl", "coat.png"]),
    "as good a picture": (lambda site: site.file("stories/coat.png", PNG + b"a remark"), []),
    "broken picture": (lambda site: site.file("stories/coat.png", PNG[:-1]), ["coat.png"]),
    "vocabulary": (_vocabulary, None),
    "addition": (lambda site: site.story("c"), ["c"]),
    "deletion": (lambda site: (site.content / "stories/b.md").unlink(), []),
    "rename": (_rename, None),
    "language": (lambda site: site.languages("en", "nl", "fr"), None),
}
"""What is done to a site, and which of its stories are read again then; None if that is many."""


@pytest.mark.parametrize("edit", EDITS)
def test_build_with_a_memory_gives_what_one_without_gives(builds: Builds, edit: str) -> None:
    """Whatever has changed since, and whoever remembers; only what has changed is read again."""
    change, expected = EDITS[edit]
    builds.build()
    change(builds.site)
    changed, read = builds.build()
    again, once_more = builds.build()

    assert (changed, again) == (builds.anew(), builds.anew())
    if expected is not None and edit != "translation":
        assert {Path(path).name.removesuffix(".md") for path in read} == set(expected)
    assert once_more == (read if edit in ("an error", "broken picture") else [])


def test_lasting_memory_gives_what_one_without_gives(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview has at hand what it has made; it does not even unpack it."""
    before = Before(builds.folder, lasting=True)
    builds.build(before)
    monkeypatch.setattr(keeping, "unpacked", lambda *_: None)
    builds.site.story("b", "pair: a\npolarity: negative\ntitle: Other\n")

    assert builds.build(before) == (builds.anew(), ["stories/b.md"])


def test_lasting_memory_reads_only_files_that_were_touched(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saves one story among thousands does not wait until all others have been read."""
    monkeypatch.setattr(keys, "_JUST_CHANGED", 0)
    looked: list[str] = []
    original = keys.content_of

    def content_of(one: Found) -> bytes:
        looked.append(one.blank.path)
        return original(one)

    before = Before(builds.folder, lasting=True)
    builds.build(before)
    monkeypatch.setattr(keys, "content_of", content_of)
    builds.site.story("b", "pair: a\npolarity: negative\ntitle: Other\n")
    changed = builds.build(before)

    assert (changed, set(looked)) == ((builds.anew(), ["stories/b.md"]), {"stories/b.md"})


def test_file_that_was_just_written_is_read_however_old_it_looks(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two changes within the same tick of a disk's clock are two changes."""
    before, file = Before(builds.folder, lasting=True), builds.site.content / "about.md"
    status = file.lstat()
    monkeypatch.setattr(Path, "lstat", lambda _: status)
    builds.build(before)
    file.write_bytes(file.read_bytes().replace(b"All of us", b"All of it"))

    assert builds.build(before)[0] == builds.anew()


@pytest.mark.parametrize(
    "change",
    [
        lambda builds, _: setattr(builds, "converting", b"two"),
        lambda _, monkeypatch: monkeypatch.setattr(keys, "version", lambda _: "99"),
        lambda _, monkeypatch: monkeypatch.setattr(keys, "_sources", lambda *_: [("some.py", b"")]),
    ],
    ids=["settings of Markdown", "a library", "our program"],
)
def test_everything_is_made_again_by_other_means(
    builds: Builds, monkeypatch: pytest.MonkeyPatch, change: Callable[[Builds, pytest.MonkeyPatch], None]
) -> None:
    """What was made by another version, or with other settings, is not what is due now."""
    builds.build()
    change(builds, monkeypatch)
    keys._rules_key.cache_clear()
    keys.program_key.cache_clear()
    read = builds.build()[1]
    keys._rules_key.cache_clear()
    keys.program_key.cache_clear()

    assert len(read) == 6


@pytest.mark.parametrize("text", ["What now?", "Stop!"])
def test_text_that_mkdocs_makes_or_nobody_can_is_tried_each_time(builds: Builds, text: str) -> None:
    """Whether a text comes to an end may depend on the machine, and is never taken from a file."""
    builds.site.file("about.md", f"# About\n\n{text}\n")
    builds.build()

    assert builds.build() == (builds.anew(), ["about.md"])


def test_preview_and_build_have_each_other_s_stories_but_for_drafts(builds: Builds) -> None:
    """Looking at a site before it is built costs nothing, and no draft is published because of it."""
    builds.site.story("c", "status: draft\n")
    builds.site.story("b.nl", DUTCH.replace("---\nZij", "status: draft\n---\nZij"))
    built = builds.build()[0]
    public = builds.site.settings
    builds.site.show_drafts()
    shown, read = builds.build()
    wanted = builds.anew()
    builds.site.settings = public

    assert (shown, builds.build()[0]) == (wanted, built)
    assert read == ["stories/b.md", "stories/b.nl.md", "stories/c.md"]


def test_nothing_private_is_written_down(builds: Builds) -> None:
    """A memory may lie where others can read it: no consent is in it, and no text with personal data."""
    address = "mina.jansen@example.net"
    builds.site.story(
        "c", f"consent: {{status: given, date: 2019-09-19}}\n---\n{BODY}\nWrite to {address}.\n"
    )
    builds.site.story("d", "consent: {status: given, date: 2019-09-19}\n")
    collection, _ = builds.build()
    kept = b" ".join(entry for _, entry in entries_of(builds.folder / NAME))
    published = collection.library.story("d")

    assert (address.encode() in kept, b"2019-09-19" in kept, BODY.strip().upper().encode() in kept) == (
        False,
        False,
        True,
    )
    assert published is not None
    assert published.consent is None


def test_story_with_something_private_that_is_no_fault_is_not_kept(builds: Builds) -> None:
    """A number beside the consent is the writer's own affair, and nobody else's."""
    front = "provenance: first-hand\nconsent:\n  status: given\n  # Mina: 06 12345678\n  date: 2019-09-19\n"
    builds.site.story("c", front)
    first, _ = builds.build()
    faults = [one.code for one in first.diagnostics if one.severity is Severity.ERROR]

    assert (builds.build(), faults) == ((first, ["stories/c.md"]), [])


def test_several_processes_make_what_one_makes(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    """What travels between them is what is written down."""
    expected = builds.anew()
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    settings = builds.site.configured()
    made = [collect(settings, shouted, worth=1, before=Before(builds.folder)) for _ in range(2)]

    assert made == [expected, expected]
    assert side_by_side.cores() == 2


def test_file_that_changes_while_it_is_read_is_read_again(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What other words gave is never kept under the key of these."""
    file = builds.site.content / "about.md"
    sound, original = file.read_bytes(), making.read_documents

    def meanwhile(found: Sequence[Found]) -> Sequence[object]:
        file.write_bytes(sound.replace(b"All of us", b"All of it"))
        return original(found)

    with monkeypatch.context() as context:
        context.setattr(making, "read_documents", meanwhile)
        builds.build()
    file.write_bytes(sound)

    assert builds.build()[0] == builds.anew()


def test_only_what_the_last_build_used_is_kept(builds: Builds) -> None:
    """The memory of a site is as large as the site."""
    builds.build()
    before = {key for key, _ in entries_of(builds.folder / NAME)}
    (builds.site.content / "about.md").unlink()
    builds.build()
    after = {key for key, _ in entries_of(builds.folder / NAME)}

    assert (after < before, len(before - after)) == (True, 1)


def test_build_without_a_memory_reads_everything(builds: Builds) -> None:
    """And leaves nothing behind."""
    first = builds.build(Before())
    settings = replace(builds.site.settings)

    assert (first, builds.build(Before())[1], settings) == (builds.build(Before()), first[1], settings)
    assert not builds.folder.exists()
