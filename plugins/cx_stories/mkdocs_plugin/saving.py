"""What was saved in a large preview, shown without a build of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import click
from mkdocs.config.defaults import MkDocsConfig

from cx_stories.errors import CxStoriesError
from cx_stories.mkdocs_plugin.collecting import Collected, collected_again
from cx_stories.mkdocs_plugin.making_pages import Theirs
from cx_stories.mkdocs_plugin.reporting import is_loud, report
from cx_stories.mkdocs_plugin.settings import settings_of
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.left_out import left_out
from cx_stories.pipeline.settings import today
from cx_stories.pipeline.stopwatch import phase
from cx_stories.pipeline.touching import Marks, marks_below, marks_of, touched

_EVENTS = (
    *("pre_build", "files", "nav", "env", "pre_template", "template_context", "post_template", "post_build"),
    *("build_error", "serve"),
)
"""The events at which another plugin may do what only a whole build does, or watch what we do not."""


class Shown(NamedTuple):
    """What a preview shows: made by a whole build, and since then of what was saved."""

    collected: Collected
    site: Site
    theirs: Theirs


class Saving:
    """Knows what the last build was made of, and makes the site anew where only texts and facts have changed.

    A file that has come or gone, a picture, a list of terms, the configuration: for these a site is built as
    a whole, and so it is after a build that failed.
    """

    def __init__(self) -> None:
        self.look: Callable[[], Marks] = dict
        """Gives how the files of the content folder are now."""
        self._shown: Shown | None = None
        self._marks: Marks = {}
        self._last: frozenset[str] = frozenset()
        """What was saved last: read once more the next time, as some disks count time in whole seconds."""
        self._files: Sequence[Path] = ()
        self._beside: Marks = {}

    def begin(self, block: Mapping[str, Any], config: MkDocsConfig) -> None:
        """A whole build begins: note how the files are, before anybody reads them.

        block:  the options of our plugin as MkDocs has read them
        """
        folder, excluded = Path(config.docs_dir), left_out(config.exclude_docs, config.draft_docs)
        self.look = partial(marks_below, folder, excluded)
        self._shown, self._marks, self._last = None, self.look(), frozenset()
        with suppress(CxStoriesError):  # which the build is about to tell
            self._files = _files_beside(block, config)
            self._beside = marks_of(self._files)

    def keep(self, shown: Shown) -> None:
        """A whole build of a large preview has succeeded."""
        self._shown = shown

    @property
    def marks(self) -> Marks:
        """How the files of the content folder were when what is shown now was made."""
        return self._marks

    def again(self) -> Shown | None:
        """Make the site of what was saved since it was made last.

        Returns  None where it takes a whole build, or where that has something to say which ends it
        Raises:  whatever goes wrong with what was saved: a whole build will say so in its own way
        """
        shown, marks = self._shown, self.look()
        paths = touched(marks, self._marks)
        if shown is None or paths is None or not self._stands_alike(shown):
            return None
        collected = collected_again(shown.collected, paths | self._last)
        if collected is None or collected.collection.files != shown.collected.collection.files:
            return None
        if shown.site.config.strict and is_loud(collected.collection, collected.settings):
            return None
        with phase("pages"):
            site = _site_again(collected, shown)
        if site is None:
            return None
        report(collected.collection, collected.settings, site.config, serving=True)
        self._shown, self._marks, self._last = shown._replace(collected=collected, site=site), marks, paths
        return self._shown

    def _stands_alike(self, shown: Shown) -> bool:
        """Whether all that stories are held against is as it was, and the day is the same."""
        return marks_of(self._files) == self._beside and shown.collected.settings.today == today()


def may_save(config: MkDocsConfig, own: object) -> bool:
    """Whether a preview may show what was saved without MkDocs: nobody else has a hand in builds of the site.

    own:  our plugin
    """
    methods = (method for event in _EVENTS for method in config.plugins.events[event])
    alone = all(getattr(one, "__self__", None) is own for one in methods)
    return alone and not config.extra_templates and not _watches_theme()


def _watches_theme() -> bool:
    """Whether somebody is at work on the theme, which MkDocs then watches besides."""
    command = click.get_current_context(silent=True)
    return command is not None and bool(command.params.get("watch_theme"))


def _site_again(collected: Collected, shown: Shown) -> Site | None:
    """Give the site with its pages in the place of those that are shown; None if more than pages changes."""
    config, options = shown.site.config, collected.options
    site = Site(collected.collection, config, options, late=True, lean=True, last=shown.site)
    if _moved(site) != _moved(shown.site):  # of which servers are told
        return None
    site.replace_again(shown.site, shown.theirs.files)
    site.set_menu()
    site.set_aside(shown.theirs.files)
    return site


def _moved(site: Site) -> Sequence[tuple[str, str]]:
    pages = (page for local in site.locals.values() for page in local.pages)
    return [(page.path, page.moved) for page in pages if page.moved]


def _files_beside(block: Mapping[str, Any], config: MkDocsConfig) -> Sequence[Path]:
    """Give the files and folders that have a say in a site besides its content."""
    _, options = settings_of(block, config, serving=True)
    file = Path(config.config_file_path)
    names = (*options.vocabularies, options.deny_list, options.baseline)
    others = filter(None, (config.theme.custom_dir, *config.watch))
    return [
        *ConfigurationFile(file).files,
        *(file.parent / name for name in names if name),
        *map(Path, others),
    ]
