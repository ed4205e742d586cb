"""From a page's values to HTML: the one Jinja environment, autoescaped, with the interface's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cx_stories.views.catalogue import catalogue
from cx_stories.views.edition import STATES, Card, Light
from cx_stories.views.page import Page

Locate = Callable[[str], str]
"""Gives where an address of the edition is, seen from the top of the site."""
_ROOT = "\x00"
"""Stands for the way to the top in what is printed once for all pages; no file may have this character."""


class Heading(NamedTuple):
    """A heading within prose: its text as HTML, and its place on the page."""

    html: Markup
    id: str


class Renderer:
    """Prints the pages of one language.

    What many pages show in the same form, rows of lights and cards, is printed once.
    """

    def __init__(self, language: str, locate: Locate) -> None:
        self.language = language
        self._locate = locate
        self._root = ""
        self._lights: dict[tuple[tuple[str, str], ...], Markup] = {}
        self._cards: dict[tuple[str, int], str] = {}
        self._environment = _environment(language)
        self._environment.globals.update(url=self._url, lights=self._print_lights, card=self._print_card)
        parts: Any = self._environment.get_template("parts.html").module
        self._environment.globals["lamp"] = {state: parts.light(state) for state in STATES}
        self._environment.globals["states"] = {state: parts.state_name(state) for state in STATES}

    def render(self, page: Page, prose: str, headings: Sequence[Heading], root: str) -> str:
        """Print a page.

        prose:     its Markdown, rendered to HTML
        headings:  the main headings in it
        root:      the way from the page to the top of the site, such as `../`
        """
        html = Markup(prose)  # noqa: S704 (rendered by us)
        values = {"page": page, "prose": html, "headings": headings, **page.context}
        notes = self.part("notes.html", {"notes": page.notes}, root) if page.notes else ""
        return notes + self.part(page.template, values, root)

    def searchable(self, page: Page, prose: str) -> str:
        """Print what a search should find a page by: its summary, its prose, its lessons."""
        html = Markup(prose)  # noqa: S704 (rendered by us)
        return self.part("searchable.html", {"page": page, "prose": html, **page.context}, "")

    def part(self, template: str, values: Mapping[str, object], root: str) -> str:
        """Print a template with these values."""
        before, self._root = self._root, root
        try:
            return self._environment.get_template(template).render(values)
        finally:
            self._root = before

    def _url(self, address: str) -> str:
        return self._root + self._locate(address)

    def _print_lights(self, row: Sequence[Light]) -> Markup:
        key = tuple((light.id, light.state) for light in row)
        if key not in self._lights:
            self._lights[key] = Markup(self.part("lights.html", {"row": row}, ""))  # noqa: S704 (our template)
        return self._lights[key]

    def _print_card(self, story: Card, level: int = 3) -> Markup:
        key = (story.path, level)
        if key not in self._cards:
            self._cards[key] = self.part("card.html", {"story": story, "level": level}, _ROOT)
        return Markup(self._cards[key].replace(_ROOT, self._root))  # noqa: S704 (our template)


def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("cx_stories", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    words: Any = catalogue(language)
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    environment.globals["language"] = language
    environment.filters["day"] = lambda day: _day(day, language)
    return environment


def _day(day: date, language: str) -> str:
    """Write a date out in the language of the page."""
    return format_date(day, format="long", locale=_DATE_LOCALES.get(language, language.replace("-", "_")))


_DATE_LOCALES = {"en": "en_GB"}
"""The site's English writes 1 March 2024, not March 1, 2024."""
