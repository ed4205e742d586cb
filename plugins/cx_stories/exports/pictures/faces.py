"""The typefaces of the site, each sign of them measured and drawn once in a size."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageFont

from cx_stories.errors import CxStoriesError

DISPLAY, INTERFACE, READING = "fraunces-600.woff2", "figtree-600.woff2", "source-serif-400.woff2"
_MOST_SIGNS = 4096
"""How many drawn signs are remembered: a large one takes six kilobytes."""


class TypefaceError(CxStoriesError):
    """The pictures cannot be set: the Pillow of this machine does not read our typefaces."""

    def __init__(self) -> None:
        super().__init__(
            "No picture can be drawn: this Pillow was built without WOFF2, and cannot read the typefaces. "
            "Type `pip install --force-reinstall --only-binary=:all: pillow`, or set `images: false`."
        )


@lru_cache(maxsize=64)
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Give a typeface of the site. The layout is the plain one, which is the same on all machines.

    Raises:  TypefaceError
    """
    try:
        return ImageFont.truetype(BytesIO(font_bytes(name)), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise TypefaceError from error


@lru_cache(maxsize=8)
def font_bytes(name: str) -> bytes:
    """Give the file of a typeface."""
    return (files("cx_stories") / "assets" / "fonts" / name).read_bytes()


class Glyph(NamedTuple):
    """A sign as it is drawn: how much of each pixel it covers, seen from where it begins on the baseline."""

    cover: Image.Image
    left: int
    top: int


class Placed(NamedTuple):
    """A line of words as it is drawn, seen from where it begins on the baseline."""

    cover: Image.Image
    left: int
    top: int

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.top + self.cover.height


class Face:
    """A typeface in one size.

    In the plain layout a sign takes the same room whatever stands beside it, so a line is as wide as its
    signs together; FreeType is asked for each of them once, and not for every line that is tried.
    """

    def __init__(self, name: str, size: int) -> None:
        self._name, self._size = name, size
        self._advances = _Advances(font(name, size).getlength)

    def width(self, words: str) -> float:
        """Give how wide a line is."""
        return sum(map(self._advances.__getitem__, words))

    def line(self, words: str) -> Placed:
        """Draw a line of words; where two signs touch, what both cover is covered once."""
        pen, drawn = 0.0, list[Glyph]()
        for sign in words:
            glyph = _glyph(self._name, self._size, sign)
            if glyph is not None:
                drawn.append(glyph._replace(left=round(pen) + glyph.left))
            pen += self._advances[sign]
        left = min((one.left for one in drawn), default=0)
        top = min((one.top for one in drawn), default=0)
        right = max((one.left + one.cover.width for one in drawn), default=1)
        bottom = max((one.top + one.cover.height for one in drawn), default=1)
        cover = Image.new("L", (right - left, bottom - top))
        for one in drawn:
            cover.paste(255, (one.left - left, one.top - top), one.cover)
        return Placed(cover, left, top)


class _Advances(dict[str, float]):
    """How far each sign moves the next one, asked for when it is first met."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, sign: str) -> float:
        self[sign] = self._measure(sign)
        return self[sign]


@lru_cache(maxsize=64)
def face(name: str, size: int) -> Face:
    """Give a typeface of the site in a size.

    Raises:  TypefaceError
    """
    return Face(name, size)


@lru_cache(maxsize=_MOST_SIGNS)
def _glyph(name: str, size: int, sign: str) -> Glyph | None:
    """Draw a sign; None for one without ink, such as a space."""
    cover, (left, top) = font(name, size).getmask2(sign, mode="L", anchor="ls")
    wide, high = cover.size
    if not (wide and high):
        return None
    return Glyph(Image.frombytes("L", (wide, high), bytes(cover)), left, top)
