"""Our pages as MkDocs pages: prose rendered by MkDocs's Markdown, everything else by our templates."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from cx_stories.views import addresses
from cx_stories.views.page import Page
from cx_stories.views.rendering import Heading, Renderer

_ID = re.compile(r'\sid="([^"]+)"')
NO_DATE = "1970-01-01"
"""What MkDocs is told of every page instead of the day of the build; our sitemap has the true dates."""


def location_of(file: File) -> str:
    """Give where the page of a file is, seen from the top of the site; nothing for the top itself."""
    return "" if file.url in (".", "./") else file.url


def root_of(url: str) -> str:
    """Give the way from a page to the top of the site: the same for all pages equally deep."""
    return "../" * url.count("/") if url not in (".", "./") and "/" in url else "./"


class LocalizedFiles(Files):
    """The files of the site as a page below a language's folder sees them.

    A link is looked for in that language first; what all languages share, such as pictures, is where it is.
    """

    def __init__(self, files: Files, prefix: str) -> None:
        super().__init__(list(files))
        self._prefix = prefix

    def get_file_from_path(self, path: str) -> File | None:
        """Give the file at a path of this language, else at the path without the language."""
        return super().get_file_from_path(path) or super().get_file_from_path(path.removeprefix(self._prefix))


class CxPage(MkDocsPage):
    """A page of ours. Its front matter never reaches MkDocs or the theme."""

    def __init__(self, view: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(view.title), file, config)
        self.view = view
        self.update_date = NO_DATE
        self.files: Files | None = None
        self._headings: list[Heading] = []

    @property
    def root(self) -> str:
        """The way from this page to the top of the site."""
        return root_of(self.file.url)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs's signature)
        """Take the prose as it is: it has been read and checked, and its front matter is off."""
        self.markdown = self.view.prose.text if self.view.prose else ""
        self.meta = {} if self.view.listed else {"search": {"exclude": True}}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the prose with Markdown; the page around it is printed when its context is made."""
        if self.markdown:
            super().render(config, self.files or files)
        else:
            self.content, self.present_anchor_ids = "", set()
        self._headings = [Heading(Markup(item.title), item.id) for item in self.toc if item.level == 2]  # noqa: S704
        self.toc = TableOfContents([])

    def print(self, renderer: Renderer) -> str:
        """Print the page with our template, and leave MkDocs what a search should find it by."""
        prose = self.content or ""
        html = renderer.render(self.view, prose, self._headings, self.root)
        self.content = renderer.searchable(self.view, prose) if self.view.listed else ""
        self.present_anchor_ids = (self.present_anchor_ids or set()).union(_ID.findall(html))
        return html


def file_of(page: Page, prefix: str, config: MkDocsConfig) -> File:
    """Give the file of a page: it stands where its prose is written, and is served at its address.

    prefix:  the folder of its language, `nl/`, or nothing for the default language
    """
    source = addresses.source(page.path)
    if page.prose:
        source = _without_language(page.prose.path, page.prose.language)
    file = File.generated(config, prefix + source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    folder = prefix + (f"{page.path}/" if page.path else "")
    flat = f"{prefix}{page.path}.html" if page.path else f"{prefix}index.html"
    file.dest_uri = f"{folder}index.html" if config.use_directory_urls else flat
    file.page = CxPage(page, file, config)
    return file


def _without_language(path: str, language: str) -> str:
    stem = path.removesuffix(".md")
    return stem.removesuffix(f".{language}") + ".md"
