"""What is published besides the pages, for machines, as files of MkDocs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from cx_stories.exports.publication import SiteFile
from cx_stories.pipeline.keeping_files import FilesBefore


class LaterFile(File):
    """A file that is made, or taken over from the published site, when it is written into the new one."""

    def __init__(self, one: SiteFile, before: FilesBefore, config: MkDocsConfig) -> None:
        super().__init__(
            _name(one.path),
            None,
            config.site_dir,
            config.use_directory_urls,
            inclusion=InclusionLevel.INCLUDED,
        )
        self.dest_uri = one.path
        self._one, self._before = one, before

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 (MkDocs's signature)
        """Write it into the site."""
        self._before.put(self._one, self.abs_dest_path)


def made_file(one: SiteFile, config: MkDocsConfig) -> File:
    """Give a file that is made now."""
    file = File.generated(config, _name(one.path), content=one.content, inclusion=InclusionLevel.INCLUDED)
    file.dest_uri = one.path
    return file


def _name(path: str) -> str:
    """Give what MkDocs is to call a file: one that looks like a text of somebody's is none."""
    return f"{path}.copy" if path.endswith(".md") else path
