"""The collection of a site as MkDocs has configured it, and what stands in the way of one."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from cx_stories.errors import CxStoriesError, EndedProcessError
from cx_stories.mkdocs_plugin.converting import converter_for
from cx_stories.mkdocs_plugin.extensions import with_own_extensions
from cx_stories.mkdocs_plugin.settings import settings_of
from cx_stories.pipeline import Collection, Settings
from cx_stories.pipeline.collecting import Gathered, collection_of, gather, gather_again
from cx_stories.pipeline.keeping import Before
from cx_stories.pipeline.options import Options
from cx_stories.pipeline.remembering import FOLDER
from cx_stories.pipeline.side_by_side import WORTH_A_PROCESS
from cx_stories.pipeline.stopwatch import add, phase
from cx_stories.pipeline.what_converts import converting_key


class Collected(NamedTuple):
    """The collection of a site, and what it was made of.

    gathered:  everything that was read; None in a build, which has no more use for it
    before:    what earlier builds have made
    """

    collection: Collection
    settings: Settings
    options: Options
    gathered: Gathered | None
    before: Before


def collected(block: Mapping[str, Any], config: MkDocsConfig, *, serving: bool) -> Collected:
    """Read and check the stories of a site, and make HTML of their texts.

    block:    the options of our plugin as MkDocs has read them
    serving:  whether this is a preview, whose process for Markdown stays for the next build, and which has at
              hand what its last build has made
    Raises:   PluginError if the site is not set up so that this can be done
    """
    try:
        settings, options = settings_of(block, config, serving=serving)
        ours = with_own_extensions(config)
        before, convert = _before(ours, serving=serving), converter_for(ours)
        try:
            with phase("reading"):
                gathered = gather(settings, convert, WORTH_A_PROCESS, before)
                collection = collection_of(gathered, settings, before)
                add(count=len(collection.documents))
            return Collected(collection, settings, options, gathered if serving else None, before)
        finally:
            if not serving:
                convert.close()
    except CxStoriesError as error:
        raise PluginError(error.report(str(Path(config.config_file_path).parent))) from error
    except EndedProcessError as error:
        raise PluginError(str(error)) from error


def collected_again(last: Collected, touched: Set[str]) -> Collected | None:
    """Give the collection of a preview after somebody has changed texts of it, and no file has come or gone.

    touched:  the paths of these files
    Returns   None where more than that must be read again
    Raises:   CxStoriesError, EndedProcessError
    """
    if last.gathered is None or last.before.folder is None:
        return None
    with phase("reading", count=len(touched)):
        gathered = gather_again(last.gathered, touched)
        if gathered is None:
            return None
        collection = collection_of(gathered, last.settings, last.before)
    return last._replace(collection=collection, gathered=gathered)


_at_hand: dict[Path, Before] = {}
"""What the previews of this process have made, by the folders in which they keep it."""


def _before(config: MkDocsConfig, *, serving: bool) -> Before:
    """Give what earlier builds of a site have made; nothing where that may not be what is due now."""
    converting = converting_key(config.markdown_extensions, config.mdx_configs or {})
    if converting is None:
        return Before()
    folder = Path(config.config_file_path).parent / FOLDER
    if not serving:
        return Before(folder, converting)
    kept = _at_hand.get(folder)
    if kept is None or kept.converting != converting:
        end_remembering()
        kept = _at_hand[folder] = Before(folder, converting, lasting=True)
    return kept


def end_remembering() -> None:
    """Write down what the previews of this process have made since they last did."""
    while _at_hand:
        _at_hand.popitem()[1].close()
