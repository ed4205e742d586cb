"""A build draws the pictures of stories, and says in a sentence where that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from cx_stories.exports.pictures.faces import face, font
from cx_stories.exports.pictures.picture import Picture
from cx_stories.mkdocs_plugin.picturing import picture_files


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Have no typeface at hand that was read before, and keep none."""
    for known in (face, font):
        known.cache_clear()
    yield
    for known in (face, font):
        known.cache_clear()


@pytest.mark.usefixtures("forgetful")
def test_a_pillow_that_cannot_read_the_typefaces_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words about pictures and with two ways out, whatever Pillow itself says."""

    def truetype(*_: object, **__: object) -> object:
        raise OSError("unknown file format")

    monkeypatch.setattr("PIL.ImageFont.truetype", truetype)
    monkeypatch.setattr(
        "cx_stories.mkdocs_plugin.picturing.pictures_of", lambda _: (Picture("A lamp", "Casebook"),)
    )
    config: Any = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    publication: Any = None
    with pytest.raises(PluginError) as told:
        picture_files(publication, config)

    assert str(told.value) == (
        "No picture can be drawn: this Pillow was built without WOFF2, and cannot read the typefaces. "
        "Type `pip install --force-reinstall --only-binary=:all: pillow`, or set `images: false`."
    )


@pytest.mark.parametrize(
    ("titles", "said"),
    [
        (("A lamp",), "draws 1 picture of stories; the next build need not draw it again."),
        (("A lamp", "A bulb"), "draws 2 pictures of stories; the next build need not draw them again."),
    ],
)
def test_a_build_that_draws_says_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    titles: tuple[str, ...],
    said: str,
) -> None:
    """Whoever waits learns why, and that it is done once."""
    pictures = tuple(Picture(title, "Casebook") for title in titles)
    monkeypatch.setattr("cx_stories.mkdocs_plugin.picturing.pictures_of", lambda _: pictures)
    monkeypatch.setattr("cx_stories.pipeline.picturing.drawn", lambda _: b"drawn")
    config: Any = SimpleNamespace(
        config_file_path=str(tmp_path / "mkdocs.yml"), site_dir="", use_directory_urls=True
    )
    publication: Any = None
    with caplog.at_level("INFO"):
        picture_files(publication, config)
        picture_files(publication, config)

    assert caplog.messages == [f"CX Stories {said}"]
