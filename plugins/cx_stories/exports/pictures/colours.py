"""The 256 colours of a picture: ramps for words and lamps, and the rest for the stage they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from cx_stories.exports.pictures.stage import (
    CORAL,
    CREAM,
    GOLD_LIGHT,
    PIT,
    QUIET,
    SPOT,
    VELVET,
    Colour,
    lamp,
    stage,
)
from cx_stories.model.story import STATES

STEPS = 12
"""How many colours lie between words and what they stand on, both among them."""
TITLE, SENTENCE, SITE, VERDICT, LIT, MISSED, DARK = range(7)
"""What is set in a colour of its own: the three last are the names of elements by their state."""
LAMP = 40
_FOR_LAMPS, _FOR_STAGE = 40, 80
_VERDICT_AT = (SPOT[0] - 150, 386)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What all pictures of a polarity begin with, in its own 256 colours.

    palette:  red, green and blue of each colour
    ground:   the empty stage with its mask; it must be copied before it is drawn upon
    lamps:    a lamp for each state of an element
    """

    palette: bytes
    ground: Image.Image
    lamps: dict[str, Image.Image]


@lru_cache(maxsize=4)
def prepared(polarity: str) -> Prepared:
    """Prepare the stage for a polarity; done once."""
    painted = stage(polarity)
    lamps = {state: lamp(state, LAMP) for state in STATES}
    lit = painted.crop((*_VERDICT_AT, _VERDICT_AT[0] + 1, _VERDICT_AT[1] + 1)).tobytes()
    colours = [*_ramps((lit[0], lit[1], lit[2])), *_taken(_row(tuple(lamps.values())), _FOR_LAMPS)]
    colours += _taken(painted, _FOR_STAGE)
    palette = Image.new("P", (1, 1))
    values = bytes(value for colour in colours for value in colour)
    palette.putpalette(values)
    ready = {state: _in(palette, one) for state, one in lamps.items()}
    return Prepared(values.ljust(3 * 256, b"\0"), _in(palette, painted), ready)


def _ramps(lit: Colour) -> list[Colour]:
    """Give the ramps in their order; the verdict stands in the light."""
    velvet = _between(VELVET, PIT, 0.5)
    on_pit = [(PIT, CREAM), (PIT, CORAL), (PIT, QUIET)]
    ramps = [(velvet, CREAM), (velvet, QUIET), (velvet, GOLD_LIGHT), (lit, CREAM), *on_pit]
    return [_between(first, last, step / (STEPS - 1)) for first, last in ramps for step in range(STEPS)]


def _between(first: Sequence[int], last: Sequence[int], share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, last, strict=True))
    return red, green, blue


def _taken(image: Image.Image, count: int) -> list[Colour]:
    """Give the colours that come closest to an image."""
    found = image.quantize(count, method=Image.Quantize.MEDIANCUT).getpalette() or []
    return [(found[at], found[at + 1], found[at + 2]) for at in range(0, len(found), 3)][:count]


def _row(several: Sequence[Image.Image]) -> Image.Image:
    row = Image.new("RGB", (sum(one.width for one in several), several[0].height))
    for number, one in enumerate(several):
        row.paste(one, (number * one.width, 0))
    return row


def _in(palette: Image.Image, image: Image.Image) -> Image.Image:
    return image.quantize(palette=palette, dither=Image.Dither.NONE)
