"""Files beside the pages that need not be made again: taken over from the published site, whole or in parts.

What a file was made of is remembered beside the configuration, and which file that was. What is in it is
nowhere but in the site, and only a file that is what it was is believed (`taking_over`).
"""

from __future__ import annotations

from collections.abc import Mapping
from struct import Struct

import msgspec

from cx_stories.exports.publication import SiteFile
from cx_stories.pipeline.keys import printing_key
from cx_stories.pipeline.remembering import FOREIGN, KEY, Memory
from cx_stories.pipeline.stopwatch import add, phase
from cx_stories.pipeline.taking_over import Published, size_of, write_new

NAME = "files.memory"
_PART = Struct(f"<{KEY}sQQ")
"""The key of a part, and where it begins and ends."""


class _Known(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What is remembered of a file.

    made_of:  what it was made of; nothing where that is made anew each time
    proof:    by which it is known again
    parts:    what of it may be had from there
    """

    made_of: bytes
    proof: bytes
    parts: bytes = b""


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(dict[str, _Known])


class FilesBefore:
    """Knows the files of the published site that are no pages, and takes over what it can.

    memory:     what is remembered of them
    published:  the site
    """

    def __init__(self, memory: Memory, published: Published) -> None:
        self._memory, self._published = memory, published
        self._known = _decoded(memory.recall(printing_key()))
        self._now: dict[str, _Known] = {}
        self._parts: dict[str, Mapping[bytes, memoryview]] = {}

    def part(self, path: str, key: bytes) -> memoryview | None:
        """Give what is under a key in a file of the published site; None if nobody knows."""
        if path not in self._parts:
            self._parts[path] = self._parts_of(path)
        return self._parts[path].get(key)

    def put(self, file: SiteFile, path: str) -> int:
        """Take a file over into the new site, or make it and write it.

        path:    where it is to be
        Returns  its size
        Raises:  OSError
        """
        proof = self._taken_over(file, path) or _written(file, path)
        parts = b"".join([_PART.pack(*part) for part in file.parts])
        self._now[file.path] = _Known(file.made_of, proof, parts)
        return size_of(proof)

    def save(self) -> None:
        """Write down what is remembered, now that the site is published."""
        self._memory.keep(printing_key(), _ENCODER.encode(self._now))
        self._memory.save()

    def _taken_over(self, file: SiteFile, path: str) -> bytes | None:
        known = self._known.get(file.path)
        if known is None or not file.made_of or known.made_of != file.made_of:
            return None
        proof = self._published.give(file.path, path, known.proof)
        if proof:
            add("writing", count=1, size=size_of(proof))
        return proof

    def _parts_of(self, path: str) -> Mapping[bytes, memoryview]:
        known = self._known.get(path)
        content = self._published.content(path, known.proof) if known and known.parts else None
        if known is None or content is None or len(known.parts) % _PART.size:
            return {}
        whole = memoryview(content)
        return {key: whole[start:end] for key, start, end in _PART.iter_unpack(known.parts)}


def _decoded(entry: bytes | memoryview | None) -> Mapping[str, _Known]:
    try:
        return _DECODER.decode(entry) if entry else {}
    except FOREIGN:
        return {}


def _written(file: SiteFile, path: str) -> bytes:
    with phase("machines"):
        content = file.content
    with phase("writing", count=1):
        proof = write_new(path, content)
    add("writing", size=len(content))
    return proof
