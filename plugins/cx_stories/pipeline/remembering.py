"""What a check has found in files that have not changed since.

The memory is a file of plain values, so that whoever can write to it can make a check say something wrong
but never do something. What cannot be read is forgotten.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.context import Standards
from cx_stories.checks.run import RULES, Examined
from cx_stories.model.document import Document
from cx_stories.pipeline.reading_files import read_bounded
from cx_stories.reading.collection import content_of
from cx_stories.reading.finding import Found

_NAME = "check.msgpack"
FOLDER = Path(".cache") / "cx-stories"
"""Beside the configuration of the site."""
MAX_SIZE = 500_000_000
_DECODER = msgspec.msgpack.Decoder(dict[bytes, msgspec.Raw])
_ENTRY = msgspec.msgpack.Decoder(Examined)
_ENCODER = msgspec.msgpack.Encoder()
_LAYERS = ("model", "vocabulary", "reading", "checks")
_LIBRARIES = ("babel", "Markdown", "phonenumbers", "pydantic", "python-frontmatter", "PyYAML")
"""On what these make of a text a finding depends, too."""


def key_of(story: Iterable[Found], standards_key: bytes) -> bytes:
    """Give the key of a story's files: another if a byte of them, a name or the standards change."""
    digest = blake2b(standards_key, digest_size=16)
    for one in story:
        content = content_of(one)
        digest.update(b"%d %s %d " % (len(one.blank.path), one.blank.path.encode(), len(content)))
        digest.update(content)
    return digest.digest()


def standards_key_of(standards: Standards) -> bytes:
    """Give the key of everything else that a finding about a file depends on: the rules and the standards."""
    digest = blake2b(_rules_key(), digest_size=16)
    digest.update("\n".join(standards.languages).encode())
    digest.update(standards.denied.key)
    for _, vocabulary in sorted(standards.vocabularies.items()):
        digest.update(vocabulary.model_dump_json().encode())
    return digest.digest()


@cache
def _rules_key() -> bytes:
    digest = blake2b(sys.version.encode(), digest_size=16)
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)} ".encode())
    for layer in _LAYERS:
        for name, source in sorted(_sources(files("cx_stories") / layer)):
            digest.update(f"{name} {len(source)} ".encode() + source)
    return digest.digest()


def _sources(folder: Traversable) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(".py"):
            yield f"{folder}/{entry.name}", entry.read_bytes()


class Memory:
    """What was found, by the keys of stories."""

    def __init__(self, folder: Path | None) -> None:
        """Open the memory of a site.

        folder:  where it is kept; None for a check that remembers nothing
        """
        self._file = None if folder is None or _leads_away(folder) else folder / _NAME
        self._known: dict[bytes, msgspec.Raw] = {}
        self._used: dict[bytes, msgspec.Raw] = {}
        if self._file:
            with suppress(OSError, msgspec.MsgspecError):
                self._known = _DECODER.decode(read_bounded(self._file, MAX_SIZE))

    def recall(self, key: bytes, story: Sequence[Found]) -> Examined | None:
        """Give what was found in a story under its key; None if not known, or of something else."""
        raw = self._known.get(key)
        if raw is None:
            return None
        try:
            examined = _ENTRY.decode(raw)
        except msgspec.MsgspecError:
            return None
        if not _is_of(story, examined):
            return None
        self._used[key] = raw
        return examined

    def learn(self, key: bytes, encoded: bytes) -> Examined:
        """Keep what was found under a key, and give it."""
        self._used[key] = msgspec.Raw(encoded)
        return _ENTRY.decode(encoded)

    def save(self) -> None:
        """Write down what was of use. A memory that cannot be written is no fault of the stories."""
        if self._file is None or self._used.keys() == self._known.keys():
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            keep_out_of_git(self._file.parent / ".gitignore")
            handle, name = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as stream:
                stream.write(_ENCODER.encode(self._used))
            Path(name).replace(self._file)


def _leads_away(folder: Path) -> bool:
    """Whether a memory would be written somewhere else: whoever made the site may have put a link there."""
    parts = (folder / _NAME, folder, *list(folder.parents)[: len(FOLDER.parts) - 1])
    return any(part.is_symlink() for part in parts)


def keep_out_of_git(file: Path) -> None:
    """Write what nobody has written yet; a link counts as written."""
    with suppress(FileExistsError), file.open("x", encoding="utf-8") as stream:
        stream.write("*\n")


def _is_of(story: Sequence[Found], examined: Examined) -> bool:
    """Whether something remembered names the files of a story and no others, and rules that there are."""
    names = {_name(one.blank) for one in story}
    told = [_name(one) for one in examined.abstracts]
    stories = {_name(one.blank) for one in story if one.blank.markdown}
    paths = {one.path for one in examined.abstracts}
    return (
        len(told) == len(set(told))
        and stories <= set(told) <= names
        and all(one.path in paths and one.code.casefold() in RULES for one in examined.findings)
    )


def _name(one: Document | Abstract) -> tuple[object, ...]:
    """Give what the name of a file tells."""
    return one.path, one.kind, one.id, one.language, one.page, one.markdown


def encoded(examined: Examined) -> bytes:
    """Give what was found as plain bytes."""
    return _ENCODER.encode(examined)
