"""What the theme prints around a page. What is the same for all pages equally deep is printed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from babel import Locale
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.utils import normalize_url

from cx_stories.exports.feeds.atom import FILE as FEED
from cx_stories.exports.feeds.links import feed_folders
from cx_stories.mkdocs_plugin.commenting import TEMPLATE as COMMENTS
from cx_stories.mkdocs_plugin.commenting import may_comment, scripts_for, values_of
from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.mkdocs_plugin.site import LocalSite, Site
from cx_stories.mkdocs_plugin.theme import own_picture
from cx_stories.views import addresses
from cx_stories.views.frame import Alternate, MenuItem, foot_groups, language_name, section
from cx_stories.views.page import Page

Values = Mapping[str, Any]
Feeds = Sequence[tuple[str, str]]
Groups = Sequence[tuple[str, Sequence[MenuItem]]]
_PARTS = ("brand", "search", "sprite")
ALIKE = frozenset((*_PARTS, "language", "direction", "assets", "styles"))
"""What is the same around all pages of a language that are equally deep."""


class Framing:
    """Gives the values that `theme/main.html` calls `cx`.

    environment:  that of MkDocs, which finds the theme's own templates
    """

    def __init__(self, site: Site, environment: Environment) -> None:
        self._site = site
        self._environment = environment
        self._shared_parts: dict[tuple[str, str], Values] = {}
        self._menus: dict[tuple[str, str, str, bool], str] = {}
        self._trails: dict[tuple[str, str, str], str] = {}
        self._feet: dict[tuple[str, str, Feeds], str] = {}
        self._groups: dict[str, Groups] = {}

    def prepare(self) -> None:
        """Do once what every process would else do that prints pages."""
        _ = self._site.default.edition.relations.related
        for local in self._site.locals.values():
            local.renderer.compile()
            self._foot_groups(local)

    def around(self, page: CxPage) -> Values:
        """Give what stands around a page of ours, but for its head: that says what the page itself does."""
        local, view = self._site.locals[page.view.language], page.view
        return {
            **self._shared(local, page.root),
            "foot": self._foot(local, page.root, self._feeds(local, view)),
            "comments": self._comments(local, page),
            "menu": self._menu(local, page.root, view.path, self._alternates(page)),
            "title": view.title,
            "summary": view.summary or local.description,
            "home": view.path == addresses.HOME,
            "listed": view.listed,
            "classes": " ".join(view.classes),
            "scripts": (*view.scripts, *scripts_for(view, self._site.options.comments)),
            "moved": page.root + local.locate(view.moved) if view.moved else "",
            "trail": self._trail(local, page.root, view.path),
        }

    def with_content(self, page: CxPage) -> Values:
        """Give a page of ours whole: what stands around it, and what stands in it."""
        return self.filled(page, self.around(page))

    def filled(self, page: CxPage, around: Values) -> Values:
        """Print what stands in a page of ours, and give it with what stands around it."""
        local = self._site.locals[page.view.language]
        content = page.printed(local.renderer) + around["comments"]
        return {**around, "head": self._head(local, page), "content": content}

    def _head(self, local: LocalSite, page: CxPage) -> Markup:
        """Print what a page says of itself to programs; MkDocs says where what belongs to it is."""
        values = {"head": self._site.head(page.view), "located": partial(normalize_url, page=page)}
        return Markup(self._print(local, "head", page.root, values))  # noqa: S704 (our template)

    def around_other(self, base: str, title: str = "404", summary: str = "", listed: bool = False) -> Values:
        """Give what stands around a page that is not ours: "not found", or one that another plugin has made.

        base:  the link from that page to the top of the site
        """
        root, local = f"{base.rstrip('/')}/", self._site.default
        return {
            **self._shared(local, root),
            "foot": self._foot(local, root, ()),
            "menu": self._menu(local, root, None, ()),
            "title": title,
            "summary": summary,
            "home": False,
            "listed": listed,
            "classes": "",
            "scripts": (),
            "trail": "",
        }

    def not_found(self, base: str) -> str:
        """Print the words for an address where there is no page, and a way home, in each language."""
        root = f"{base.rstrip('/')}/"
        several = len(self._site.locals) > 1
        sections = []
        for local in self._site.locals.values():
            first = local is self._site.default
            values = {"name": local.titles[addresses.HOME], "first": first, "several": several}
            sections.append(self._print(local, "not_found", root, values))
        return "".join(sections)

    def canonical_alternates(self, page: CxPage) -> Sequence[tuple[str, str]]:
        """Give language and full address of a page in each language that has words of its own for it.

        Who reads none of them is sent to the first.
        """
        found = []
        for language, local in self._site.locals.items():
            file = local.files.get(page.view.path)
            if file and isinstance(file.page, CxPage) and file.page.view.listed and file.page.canonical_url:
                found.append((language, file.page.canonical_url))
        return (*found, ("x-default", found[0][1])) if len(found) > 1 else ()

    def _alternates(self, page: CxPage) -> Sequence[Alternate]:
        path = page.view.path
        return tuple(
            Alternate(
                language,
                language_name(language),
                page.root + local.locate(path),
                current=language == page.view.language,
            )
            for language, local in self._site.locals.items()
            if path in local.files
        )

    def _shared(self, local: LocalSite, root: str) -> Values:
        key = (local.language, root)
        if key not in self._shared_parts:
            values = {
                "site_name": self._site.config.site_name,
                "logo": own_picture(self._site.config, "logo"),
                "words": local.words.path,
            }
            self._shared_parts[key] = {
                **{name: self._print(local, name, root, values) for name in _PARTS},
                "language": local.language,
                "direction": Locale.parse(local.language, sep="-").text_direction,
                "assets": {asset.name: root + asset.path for asset in self._site.assets},
                "styles": root + self._site.theme_styles,
            }
        return self._shared_parts[key]

    def _foot(self, local: LocalSite, root: str, feeds: Feeds) -> str:
        key = (local.language, root, feeds)
        if key not in self._feet:
            values = {
                "groups": self._foot_groups(local),
                "copyright": self._site.copyright(local.language),
                "feeds": feeds,
            }
            self._feet[key] = self._print(local, "foot", root, values)
        return self._feet[key]

    def _foot_groups(self, local: LocalSite) -> Groups:
        if local.language not in self._groups:
            self._groups[local.language] = foot_groups(local.edition, local.titles, local.menu)
        return self._groups[local.language]

    def _feeds(self, local: LocalSite, view: Page) -> Feeds:
        """Give address and subject of the feeds that go with a page."""
        folders = feed_folders(self._site.publication, local.edition, view)
        return tuple((folder + FEED, subject) for folder, subject in folders)

    def _comments(self, local: LocalSite, page: CxPage) -> str:
        """Print how to comment on a story; nothing where nobody may."""
        comments = self._site.options.comments
        if comments is None or not may_comment(page.view, comments):
            return ""
        return local.renderer.part(COMMENTS, values_of(page.view, comments, local.edition), page.root)

    def _menu(self, local: LocalSite, root: str, path: str | None, alternates: Sequence[Alternate]) -> str:
        current = section(path, local.menu) if path is not None else ""
        key = (local.language, root, current, path == current)
        if key in self._menus and len(alternates) < 2:
            return self._menus[key]
        values = {"menu": local.menu, "section": current, "path": path, "alternates": alternates}
        self._menus[key] = self._print(local, "menu", root, values)
        return self._menus[key]

    def _trail(self, local: LocalSite, root: str, path: str) -> str:
        trail = local.trail(path)
        key = (local.language, root, trail[-1][0] if trail else "")
        if key not in self._trails:
            self._trails[key] = self._print(local, "trail", root, {"trail": trail}) if trail else ""
        return self._trails[key]

    def _print(self, local: LocalSite, name: str, root: str, values: Values) -> str:
        return local.renderer.part(f"{name}.html", values, root)
