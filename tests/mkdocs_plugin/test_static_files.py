"""What is copied into a site is what was looked at, also if somebody changes it in the moment between."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from cx_stories.mkdocs_plugin.static_files import ContentFile, Curtain
from cx_stories.reading.finding import find_files
from tests.conftest import Site
from tests.pictures import PNG, enlarged


@pytest.fixture
def copying(site: Site, tmp_path: Path) -> ContentFile:
    """Give a picture that has been found, and is about to be copied."""
    site.file("assets/coat.png", PNG)
    (found,) = find_files(site.content, ("en",))
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "site_dir": str(tmp_path / "site"), "use_directory_urls": True})
    return ContentFile(found, config)


def test_picture_is_copied_as_it_is(copying: ContentFile, tmp_path: Path) -> None:
    """Byte for byte, and where its path says."""
    copying.copy_file()

    assert (tmp_path / "site/assets/coat.png").read_bytes() == PNG


def _link(file: Path) -> None:
    file.unlink()
    file.symlink_to("/etc/passwd")


def _link_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("moved"))
    file.parent.symlink_to("moved")


def _pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize(
    "change",
    [
        _link,
        _link_folder,
        _pipe,
        Path.unlink,
        lambda file: file.write_bytes(b"<script>"),
        lambda file: file.write_bytes(enlarged(".png", 60_000, 60_000)),
    ],
)
def test_picture_that_has_become_something_else_is_not_copied(
    copying: ContentFile, site: Site, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    """The build ends with a sentence, and nothing of what is there now is published."""
    change(site.content / "assets/coat.png")
    with pytest.raises(PluginError, match=r"assets/coat\.png was changed while the site was being built"):
        copying.copy_file()

    assert not (tmp_path / "site").exists()


def test_mkdocs_finds_no_files_while_the_curtain_is_down(tmp_path: Path) -> None:
    """It would follow links; afterwards everybody is told where the content is."""
    config = MkDocsConfig()
    config.docs_dir = str(tmp_path)
    curtain = Curtain(config)
    curtain.drop()
    down = list(os.walk(config.docs_dir))
    curtain.raise_()

    assert (down, config.docs_dir) == ([], str(tmp_path))
