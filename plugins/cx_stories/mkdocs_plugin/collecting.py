"""The collection of a site as MkDocs has configured it, and what stands in the way of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from cx_stories.errors import CxStoriesError, EndedProcessError
from cx_stories.mkdocs_plugin.converting import converter_for
from cx_stories.mkdocs_plugin.extensions import with_own_extensions
from cx_stories.mkdocs_plugin.settings import settings_of
from cx_stories.pipeline import Collection, Settings, collect
from cx_stories.pipeline.options import Options


def collected(
    block: Mapping[str, Any], config: MkDocsConfig, *, serving: bool
) -> tuple[Collection, Settings, Options]:
    """Read and check the stories of a site, and make HTML of their texts.

    block:    the options of our plugin as MkDocs has read them
    serving:  whether this is a preview, whose process for Markdown stays for the next build
    Raises:   PluginError if the site is not set up so that this can be done
    """
    try:
        settings, options = settings_of(block, config, serving=serving)
        convert = converter_for(with_own_extensions(config))
        try:
            return collect(settings, convert), settings, options
        finally:
            if not serving:
                convert.close()
    except CxStoriesError as error:
        raise PluginError(error.report(str(Path(config.config_file_path).parent))) from error
    except EndedProcessError as error:
        raise PluginError(str(error)) from error
