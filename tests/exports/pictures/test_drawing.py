"""What a picture of a story is, and that it is always the same one."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zlib import decompress

import pytest
from PIL import Image

from cx_stories.exports.pictures.deflating import packed, png
from cx_stories.exports.pictures.drawing import _lights, _of_scene, _painted, drawn
from cx_stories.exports.pictures.files import is_sound
from cx_stories.exports.pictures.picture import Picture, pictures_of
from cx_stories.exports.pictures.size import HEIGHT, WIDTH
from cx_stories.exports.pictures.stage import CORAL, GOLD_LIGHT, SILVER
from tests.conftest import Site
from tests.exports.publishing import AT, published

LIGHTS = (("Engaging", "hit"), ("Unique", "missed"), ("Repeatable", "none"))
LAMP = Picture("A lamp in the rain", "Casebook", "positive", "Positive", LIGHTS)
OTHERS = (
    replace(LAMP, title="Another lamp"),
    replace(LAMP, site="Cases"),
    replace(LAMP, polarity="negative"),
    replace(LAMP, verdict="Positief"),
    replace(LAMP, lights=LIGHTS[::-1]),
    replace(LAMP, words="A sentence."),
)


def test_picture_is_of_the_size_and_kind_that_is_asked_for() -> None:
    """1200 by 630, small enough to be fetched by everybody, and nothing in it but the picture."""
    content = drawn(LAMP)
    image = Image.open(BytesIO(content))
    image.load()

    assert (image.format, image.size, image.mode, image.info) == ("PNG", (1200, 630), "P", {})
    assert len(content) < 60_000
    assert is_sound(content)


def test_picture_is_the_same_each_time_and_another_for_other_words_and_lights() -> None:
    """Its name changes with what is on it, so that nobody sees an old one; twice drawn it is the same."""
    assert drawn(LAMP) == drawn(replace(LAMP))
    assert len({one.path for one in (LAMP, replace(LAMP), *OTHERS)}) == 7
    assert len({drawn(one) for one in (LAMP, *OTHERS)}) == 7


def test_picture_does_not_depend_on_those_that_were_drawn_before() -> None:
    """What pictures share is made once: drawn first, one has the same bytes as drawn last."""
    last = drawn(LAMP)
    for remembered in (_painted, _of_scene, _lights):
        remembered.cache_clear()

    assert drawn(LAMP) == last


def test_picture_put_together_from_parts_is_what_a_library_packs_at_once() -> None:
    """Every program unpacks it: the checksums of the parts make up that of the whole."""
    ground = Image.linear_gradient("L").resize((1 + WIDTH, HEIGHT))
    ground.paste(0, (0, 0, 1, HEIGHT))
    parts = [
        ground.crop((0, top, 1 + WIDTH, end)) for top, end in ((0, 0), (0, 100), (100, 101), (101, HEIGHT))
    ]
    content = png(bytes(range(256)) * 3, [packed(part) for part in parts])
    image = Image.open(BytesIO(content))

    assert decompress(content.partition(b"IDAT")[2][:-16]) == ground.tobytes()
    assert image.tobytes() == ground.crop((1, 0, 1 + WIDTH, HEIGHT)).tobytes()


@pytest.mark.parametrize(("polarity", "mask"), [("positive", GOLD_LIGHT), ("negative", SILVER)])
def test_mask_tells_a_good_story_from_a_bad_one(polarity: str, mask: tuple[int, int, int]) -> None:
    """The one that laughs is golden, the one that weeps is not; a missed element has a colour of its own."""
    image = Image.open(BytesIO(drawn(replace(LAMP, polarity=polarity)))).convert("RGB")
    face = image.crop((900, 150, 1030, 180)).getcolors() or []
    below = {colour for _, colour in image.crop((0, 470, 1200, 630)).getcolors(4096) or []}

    assert _near(max(face)[1], mask)
    assert any(_near(colour, CORAL) for colour in below)


def _near(one: object, other: tuple[int, int, int]) -> bool:
    return isinstance(one, tuple) and max(abs(a - b) for a, b in zip(one, other, strict=True)) < 8


def test_title_that_cannot_be_set_gives_way_to_the_name_of_the_site() -> None:
    """Letters that the typefaces lack are never shown as boxes: all such titles give the same picture."""
    titles = ("日本語", "قصة عن مصباح", "История")
    assert len({drawn(replace(LAMP, title=title)) for title in titles}) == 1
    assert drawn(replace(LAMP, title=titles[0], site="日本")) != drawn(LAMP)


def test_every_story_has_a_picture_in_each_language_and_the_site_has_one(site: Site) -> None:
    """What is not translated is pictured with the words of the language around it; a draft is not."""
    site.show_drafts()
    site.story("refund", "title: Refund\n")
    site.file("stories/refund.nl.md", "---\ntitle: Geld terug\nsummary: s\nlessons: [l]\n---\nTekst.\n")
    site.story("draft", "status: draft\n")

    found = [(one.title, one.verdict, one.lights[3]) for one in pictures_of(published(site))]
    assert found == [
        ("Casebook", "", ("Surprising", "hit")),
        ("Refund", "Positive", ("Surprising", "hit")),
        ("Casebook", "", ("Verrassend", "hit")),
        ("Geld terug", "Positief", ("Verrassend", "hit")),
    ]


@pytest.mark.parametrize(
    ("url", "images"),
    [
        ("", True),
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/", True),
        ("https://[", True),
        (AT, False),
    ],
)
def test_there_are_no_pictures_that_nobody_could_fetch_or_that_nobody_wants(
    site: Site, url: str, images: bool
) -> None:
    """A preview, a site without an address, and one that has switched them off draw none."""
    site.story("refund")
    assert pictures_of(published(site, url, images=images)) == ()


SOUND = drawn(LAMP)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        SOUND[:-1],
        SOUND[:200] + b"!" + SOUND[201:],
        SOUND + b"<script>",
        SOUND.replace(b"PLTE", b"tEXt"),
        SOUND[:16] + (8).to_bytes(4, "big") + SOUND[20:],
        b"<html>",
    ],
    ids=["nothing", "cut", "damaged", "more behind it", "other parts", "other size", "something else"],
)
def test_what_is_no_whole_picture_is_told_from_one(content: bytes) -> None:
    """What lies where pictures are kept is only published if it is one."""
    assert (is_sound(SOUND), is_sound(content)) == (True, False)
