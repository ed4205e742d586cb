"""The collection of a site, for commands that work with its stories."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cx_stories.cli.configuration import settings_of
from cx_stories.exports.publication import Publication
from cx_stories.pipeline import Collection, Settings, collect
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.publication import publication_of


def opened(file: Path, *, drafts: bool = False) -> tuple[Collection, Settings]:
    """Read and check the stories of a site; what has an error is left out of the library.

    file:    the configuration of the site
    drafts:  whether stories that are not published are in it, too
    Raises:  ConfigurationError, VocabularyError, EndedProcessError
    """
    settings = replace(settings_of(file)[0], drafts=drafts)
    return collect(settings), settings


def published(file: Path) -> Publication:
    """Give what a site publishes.

    Raises:  ConfigurationError, VocabularyError, EndedProcessError
    """
    configuration = ConfigurationFile(file)
    _, options = settings_of(file)
    return publication_of(
        opened(file)[0],
        name=configuration.text("site_name"),
        description=configuration.text("site_description"),
        url=configuration.text("site_url"),
        folders=configuration.values.get("use_directory_urls", True) is not False,
        offers=options.offers,
    )
