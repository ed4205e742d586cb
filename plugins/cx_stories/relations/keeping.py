"""What was found out about how stories hang together, kept as bytes from one build to the next."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from typing import TypeVar

import msgspec

from cx_stories.library import Library
from cx_stories.relations.contrast import Contrast, contrast_since
from cx_stories.relations.ground import Ground
from cx_stories.relations.opposites import KeptOpposites
from cx_stories.relations.related import Kept, Kinship, related_since

_SEAL = 32
_Kept = TypeVar("_Kept")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept of both; plain values."""

    related: Kept = field(default_factory=Kept)
    opposites: KeptOpposites = field(default_factory=KeptOpposites)


@dataclass(frozen=True, slots=True)
class Related:
    """The related stories and the opposites of a library, and what to keep for the next time."""

    related: Mapping[str, Sequence[Kinship]]
    contrasts: Mapping[str, Contrast]
    memory: Memory


def relate(library: Library, before: Memory) -> Related:
    """Find out which stories are related and which are opposites, with less work where little has changed.

    before:  may be of any library; whatever it says, the outcome is the same as from nothing, unless
             somebody has forged it: then stories may stand beside a story in another order
    """
    finding = Finding(library, before)
    return Related(finding.related, finding.contrasts, finding.memory)


class Finding:
    """Finds out which stories are related and which are opposites, each when it is first asked for."""

    def __init__(self, library: Library, before: Memory, *, opposites: bool = True) -> None:
        """Begin; `before` is as in `relate`.

        opposites:  whether they are looked for at all; somebody may know them
        """
        self._library, self._before, self._opposed = library, before, opposites
        self._ground = Ground(library)

    @property
    def related(self) -> Mapping[str, Sequence[Kinship]]:
        """What `related` gives."""
        return self._related[0]

    @property
    def contrasts(self) -> Mapping[str, Contrast]:
        """What `contrast` gives."""
        return self._opposites[0]

    @property
    def memory(self) -> Memory:
        """What to keep for the next time."""
        return Memory(self._related[1], self._opposites[1] if self._opposed else self._before.opposites)

    @property
    def ranked(self) -> int:
        """For how many stories it was found out anew which ones are near to them."""
        then = {id(one) for one in self._before.related.compared.rankings}
        return sum(id(one) not in then for one in self._related[1].compared.rankings)

    @property
    def anew(self) -> bool:
        """Whether there is more to keep than there was, or something else."""
        return _lasting(self.memory) != _lasting(self._before)

    @cached_property
    def _related(self) -> tuple[Mapping[str, Sequence[Kinship]], Kept]:
        return _unless_forged(self._related_since, self._before.related, Kept())

    @cached_property
    def _opposites(self) -> tuple[Mapping[str, Contrast], KeptOpposites]:
        return _unless_forged(self._contrast_since, self._before.opposites, KeptOpposites())

    def _related_since(self, before: Kept) -> tuple[Mapping[str, Sequence[Kinship]], Kept]:
        return related_since(self._library, before, self._ground)

    def _contrast_since(self, before: KeptOpposites) -> tuple[Mapping[str, Contrast], KeptOpposites]:
        return contrast_since(self._library, before, self._ground)


def _unless_forged(find: Callable[[_Kept], _Found], before: _Kept, nothing: _Kept) -> _Found:
    """Find something out; only a forged memory does not hold together: it must keep nobody from building."""
    try:
        return find(before)
    except (LookupError, ValueError, ArithmeticError):
        if before == nothing:
            raise
        return find(nothing)


def packed(memory: Memory, stamp: str) -> bytes:
    """Give what to keep as bytes; what is shown on pages is not among it, so that nobody can put it there.

    stamp:  names the versions of all that takes part in finding it out
    """
    content = msgspec.msgpack.encode(_lasting(memory))
    return _seal(content, stamp) + content


def unpacked(data: bytes, stamp: str) -> Memory:
    """Give what was kept; nothing if the bytes are damaged, or were made by other versions."""
    content = data[_SEAL:]
    if data[:_SEAL] != _seal(content, stamp):
        return Memory()
    try:
        return msgspec.msgpack.decode(content, type=Memory)
    except (msgspec.MsgspecError, ValueError, RecursionError):  # text may be none
        return Memory()


def _lasting(memory: Memory) -> Memory:
    """Give what is not shown on pages; every sequence is a list, as it comes back from a file."""
    return replace(memory, related=replace(memory.related, kinships=[]))


def _seal(content: bytes, stamp: str) -> bytes:
    # Numbers are packed as the machine has them.
    seal = blake2b(f"{stamp} {sys.byteorder}\n".encode(), digest_size=_SEAL)
    seal.update(content)
    return seal.digest()
