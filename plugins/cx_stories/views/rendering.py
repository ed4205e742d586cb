"""From a page's values to HTML: the one Jinja environment, autoescaped, with the interface's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cx_stories.views.catalogue import catalogue
from cx_stories.views.page import Page

Resolve = Callable[[str], str]
"""Gives the link from the page being printed to an address of the same edition."""


class Heading(NamedTuple):
    """A heading within prose: its text as HTML, and its place on the page."""

    html: Markup
    id: str


class Renderer:
    """Prints the pages of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._resolve: Resolve = _nowhere
        self._environment = _environment(language)
        self._environment.globals["url"] = self._url

    def render(self, page: Page, prose: str, headings: Sequence[Heading], resolve: Resolve) -> str:
        """Print a page.

        prose:     its Markdown, rendered to HTML
        headings:  the main headings in it
        resolve:   gives the link to an address
        """
        html = Markup(prose)  # noqa: S704 (rendered by us)
        values = {"page": page, "prose": html, "headings": headings, **page.context}
        return self.part(page.template, values, resolve)

    def part(self, template: str, values: Mapping[str, object], resolve: Resolve) -> str:
        """Print a template with these values."""
        self._resolve = resolve
        try:
            return self._environment.get_template(template).render(values)
        finally:
            self._resolve = _nowhere

    def _url(self, address: str) -> str:
        return self._resolve(address)


def _nowhere(address: str) -> str:
    raise LookupError(address)


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
