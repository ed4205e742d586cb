"""A picture drawn: 1200 by 630 pixels in 256 colours, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PIL import Image

from cx_stories.exports.pictures.colours import (
    DARK,
    LIT,
    MISSED,
    SENTENCE,
    SITE,
    STEPS,
    TITLE,
    VERDICT,
    prepared,
)
from cx_stories.exports.pictures.deflating import Rows, packed, png
from cx_stories.exports.pictures.faces import DISPLAY, INTERFACE, READING, Placed, face
from cx_stories.exports.pictures.picture import Picture
from cx_stories.exports.pictures.size import HEIGHT, WIDTH
from cx_stories.exports.pictures.stage import FLOOR, SPOT
from cx_stories.exports.pictures.typesetting import Setting, set_in, settable

_LEFT, _RIGHT = 84, 772
"""Between what the title stands."""
_TITLE_SIZES = (84, 78, 72, 66, 60, 54, 48, 43, 38, 34)
_TITLE_HEIGHT, _TITLE_MIDDLE = 300, 266
_MARGIN = 60
_KEY = 1
"""How many bytes stand before each row: one that says how to read it."""
_BLOCK = 16
"""Rows go with a title in such steps, so that what stands above and below is seldom another piece."""
_NAMES = {"hit": LIT, "missed": MISSED, "none": DARK}


def drawn(picture: Picture) -> bytes:
    """Draw a picture, as a PNG: what many pictures have alike is drawn and packed once for all of them."""
    title, site = settable(picture.title, DISPLAY), settable(picture.site, INTERFACE)
    verdict = settable(picture.verdict, INTERFACE)
    scene = _Scene(picture.polarity, site if title else "", verdict)
    lines = list(_title(title or settable(picture.site, DISPLAY) or site, picture.words if title else ""))
    top = min((line.top for line in lines), default=0) // _BLOCK * _BLOCK
    bottom = -(-max((line.bottom for line in lines), default=0) // _BLOCK) * _BLOCK
    top, bottom = max(0, top), min(FLOOR, bottom)
    parts = (
        _of_scene(scene, 0, top),
        packed(_written(scene, lines, top, bottom)),
        _of_scene(scene, bottom, FLOOR),
        _lights(picture.polarity, tuple(picture.lights)),
    )
    return png(prepared(picture.polarity).palette, parts)


class _Style(NamedTuple):
    """How words are set; the colour is one of the ramps."""

    typeface: str
    size: int
    ramp: int


class _Scene(NamedTuple):
    """What is on the stage before a title is: the same for most stories of a site."""

    polarity: str
    site: str
    verdict: str


class _Line(NamedTuple):
    """A line of words in its place."""

    words: Placed
    left: int
    baseline: int
    ramp: int

    @property
    def top(self) -> int:
        """Its first row."""
        return self.baseline + self.words.top

    @property
    def bottom(self) -> int:
        """The row after its last one."""
        return self.baseline + self.words.bottom

    def on(self, image: Image.Image, first: int = 0) -> None:
        """Set it on an image that begins in a row, in ready colours: none is mixed or looked for again."""
        cover, at = self.words.cover, (self.left + self.words.left + _KEY, self.top - first)
        image.paste(cover.point(_INDEX[self.ramp]), at, cover.point(_SEEN))


def _line(words: str, at: tuple[float, float], style: _Style, *, centred: bool = False) -> _Line:
    """Give a line of words.

    at:  where its baseline begins, or its middle
    """
    typeface = face(style.typeface, style.size)
    left = round(at[0]) - (round(typeface.width(words)) // 2 if centred else 0)
    return _Line(typeface.line(words), left, round(at[1]), style.ramp)


@lru_cache(maxsize=8)
def _painted(scene: _Scene) -> Image.Image:
    """Paint a scene, behind a column that says of each row that it is as it is."""
    image = Image.new("P", (_KEY + WIDTH, FLOOR))
    image.paste(prepared(scene.polarity).ground, (_KEY, 0))
    if scene.site:
        _line(_clipped(scene.site, 30, 640), (_LEFT, 68), _Style(INTERFACE, 30, SITE)).on(image)
    if scene.verdict:
        words, style = _clipped(scene.verdict, 32, 360), _Style(INTERFACE, 32, VERDICT)
        _line(words, (SPOT[0], 398), style, centred=True).on(image)
    return image


@lru_cache(maxsize=512)
def _of_scene(scene: _Scene, first: int, end: int) -> Rows:
    """Give rows on which nothing stands but the scene."""
    return packed(_painted(scene).crop((0, first, _KEY + WIDTH, end)))


def _written(scene: _Scene, lines: Sequence[_Line], first: int, end: int) -> Image.Image:
    """Give the rows of a scene on which lines stand."""
    image = _painted(scene).crop((0, first, _KEY + WIDTH, end))
    for line in lines:
        line.on(image, first)
    return image


_INDEX = tuple([ramp * STEPS + round(value * (STEPS - 1) / 255) for value in range(256)] for ramp in range(7))
_SEEN = [255 * (round(value * (STEPS - 1) / 255) > 0) for value in range(256)]


def _clipped(text: str, size: int, wide: int) -> str:
    return set_in(text, INTERFACE, wide, (size,), lambda _: 1).lines[0]


def _title(title: str, sentence: str) -> Iterator[_Line]:
    """Set a title in the middle of its place, and a sentence below it if there is one.

    What the typefaces cannot set is left out.
    """
    words = settable(sentence, READING)
    if not title:
        return
    room = _TITLE_HEIGHT - 110 * bool(words)
    setting = set_in(title, DISPLAY, _RIGHT - _LEFT, _TITLE_SIZES, lambda size: room // _leading(size))
    below = set_in(words, READING, _RIGHT - _LEFT, (34, 30, 27), lambda _: 3) if words else Setting((), 30)
    high = len(setting.lines) * _leading(setting.size) + len(below.lines) * round(below.size * 1.3)
    y = _TITLE_MIDDLE - (high + 22 * bool(words)) // 2
    for line in setting.lines:
        y += _leading(setting.size)
        yield _line(line, (_LEFT, y - round(setting.size * 0.27)), _Style(DISPLAY, setting.size, TITLE))
    y += 22
    for line in below.lines:
        y += round(below.size * 1.3)
        yield _line(line, (_LEFT, y - round(below.size * 0.3)), _Style(READING, below.size, SENTENCE))


def _leading(size: int) -> int:
    return round(size * 1.13)


@lru_cache(maxsize=512)
def _lights(polarity: str, lights: Sequence[tuple[str, str]]) -> Rows:
    """Put a lamp before the stage for each element, in their order, with its name if all can be set."""
    image = Image.new("P", (_KEY + WIDTH, HEIGHT - FLOOR))
    ready = prepared(polarity)
    image.paste(ready.ground.crop((0, FLOOR, WIDTH, HEIGHT)), (_KEY, 0))
    step = (WIDTH - 2 * _MARGIN) / max(1, len(lights))
    names = [settable(name, INTERFACE) for name, _ in lights]
    size = _name_size(names, step) if all(names) else 0
    middle = 68 if size else (HEIGHT - FLOOR) // 2
    for number, (name, (_, state)) in enumerate(zip(names, lights, strict=True)):
        x, shape = round(_MARGIN + step * (number + 0.5)), ready.lamps[state]
        image.paste(shape, (x - shape.width // 2 + _KEY, middle - shape.height // 2))
        if size:
            _line(name, (x, middle + 67), _Style(INTERFACE, size, _NAMES[state]), centred=True).on(image)
    return packed(image)


def _name_size(names: Sequence[str], step: float) -> int:
    """Give the size in which every name fits below its lamp; none if it could not be read."""
    fits = (
        size
        for size in (27, 25, 23, 21, 19)
        if all(face(INTERFACE, size).width(name) <= step - 14 for name in names)
    )
    return next(fits, 0)
