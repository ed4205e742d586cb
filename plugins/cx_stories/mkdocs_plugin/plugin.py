"""The plugin: MkDocs's events, translated and passed on."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from cx_stories.errors import CxStoriesError, EndedProcessError, IndexingError
from cx_stories.library import Library
from cx_stories.mkdocs_plugin.config import CxStoriesConfig
from cx_stories.mkdocs_plugin.converting import converter_for
from cx_stories.mkdocs_plugin.extensions import with_own_extensions
from cx_stories.mkdocs_plugin.frame import Framing, Values
from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.mkdocs_plugin.reporting import report
from cx_stories.mkdocs_plugin.settings import settings_of
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.mkdocs_plugin.theme import prepare_theme, silence_other_search
from cx_stories.pipeline import collect
from cx_stories.pipeline.indexing import Index

log = logging.getLogger("mkdocs.plugins.cx_stories")


class CxStoriesPlugin(BasePlugin[CxStoriesConfig]):  # type: ignore[no-untyped-call]
    """Publishes a folder of experience stories as a knowledge base."""

    def __init__(self) -> None:
        super().__init__()
        self._serving = False
        self._site: Site | None = None
        self._framing: Framing | None = None
        self._index: Index | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether this is a preview, which shows drafts."""
        self._serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring the templates along, and the theme if the site names none, before other plugins begin."""
        prepare_theme(config)
        silence_other_search(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the stories before anything is written; a strict build stops here."""
        try:
            settings, options = settings_of(self.config, config, serving=self._serving)
            collection = collect(settings, converter_for(with_own_extensions(config)))
        except CxStoriesError as error:
            raise PluginError(error.report(str(Path(config.config_file_path).parent))) from error
        except EndedProcessError as error:
            raise PluginError(str(error)) from error
        report(collection, settings, config, serving=self._serving)
        self._site = Site(collection, config, options.copyright)

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Put our pages in the place of the files they were made of."""
        return self.site.replace(files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Make the menu."""
        self.site.set_menu()
        return nav

    @event_priority(100)
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Give the theme the frame of the page and the page's language."""
        if isinstance(page, CxPage):
            context["cx"] = self._around(page)  # type: ignore[typeddict-unknown-key]
        else:
            title, summary = Markup(page.title or "").striptags(), str(page.meta.get("description", ""))  # noqa: S704
            context["cx"] = self.framing.around_other(context["base_url"], title, summary, listed=True)  # type: ignore[typeddict-unknown-key]
        return context

    def _around(self, page: CxPage) -> Values:
        try:
            return self.framing.around(page)
        except EndedProcessError as error:
            raise PluginError(str(error)) from error

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Let the theme's own pages, such as "not found", have a frame too, and begin with the index."""
        self._framing = Framing(self.site, env)
        self._index = Index(self.site.findable, len(self.site))
        env.globals["cx_around"] = self.framing.around_other
        env.globals["cx_not_found"] = self.framing.not_found
        env.globals["cx_alternates"] = self.framing.canonical_alternates
        return env

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the index of the search, and say what was published."""
        try:
            self.index.write(Path(config.site_dir))
        except (EndedProcessError, IndexingError) as error:
            raise PluginError(str(error)) from error
        self._close()
        languages = ", ".join(self.site.locals)
        count = len(self.library.stories)
        log.info(
            "CX Stories: %d %s, %d pages (%s)",
            count,
            "story" if count == 1 else "stories",
            len(self.site),
            languages,
        )

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        self._close()

    def _close(self) -> None:
        for helper in (self._framing, self._index):
            if helper:
                helper.close()

    @property
    def site(self) -> Site:
        """The site being built."""
        if self._site is None:
            raise PluginError("CX Stories: the build has not read its stories yet.")
        return self._site

    @property
    def framing(self) -> Framing:
        """What stands around its pages."""
        if self._framing is None:
            raise PluginError("CX Stories: the build has not read its stories yet.")
        return self._framing

    @property
    def index(self) -> Index:
        """What its pages are found by."""
        if self._index is None:
            raise PluginError("CX Stories: the build has not read its stories yet.")
        return self._index

    @property
    def library(self) -> Library:
        """The stories being published."""
        return self.site.collection.library
