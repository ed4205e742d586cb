"""Width and height of a picture from its header: nothing is decoded, and nothing read that need not be.

Each format has its own way to say how large a picture is; whatever does not follow it is no picture. What a
picture of several frames, tiles or layers says more than once counts by the largest: a browser makes room
for that.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from cx_stories.reading.measured import BrokenPictureError, Measured

Size = tuple[int, int]
"""Width and height, in pixels."""
_DEEPEST = 3
_HOLDING = {b"meta": 4, b"iprp": 0, b"ipco": 0, b"moov": 0, b"trak": 0}
"""The boxes of an AVIF file that may hold a size, and what stands in them before the first box."""
_CONTENT = frozenset({b"mdat", b"idat"})
"""The boxes in which the picture itself is."""
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_SCAN, _END = 0xDA, b"\xff\xd9"
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def _png(reader: Measured) -> Size:
    """Give the size of a PNG picture, of which every chunk must be there.

    Source:  https://www.w3.org/TR/png-3/#5DataRep
    """
    length, kind, *size = struct.unpack(">I4sII", reader.at(8, 16))
    place = 8
    if (length, kind) != (13, b"IHDR"):
        raise BrokenPictureError
    while kind != b"IEND":
        reader.count()
        length, kind = struct.unpack(">I4s", reader.at(place, 8))
        place += 12 + length
    if place > reader.length:
        raise BrokenPictureError
    return size[0], size[1]


def _jpeg(reader: Measured) -> Size:
    """Give the size of a JPEG picture, which must have an end.

    Source:  https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
    """
    place, size = 2, (0, 0)
    while True:
        reader.count()
        sign, marker = reader.numbers(">BB", place)
        if sign != 0xFF or marker == 0xFF:
            place += 1
            continue
        if marker in _ALONE:
            place += 2
            continue
        (length,) = reader.numbers(">H", place + 2)
        if marker in _FRAMES:
            height, width = reader.numbers(">HH", place + 5)
            size = max(size, (width, height), key=_area)
        place += 2 + length
        if length < 2 or marker == _SCAN:
            break
    if marker != _SCAN or not reader.last(_END, place):
        raise BrokenPictureError
    return size


def _gif(reader: Measured) -> Size:
    """Give the size of a GIF picture: of its canvas, or of what sticks out of that.

    Source:  https://www.w3.org/Graphics/GIF/spec-gif89a.txt
    """
    width, height, flags = reader.numbers("<HHB", 6)
    place = 13 + _colours(flags)
    while (sign := reader.at(place, 1)) != b";":
        reader.count()
        if sign == b",":
            left, top, wide, high, flags = reader.numbers("<HHHHB", place + 1)
            width, height = max(width, left + wide), max(height, top + high)
            place = _after_blocks(reader, place + 11 + _colours(flags))
        elif sign == b"!":
            place = _after_blocks(reader, place + 2)
        else:
            raise BrokenPictureError
    return width, height


def _colours(flags: int) -> int:
    """Give how long the table of colours is that may follow."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(reader: Measured, place: int) -> int:
    while length := reader.at(place, 1)[0]:
        reader.count()
        place += 1 + length
    return place + 1


def _webp(reader: Measured) -> Size:
    """Give the size of the canvas of a WebP picture.

    Source:  https://www.rfc-editor.org/rfc/rfc9649.html
    """
    (length,) = reader.numbers("<I", 4)
    kind = reader.at(12, 4)
    if length + 8 > reader.length or length < 12:
        raise BrokenPictureError
    if kind == b"VP8X":
        low_wide, high_wide, low_high, high_high = reader.numbers("<HBHB", 24)
        return (high_wide << 16 | low_wide) + 1, (high_high << 16 | low_high) + 1
    if kind == b"VP8L" and reader.at(20, 1) == b"\x2f":
        (packed,) = reader.numbers("<I", 21)
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and reader.at(23, 3) == b"\x9d\x01\x2a":
        width, height = reader.numbers("<HH", 26)
        return width & 0x3FFF, height & 0x3FFF
    raise BrokenPictureError


def _avif(reader: Measured) -> Size:
    """Give the largest size that an AVIF picture tells, of its tiles and tracks too.

    Source:  https://aomediacodec.github.io/av1-avif/ and ISO/IEC 14496-12, 23008-12
    """
    sizes: list[Size] = []
    kinds = set()
    for kind, start, end in _boxes(reader, 0, reader.length, 0):
        kinds.add(kind)
        if kind == b"ispe":
            width, height = reader.numbers(">II", start + 4)
            sizes.append((width, height))
        elif kind == b"tkhd":
            width, height = reader.numbers(">II", end - 8)
            sizes.append((width >> 16, height >> 16))
    if not sizes or not kinds & _CONTENT:
        raise BrokenPictureError
    return max(sizes, key=_area)


def _boxes(reader: Measured, place: int, end: int, depth: int) -> Iterator[tuple[bytes, int, int]]:
    """Give the boxes between two places, and those in them: of each its kind, and where its content is."""
    while place < end:
        reader.count()
        length, kind = struct.unpack(">I4s", reader.at(place, 8))
        start = place + 8
        if length == 1:
            (length,) = reader.numbers(">Q", start)
            start += 8
        after = place + length if length else end
        if after < start or after > end:
            raise BrokenPictureError
        yield kind, start, after
        if kind in _HOLDING and depth < _DEEPEST:
            yield from _boxes(reader, start + _HOLDING[kind], after, depth + 1)
        place = after


def _area(size: Size) -> int:
    return size[0] * size[1]


_READERS: Mapping[str, Callable[[Measured], Size]] = {
    "PNG": _png,
    "JPEG": _jpeg,
    "GIF": _gif,
    "WebP": _webp,
    "AVIF": _avif,
}
_BRANDS = frozenset({b"avif", b"avis"})
MAGIC = 32
"""How many bytes tell the format of a picture."""


def format_of(start: bytes) -> str:
    """Give the format of a picture by the first bytes of its file; nothing if it is none of the five."""
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if start.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WebP"
    brands = {start[place : place + 4] for place in (8, *range(16, len(start), 4))}
    return "AVIF" if start[4:8] == b"ftyp" and brands & _BRANDS else ""


def size_of(stream: BinaryIO, name: str) -> Size:
    """Give the size of a picture of a format.

    Raises:  BrokenPictureError, also for a picture of no size
    """
    width, height = _READERS[name](Measured(stream))
    if not width or not height:
        raise BrokenPictureError
    return width, height
