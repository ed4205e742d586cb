"""Keys for what is made of stories: another one whenever something changes of which that is made.

Nothing that is written down under a key depends on a clock, or on the dates of files.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from cx_stories.checks.context import Standards
from cx_stories.pipeline.remembering import KEY
from cx_stories.reading.collection import content_of
from cx_stories.reading.finding import Found

_EXAMINING = ("model", "vocabulary", "reading", "checks")
"""The layers of ours that have a say in what is found in a file."""
_READING = ("babel", "Markdown", "phonenumbers", "pydantic", "python-frontmatter", "PyYAML")
"""On what these make of a text a finding depends, too."""
_RELATING = ("model", "vocabulary", "reading", "relations")
"""The layers of ours that have a say in which stories are related."""
_STEMMING = ("msgspec", "pydantic", "snowballstemmer")
"""On what these make of a text it depends, too."""
_CONVERTING = ("mkdocs", "mkdocs-material", "nh3", "pydantic-core", "Pygments", "pymdown-extensions")
"""On what these make of it a page depends."""
_PRINTING = ("Jinja2", "MarkupSafe", "Pillow", "feedgenerator", "msgspec")
"""On what these make of it, its page and what stands in its head."""
_JUST_CHANGED = 2_000_000_000
"""How many nanoseconds a file must have been at rest before its date tells that it has not changed since: no
disk counts in larger steps."""


def key_of(story: Iterable[Found], standards_key: bytes) -> bytes:
    """Give the key of a story's files: another if a byte of them, a name or the standards change."""
    digest = blake2b(standards_key, digest_size=KEY)
    for one in story:
        digest.update(_named(one) + _digest(one))
    return digest.digest()


def _named(one: Found) -> bytes:
    path = one.blank.path.encode(errors="backslashreplace")
    return b"%d %s " % (len(path), path)


def _digest(one: Found) -> bytes:
    return blake2b(content_of(one), digest_size=KEY).digest()


class Watched:
    """The keys of stories in a process that lives on: what has not been touched since is not read again."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[tuple[object, ...], bytes]] = {}

    def key_of(self, story: Iterable[Found], standards_key: bytes) -> bytes:
        """Give the same key as always."""
        digest = blake2b(standards_key, digest_size=KEY)
        for one in story:
            digest.update(_named(one) + self._digest(one))
        return digest.digest()

    def _digest(self, one: Found) -> bytes:
        path = one.blank.path
        mark, at_rest = _mark(one)
        seen = self._seen.get(path)
        if seen and seen[0] == mark:
            return seen[1]
        found = _digest(one)
        if at_rest:
            self._seen[path] = mark, found
        return found


def _mark(one: Found) -> tuple[tuple[object, ...], bool]:
    """Give what changes with a file even if nobody reads it, and whether that can be counted on."""
    now = time.time_ns()
    try:
        status = one.file.lstat()
    except OSError:
        return (), False
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    mark = (status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return (*mark, one.named, one.twin), changed + _JUST_CHANGED < now


def standards_key_of(standards: Standards) -> bytes:
    """Give the key of everything else that a finding about a file depends on: the rules and the standards."""
    digest = blake2b(_rules_key(), digest_size=KEY)
    digest.update("\n".join(standards.languages).encode())
    digest.update(standards.denied.key)
    for _, vocabulary in sorted(standards.vocabularies.items()):
        digest.update(vocabulary.model_dump_json().encode())
    return digest.digest()


def making_key_of(standards: Standards, converting: bytes) -> bytes:
    """Give the key of everything else that a story as it is published depends on.

    converting:  the key of what makes HTML of its texts; nothing if nobody does
    """
    digest = blake2b(standards_key_of(standards), digest_size=KEY)
    digest.update(program_key())
    digest.update(converting)
    return digest.digest()


@cache
def _rules_key() -> bytes:
    sources = (source for layer in _EXAMINING for source in _sources(_OURS / layer, f"{layer}/"))
    return _key_of_program(_READING, sources)


@cache
def relating_key() -> bytes:
    """Give the key of everything that has a hand in finding out which stories are related, but for these."""
    folders = (source for layer in _RELATING for source in _sources(_OURS / layer, f"{layer}/"))
    sources = (*folders, ("library.py", (_OURS / "library.py").read_bytes()))
    return _key_of_program(_STEMMING, sources)


@cache
def program_key() -> bytes:
    """Give the key of all our Python: in what is made of a text nearly everything may have a hand."""
    return _key_of_program((*_READING, *_CONVERTING), _sources(_OURS))


@cache
def printing_key() -> bytes:
    """Give the key of everything of ours that has a hand in printing a page: program, templates and words."""
    others = ("templates", "locale", "mkdocs_plugin/theme")
    printed = (one for folder in others for one in _sources(_OURS / folder, f"{folder}/", ""))
    return _key_of_program((*_READING, *_CONVERTING, *_PRINTING), (*_sources(_OURS), *printed))


_OURS = files("cx_stories")


def _key_of_program(libraries: Iterable[str], sources: Iterable[tuple[str, bytes]]) -> bytes:
    digest = blake2b(sys.version.encode(), digest_size=KEY)
    for library in libraries:
        digest.update(f"{library} {_version(library)} ".encode())
    for name, source in sorted(sources):
        digest.update(f"{name} {len(source)} ".encode() + source)
    return digest.digest()


def _version(library: str) -> str:
    """Give the version of a library; nothing of one that a site may do without."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _sources(folder: Traversable, name: str = "", ending: str = ".py") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry, f"{name}{entry.name}/", ending)
        elif entry.name.endswith(ending):
            yield f"{name}{entry.name}", entry.read_bytes()
