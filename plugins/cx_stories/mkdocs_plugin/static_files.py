"""Pictures and the like of the content folder, copied as they are: what was looked at, and nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from cx_stories.reading.finding import Found
from cx_stories.reading.looking import judged_content
from cx_stories.reading.opened import opened


class Curtain:
    """Keeps MkDocs from walking the content folder by itself.

    It would follow links, also those that lead round in circles or out of the folder, and would take what
    has come since we looked. So for the moment in which it looks for files there are none.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._folder = config.docs_dir

    def drop(self) -> None:
        """Let MkDocs find no files."""
        self._config.docs_dir = os.devnull

    def raise_(self) -> None:
        """Tell it where the content is again, as other plugins may want to know."""
        self._config.docs_dir = self._folder


class ContentFile(File):
    """A picture or a file to take along. What is copied is what is looked at, while it is open."""

    def __init__(self, found: Found, config: MkDocsConfig) -> None:
        super().__init__(found.blank.path, str(found.root), config.site_dir, config.use_directory_urls)
        self._found = found

    def copy_file(self, dirty: bool = False) -> None:
        """Copy it into the site.

        Raises:  PluginError if it is not what it was when the stories were checked
        """
        if dirty and not self.is_modified():
            return
        with _looked_at(self._found) as stream:
            target = Path(self.abs_dest_path)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as copy:
                shutil.copyfileobj(stream, copy)


def files_of(found: Iterable[Found], config: MkDocsConfig) -> Iterator[File]:
    """Give the files that are copied as they are; those that the configuration names, MkDocs may read too."""
    for one in found:
        if not one.named:
            yield ContentFile(one, config)
            continue
        with _looked_at(one) as stream:
            yield File.generated(config, one.blank.path, content=stream.read())


def _looked_at(found: Found) -> BinaryIO:
    changed = PluginError(f"{found.blank.path} was changed while the site was being built. Build it again.")
    try:
        stream = opened(found.root, found.file)
    except OSError as error:
        raise changed from error
    if judged_content(found, stream):
        stream.close()
        raise changed
    stream.seek(0)
    return stream
