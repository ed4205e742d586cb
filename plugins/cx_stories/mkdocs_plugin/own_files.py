"""A file that a site makes, and one of its owner's by the same name: neither replaces the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.reading.finding import Found
from cx_stories.reading.naming import as_one

_SWITCHES = {"feed.json": "feeds", "feed.xml": "feeds", "llms.txt": "texts"}
"""The option of our plugin that leaves a file to the owner of the site."""


def leave_theirs(path: str, content: Iterable[Found], config: MkDocsConfig) -> None:
    """See that a file which the site makes stands in the place of none that the configuration names.

    path:     of the file that is made
    content:  what stands in the content folder besides its Markdown
    Raises:   PluginError, with the line to mend
    """
    if not any(one.named and as_one(one.blank.path) == path for one in content):
        return
    file = Path(config.config_file_path)
    switch = _SWITCHES.get(path.rpartition("/")[2])
    to_keep_theirs = f"set `{switch}: false` below `cx-stories:`" if switch else "give yours another name"
    said = f"The site itself makes {path}, which would replace yours: {to_keep_theirs}, or remove this line."
    place = ConfigurationFile(file).place(("extra_templates", path))
    raise PluginError(ConfigurationError(said, *place).report(str(file.parent)))
