"""A picture is where the text and the front matter say it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site

ENDINGS = "Save it with one of these endings: .avif, .gif, .jpeg, .jpg, .png, .webp."


def _said(site: Site) -> list[str]:
    """Give what is said about pictures."""
    return [one.message for one in site.collect().diagnostics if one.code == "CX211"]


def _draw(site: Site) -> None:
    site.languages("en")
    site.file("stories/coat.jpg")
    site.file("stories/2024/shop.jpg")
    site.file("assets/lamp.png")
    site.file("assets/form.pdf")
    site.file("assets/logo.svg")
    site.settings = replace(site.settings, named_files=frozenset({"assets/logo.svg"}))


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("coat.jpg", []),
        ("2024/shop.jpg", []),
        ("../assets/lamp.png", []),
        ("../assets/logo.svg", []),
        ("https://example.org/x.jpg", []),
        (
            "Coat.jpg",
            [
                'The picture "Coat.jpg" is not there. Write `coat.jpg`; capitals count, and the way begins '
                "at this file."
            ],
        ),
        (
            "/stories/coat.jpg",
            [
                'The picture "/stories/coat.jpg" is not there. Write `coat.jpg`; capitals count, and the way '
                "begins at this file."
            ],
        ),
        ("coat.jpeg", ['The picture "coat.jpeg" is not there. Did you mean `coat.jpg`?']),
        ("shop.jpg", ['The picture "shop.jpg" is not there. Did you mean `2024/shop.jpg`?']),
        (
            "xyzzy.png",
            [
                'The picture "xyzzy.png" is not there. Put the file there as stories/xyzzy.png, or take the '
                "picture out."
            ],
        ),
        ("xyzzy.svg", [f'The picture "xyzzy.svg" is not there. {ENDINGS}']),
        ("xyzzy.heic", [f'The picture "xyzzy.heic" is not there. {ENDINGS}']),
        ("../assets/form.pdf", [f'Browsers do not show "../assets/form.pdf". {ENDINGS}']),
        ("example.md", ['"example.md" is a page and no picture. Take the `!` away for a link.']),
        ("", ["This picture has no file. Write its name between the round brackets."]),
    ],
)
def test_picture_in_a_text_is_found_from_its_file(site: Site, picture: str, said: list[str]) -> None:
    """Readers never see a broken frame, and the writer is told the file that was meant."""
    _draw(site)
    site.story("example", f"title: Example\n---\n{BODY}\n![A coat](<{picture}>)\n")

    assert _said(site) == said


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        ("coat.jpg", []),
        ("2024/shop.jpg", []),
        ("Coat.jpg", ['The picture "Coat.jpg" is not in stories/. Did you mean `coat.jpg`?']),
        (
            "../assets/lamp.png",
            [
                'The picture "../assets/lamp.png" is not in stories/. Move assets/lamp.png there, and write '
                "its name without a folder."
            ],
        ),
        (
            "xyzzy.png",
            [
                'The picture "xyzzy.png" is not in stories/. Put the file there as stories/xyzzy.png, or '
                "take the picture out."
            ],
        ),
        (
            "https://example.org/x.jpg",
            [
                'The picture "https://example.org/x.jpg" is not in stories/. Keep the picture in stories/ '
                "and write the name of its file."
            ],
        ),
    ],
)
def test_picture_of_a_story_is_found_in_its_folder(site: Site, picture: str, said: list[str]) -> None:
    """It is one folder for all stories, wherever below it the story stands."""
    _draw(site)
    site.story("2024/example", f"image: {{file: '{picture}', alt: A coat}}\n")

    assert _said(site) == said


def test_picture_that_may_not_stand_there_is_reported_once(site: Site) -> None:
    """The file itself is at fault, and not the story that shows it."""
    _draw(site)
    site.file("stories/coat.heic")
    site.story("example", f"image: {{file: coat.heic, alt: A coat}}\n---\n{BODY}\n![A coat](coat.heic)\n")

    assert site.places() == ["stories/coat.heic:1:1 CX013 error"]
