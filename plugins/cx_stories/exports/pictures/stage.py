"""The stage on which every picture is drawn: midnight velvet, a cone of light, curtains and a floor."""

from __future__ import annotations

from math import cos, pi

from PIL import Image, ImageDraw, ImageFilter

from cx_stories.exports.pictures.size import HEIGHT, WIDTH
from cx_stories.model.story import HIT, MISSED

FLOOR = 462
"""Where the stage ends, in pixels from the top: above is what happened, below stand the lights."""
Colour = tuple[int, int, int]
PIT, DEEP, VELVET = (19, 20, 44), (25, 26, 56), (37, 38, 77)
VELVET_LIGHT, RAISED = (52, 53, 107), (70, 71, 134)
CREAM, QUIET = (246, 239, 226), (201, 198, 216)
GOLD, GOLD_EDGE, GOLD_LIGHT = (226, 163, 27), (143, 98, 0), (240, 198, 103)
CORAL, SILVER, SILVER_EDGE = (244, 147, 124), (201, 198, 216), (122, 119, 152)
_CURTAIN = 57
_OVER = 4
"""How many times larger a shape is drawn before it is made small, so that its edges are smooth."""
SPOT = (962, 214)
"""Where the light falls."""


def stage(polarity: str) -> Image.Image:
    """Give the stage of a story with its mask in the light; without a polarity both masks hang there."""
    ground = Image.new("RGB", (WIDTH, HEIGHT), DEEP)
    for colour, light in (
        (VELVET, _pool(1000, 620, 255)),
        (RAISED, _pool(430, 340, 150)),
        (GOLD_LIGHT if polarity != "negative" else SILVER, _pool(300, 250, 44)),
        (CREAM, _cone()),
        (VELVET_LIGHT, _folds(0, 110)),
        (DEEP, _folds(pi, 150)),
    ):
        ground.paste(Image.new("RGB", ground.size, colour), mask=light)
    ground = _coarse(ground)
    draw = ImageDraw.Draw(ground)
    draw.rectangle((0, FLOOR, WIDTH, HEIGHT), fill=PIT)
    draw.rectangle((0, FLOOR, WIDTH, FLOOR + 3), fill=GOLD)
    draw.rectangle((0, FLOOR + 4, WIDTH, FLOOR + 6), fill=GOLD_EDGE)
    _hang_masks(ground, polarity)
    return ground


def _coarse(ground: Image.Image) -> Image.Image:
    """Let four pixels share a colour where light only fades: nobody sees it, and the file is smaller."""
    half = ground.resize((WIDTH // 2, HEIGHT // 2), Image.Resampling.BOX)
    return half.resize((WIDTH, HEIGHT), Image.Resampling.NEAREST)


def _hang_masks(ground: Image.Image, polarity: str) -> None:
    x, y = SPOT
    one = ((polarity, 232, 0, 8),)
    both = (("negative", 186, 66, 40), ("positive", 186, -54, -10))
    for which, high, right, down in one if polarity in ("positive", "negative") else both:
        shape = mask(which, high)
        ground.paste(shape, (x - shape.width // 2 + right, y - shape.height // 2 + down), shape)


def _pool(wide: int, high: int, most: int) -> Image.Image:
    """Give a pool of light that fades towards its edge."""
    pool = Image.new("L", (WIDTH, HEIGHT))
    fading = _fading(most).resize((wide * 2, high * 2), Image.Resampling.BICUBIC)
    pool.paste(fading, (SPOT[0] - wide, SPOT[1] - high))
    return pool


def _fading(most: int) -> Image.Image:
    """Give a round light: `most` in the middle, nothing at the edge."""
    return Image.radial_gradient("L").point([max(0, 181 - value) * most // 181 for value in range(256)])


def _cone() -> Image.Image:
    """Give the light of a lamp above the stage."""
    small = Image.new("L", (WIDTH // 2, HEIGHT // 2))
    x, y = SPOT[0] // 2, SPOT[1] // 2
    draw = ImageDraw.Draw(small)
    draw.polygon(((x + 36, -40), (x + 62, -40), (x + 116, y + 98), (x - 116, y + 98)), fill=22)
    draw.ellipse((x - 116, y + 78, x + 116, y + 118), fill=34)
    return small.filter(ImageFilter.GaussianBlur(7)).resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)


def _folds(turn: float, most: int) -> Image.Image:
    """Give the folds of two curtains, at the sides.

    turn:  0 for what stands out, half a turn for what lies in the shade
    """
    row = Image.new("L", (WIDTH, 1))
    from_side = (min(x, WIDTH - 1 - x) for x in range(WIDTH))
    row.putdata([round(most * _fold(x, turn)) if x < _CURTAIN else 0 for x in from_side])
    return row.resize((WIDTH, HEIGHT))


def _fold(x: int, turn: float) -> float:
    return (1 - x / _CURTAIN) * max(0.0, cos(x / 19 * 2 * pi + turn))


def lamp(state: str, size: int) -> Image.Image:
    """Give a lamp before the stage: lit, crossed out, or not evidenced; a glow reaches to the edge.

    size:  how wide the lamp is
    """
    wide, over = size * 3, size * _OVER
    large = Image.new("RGBA", (wide * _OVER, wide * _OVER), (0, 0, 0, 0))
    draw, middle, half = ImageDraw.Draw(large), wide * _OVER // 2, over // 2
    round_it = (middle - half, middle - half, middle + half, middle + half)
    stroke = over // 9
    if state == HIT:
        draw.ellipse(round_it, fill=(*GOLD, 255))
        inner = round(half * 0.72)
        draw.ellipse(
            (middle - inner, middle - inner, middle + inner, middle + inner), fill=(*GOLD_LIGHT, 255)
        )
    elif state == MISSED:
        draw.ellipse(round_it, outline=(*CORAL, 255), width=stroke)
        reach = round(half * 0.66)
        draw.line((middle + reach, middle - reach, middle - reach, middle + reach), (*CORAL, 255), stroke)
    else:
        for turn in range(0, 360, 30):
            draw.arc(round_it, turn, turn + 13, (*QUIET, 255), round(stroke * 0.8))
    small = large.resize((wide, wide), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", small.size, PIT)
    if state == HIT:
        glow = _fading(150).resize(small.size, Image.Resampling.BICUBIC)
        ground.paste(Image.new("RGB", small.size, GOLD), mask=glow)
    ground.paste(small, mask=small)
    return ground


def mask(polarity: str, high: int) -> Image.Image:
    """Give a mask, as the site has it: one that laughs in gold, one that weeps in silver."""
    scale = high / 18
    edge = 2 * scale
    size = round(20 * scale)
    over = scale * _OVER

    def at(x: float, y: float) -> tuple[float, float]:
        return (x - 2) * over, (y - 3) * over

    large = Image.new("RGBA", (size * _OVER, round(19 * scale * _OVER)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(large)
    laughs = polarity == "positive"
    face, rim = (GOLD_LIGHT, GOLD) if laughs else (SILVER, SILVER_EDGE)
    outline = [at(*point) for point in _FACE]
    draw.polygon(outline, fill=(*face, 255))
    draw.line([*outline, outline[0], outline[1]], (*rim, 255), round(edge * _OVER * 0.28), joint="curve")
    for stroke in _LAUGHING if laughs else _WEEPING:
        _thick(draw, [at(*point) for point in stroke], DEEP, edge * _OVER * 0.62)
    return large.resize((size, round(19 * scale)), Image.Resampling.LANCZOS)


def _thick(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], colour: Colour, wide: float) -> None:
    """Draw a stroke with round ends."""
    draw.line(points, (*colour, 255), round(wide), joint="curve")
    for x, y in points:
        draw.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=(*colour, 255))


Point = tuple[float, float]


def _curve(start: Point, first: Point, second: Point, end: Point, steps: int = 24) -> list[Point]:
    """Give the points of a Bézier curve."""
    found = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = zip(weights, (start, first, second, end), strict=True)
        xs, ys = zip(*((weight * x, weight * y) for weight, (x, y) in points), strict=True)
        found.append((sum(xs), sum(ys)))
    return found


_FACE = (
    *_curve((4, 4), (9, 6), (15, 6), (20, 4)),
    *_curve((20, 11), (20, 17), (16, 20), (12, 20)),
    *_curve((12, 20), (8, 20), (4, 17), (4, 11)),
)
_LAUGHING = (
    _curve((7.4, 9.8), (8.2, 8.7), (9.4, 8.7), (10.2, 9.8)),
    _curve((13.8, 9.8), (14.6, 8.7), (15.8, 8.7), (16.6, 9.8)),
    _curve((7.8, 13), (9.6, 17.2), (14.4, 17.2), (16.2, 13)),
)
_WEEPING = (
    [(7.4, 10), (10.1, 8.8)],
    [(16.6, 10), (13.9, 8.8)],
    _curve((8, 16.2), (10, 12.4), (14, 12.4), (16, 16.2)),
)
"""The paths of `templates/sprite.html`, the features somewhat larger, as they are seen from further off."""
