"""PNG made of rows that have been packed apart from one another, so that equal rows are packed once.

Source:  https://www.rfc-editor.org/rfc/rfc1950, https://www.w3.org/TR/png-3/
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from zlib import DEFLATED, Z_FULL_FLUSH, adler32, compressobj, crc32

from PIL import Image

from cx_stories.exports.pictures.files import SIGNATURE
from cx_stories.exports.pictures.size import HEIGHT, WIDTH

_LEVEL, _BARE = 6, -15
"""How hard the rows are packed, and that nothing stands around what comes of it."""
_BEGIN, _END = b"\x78\x9c", b"\x03\x00"
"""What packed data begin with, and a last block without anything in it."""
_HEADER = WIDTH.to_bytes(4, "big") + HEIGHT.to_bytes(4, "big") + bytes((8, 3, 0, 0, 0))
"""Eight bits for each pixel, which is a number in the palette."""
_PRIME = 65521
"""The largest one below 65536, by which checksums of this kind are reckoned."""


class Rows(NamedTuple):
    """Rows of a picture, packed so that they may stand behind any others.

    size:  how many bytes they are when they are unpacked
    sum:   the checksum of those
    """

    packed: bytes
    size: int
    sum: int


def packed(image: Image.Image) -> Rows:
    """Pack an image whose first column says how each row is to be read: 0 for as it is."""
    rows = image.tobytes()
    packer = compressobj(_LEVEL, DEFLATED, _BARE)
    return Rows(packer.compress(rows) + packer.flush(Z_FULL_FLUSH), len(rows), adler32(rows))


def png(palette: bytes, parts: Sequence[Rows]) -> bytes:
    """Give a picture made of these rows, from top to bottom.

    palette:  red, green and blue of 256 colours
    """
    data = b"".join((_BEGIN, *(one.packed for one in parts), _END, _sum(parts).to_bytes(4, "big")))
    chunks = ((b"IHDR", _HEADER), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = crc32(content, crc32(name))
    return b"".join((len(content).to_bytes(4, "big"), name, content, checksum.to_bytes(4, "big")))


def _sum(parts: Sequence[Rows]) -> int:
    """Give the checksum of all parts, from those of each: Adler-32, which can be put together."""
    low, high = 1, 0
    for one in parts:
        high = (high + (one.sum >> 16) + one.size * (low - 1)) % _PRIME
        low = (low + (one.sum & 0xFFFF) - 1) % _PRIME
    return high << 16 | low
