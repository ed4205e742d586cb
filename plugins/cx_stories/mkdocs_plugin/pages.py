"""Our pages as MkDocs pages: prose rendered by MkDocs's Markdown, everything else by our templates."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import cast

from markupsafe import escape as shown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from cx_stories.mkdocs_plugin.completing import complete_links, titled
from cx_stories.mkdocs_plugin.extensions import with_own_extensions
from cx_stories.views import addresses
from cx_stories.views.completing import Target, complete_references
from cx_stories.views.page import Page
from cx_stories.views.prose import Converted
from cx_stories.views.rendering import Heading, Renderer
from cx_stories.views.sanitising import harmless, sanitised

log = logging.getLogger("mkdocs.plugins.cx_stories")
_ID = re.compile(r'id="([^"]+)"')
"""Without the space before it, for which a search takes four times as long."""
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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all pages of a language share when their prose is completed.

    files:  where links are looked for
    prose:  texts that have been converted before
    refer:  gives for a reference, and the way to the top of the site, what it leads to
    """

    files: Files
    prose: Mapping[str, Converted] = field(default_factory=dict)
    refer: Callable[[str, str], Target | None] = lambda _to, _root: None


class CxFile(File):
    """The file of a page of ours.

    aside:  whether MkDocs is not to read and print the page: it is written in another way
    """

    aside = False

    def is_documentation_page(self) -> bool:
        """Whether MkDocs makes a page of it."""
        return not self.aside

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it to whoever writes the page: no page is a file to be copied."""


class CxPage(MkDocsPage):
    """A page of ours. Its front matter never reaches MkDocs or the theme."""

    def __init__(self, view: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(view.title), file, config)
        self.view = view
        self.update_date = NO_DATE
        self.surroundings: Surroundings | None = None
        self._headings: list[Heading] = []

    def show(self, view: Page) -> None:
        """From now on be the page of this view, which stands at the same address."""
        if view is not self.view:
            self.view, self.title = view, escape(view.title)
            self.markdown = self.content = None
            self._headings = []

    def let_go(self) -> None:
        """Hold no longer what the prose was made into, now that the page is written: there may be many."""
        self.content = self.markdown = self.present_anchor_ids = None
        self._headings = []

    @property
    def root(self) -> str:
        """The way from this page to the top of the site."""
        return root_of(self.file.url)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 (MkDocs's signature)
        """Take the prose as it is: it has been read and checked, and its front matter is off."""
        self.markdown = self.view.prose.text if self.view.prose else ""
        self.meta = {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the prose with Markdown; the page around it is printed when its context is made.

        What has been converted before is completed, unless another plugin has changed the text since. All of
        it is sanitised last, whatever the rules say that look at what was typed.
        """
        around = self.surroundings or Surroundings(files)
        headings: Sequence[tuple[str, str]] = ()
        converted = around.prose.get(self.markdown or "")
        if not self.markdown:
            self.content, self.present_anchor_ids = "", set()
        elif converted:
            self.content, self.links_to_anchors = complete_links(converted, self.file, around.files, config)
            self.present_anchor_ids, headings = set(converted.places), converted.headings
        else:
            self._render_there(config, around.files)
            headings = tuple((item.title, item.id) for item in self.toc if item.level == 2)
        self.content = complete_references(self.content or "", lambda to: around.refer(to, self.root))
        self.content = harmless(self.content) if converted else self._sanitised(self.content)
        self._headings = [
            Heading(shown(unescape(html)), place) for html, place in titled(headings, self.content)
        ]
        self.toc = TableOfContents([])

    def _render_there(self, config: MkDocsConfig, files: Files) -> None:
        """Have MkDocs render the prose: it has been tried in a process that can be stopped.

        Raises:  PluginError if an extension that could not be tried fails, or another plugin's text does
        """
        try:
            super().render(with_own_extensions(config), files)
        except MkDocsException:
            raise
        except Exception as error:  # whatever an extension does
            what = f"{type(error).__name__}: {error}"
            raise PluginError(f"CX Stories: Markdown cannot read {self.file.src_uri} ({what}).") from error

    def _sanitised(self, html: str) -> str:
        """Make prose harmless that nobody has looked at since MkDocs rendered it, and say what went."""
        clean = sanitised(html)
        for what in dict.fromkeys(lost.told for lost in clean.lost):
            log.warning("Doc file '%s': %s was taken out, which no page may have.", self.file.src_uri, what)
        return clean.html

    def printed(self, renderer: Renderer) -> str:
        """Print the page with our template: what stands in its frame."""
        return renderer.render(self.view, self.content or "", self._headings, self.root)

    def found_by(self, renderer: Renderer) -> str:
        """Print what the search finds the page by."""
        return renderer.found(self.view, self.content or "")

    def take_places(self, html: str) -> None:
        """Leave MkDocs the places that links may lead to: those in the prose, and those in print."""
        places = {found[1] for found in _ID.finditer(html) if html[found.start() - 1].isspace()}
        self.present_anchor_ids = (self.present_anchor_ids or set()) | places


def file_of(page: Page, prefix: str, config: MkDocsConfig) -> CxFile:
    """Give the file of a page: it stands where its prose is written, and is served at its address.

    prefix:  the folder of its language, `nl/`, or nothing for the default language
    """
    source = addresses.source(page.path)
    if page.prose:
        source = _without_language(page.prose.path, page.prose.language)
    generated = CxFile.generated(config, prefix + source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file = cast("CxFile", generated)
    folder = prefix + (f"{page.path}/" if page.path else "")
    flat = f"{prefix}{page.path}.html" if page.path else f"{prefix}index.html"
    file.dest_uri = f"{folder}index.html" if config.use_directory_urls else flat
    file.page = CxPage(page, file, config)
    return file


def known_file(file: CxFile | None, page: Page) -> CxFile | None:
    """Give a file that a page had in the build before, for the page to show what it says now.

    Returns  None if there is none, or if the page is to have another: its prose stands elsewhere, or another
             page counts in its place
    """
    if file is None or not isinstance(file.page, CxPage):
        return None
    then = file.page.view
    if then.moved or page.moved or _place_of(then) != _place_of(page):
        return None
    file.page.show(page)
    return file


def _place_of(page: Page) -> tuple[str, str]:
    return (page.prose.path, page.prose.language) if page.prose else ("", "")


def pages_among(files: Files) -> Sequence[File]:
    """Give the files of all pages of a site, in the order of the files: ours, and those that MkDocs makes."""
    made = set(files.documentation_pages())
    return [file for file in files if isinstance(file, CxFile) or file in made]


def lead_on(file: File, other: File) -> None:
    """Have the page of a file name another one as the page that counts."""
    if isinstance(file.page, CxPage) and isinstance(other.page, CxPage):
        file.page.canonical_url = other.page.canonical_url


def _without_language(path: str, language: str) -> str:
    stem = path.removesuffix(".md")
    return stem.removesuffix(f".{language}") + ".md"
