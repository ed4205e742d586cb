"""A file that is put together of what each story brings to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cx_stories.exports.data.dataset import Dataset
from cx_stories.exports.data.exported import Exported
from cx_stories.exports.publication import Part, SiteFile

Piece = bytes | memoryview


@dataclass(frozen=True, slots=True)
class Joined:
    """Makes a file of what each story brings to it.

    piece:    makes that of a story
    begins:   gives how it begins, by the id of the story and the first language it is exported in
    head:     makes what stands before all stories
    between:  stands between two
    foot:     stands after all
    """

    piece: Callable[[Exported], bytes]
    begins: Callable[[str, str], bytes]
    head: Callable[[Dataset], bytes] = lambda _: b""
    between: bytes = b""
    foot: bytes = b""

    def __call__(self, data: Dataset) -> bytes:
        """Make the file."""
        return self.whole(data, map(self.piece, data.stories))

    def whole(self, data: Dataset, pieces: Iterable[Piece]) -> bytes:
        """Put the file together."""
        return b"".join((self.head(data), self.between.join(pieces), self.foot))

    def file(self, path: str, data: Dataset, keys: Sequence[bytes], pieces: Sequence[Piece]) -> SiteFile:
        """Put the file together, and tell where in it each piece is.

        keys:  of the stories
        """
        parts, start = list[Part](), len(self.head(data))
        for key, piece in zip(keys, pieces, strict=True):
            parts.append(Part(key, start, start + len(piece)))
            start += len(piece) + len(self.between)
        return SiteFile(path, self.whole(data, pieces), parts=parts)
