"""The pictures of stories as files of MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from cx_stories.errors import EndedProcessError
from cx_stories.exports.pictures.faces import TypefaceError
from cx_stories.exports.pictures.picture import pictures_of
from cx_stories.exports.publication import Publication
from cx_stories.pipeline.picturing import Gallery

log = logging.getLogger("mkdocs.plugins.cx_stories")


class PictureFile(File):
    """A picture that is read, or drawn, when it is written into the site: all of them would fill memory."""

    def __init__(self, path: str, gallery: Gallery, config: MkDocsConfig) -> None:
        super().__init__(
            path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED
        )
        self._gallery = gallery

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 (MkDocs's signature)
        """Write it into the site."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self._gallery.content(self.src_uri))


def picture_files(publication: Publication, config: MkDocsConfig) -> Sequence[File]:
    """Give a file for every picture of a site; those that no build has drawn before are drawn now.

    Raises:  PluginError if they cannot be drawn
    """
    gallery = Gallery(pictures_of(publication), Path(config.config_file_path).parent)
    try:
        gallery.draw(_say)
    except (EndedProcessError, TypefaceError) as error:
        raise PluginError(str(error)) from error
    return tuple(PictureFile(path, gallery, config) for path in sorted(gallery.pictures))


def _say(count: int) -> None:
    pictures, them = ("picture", "it") if count == 1 else ("pictures", "them")
    log.info(
        "CX Stories draws %d %s of stories; the next build need not draw %s again.", count, pictures, them
    )
