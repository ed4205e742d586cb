"""What was found out about how stories hang together, kept as bytes from one build to the next."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import msgspec

from cx_stories.library import Library
from cx_stories.relations.contrast import Contrast, contrast_since
from cx_stories.relations.opposites import KeptOpposites
from cx_stories.relations.related import Kept, Kinship, related_since

_SEAL = 32


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
    try:
        related, kept = related_since(library, before.related)
        contrasts, opposites = contrast_since(library, before.opposites)
    except (LookupError, ValueError, ArithmeticError):
        if before == Memory():
            raise
        # Only a forged memory does not hold together: it must not keep anybody from building.
        return relate(library, Memory())
    return Related(related, contrasts, Memory(kept, opposites))


def packed(memory: Memory, stamp: str) -> bytes:
    """Give what to keep as bytes; what is shown on pages is not among it, so that nobody can put it there.

    stamp:  names the versions of all that takes part in finding it out
    """
    kept = replace(memory, related=replace(memory.related, kinships=()))
    content = msgspec.msgpack.encode(kept)
    return _seal(content, stamp) + content


def unpacked(data: bytes, stamp: str) -> Memory:
    """Give what was kept; nothing if the bytes are damaged, or were made by other versions."""
    content = data[_SEAL:]
    if data[:_SEAL] != _seal(content, stamp):
        return Memory()
    try:
        return msgspec.msgpack.decode(content, type=Memory)
    except msgspec.MsgspecError:
        return Memory()


def _seal(content: bytes, stamp: str) -> bytes:
    # Numbers are packed as the machine has them.
    seal = blake2b(f"{stamp} {sys.byteorder}\n".encode(), digest_size=_SEAL)
    seal.update(content)
    return seal.digest()
