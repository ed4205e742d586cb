"""A file read at places that must be in it, whatever its header says."""

from __future__ import annotations

import os
import struct
from typing import BinaryIO

MOST_PARTS = 100_000
"""How many chunks, frames or boxes a file may be made of: ten times what a picture of 10 MB needs."""
_BLOCK = 65_536


class BrokenPictureError(ValueError):
    """A file is not what it begins as, or has lost its end."""


class Measured:
    """A file, read at places that must be in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.length = stream.seek(0, os.SEEK_END)
        self._parts = 0

    def at(self, place: int, count: int) -> bytes:
        """Give bytes at a place.

        Raises:  BrokenPictureError if the file ends before
        """
        if place < 0 or place + count > self.length:
            raise BrokenPictureError
        self._stream.seek(place)
        return self._stream.read(count)

    def count(self) -> None:
        """Count a part.

        Raises:  BrokenPictureError if there is no end to them
        """
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise BrokenPictureError

    def numbers(self, form: str, place: int) -> tuple[int, ...]:
        """Give numbers that are written one after another, in the form of `struct`."""
        return struct.unpack(form, self.at(place, struct.calcsize(form)))

    def last(self, words: bytes, after: int) -> bool:
        """Whether words stand anywhere after a place; they are looked for from the end."""
        end = self.length
        while end > after:
            start = max(after, end - _BLOCK)
            if words in self.at(start, min(end + len(words) - 1, self.length) - start):
                return True
            end = start
        return False
