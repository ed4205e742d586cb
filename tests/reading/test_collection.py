"""The files of a content folder become documents; what has no place there is said so."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from cx_stories.model.document import Document, Kind
from cx_stories.reading.collection import read_documents
from cx_stories.reading.finding import find_files
from tests.conftest import Site

STORY = "---\ntitle: A\n---\n"


def _read(site: Site) -> list[Document]:
    return list(read_documents(find_files(site.content, ("en", "nl"))))


def _obstacles(site: Site) -> dict[str, tuple[str, str]]:
    return {
        document.path: (document.obstacle.rule, document.obstacle.detail)
        for document in _read(site)
        if document.obstacle
    }


@pytest.fixture
def ten_seconds() -> Iterator[None]:
    """Stop the test after ten seconds."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("stories/refund.md", (Kind.STORY, "refund", "en", "stories/refund")),
        ("stories/refund.nl.md", (Kind.STORY, "refund", "nl", "stories/refund")),
        ("stories/refund.en.md", (Kind.STORY, "refund", "en", "stories/refund")),
        ("stories/2024/refund.md", (Kind.STORY, "refund", "en", "stories/refund")),
        ("stories/refund.de.md", (Kind.STORY, "refund.de", "en", "stories/refund.de")),
        ("stories/nl.md", (Kind.STORY, "nl", "en", "stories/nl")),
        ("stories/cafe\u0301.md", (Kind.STORY, "café", "en", "stories/café")),
        ("stories/index.md", (Kind.ARTICLE, "stories/index", "en", "stories")),
        ("stories/README.nl.md", (Kind.ARTICLE, "stories/index", "nl", "stories")),
        ("people/mina.md", (Kind.PERSON, "mina", "en", "people/mina")),
        ("people/index.md", (Kind.ARTICLE, "people/index", "en", "people")),
        ("series/columns.nl.md", (Kind.SERIES, "columns", "nl", "series/columns")),
        ("elements/unique.md", (Kind.ARTICLE, "elements/unique", "en", "elements/unique")),
        ("stories.md", (Kind.ARTICLE, "stories", "en", "stories")),
        ("about.nl.md", (Kind.ARTICLE, "about", "nl", "about")),
        ("contribute/index.md", (Kind.ARTICLE, "contribute/index", "en", "contribute")),
        ("index.md", (Kind.ARTICLE, "index", "en", "")),
        ("README.md", (Kind.ARTICLE, "index", "en", "")),
        ("index.nl.md", (Kind.ARTICLE, "index", "nl", "")),
    ],
)
def test_kind_id_language_and_page_are_in_the_name(site: Site, path: str, known: tuple[object, ...]) -> None:
    """Where a file stands says what it is; nobody types an id."""
    site.file(path, STORY)
    (document,) = _read(site)

    assert (document.path, (document.kind, document.id, document.language, document.page)) == (path, known)


def test_documents_are_sorted_by_path(site: Site) -> None:
    """Two computers read the same files in the same order."""
    for path in ("stories/b.md", "about.md", "stories/a.nl.md", "stories/a.md", "people/z.md"):
        site.file(path, STORY)

    assert [document.path for document in _read(site)] == [
        "about.md",
        "people/z.md",
        "stories/a.md",
        "stories/a.nl.md",
        "stories/b.md",
    ]


def test_document_keeps_all_its_lines(site: Site) -> None:
    """A message can quote what stood there, and the body knows its own line."""
    site.file("stories/refund.md", "\ufeff\n---\r\ntitle: A\r\n---\r\nShe rang.\r\nAt nine.\r\n")
    (document,) = _read(site)

    assert (document.lines, document.body, document.body_line, document.closing.line) == (
        ("", "---", "title: A", "---", "She rang.", "At nine.", ""),
        "She rang.\nAt nine.",
        5,
        4,
    )


def test_hidden_files_and_folders_are_left_alone(site: Site) -> None:
    """Whatever editors and version control put there is not looked at."""
    for path in (".obsidian/a.md", "stories/.draft.md", "stories/.old/b.md", ".x.docx"):
        site.file(path, STORY)

    assert _read(site) == []


@pytest.mark.parametrize(
    "name", ["~$story.docx", "~$story.md", ".~lock.story.odt#", "Thumbs.db", "thumbs.DB", "desktop.ini"]
)
def test_what_programs_leave_behind_is_passed_over(site: Site, name: str) -> None:
    """Nobody is bothered with what Word or Windows puts beside a story, and no reader gets it."""
    for folder in ("stories", "assets"):
        site.file(f"{folder}/{name}", b"x")

    assert (find_files(site.content, ("en",), lambda _: False), site.messages()) == ((), [])


def test_only_markdown_and_pictures_stand_among_the_stories(site: Site) -> None:
    """A document that was dropped there by accident is not published unread."""
    allowed = ("stories/a.png", "stories/A2.JPG", "stories/a.jpeg", "stories/a.webp", "stories/a.gif")
    elsewhere = ("assets/form.docx", "people/mina.pdf", "notes.txt")
    refused = ("stories/a.docx", "stories/b.html", "stories/c.svg", "stories/Makefile")
    for path in (*allowed, *elsewhere, *refused):
        site.file(path)

    assert _obstacles(site) == {
        "stories/Makefile": ("unsafe-file", "foreign Makefile"),
        "stories/a.docx": ("unsafe-file", "foreign .docx"),
        "stories/b.html": ("unsafe-file", "foreign .html"),
        "stories/c.svg": ("unsafe-file", "foreign .svg"),
    }


@pytest.mark.parametrize("ending", ["markdown", "mdown", "mkd", "mdtext", "MARKDOWN", "MD", "Md"])
def test_markdown_has_one_ending(site: Site, ending: str) -> None:
    """Nothing is published unread under another ending, nor left out without a word."""
    site.file(f"about.{ending}", STORY)
    site.file(f"stories/refund.{ending}", STORY)

    assert _obstacles(site) == {
        f"about.{ending}": ("unsafe-file", "ending"),
        f"stories/refund.{ending}": ("unsafe-file", "ending"),
    }


def test_links_are_never_followed(site: Site, tmp_path: Path) -> None:
    """A link could publish a file from elsewhere, or lead round in a circle."""
    secret = tmp_path / "secret.md"
    secret.write_text(STORY)
    (site.content / "stories").mkdir()
    (site.content / "stories/secret.md").symlink_to(secret)
    (site.content / "stories/picture.png").symlink_to(secret)
    (site.content / "stories/all").symlink_to(site.content, target_is_directory=True)
    (site.content / "gone.md").symlink_to(tmp_path / "nowhere")

    assert _obstacles(site) == {
        "gone.md": ("unsafe-file", "link"),
        "stories/all": ("unsafe-file", "link"),
        "stories/picture.png": ("unsafe-file", "link"),
        "stories/secret.md": ("unsafe-file", "link"),
    }


@pytest.mark.usefixtures("ten_seconds")
def test_pipe_does_not_hang_the_build(site: Site) -> None:
    """Opening a pipe would wait for ever."""
    (site.content / "stories").mkdir()
    os.mkfifo(site.content / "stories/pipe.md")

    assert _obstacles(site) == {"stories/pipe.md": ("unsafe-file", "special")}


def test_file_that_may_not_be_opened_is_named(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """One locked file does not keep the others from being checked."""
    locked = site.file("stories/locked.md", STORY)
    site.file("stories/open.md", STORY)
    open_file = os.open

    def refuse(path: object, *arguments: int, **options: int) -> int:
        if os.fspath(path).endswith(locked.name):  # type: ignore[call-overload]
            raise PermissionError
        return open_file(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "open", refuse)

    assert (len(_read(site)), _obstacles(site)) == (2, {"stories/locked.md": ("unsafe-file", "locked")})


def test_huge_file_is_not_read_to_its_end(site: Site) -> None:
    """A film with the wrong ending does not fill the memory: of a terabyte little is read."""
    file = site.file("stories/film.md")
    os.truncate(file, 1_000_000_000_000)

    assert _obstacles(site) == {"stories/film.md": ("too-large", "file")}


def test_name_that_is_no_unicode_can_still_be_printed(site: Site) -> None:
    """A name from an old archive is shown with its bytes spelled out."""
    name = os.fsencode(site.content) + b"/caf\xe9.md"
    Path(os.fsdecode(name)).write_text(STORY)

    assert [document.path for document in _read(site)] == [r"caf\udce9.md"]
