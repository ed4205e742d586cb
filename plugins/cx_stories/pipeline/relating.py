"""How stories hang together, found out beside the rest of a build and remembered from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from cx_stories.library import Library
from cx_stories.pipeline.ahead import Ahead
from cx_stories.pipeline.keys import relating_key
from cx_stories.pipeline.remembering import Memory
from cx_stories.pipeline.side_by_side import WORTH_A_PROCESS
from cx_stories.pipeline.stopwatch import kept, phase
from cx_stories.relations.contrast import Contrast
from cx_stories.relations.keeping import Finding, packed, unpacked
from cx_stories.relations.keeping import Memory as Known
from cx_stories.relations.related import Kinship

NAME = "relations.memory"


class Relating:
    """Which stories are related and which are opposites, found out with what builds before have found.

    A preview keeps this between its builds: then what was found out is at hand. It writes that down when it
    has built for the first time and when it ends, for every edit changes some of it, and it is large.
    """

    def __init__(self, folder: Path | None = None, *, lasting: bool = False) -> None:
        """Begin without reading anything.

        folder:   where it is kept; None for one that remembers nothing
        lasting:  whether this process goes on to build
        """
        self._folder = folder
        self._lasting = lasting
        self._begun = self._unsaved = False
        self._at_hand: Known | None = None

    def begin(self, library: Library, contrasts: Mapping[str, Contrast] | None = None) -> Beside:
        """Begin to find it out, beside the rest where that is worth a process.

        The later builds of a preview are quick, and are to have at hand what they find: so they do it here.

        contrasts:  the opposites, where somebody knows that they are what they were
        """
        many = len(library.stories) >= WORTH_A_PROCESS
        beside = Beside(_Round(self, library, contrasts), worth=many and not (self._lasting and self._begun))
        self._begun = True
        return beside

    def close(self) -> None:
        """Write down what a preview has found out since it last did."""
        if self._at_hand and self._unsaved:
            self._write(self._at_hand)

    def before(self) -> Known:
        """Give what was found out before, by this process or by another."""
        if self._at_hand or not self._folder:
            return self._at_hand or Known()
        entry = Memory(self._folder, NAME).recall(relating_key())
        return unpacked(bytes(entry), relating_key().hex()) if entry else Known()

    def keep(self, known: Known, *, anew: bool) -> None:
        """Keep what was found out.

        anew:  whether it is not what was found out before
        """
        if self._lasting:
            self._at_hand, self._unsaved = known, self._unsaved or anew
        if anew and not (self._lasting and self._begun):
            self._write(known)

    def _write(self, known: Known) -> None:
        self._unsaved = False
        if self._folder:
            memory = Memory(self._folder, NAME)
            memory.keep(relating_key(), packed(known, relating_key().hex()))
            memory.save()


class Beside:
    """What is found out of one library, perhaps in a process of its own; asking waits for it."""

    def __init__(self, one: _Round, *, worth: bool) -> None:
        self._ahead: Ahead[Any] = Ahead(one.contrasts, one.related, worth=worth)

    @cached_property
    def contrasts(self) -> Mapping[str, Contrast]:
        """The opposite of each story that has one, by id; it is needed first."""
        found: Mapping[str, Contrast] = self._ahead()
        return found

    @cached_property
    def related(self) -> Mapping[str, Sequence[Kinship]]:
        """The stories that go well with each, by id."""
        assert self.contrasts is not None  # noqa: S101 (they are the first answer)
        found: Mapping[str, Sequence[Kinship]] = self._ahead()
        return found


class _Round:
    """The work on one library, in whatever process."""

    def __init__(
        self, relating: Relating, library: Library, contrasts: Mapping[str, Contrast] | None
    ) -> None:
        self._relating, self._library, self._contrasts = relating, library, contrasts

    def contrasts(self) -> Mapping[str, Contrast]:
        if self._contrasts is not None:
            return self._contrasts
        with phase("relations"):
            return _Contrasts(self._finding.contrasts)

    def related(self) -> Mapping[str, Sequence[Kinship]]:
        stories = len(self._library.stories)
        with phase("relations", count=stories):
            finding = self._finding
            related = _Rows(finding.related)
            kept("relations", used=stories - finding.ranked, made=finding.ranked)
            self._relating.keep(finding.memory, anew=finding.anew)
            return related

    @cached_property
    def _finding(self) -> Finding:
        return Finding(self._library, self._relating.before(), opposites=self._contrasts is None)


class _Contrasts(dict[str, Contrast]):
    """Contrasts that are quickly carried from one process to another."""

    def __reduce__(self) -> tuple[Callable[[bytes], Any], tuple[bytes]]:
        return _contrasts, (msgspec.msgpack.encode(dict(self)),)


class _Rows(dict[str, Sequence[Kinship]]):
    """Related stories that are quickly carried from one process to another."""

    def __reduce__(self) -> tuple[Callable[[bytes], Any], tuple[bytes]]:
        return _rows, (msgspec.msgpack.encode(dict(self)),)


def _contrasts(packed: bytes) -> Mapping[str, Contrast]:
    return msgspec.msgpack.decode(packed, type=dict[str, Contrast])


def _rows(packed: bytes) -> Mapping[str, Sequence[Kinship]]:
    return msgspec.msgpack.decode(packed, type=dict[str, tuple[Kinship, ...]])
