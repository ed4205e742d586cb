"""The index of the search is made of what pages are found by, or the build says in one sentence why not."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import stat
import sys
from base64 import b64encode
from collections.abc import Callable, Sequence
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cx_stories.errors import IndexingError
from cx_stories.pipeline import indexing, laying_down, pagefind
from cx_stories.pipeline.indexing import FOLDER, Index
from cx_stories.pipeline.remembering import KEY, Memory, entries_of, pieces_of
from cx_stories.pipeline.taking_over import PROOF, Published, sum_of
from tests.site.made_site import contents

a_script = pytest.mark.skipif(sys.platform == "win32", reason="a script is no program here")
PAGE = """\
<!doctype html><html lang="{language}"><head><meta data-pagefind-filter="stage[content]" content="use">
<meta data-pagefind-filter="card[content]" content="A card"></head>
<body data-pagefind-body><h1>{title}</h1><p>Once upon a time.</p></body></html>
"""
NO_INK = b64encode(b'{"payload": {"type": "Error", "message": "No ink"}}').decode()
FAILED = (
    "The index of the search could not be made, so the site is not complete; do not publish it. "
    "Pagefind says: {}. Is the disk full? Is the package `pagefind[extended]` installed?"
)


Documents = Sequence[tuple[str, bytes]]


def _pages(*titles: str, language: str = "en") -> Documents:
    return [(f"{title}/", PAGE.format(title=title, language=language).encode()) for title in titles]


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder in which temporary folders are made, empty as it is."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def site(tmp_path: Path, scratch: Path) -> Path:  # noqa: ARG001
    """Give the folder of a site."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give what puts a program in the place of Pagefind: what it does is a script of the shell."""

    def put(script: str) -> None:
        file = tmp_path / "program"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(pagefind, "get_executable", lambda: file)

    return put


def _indexed(site: Path, documents: Documents) -> None:
    index = Index()
    try:
        for location, document in documents:
            index.add(location, document)
        index.begin(site)
        index.write(site)
    finally:
        index.close()


def _found(site: Path) -> dict[str, Any]:
    """Give what the index of a site keeps of its pages, by their addresses."""
    packed = (gzip.decompress(file.read_bytes()) for file in site.glob("pagefind/fragment/*"))
    pages = [json.loads(content.removeprefix(b"pagefind_dcd")) for content in packed]
    return {page["url"]: page for page in pages}


def test_pages_are_found_at_their_addresses(site: Path) -> None:
    """What a page is told of itself comes with it; a filter that nobody asks for costs a reader nothing."""
    _indexed(site, _pages("coat", "café/bar.html"))

    found = _found(site)
    assert sorted(found) == ["/café/bar.html/", "/coat/"]
    assert found["/coat/"]["filters"] == {"card": ["A card"], "stage": ["use"]}
    assert len(list((site / FOLDER / "filter").iterdir())) == 1


def test_only_what_our_scripts_use_is_published(site: Path) -> None:
    """Pagefind brings search boxes of its own, which nobody would look at."""
    _indexed(site, _pages("coat"))

    kinds = {
        path.name if path.suffix in {".js", ".json"} else path.suffix for path in (site / FOLDER).iterdir()
    }
    assert kinds == {"pagefind.js", "pagefind-entry.json", ".pf_meta", ".pagefind", ""}


def test_index_is_made_anew_each_time(site: Path) -> None:
    """A story that was withdrawn is not found any more, and no file of it is left."""
    _indexed(site, _pages("coat", "lamp"))
    _indexed(site, _pages("lamp"))
    once = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    _indexed(site / "other", _pages("lamp"))
    other = site / "other"

    assert sorted(_found(other)) == ["/lamp/"]
    assert once == {path.relative_to(other): path.read_bytes() for path in other.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("language", "stems"),
    [("nl", "nl"), ("pt-BR", "pt-br"), ("tlh", None)],
    ids=["of its own", "of a region", "that Pagefind cannot take apart"],
)
def test_every_language_has_an_index(site: Path, language: str, stems: str | None) -> None:
    """Where Pagefind does not know a language, its words are found as they stand."""
    _indexed(site, _pages("coat", language=language))

    entry = json.loads((site / FOLDER / "pagefind-entry.json").read_bytes())
    assert [(one["wasm"], one["page_count"]) for one in entry["languages"].values()] == [(stems, 1)]


@a_script
def test_build_that_fails_meanwhile_leaves_no_process_and_no_folder(
    scratch: Path, program: Callable[[str], None]
) -> None:
    """Whatever was begun for the index ends with the build."""
    begun = scratch / "begun"
    program(f'echo $$ > "{begun}"; printf "%s," {NO_INK}; exec sleep 1000')
    index = Index()
    with pytest.raises(IndexingError):
        index.add(*_pages("coat")[0])
    number = int(begun.read_text())
    begun.unlink()

    index.close()

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert (active_children(), list(scratch.iterdir())) == ([], [])


@a_script
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo No room >&2; exit 1", "No room"),
        ("exit 1", "nothing"),
        ("kill -9 $$", "nothing"),
        ("head -c 1 >/dev/null; printf 'Hello,'; cat >/dev/null", "nothing"),
        (
            f"printf '%s,' {NO_INK}; cat >/dev/null",
            "No ink",
        ),
    ],
    ids=["exit code", "silence", "killed", "another language", "an error"],
)
def test_failure_of_the_program_is_told_in_one_sentence(
    site: Path, scratch: Path, program: Callable[[str], None], script: str, said: str
) -> None:
    """A site without a search is not published as if nothing were wrong; the old index stays until then."""
    _indexed(site, _pages("coat"))
    before = sorted(site.rglob("*"))
    program(script)

    with pytest.raises(IndexingError) as failure:
        _indexed(site, _pages("lamp"))

    assert str(failure.value) == FAILED.format(said)
    assert sorted(site.rglob("*")) == before
    assert list(scratch.iterdir()) == []


def test_missing_program_is_told_in_one_sentence(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has installed half of what is needed reads what the other half is called."""
    monkeypatch.setattr(pagefind, "get_executable", lambda: site / "nowhere")

    with pytest.raises(IndexingError) as failure:
        _indexed(site, _pages("lamp"))

    assert str(failure.value) == FAILED.format("No such file or directory")


def test_what_the_program_remarks_is_for_whoever_looks_for_a_fault(
    site: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A remark worries nobody who builds, and is in the log of a verbose build."""
    real = pagefind.get_executable()
    file = site.parent / "program"
    file.write_text(f'#!/bin/sh\necho A remark >&2\nexec "{real}" "$@"\n')
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind, "get_executable", lambda: file)

    with caplog.at_level("DEBUG", logger="mkdocs.plugins.cx_stories"):
        _indexed(site, _pages("coat"))

    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("DEBUG", "Pagefind: A remark")
    ]


def test_index_that_is_long_in_coming_is_the_same(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large site it is decoded piece by piece while it comes, wherever the pieces end."""
    _indexed(site, _pages("coat", "lamp"))
    before = contents(site)
    monkeypatch.setattr(pagefind, "_LONG", 10)
    monkeypatch.setattr(pagefind, "_PIECE", 1001)
    _indexed(site, _pages("coat", "lamp"))

    assert contents(site) == before


def test_signal_is_left_alone_where_nothing_is_forked(site: Path) -> None:
    """A build that is asked to end still does so as it did."""
    before = signal.getsignal(signal.SIGTERM)

    _indexed(site, _pages("coat"))

    assert signal.getsignal(signal.SIGTERM) is before
    assert indexing.FOLDER == "pagefind"


class _Sites:
    """A site that is published, and one that takes its place; what is remembered of them."""

    def __init__(self, folder: Path) -> None:
        self.published, self.new, self.memory = folder / "site", folder / "new", folder / "memory"
        self.published.mkdir(parents=True)
        self.new.mkdir()

    def make(self, documents: Documents, *, known: bool = True) -> bool:
        """Make the index of the new site, and publish it; tell whether Pagefind was asked."""
        index = Index(Memory(self.memory, "index.memory"), Published(self.published))
        try:
            for location, document in documents:
                index.add(location, document, known=known)
            index.begin(self.new)
            asked = index._program is not None
            index.write(self.new)
        finally:
            index.close()
        index.remember()
        shutil.rmtree(self.published)
        self.new.rename(self.published)
        self.new.mkdir()
        return asked


@pytest.fixture
def sites(tmp_path: Path) -> _Sites:
    """Give a published site without an index."""
    return _Sites(tmp_path / "sites")


def test_index_of_the_same_pages_is_taken_over(sites: _Sites) -> None:
    """Whoever builds again what has not changed does not wait for the index."""
    first = sites.make(_pages("coat", "lamp"))
    before = contents(sites.published)

    assert (first, sites.make(_pages("coat", "lamp"))) == (True, False)
    assert contents(sites.published) == before


@pytest.mark.parametrize(
    "documents",
    [_pages("coat"), _pages("lamp", "coat"), _pages("coat", "lamp", "loaf"), _pages("coat", "lump")],
    ids=["fewer", "in another order", "more", "other words"],
)
def test_index_of_other_pages_is_made_anew(sites: _Sites, documents: Documents) -> None:
    """Also where every single page is known from before."""
    sites.make(_pages("coat", "lamp"))

    assert sites.make(documents)
    assert sorted(_found(sites.published)) == sorted(f"/{location}" for location, _ in documents)


def test_index_of_more_pages_than_a_process_should_hold_is_made_of_all(
    sites: _Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that may be what they were wait on the disk until it is known whether they are."""
    sites.make(_pages("coat", "lamp"))
    monkeypatch.setattr(laying_down, "IN_HAND", 0)

    assert sites.make(_pages("coat", "lamp", "loaf"))
    assert sorted(_found(sites.published)) == ["/coat/", "/lamp/", "/loaf/"]


def test_index_that_somebody_has_changed_is_made_anew(sites: _Sites) -> None:
    """One file that is not what it was is enough."""
    sites.make(_pages("coat", "lamp"))
    before = contents(sites.published)
    for file in (sites.published / FOLDER / "fragment").iterdir():
        file.write_bytes(b"changed")

    assert sites.make(_pages("coat", "lamp"))
    assert contents(sites.published) == before


@pytest.mark.parametrize(
    "entry",
    [
        b"",
        b"\xc0",
        *(
            msgspec.msgpack.encode({path: sum_of(b"") + bytes(PROOF - KEY)})
            for path in ("../../other", "", "fragment/a\0b", "index/")
        ),
    ],
)
def test_memory_of_an_index_that_lies_is_not_believed(sites: _Sites, entry: bytes) -> None:
    """Nothing is taken from anywhere else than the index of the published site."""
    sites.make(_pages("coat"))
    before, file = contents(sites.published), sites.memory / "index.memory"
    file.write_bytes(b"".join(pieces_of({key: entry for key, _ in entries_of(file)})))

    assert sites.make(_pages("coat"))
    assert contents(sites.published) == before
