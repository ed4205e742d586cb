"""A picture drawn: 1200 by 630 pixels in 256 colours, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

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
from cx_stories.exports.pictures.picture import Picture
from cx_stories.exports.pictures.size import HEIGHT, WIDTH
from cx_stories.exports.pictures.stage import FLOOR, SPOT
from cx_stories.exports.pictures.typesetting import (
    DISPLAY,
    INTERFACE,
    READING,
    Setting,
    font,
    set_in,
    settable,
)

_LEFT, _RIGHT = 84, 772
"""Between what the title stands."""
_TITLE_SIZES = (84, 78, 72, 66, 60, 54, 48, 43, 38, 34)
_TITLE_HEIGHT, _TITLE_MIDDLE = 300, 266
_MARGIN = 60
_NAMES = {"hit": LIT, "missed": MISSED, "none": DARK}


def drawn(picture: Picture) -> bytes:
    """Draw a picture, as a PNG."""
    canvas = _Canvas(picture.polarity)
    _words(canvas, picture)
    _lights(canvas, picture.lights)
    stream = BytesIO()
    canvas.image.save(stream, "PNG", compress_level=6)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class _Style:
    """How words are set; the colour is one of the ramps."""

    typeface: str
    size: int
    ramp: int


class _Canvas:
    """The stage, on which words are set in ready colours: no colour is mixed or looked for again."""

    def __init__(self, polarity: str) -> None:
        ready = prepared(polarity)
        self.image, self.lamps = ready.ground.copy(), ready.lamps

    def set(self, words: str, at: tuple[float, float], style: _Style, *, centred: bool = False) -> None:
        """Set a line of words.

        at:  where its baseline begins, or its middle
        """
        typeface = font(style.typeface, style.size)
        wide, margin = round(typeface.getlength(words)), style.size // 3
        left = round(at[0]) - margin - (wide // 2 if centred else 0)
        top = round(at[1]) - style.size - margin
        layer = Image.new("L", (wide + 2 * margin, style.size + 3 * margin))
        ImageDraw.Draw(layer).text((margin, style.size + margin), words, 255, typeface, anchor="ls")
        self.image.paste(layer.point(_INDEX[style.ramp]), (left, top), layer.point(_SEEN))


_INDEX = tuple([ramp * STEPS + round(value * (STEPS - 1) / 255) for value in range(256)] for ramp in range(7))
_SEEN = [255 * (round(value * (STEPS - 1) / 255) > 0) for value in range(256)]


def _words(canvas: _Canvas, picture: Picture) -> None:
    """Set the name of the site, the title and the verdict; what the typefaces cannot set is left out."""
    title, site = settable(picture.title, DISPLAY), settable(picture.site, INTERFACE)
    if title:
        _title(canvas, title, settable(picture.words, READING))
        if site:
            canvas.set(_clipped(site, 30, 640), (_LEFT, 68), _Style(INTERFACE, 30, SITE))
    elif site:
        _title(canvas, settable(picture.site, DISPLAY) or site, "")
    if verdict := settable(picture.verdict, INTERFACE):
        canvas.set(_clipped(verdict, 32, 360), (SPOT[0], 398), _Style(INTERFACE, 32, VERDICT), centred=True)


def _clipped(text: str, size: int, wide: int) -> str:
    return set_in(text, INTERFACE, wide, (size,), lambda _: 1).lines[0]


def _title(canvas: _Canvas, title: str, words: str) -> None:
    """Set a title in the middle of its place, and a sentence below it if there is one."""
    room = _TITLE_HEIGHT - 110 * bool(words)
    setting = set_in(title, DISPLAY, _RIGHT - _LEFT, _TITLE_SIZES, lambda size: room // _leading(size))
    below = set_in(words, READING, _RIGHT - _LEFT, (34, 30, 27), lambda _: 3) if words else Setting((), 30)
    high = len(setting.lines) * _leading(setting.size) + len(below.lines) * round(below.size * 1.3)
    y = _TITLE_MIDDLE - (high + 22 * bool(words)) // 2
    for line in setting.lines:
        y += _leading(setting.size)
        canvas.set(line, (_LEFT, y - round(setting.size * 0.27)), _Style(DISPLAY, setting.size, TITLE))
    y += 22
    for line in below.lines:
        y += round(below.size * 1.3)
        canvas.set(line, (_LEFT, y - round(below.size * 0.3)), _Style(READING, below.size, SENTENCE))


def _leading(size: int) -> int:
    return round(size * 1.13)


def _lights(canvas: _Canvas, lights: Sequence[tuple[str, str]]) -> None:
    """Put a lamp before the stage for each element, in their order, with its name if all can be set."""
    step = (WIDTH - 2 * _MARGIN) / max(1, len(lights))
    names = [settable(name, INTERFACE) for name, _ in lights]
    size = _name_size(names, step) if all(names) else 0
    middle = FLOOR + (68 if size else (HEIGHT - FLOOR) // 2)
    for number, (name, (_, state)) in enumerate(zip(names, lights, strict=True)):
        x, shape = round(_MARGIN + step * (number + 0.5)), canvas.lamps[state]
        canvas.image.paste(shape, (x - shape.width // 2, middle - shape.height // 2))
        if size:
            canvas.set(name, (x, middle + 67), _Style(INTERFACE, size, _NAMES[state]), centred=True)


def _name_size(names: Sequence[str], step: float) -> int:
    """Give the size in which every name fits below its lamp; none if it could not be read."""
    fits = (
        size
        for size in (27, 25, 23, 21, 19)
        if all(font(INTERFACE, size).getlength(name) <= step - 14 for name in names)
    )
    return next(fits, 0)
