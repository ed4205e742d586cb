"""The pages of ours that MkDocs does not make: printed and written by us, and their links looked at."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from cx_stories.errors import EndedProcessError
from cx_stories.mkdocs_plugin.frame import Framing, Values
from cx_stories.mkdocs_plugin.keeping_pages import Keeper
from cx_stories.mkdocs_plugin.pages import CxFile, CxPage, location_of
from cx_stories.mkdocs_plugin.printing import Press, Sheet, Steps, listening, whole
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.pipeline.indexing import Index
from cx_stories.pipeline.remembering import Entry
from cx_stories.pipeline.stopwatch import add, kept, phase
from cx_stories.pipeline.taking_over import write_new
from cx_stories.views import addresses

log = logging.getLogger("mkdocs.plugins.cx_stories")
_OF_PAGES = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""The events by which plugins have a hand in pages."""
_TEMPLATE = "main.html"


def onlookers(config: MkDocsConfig, own: object) -> tuple[str, ...]:
    """Give the names of other plugins, and of hooks, that want to see every page: MkDocs must print them.

    own:  our plugin
    """
    events, plugins = config.plugins.events, config.plugins.items()
    names = {id(plugin): name for name, plugin in plugins if plugin is not own}
    owners = [getattr(method, "__self__", None) for event in _OF_PAGES for method in events[event]]
    return tuple(sorted({names.get(id(owner), "hooks") for owner in owners if owner is not own}))


class Theirs(NamedTuple):
    """What MkDocs has for printing pages."""

    environment: Environment
    nav: Navigation
    files: Files


class Pages:
    """All pages of ours in one build.

    keeper:   takes over what need not be printed
    waiting:  whether each is printed when somebody asks for it
    """

    def __init__(
        self, site: Site, framing: Framing, keeper: Keeper, theirs: Theirs, *, waiting: bool = False
    ) -> None:
        environment, self._nav, self._files = theirs
        self._site, self._framing, self._keeper = site, framing, keeper
        self._template = environment.get_template(_TEMPLATE)
        self._readers = [file for file in self._files if file.is_documentation_page()]
        there = {id(file) for file in self._files}
        self._all = tuple(page for page in site.in_order() if id(page.file) in there)
        pages = [page for page in self._all if _is_aside(page)]
        self._last = [page for page in pages if page.view.path == addresses.DATA]
        """Those that say how large the files beside the pages are, which are made in the meantime."""
        self._press = Press([page for page in pages if page not in self._last], self._steps, self._prepare)
        self._waiting = {page.file.dest_uri: page for page in self._all} if waiting else {}
        self._brought: set[str] = set()
        self._besides_wait = site.late
        self._anchors: dict[str, Mapping[str, Mapping[str, str]]] = {}

    def start(self) -> None:
        """Begin with those that MkDocs does not make, unless they wait."""
        if not self._waiting:
            self._press.start()

    def _prepare(self) -> None:
        self._framing.prepare()
        self._keeper.prepare()

    def close(self) -> None:
        """Let go of what is only of use while pages are made."""
        self._press.close()

    def finish(self, index: Index, folder: Path) -> None:
        """Make the rest, and all that stands beside the pages, while the index is made; look at the links.

        folder:  that of the site
        Raises:  PluginError, IndexingError
        """
        sheets, many = self._press.sheets(), sum(page.view.findable for page in self._all)
        with phase("pages", count=len(self._all)):
            for page in self._all[:many]:
                entry, known = self._entry(page, sheets)
                index.add(location_of(page.file), entry, known=known)
        with phase("search"):
            index.begin(folder)
        self._bring_besides(folder)
        with phase("pages"):
            for page in self._all[many:]:
                self._entry(page, sheets)
            for page in self._last:
                self._taken(page, self._make(page))
            self._look_at_links(self._anchors)

    def _entry(self, page: CxPage, sheets: Iterator[tuple[CxPage, Sheet]]) -> tuple[Entry, bool]:
        """Give what the search finds a page by, and whether it may have been the same in the last build."""
        if _is_aside(page) and page not in self._last:
            return self._taken(page, self._next(sheets))
        if _is_aside(page):
            self._read(page)
        return self._found(page), True

    def _taken(self, page: CxPage, sheet: Sheet) -> tuple[Entry, bool]:
        known = sheet.found is None
        kept("pages", used=known, made=not known)
        if sheet.anchors:
            self._anchors[page.file.src_uri] = sheet.anchors
        return self._keeper.keep(sheet), known

    @property
    def waits(self) -> bool:
        """Whether pages are printed when somebody asks for them."""
        return bool(self._waiting)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._all)

    def found(self, number: int) -> tuple[str, Entry] | None:
        """Give address and text of what the search finds of a page; None if it does not find it."""
        page = self._all[number]
        if not page.view.findable:
            return None
        self._site.freshen(page)
        self._read(page)
        found = self._found(page)
        page.content = page.markdown = None
        return location_of(page.file), found

    def bring(self, place: str, folder: Path) -> bool:
        """Write a file of the site that has been waiting, if it is one; whether it is there now.

        place:   where it is, seen from the top of the site
        folder:  that of the site
        """
        target, page = folder / place, self._waiting.get(place)
        if _is_file(target):
            return True
        if page is None or page.view.path == addresses.DATA:
            self._bring_besides(folder)
        if page:
            self._brought.add(place)
            self._site.freshen(page)
            self._read(page)
            write_new(str(target), self._framed(page, self._framing.with_content(page)))
            page.content = page.markdown = None
        return _is_file(target)

    def take_back(self, folder: Path) -> None:
        """Take away what was written because somebody asked for it, and pages that MkDocs has made."""
        made = [file.dest_uri for file in self._readers if isinstance(file, CxFile)]
        for place in (*self._brought, *made):
            (folder / place).unlink(missing_ok=True)

    def _bring_besides(self, folder: Path) -> None:
        if self._besides_wait:
            for file in (*self._site.besides(), *(self._site.pictures() if self._site.lean else ())):
                file.dest_dir = str(folder)
                self._brought.add(file.dest_uri)
                file.copy_file()
            self._besides_wait = False

    def remember(self) -> None:
        """Remember the pages, now that they are published."""
        self._keeper.save()

    def _next(self, sheets: Iterator[tuple[CxPage, Sheet]]) -> Sheet:
        try:
            return next(sheets)[1]
        except EndedProcessError as error:
            raise PluginError(str(error)) from error

    def _found(self, page: CxPage) -> bytes:
        """Print what the search finds a page by; nothing if it does not."""
        if not page.view.findable:
            return b""
        with phase("search"):
            return _encoded(page.found_by(self._site.locals[page.view.language].renderer))

    def _make(self, page: CxPage) -> Sheet:
        """Take a page over, or print it and write it.

        Raises:  whatever goes wrong, after it has been said with which page
        """
        return whole(self._steps(page))

    def _steps(self, page: CxPage) -> Steps:
        """Take a page over, or print it, in steps; what is said of it has to be said again."""
        glance, path = self._keeper.glance(page), page.file.abs_dest_path
        if again := self._keeper.again(glance, path):
            return again
        with listening() as of_text, _named("reading", page):
            self._read(page)
        with listening() as of_place, _named("building", page):
            around = self._framing.around(page)
            key = self._keeper.key_of(page, around)
            proof, found = self._keeper.take_over(key, path), None
        if not proof:
            yield
            with listening() as of_content, _named("building", page):
                filled = self._framing.filled(page, around)
            yield
            with listening() as of_frame, _named("building", page):
                proof, found = self._print(page, filled)
            if of_content or of_frame:
                key = glance = b""
        links = page.links_to_anchors or {}
        page.let_go()
        anchors = {file.src_uri: dict(places) for file, places in links.items()}
        return Sheet(key, proof, found, anchors, b"" if of_text or of_place or anchors else glance)

    def _read(self, page: CxPage) -> None:
        page.read_source(self._site.config)
        page.render(self._site.config, self._files)

    def _framed(self, page: CxPage, filled: Values) -> bytes:
        context = get_context(self._nav, self._readers, self._site.config, page)
        context["cx"] = filled  # type: ignore[typeddict-unknown-key]
        with phase("theme", count=1):
            return _encoded(self._template.render(context))

    def _print(self, page: CxPage, filled: Values) -> tuple[bytes, bytes]:
        """Print a page and write it; give its proof, and what the search finds it by."""
        output = self._framed(page, filled)
        with phase("writing", count=1):
            proof = write_new(page.file.abs_dest_path, output)
        add("writing", size=len(output))
        return proof, self._found(page)

    def _look_at_links(self, anchors: Mapping[str, Mapping[str, Mapping[str, str]]]) -> None:
        """Have MkDocs say which links in prose lead to places that are not there."""
        for path in anchors:
            self._page(path).links_to_anchors = {
                self._file(to): dict(anchors[path][to]) for to in anchors[path]
            }
        targets = {to for places in anchors.values() for to in places}
        for file in self._readers:  # what MkDocs makes itself, it has looked at, but not at where ours lead
            if file.page and file.page.links_to_anchors:
                ours = {to: places for to, places in file.page.links_to_anchors.items() if _set_aside(to)}
                file.page.links_to_anchors = ours
                targets.update(to.src_uri for to in ours)
        for target in sorted(targets):
            self._see_places(self._file(target))
        level = self._site.config.validation.links.anchors
        for path in sorted(anchors):
            self._page(path).validate_anchor_links(files=self._files, log_level=level)
        for file in self._readers:
            if file.page:
                file.page.validate_anchor_links(files=self._files, log_level=level)

    def _see_places(self, file: File) -> None:
        if _set_aside(file) and isinstance(file.page, CxPage):
            file.page.take_places(Path(file.abs_dest_path).read_text(encoding="utf-8"))

    def _file(self, path: str) -> File:
        return self._files.src_uris[path]

    def _page(self, path: str) -> CxPage:
        page = self._file(path).page
        assert isinstance(page, CxPage)  # noqa: S101 (only ours have sheets)
        return page


@contextmanager
def _named(doing: str, page: CxPage) -> Iterator[None]:
    """Say with which page something went wrong, in MkDocs's words; it tells of its own errors besides."""
    try:
        yield
    except Exception as error:
        said = "" if isinstance(error, BuildError) else f" {error}"
        log.error("Error %s page '%s':%s", doing, page.file.src_uri, said)
        raise


def _encoded(text: str) -> bytes:
    """Give a text as MkDocs writes it."""
    return text.encode("utf-8", errors="xmlcharrefreplace")


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 (says no to what can be no path, too)


def _is_aside(page: CxPage) -> bool:
    return _set_aside(page.file)


def _set_aside(file: File) -> bool:
    return isinstance(file, CxFile) and file.aside
