"""A picture is what its name says, whole, and not too large for a reader's browser; none is decoded."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import pytest

from cx_stories.reading.measured import MOST_PARTS
from cx_stories.reading.pictures import FORMATS, MAX_BYTES, unfit_picture
from tests.pictures import AVIF, BY_ENDING, GIF, JPEG, PNG, enlarged

LARGE = {
    ".png": (60_000, 60_000, 3600),
    ".jpg": (60_000, 60_000, 3600),
    ".webp": (16_383, 16_383, 269),
    ".gif": (65_535, 65_535, 4295),
    ".avif": (0xFFFF_FFFF, 0xFFFF_FFFF, 18446744065120),
}
"""As large as a picture may say it is, and how many megapixels those are."""


def _unfit(content: bytes, ending: str) -> str:
    return unfit_picture(io.BytesIO(content), ending)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_sound_picture_is_taken(ending: str) -> None:
    """The five formats that browsers show, under each of their endings."""
    assert _unfit(BY_ENDING[ending], ending) == ""


@pytest.mark.parametrize("ending", sorted(LARGE))
def test_picture_with_too_many_pixels_is_refused(ending: str) -> None:
    """A small file would take a browser gigabytes; as much as 50 megapixels it can do."""
    width, height, megapixels = LARGE[ending]
    edge = (50_000_000 // 16_000, 16_000)

    assert [
        _unfit(enlarged(ending, width, height), ending),
        _unfit(enlarged(ending, *edge), ending),
        _unfit(enlarged(ending, edge[0] + 1, edge[1]), ending),
    ] == [f"megapixels {megapixels}", "", "megapixels 51"]


@pytest.mark.parametrize("ending", sorted(LARGE))
def test_picture_that_was_cut_off_is_refused(ending: str) -> None:
    """What was not sent to its end is named, wherever it ends."""
    content, name = BY_ENDING[ending], FORMATS[ending]
    told = {_unfit(content[:length], ending) for length in range(len(content))}

    assert told == {f"no-picture {ending}", f"broken {name}"}


@pytest.mark.parametrize("ending", sorted(LARGE))
def test_picture_without_pixels_is_refused(ending: str) -> None:
    """A browser would show nothing."""
    content = enlarged(ending, 0, 0)
    without_frames = content[: content.index(b",")] + b";" if ending == ".gif" else content

    assert _unfit(without_frames, ending) == f"broken {FORMATS[ending]}"


@pytest.mark.parametrize(
    ("content", "ending", "told"),
    [
        (JPEG, ".png", "other-format .png JPEG"),
        (AVIF, ".jpg", "other-format .jpg AVIF"),
        (b"", ".png", "no-picture .png"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".png", "no-picture .png"),
        (b"<script>alert(1)</script>", ".jpg", "no-picture .jpg"),
        (AVIF.replace(b"avif", b"heic"), ".avif", "no-picture .avif"),
        (b"RIFF\x04\0\0\0WAVEfmt ", ".webp", "no-picture .webp"),
        (bytes(MAX_BYTES + 1), ".png", "megabytes 11"),
    ],
)
def test_what_is_no_such_picture_is_refused(content: bytes, ending: str, told: str) -> None:
    """The ending fits what is in the file, and the file is not too heavy."""
    assert _unfit(content, ending) == told


def test_what_follows_a_picture_does_not_matter() -> None:
    """Telephones put more behind a picture; served as a picture, it does nothing."""
    assert [
        _unfit(one + b"<script>alert(1)</script>", end) for one, end in ((PNG, ".png"), (JPEG, ".jpg"))
    ] == [
        "",
        "",
    ]


def test_largest_size_that_a_picture_tells_counts() -> None:
    """A frame of an animation, a track or a canvas may be larger than the picture seems to be."""
    frame = GIF.index(b",") + 5
    wide_frame = GIF[:frame] + struct.pack("<HH", 60_000, 60_000) + GIF[frame + 4 :]
    canvas = b"VP8X" + struct.pack("<IIHBHB", 10, 0, 0x3FFF, 0xFF, 0x3FFF, 0)
    lossless = b"VP8L" + struct.pack("<IBI", 30, 0x2F, 0x0FFF_FFFF) + bytes(30)
    track = _box(
        b"moov", _box(b"trak", _box(b"tkhd", bytes(76) + struct.pack(">II", 9000 << 16, 9000 << 16)))
    )

    assert [
        _unfit(wide_frame, ".gif"),
        *(_unfit(_webp(chunk), ".webp") for chunk in (canvas, lossless)),
        _unfit(AVIF + track, ".avif"),
    ] == ["megapixels 3600", "megapixels 274073", "megapixels 269", "megapixels 81"]


def _webp(chunks: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


def _endless() -> Iterator[tuple[str, bytes]]:
    many = MOST_PARTS + 1
    yield ".png", PNG[:33] + struct.pack(">I4sI", 0, b"tEXt", 0) * many + PNG[33:]
    yield ".jpg", b"\xff\xd8\xff" + b"\xd0\xff" * many
    yield ".gif", GIF[:13] + b"!\x01\x01a\x00" * many + GIF[13:]
    yield ".avif", AVIF[:32] + struct.pack(">I4s", 8, b"free") * many + AVIF[32:]


@pytest.mark.parametrize(("ending", "content"), list(_endless()), ids=[one for one, _ in _endless()])
def test_picture_of_endless_parts_is_refused(ending: str, content: bytes) -> None:
    """Whoever makes a file of nothing but beginnings does not keep a check busy."""
    assert _unfit(content, ending) == f"broken {FORMATS[ending]}"


@pytest.mark.parametrize(
    "content",
    [
        AVIF[:32] + _box(b"meta", bytes(4) + _box(b"meta", bytes(4) + _box(b"ispe", bytes(12)))),
        AVIF[:32] + struct.pack(">I4sQ", 1, b"meta", 2**63),
        AVIF[:32] + struct.pack(">I4s", 4, b"meta"),
        AVIF[:32] + _box(b"meta", bytes(4) + struct.pack(">I4s", 99, b"ispe")),
        AVIF[:32],
    ],
)
def test_boxes_that_do_not_fit_into_each_other_are_refused(content: bytes) -> None:
    """No length in a file leads out of it, or round in a circle."""
    assert _unfit(content, ".avif") == "broken AVIF"


def test_any_spoiled_byte_is_answered() -> None:
    """Whatever stands in the first bytes of a picture, a check says yes or no."""
    for ending, content in BY_ENDING.items():
        for place in range(min(len(content), 320)):
            for byte in (0x00, 0x01, 0x7F, 0xFF):
                spoiled = content[:place] + bytes([byte]) + content[place + 1 :]
                assert _unfit(spoiled, ending).partition(" ")[0] in _VERDICTS


_VERDICTS = {"", "no-picture", "other-format", "broken", "megapixels"}
