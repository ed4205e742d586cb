"""One build of a site: the collection's pages as MkDocs files, and the frame around each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from cx_stories.exports.head import Head, Heads
from cx_stories.exports.publication import Publication
from cx_stories.exports.registry import files_of as files_besides
from cx_stories.mkdocs_plugin.files_beside import LaterFile, made_file
from cx_stories.mkdocs_plugin.form import form_of_site, make_room
from cx_stories.mkdocs_plugin.own_files import leave_theirs
from cx_stories.mkdocs_plugin.pages import (
    CxFile,
    CxPage,
    LocalizedFiles,
    Surroundings,
    file_of,
    known_file,
    lead_on,
    location_of,
)
from cx_stories.mkdocs_plugin.picturing import picture_files
from cx_stories.mkdocs_plugin.static_files import Curtain, files_of
from cx_stories.mkdocs_plugin.theme import theme_styles
from cx_stories.pipeline import Collection
from cx_stories.pipeline.keeping_files import FilesBefore
from cx_stories.pipeline.options import Options
from cx_stories.pipeline.publication import publication_of
from cx_stories.pipeline.stopwatch import add, phase
from cx_stories.views import addresses
from cx_stories.views.again import only_texts, page_at, pages_stay
from cx_stories.views.assets import Asset, assets
from cx_stories.views.completing import Target
from cx_stories.views.edition import Edition
from cx_stories.views.frame import DEFAULT_MENU, MenuItem, menu_of
from cx_stories.views.page import Page
from cx_stories.views.prose import Converted
from cx_stories.views.references import referred_to
from cx_stories.views.registry import pages_of
from cx_stories.views.rendering import Renderer
from cx_stories.views.searching.known import known_asset
from cx_stories.views.searching.words import words_asset


class LocalSite:
    """The pages of one language, bound to their files."""

    def __init__(self, edition: Edition, last: LocalSite | None = None) -> None:
        """Make the pages of an edition.

        last:  those of the edition before, in a preview in which only some texts have changed; it spares work
        """
        stay = last if last and pages_stay(edition, last.edition) else None
        self.pages: Sequence[Page] = stay.pages if stay else pages_of(edition)
        self._late = stay is not None
        self.language = edition.language
        self.prefix = "" if self.language == edition.library.languages[0] else f"{self.language}/"
        self.edition: Edition = edition
        self.description = next((page.summary for page in self.pages if page.path == addresses.HOME), "")
        self.titles = {page.path: page.menu or page.title for page in self.pages}
        self.renderer = Renderer(self.language, self.locate)
        alike = last if last and only_texts(edition, last.edition) else None
        self.known: Asset = alike.known if alike else known_asset(edition)
        self.words: Asset = alike.words if alike else words_asset(edition, self.known)
        self.files: dict[str, CxFile] = {}
        self._locations: dict[str, str] = {}
        self.menu: Sequence[MenuItem] = ()

    def current(self, page: Page) -> Page:
        """Give a page as it is to be printed: that of a story may still be one of the edition before."""
        return (page_at(page.path, self.edition) if self._late else None) or page

    def add_files(self, config: MkDocsConfig) -> Sequence[File]:
        """Make a file for every page."""
        return self.take_files({}, config)

    def take_files(self, known: Mapping[str, CxFile], config: MkDocsConfig) -> Sequence[File]:
        """Make a file for every page, or take the one that it had in the build before.

        known:  the files of the build before, by the address of the page
        """
        self.files = {
            page.path: known_file(known.get(page.path), page) or file_of(page, self.prefix, config)
            for page in self.pages
        }
        self._locations = {path: location_of(file) for path, file in self.files.items()}
        for page in self.pages:
            if page.moved:
                lead_on(self.files[page.path], self.files[page.moved])
        return tuple(self.files.values())

    def locate(self, address: str) -> str:
        """Give where an address is, seen from the top of the site; what is no page is a file there."""
        return self._locations.get(address, address)

    def in_order(self) -> Iterator[CxPage]:
        """Give the pages as the search gets to know them.

        The stories come first, the newest before all others: what is found equally well keeps this order.
        """
        stories = [addresses.story(story.id) for story in self.edition.library.stories]
        for path in dict.fromkeys((*stories, *sorted(self.files))):
            page = self.files[path].page
            if isinstance(page, CxPage):
                yield page

    def trail(self, address: str) -> Sequence[tuple[str, str]]:
        """Give address and title of the pages above the one at an address, the home page first."""
        if address == addresses.HOME:
            return ()
        parts = address.split("/")
        above = ("/".join(parts[:length]) for length in range(len(parts)))
        return tuple((path, self.titles[path]) for path in above if path in self.titles)

    def bind(self, files: Files, prose: Mapping[str, Converted]) -> None:
        """Tell each page where the links in its prose lead to, and what has been converted before."""
        around = Surroundings(LocalizedFiles(files, self.prefix), prose, self.refer)
        for file in self.files.values():
            if isinstance(file.page, CxPage):
                file.page.surroundings = around

    def refer(self, reference: str, root: str) -> Target | None:
        """Give what a reference in a text leads to.

        root:  the way from the page with the reference to the top of the site
        """
        target = referred_to(reference, self.edition)
        if target is None or target.path not in self._locations:
            return None
        return root + self.locate(target.path) + target.place, target.title, target.language


class Site:
    """All languages of a site in one build.

    late:  whether the files for machines are written later, beside the pages
    lean:  whether they, and the pictures, wait until somebody asks for them
    last:  the build before, in a preview in which only texts have changed; it spares work
    """

    def __init__(  # noqa: PLR0913 (what a site is made of, and how)
        self,
        collection: Collection,
        config: MkDocsConfig,
        options: Options,
        *,
        late: bool = False,
        lean: bool = False,
        last: Site | None = None,
    ) -> None:
        self.collection = collection
        self.late, self.lean = late or lean, lean
        self.config = config
        self.curtain = Curtain(config)
        self.options = options
        self.assets: Sequence[Asset] = assets()
        self.theme_styles = theme_styles(config)
        self.publication: Publication = publication_of(
            collection,
            name=config.site_name,
            description=config.site_description or "",
            url=config.site_url or "",
            folders=config.use_directory_urls,
            offers=options.offers,
            last=last.publication if last else None,
        )
        before = last.locals if last else {}
        self.default, *others = (
            LocalSite(edition, before.get(edition.language)) for edition in self.publication.editions
        )
        self.before: FilesBefore | None = None
        """Knows the files of the published site that are no pages, once these are written by us alone."""
        self.locals: Mapping[str, LocalSite] = {local.language: local for local in (self.default, *others)}
        self._heads = {one.language: Heads(self.publication, one) for one in self.publication.editions}

    def __len__(self) -> int:
        """Give how many pages there are, in all languages."""
        return sum(len(local.pages) for local in self.locals.values())

    def copyright(self, language: str) -> str:
        """Give the line at the foot of every page in this language, else the one that all languages share."""
        return self.options.copyright.get(language) or Markup(self.config.copyright or "")  # noqa: S704 (HTML by contract)

    def in_order(self) -> Iterator[CxPage]:
        """Give the pages in all languages as the search gets to know them; those that it does not, last."""
        pages = [page for local in self.locals.values() for page in local.in_order()]
        yield from sorted(pages, key=lambda page: not page.view.findable)

    def set_aside(self, files: Files) -> None:
        """Have MkDocs leave our pages to us, but for the first one: it must have a page to go by.

        A page takes the place of a file that would be written to the same place, as with MkDocs.
        """
        home = self.default.files[addresses.HOME]
        ours = [file for local in self.locals.values() for file in local.files.values() if file is not home]
        for file in ours:
            file.aside = True
        places = {file.dest_uri for file in ours}
        for other in [one for one in files if one.dest_uri in places and not isinstance(one, CxFile)]:
            files.remove(other)

    def moves(self) -> Iterator[tuple[str, str]]:
        """Give where pages were and where they are now, in all languages, seen from the top of the site."""
        for local in self.locals.values():
            for page in local.pages:
                if page.moved:
                    yield local.locate(page.path), local.locate(page.moved)

    def replace(self, files: Files) -> Files:
        """Put our pages and the files of the content folder beside those of the theme."""
        self.curtain.raise_()
        for file in files_of(self.collection.files, self.config):
            of_theme = files.get_file_from_path(file.src_uri)
            if of_theme:
                files.remove(of_theme)
            files.append(file)
        for local in self.locals.values():
            for file in local.add_files(self.config):
                files.append(file)
        for asset in (*self.assets, *self.own_words()):
            files.append(File.generated(self.config, asset.path, content=asset.content))
        for file in (*(() if self.late else self.besides()), *(() if self.lean else self.pictures())):
            files.append(file)
        if self.options.form:
            make_room(files)
        for one in form_of_site(self.options.form, self.publication, self.config):
            files.append(made_file(one, self.config))
        for local in self.locals.values():
            local.bind(files, self.collection.prose)
        return files

    def own_words(self) -> Iterator[Asset]:
        """Give the files of words that the search needs, in all languages."""
        for local in self.locals.values():
            yield from (local.words, local.known)

    def replace_again(self, last: Site, files: Files) -> None:
        """Put our pages in the place of those of the build before, in their order.

        last:   the build before
        files:  all files of it
        """
        for local in last.locals.values():
            for file in local.files.values():
                files.remove(file)
        for local in self.locals.values():
            for page_file in local.take_files(last.locals[local.language].files, self.config):
                files.append(page_file)
        for local in self.locals.values():
            local.bind(files, self.collection.prose)

    def besides(self) -> Iterator[File]:
        """Give what is published besides the pages, for machines."""
        before, config = self.before, self.config
        part_before = before.part if before else self.publication.part_before
        with phase("machines"):
            made = tuple(files_besides(replace(self.publication, part_before=part_before)))
            add(count=len(made))
        for one in made:
            leave_theirs(one.path, self.collection.files, config)
            yield LaterFile(one, before, config) if before else made_file(one, config)
        sizes = {one.path: len(one.made) for one in made if isinstance(one.made, bytes)}
        for local in self.locals.values():
            local.renderer.sizes = sizes

    def pictures(self) -> Sequence[File]:
        """Give the pictures of stories."""
        with phase("pictures"):
            return picture_files(self.publication, self.config)

    def freshen(self, page: CxPage) -> None:
        """Have a page of ours show what it says now, before it is printed because somebody asks for it."""
        page.show(self.locals[page.view.language].current(page.view))

    def head(self, page: Page) -> Head:
        """Give what a page says of itself to programs."""
        return self._heads[page.language].of(page, self.locals[page.language].trail(page.path))

    def changed(self, page: Page) -> str:
        """Give the day on which a story last changed, as far as anybody knows; nothing for other pages."""
        if not page.date:
            return ""
        history = self.locals[page.language].edition.history
        days = history.get(page.prose.path, ()) if page.prose else ()
        return max(page.date, *days).isoformat() if days else page.date.isoformat()

    def set_menu(self) -> None:
        """Take the menu from `nav` in mkdocs.yml, else the default one."""
        by_source = {addresses.source(path): path for path in self.default.titles}
        by_source |= {file.src_uri: path for path, file in self.default.files.items()}
        chosen = tuple(_menu_items(self.config.nav, by_source)) if self.config.nav else DEFAULT_MENU
        for local in self.locals.values():
            own = chosen if local is self.default else tuple(MenuItem(item.path) for item in chosen)
            local.menu = menu_of(own, local.titles)


def _menu_items(nav: Any, by_source: Mapping[str, str]) -> Iterator[MenuItem]:
    """Give the pages of ours that `nav` names, with the titles it gives them; sections are flattened."""
    for item in nav if isinstance(nav, list) else [nav]:
        pairs = item.items() if isinstance(item, dict) else [("", item)]
        for title, target in pairs:
            if isinstance(target, str):
                if target in by_source:
                    yield MenuItem(by_source[target], title or "")
            else:
                yield from _menu_items(target, by_source)
