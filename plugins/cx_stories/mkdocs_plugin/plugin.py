"""The plugin: MkDocs's events, translated and passed on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import click
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from cx_stories.errors import IndexingError
from cx_stories.library import Library
from cx_stories.mkdocs_plugin.collecting import Collected, collected, end_remembering
from cx_stories.mkdocs_plugin.config import CxStoriesConfig
from cx_stories.mkdocs_plugin.converting import end_converting
from cx_stories.mkdocs_plugin.extensions import prepare_markdown
from cx_stories.mkdocs_plugin.frame import Framing
from cx_stories.mkdocs_plugin.keeping_pages import NAME as PAGES
from cx_stories.mkdocs_plugin.keeping_pages import Keeper, may_share
from cx_stories.mkdocs_plugin.making_pages import Pages, Theirs, onlookers
from cx_stories.mkdocs_plugin.noticing import Noticing
from cx_stories.mkdocs_plugin.on_demand import WORTH_WAITING, OnDemand
from cx_stories.mkdocs_plugin.pages import CxPage, pages_among
from cx_stories.mkdocs_plugin.previewing import Preview
from cx_stories.mkdocs_plugin.protecting import protect
from cx_stories.mkdocs_plugin.publishing import SiteFolder
from cx_stories.mkdocs_plugin.reporting import report
from cx_stories.mkdocs_plugin.saving import Saving, Shown, may_save
from cx_stories.mkdocs_plugin.settings import settings_of
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.mkdocs_plugin.theme import prepare_theme, silence_other_search
from cx_stories.mkdocs_plugin.theme_pages import ThemePages
from cx_stories.mkdocs_plugin.timing import tell_of_build
from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.indexing import NAME as INDEX
from cx_stories.pipeline.indexing import Index
from cx_stories.pipeline.keeping_files import NAME as FILES
from cx_stories.pipeline.keeping_files import FilesBefore
from cx_stories.pipeline.remembering import FOLDER, Memory
from cx_stories.pipeline.stopwatch import phase
from cx_stories.pipeline.taking_over import Published

log = logging.getLogger("mkdocs.plugins.cx_stories")
_Part = TypeVar("_Part")
_LAST = -100_000
"""After all other plugins, those too that go by MkDocs's own number for the last one."""


class CxStoriesPlugin(BasePlugin[CxStoriesConfig]):  # type: ignore[no-untyped-call]
    """Publishes a folder of experience stories as a knowledge base."""

    def __init__(self) -> None:
        super().__init__()
        self._serving = False
        self._preview = Preview()
        self._on_demand = OnDemand()
        self._saving = Saving()
        self._noticing: Noticing | None = None
        self._site: Site | None = None
        self._framing: Framing | None = None
        self._pages: Pages | None = None
        self._index: Index | None = None
        self._memories: dict[str, Memory] = {}
        self._nav = Navigation([], [])
        self._collected: Collected | None = None
        self._theirs: Theirs | None = None
        self._folder: SiteFolder | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether this is a preview, which shows drafts."""
        stopwatch.begin(whole=True, part="starting")
        self._serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring the templates, and the theme and the Markdown that the site does not name, before others.

        From here on the site is written beside the folder in which it will be.
        """
        stopwatch.begin_build()
        self._on_demand.pause()
        self._folder = SiteFolder(config)
        prepare_theme(config)
        prepare_markdown(config)
        silence_other_search(config)
        return config

    @event_priority(-100)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check the stories before anything is written; a strict build stops here."""
        with phase("publishing"):
            self.folder.begin()
        if self._serving:
            self._saving.begin(self.config, config)
        self._collected = collected(self.config, config, serving=self._serving)
        collection, settings, options, *_ = self._collected
        report(collection, settings, config, serving=self._serving)
        many = len(collection.library.stories) >= WORTH_WAITING
        late = not onlookers(config, self)
        lean = self._serving and many and late and _reloads()
        with phase("pages"):
            self._site = Site(collection, config, options, late=late, lean=lean)
        self._site.curtain.drop()

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Put our pages in the place of the files they were made of."""
        return self.site.replace(files)

    @event_priority(-100)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the menu; from here on our pages are ours alone, if nobody else wants to see each of them."""
        self.site.set_menu()
        self._nav = nav
        others = onlookers(config, self)
        if others:
            log.info("CX Stories: the build is slower, as these look at every page: %s", ", ".join(others))
        else:
            self.site.set_aside(files)
        stopwatch.turn_to("pages")
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
        stopwatch.turn_to("pages")
        if isinstance(page, CxPage):
            context["cx"] = around = self.framing.with_content(page)  # type: ignore[typeddict-unknown-key]
            page.take_places(around["content"])
        else:
            title, summary = Markup(page.title or "").striptags(), str(page.meta.get("description", ""))  # noqa: S704
            context["cx"] = self.framing.around_other(context["base_url"], title, summary, listed=True)  # type: ignore[typeddict-unknown-key]
        stopwatch.turn_to("theme")
        return context

    @event_priority(_LAST)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have every page say what it may load, and the theme's own pages have a frame; begin with ours."""
        protect(self.site, env, files, self._preview.nonce if self._serving else "")
        published = self._published(config)
        self._index = Index(self._memory(INDEX, config), published)
        if self.site.late and not self._serving:
            self.site.before = FilesBefore(self._memory(FILES, config), published)
        self._theirs = Theirs(env, self._nav, files)
        self._pages = self._pages_in(self._theirs, config)
        self._pages.start()
        stopwatch.turn_to("writing")
        return env

    def _pages_in(self, theirs: Theirs, config: MkDocsConfig) -> Pages:
        """Give our pages in their frames, and have the theme's own pages have these frames, too."""
        env, _, files = theirs
        self._framing = Framing(self.site, env)
        env.globals["cx_around"] = self.framing.around_other
        env.globals["cx_not_found"] = self.framing.not_found
        env.globals["cx_alternates"] = self.framing.canonical_alternates
        env.globals["cx_changed"] = self.site.changed
        env.globals["cx_pages"] = pages_among(files)
        keeper = Keeper(self.site, env, files, self._memory(PAGES, config), self._published(config))
        return Pages(self.site, self._framing, keeper, theirs, waiting=self.site.lean)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Let the preview reload its pages, which run nothing else that is not a file of the site.

        It also looks at the files beside `mkdocs.yml` that all stories are held against. What is saved in a
        large one is shown without a build of the whole site, where that is possible.
        """
        self._preview.let_reload(server)
        self._on_demand.answer_for(server)
        _, options = settings_of(self.config, config, serving=True)
        for name in (*options.vocabularies, options.deny_list, options.baseline):
            file = Path(config.config_file_path).parent / name
            if file.is_file():
                server.watch(str(file))
        server.builder = partial(self._show_saved, builder)
        if self.site.lean:
            self._noticing = Noticing(server, self._saving, config)
            self._noticing.start()
        return server

    def _show_saved(self, build: Callable[[], None]) -> None:
        """Show what was saved; build the whole site if more than some texts and facts have changed."""
        self._on_demand.pause()
        try:
            shown = self._shows_saved()
        except Exception as error:  # whatever went wrong, the build says it
            log.debug("The whole site is built: %s", error)
            shown = False
        finally:
            self._on_demand.resume()
        if not shown:
            build()

    def _shows_saved(self) -> bool:
        stopwatch.begin_build()
        shown = self._saving.again()
        if shown is None:
            return False
        self._site, config = shown.site, shown.site.config
        with phase("pages"):
            self._pages = self._pages_in(shown.theirs, config)
            self._on_demand.take_again(self._pages, ThemePages(shown.theirs, config), self._site.own_words())
        self._say_what_there_is()
        tell_of_build(self._site, serving=True, onlookers=())
        return True

    @event_priority(-_LAST)
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Finish our pages and the index of the search before other plugins look at the site."""
        folder = Path(config.site_dir)
        if self.pages.waits:
            self._on_demand.carry_over(folder)
            return
        try:
            self.pages.finish(self.index, folder)
            with phase("search"):
                self.index.write(folder)
        except IndexingError as error:
            raise PluginError(str(error)) from error

    @event_priority(_LAST)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Publish the site after all other plugins, and say what is in it."""
        with phase("publishing"):
            published = self.folder.publish()
        if published:
            self._say_what_there_is()
            if self.pages.waits:
                self._on_demand.take(self.pages, self.folder.published)
                self._keep_shown()
            else:
                self._on_demand.end()
                self.pages.remember()
                self.index.remember()
                if self.site.before:
                    self.site.before.save()
        self._close()
        if published:
            tell_of_build(self.site, serving=self._serving, onlookers=onlookers(config, self))

    on_post_build = CombinedEvent(_complete, _publish)

    def _keep_shown(self) -> None:
        """Keep what is shown, for what is saved next to be shown without a whole build."""
        if self._collected and self._theirs and may_save(self.site.config, self):
            self._saving.keep(Shown(self._collected, self.site, self._theirs))

    def _published(self, config: MkDocsConfig) -> Published:
        return Published(self.folder.published, may_share(config))

    def _memory(self, name: str, config: MkDocsConfig) -> Memory:
        """Give what is remembered of the last site; that of a preview goes with it: no site is like it."""
        if name not in self._memories or not self._serving:
            folder = None if self._serving else Path(config.config_file_path).parent / FOLDER
            self._memories[name] = Memory(folder, name)
        return self._memories[name]

    def _say_what_there_is(self) -> None:
        count, languages = len(self.library.stories), ", ".join(self.site.locals)
        stories = "story" if count == 1 else "stories"
        log.info("CX Stories: %d %s, %d pages (%s)", count, stories, len(self.site), languages)

    @event_priority(_LAST)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind; the site that was there is as it was.

        Raises:  Abort, in the place of what the system says when the site cannot be written
        """
        self._close()
        if self._folder and (said := self._folder.told(error)):
            log.error("%s", said)
            raise Abort("Aborted, because the site could not be written.") from error

    def on_shutdown(self) -> None:
        """End a build that somebody has interrupted, and what a preview has kept between its builds."""
        self._close()
        end_converting()
        end_remembering()
        self._on_demand.end()
        if self._noticing:
            self._noticing.end()
            self._noticing.join()

    def _close(self) -> None:
        with ExitStack() as closing:
            closing.callback(self._on_demand.resume)
            for helper in (self._folder, self._index, self._pages):
                if helper:
                    closing.callback(helper.close)

    @property
    def site(self) -> Site:
        """The site being built."""
        return _begun(self._site)

    @property
    def framing(self) -> Framing:
        """What stands around its pages."""
        return _begun(self._framing)

    @property
    def pages(self) -> Pages:
        """Its pages in the making."""
        return _begun(self._pages)

    @property
    def index(self) -> Index:
        """What its pages are found by."""
        return _begun(self._index)

    @property
    def folder(self) -> SiteFolder:
        """Where it is written, and where it will be."""
        return _begun(self._folder)

    @property
    def library(self) -> Library:
        """The stories being published."""
        return self.site.collection.library


def _reloads() -> bool:
    """Whether MkDocs will hand us the server of the preview, as it does where pages are reloaded."""
    command = click.get_current_context(silent=True)
    return command is None or bool(command.params.get("livereload", True))


def _begun(part: _Part | None) -> _Part:
    if part is None:
        raise PluginError("CX Stories: the build has not read its stories yet.")
    return part
