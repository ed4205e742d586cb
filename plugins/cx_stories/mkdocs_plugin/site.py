"""One build of a site: the collection's pages as MkDocs files, and the frame around each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from cx_stories.mkdocs_plugin.pages import CxPage, Links, LocalizedFiles, file_of
from cx_stories.mkdocs_plugin.theme import theme_files
from cx_stories.pipeline import Collection, build
from cx_stories.views import addresses
from cx_stories.views.assets import Asset, assets
from cx_stories.views.edition import Edition
from cx_stories.views.frame import (
    DEFAULT_MENU,
    Alternate,
    MenuItem,
    foot_groups,
    language_name,
    menu_of,
    search_words,
    section,
)
from cx_stories.views.page import Page
from cx_stories.views.rendering import Renderer

GENERATED_BY = "cx-stories"


class LocalSite:
    """The pages of one language, bound to their files."""

    def __init__(self, language: str, prefix: str, edition: Edition, pages: Sequence[Page]) -> None:
        self.language = language
        self.prefix = prefix
        self.edition = edition
        self.pages = pages
        self.titles = {page.path: page.menu or page.title for page in pages}
        self.renderer = Renderer(language)
        self.files: dict[str, File] = {}
        self.links = Links({})
        self.menu: Sequence[MenuItem] = ()

    def add_files(self, config: MkDocsConfig) -> Sequence[File]:
        """Make a file for every page."""
        self.files = {page.path: file_of(page, self.prefix, config) for page in self.pages}
        self.links = Links(self.files)
        return tuple(self.files.values())

    def bind(self, files: Files) -> None:
        """Tell each page what it needs to print itself."""
        local = LocalizedFiles(files, self.prefix)
        for file in self.files.values():
            if isinstance(file.page, CxPage):
                file.page.renderer, file.page.links, file.page.files = self.renderer, self.links, local


class Site:
    """All languages of a site in one build."""

    def __init__(self, collection: Collection, config: MkDocsConfig) -> None:
        self.collection = collection
        self.config = config
        self.assets: Sequence[Asset] = assets()
        self.theme = theme_files(config)
        languages = collection.library.languages
        pages = build(collection, config.site_name)
        self.locals = {
            language: LocalSite(
                language,
                "" if language == languages[0] else f"{language}/",
                Edition(collection.library, language, config.site_name),
                tuple(group),
            )
            for language, group in groupby(pages, key=lambda page: page.language)
        }
        self.default = self.locals[languages[0]]

    def replace(self, files: Files) -> Files:
        """Take every file that the collection has read out of MkDocs's hands and put our pages in."""
        for document in self.collection.documents:
            file = files.get_file_from_path(document.path)
            if file is not None:
                files.remove(file)
        for local in self.locals.values():
            for file in local.add_files(self.config):
                files.append(file)
        for asset in self.assets:
            files.append(File.generated(self.config, asset.path, content=asset.content))
        for local in self.locals.values():
            local.bind(files)
        return files

    def set_menu(self) -> None:
        """Take the menu from `nav` in mkdocs.yml, else the default one."""
        by_source = {addresses.source(path): path for path in self.default.titles}
        by_source |= {file.src_uri: path for path, file in self.default.files.items()}
        chosen = tuple(_menu_items(self.config.nav, by_source)) if self.config.nav else DEFAULT_MENU
        for local in self.locals.values():
            own = chosen if local is self.default else tuple(MenuItem(item.path) for item in chosen)
            local.menu = menu_of(own, local.titles)

    def frame(self, page: CxPage) -> Mapping[str, Any]:
        """Give what the theme prints around a page of ours."""
        local = self.locals[page.view.language]
        return {
            **self._frame(local, page.link, page.view.path, self._alternates(page), page.view),
            "title": page.view.title,
            "summary": page.view.summary,
            "home": page.view.path == addresses.HOME,
            "listed": page.view.listed,
            "classes": " ".join(page.view.classes),
            "alternates": self._alternates(page),
            "own": True,
        }

    def empty_frame(self, base: str) -> Mapping[str, Any]:
        """Give what the theme prints around a page that is not in the collection, such as "not found".

        base:  the link from that page to the top of the site
        """
        top = f"{base.rstrip('/')}/"

        def link(address: str) -> str:
            return top + self.default.links.to(address, "")

        homes = [
            {"link": top + local.links.to("", ""), "language": name, "name": local.titles[""]}
            for name, local in self.locals.items()
        ]
        content = self.default.renderer.part("not_found.html", {"homes": homes}, link)
        frame = self._frame(self.default, link, None, (), None)
        return {**frame, "title": "404", "summary": "", "home": False, "listed": False, "content": content}

    def _frame(
        self,
        local: LocalSite,
        link: Any,
        path: str | None,
        alternates: Sequence[Alternate],
        page: Page | None,
    ) -> Mapping[str, Any]:
        values = {
            "site_name": self.config.site_name,
            "menu": local.menu,
            "section": section(page, local.menu) if page else "",
            "path": path,
            "alternates": alternates,
            "groups": foot_groups(local.edition, local.titles, local.menu),
            "copyright": self.config.copyright,
        }
        parts = {
            name: local.renderer.part(f"{name}.html", values, link)
            for name in ("brand", "menu", "foot", "sprite")
        }
        files = {asset.name: link(asset.path) for asset in self.assets}
        return {
            **parts,
            "language": local.language,
            "assets": files,
            "theme": self.theme,
            "classes": "",
            "alternates": (),
            "search": search_words(local.edition),
        }

    def canonical_alternates(self, page: CxPage) -> Sequence[tuple[str, str]]:
        """Give language and full address of a page in each language that has words of its own for it."""
        found = []
        for language, local in self.locals.items():
            file = local.files.get(page.view.path)
            if file and isinstance(file.page, CxPage) and file.page.view.listed and file.page.canonical_url:
                found.append((language, file.page.canonical_url))
        return tuple(found) if len(found) > 1 else ()

    def _alternates(self, page: CxPage) -> Sequence[Alternate]:
        alternates = []
        for language, local in self.locals.items():
            file = local.files.get(page.view.path)
            if file is not None:
                link = get_relative_url(file.url, page.file.url)
                current = language == page.view.language
                alternates.append(Alternate(language, language_name(language), link, current))
        return tuple(alternates)


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
