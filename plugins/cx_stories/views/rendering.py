"""From a page's values to HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from cx_stories.model.story import STATES
from cx_stories.views import addresses
from cx_stories.views.data import size_in_words
from cx_stories.views.edition import Card, Light
from cx_stories.views.lesson_lines import LessonLine
from cx_stories.views.page import Page, passing
from cx_stories.views.searching.filters import query_of
from cx_stories.views.story.workshop import PAUSE
from cx_stories.views.templating import environment

Locate = Callable[[str], str]
"""Gives where an address of the edition is, seen from the top of the site."""
_MOST_KEPT = 20_000
"""How many of a kind that many pages show are kept in print: of a very large site all are too many."""
_ROOT = "\x00"
"""Stands for the way to the top in what is printed once for all pages; no file may have this character."""
_TICK_BOX = re.compile(r'<input type="checkbox"(?![^<>]* aria-label=)([^<>]*)>')
"""In a list of tasks. Within a value of an attribute its quotes would be written otherwise."""
_STATE = "\x01"
"""Stands for the state of an element in the same way."""


class Heading(NamedTuple):
    """A heading within prose: its text as HTML, and its place on the page."""

    html: Markup
    id: str


class Renderer:
    """Prints the pages of one language.

    What many pages show in the same form, rows of lights, cards and lines, is printed once.
    """

    def __init__(self, language: str, locate: Locate) -> None:
        self.language = language
        self._locate = locate
        self._root = ""
        self._links: dict[str, dict[str, Markup]] = {}
        self.sizes: Mapping[str, int] = {}
        """How many bytes the files have that are no pages, by where they are."""
        self._rows: dict[tuple[tuple[str, str], ...], Markup] = {}
        self._cards: dict[tuple[str, int], str] = {}
        self._lines: dict[str, str] = {}
        self._same: dict[tuple[object, ...], str] = {}
        self._lessons: dict[str, str] = {}
        self._environment = environment(language)
        known = self._environment.globals
        known.update(url=self._url, once=self._print_once, explore=self._explore, size_of=self._size)
        known.update(line=self._print_line, lines=self._print_lines, lesson_lines=self._print_lessons)
        known["lights"] = self._kept(self._row)
        known["card"] = known["card_of"] = self._print_card
        parts: Any = self._environment.get_template("parts.html").module
        known.update(verdict=self._kept(parts.verdict), linked=self._kept(parts.linked))
        known.update(drawn=self._kept(parts.arc), fact_line=self._kept(parts.fact_line))
        known["titled"] = self._kept(parts.titled)
        known["lamp"] = {state: parts.light(state) for state in STATES}
        names = {state: parts.state_name(state) for state in STATES}
        known["states"] = names
        known["capital_states"] = {state: name.capitalize() for state, name in names.items()}
        self._ticks = {done: str(parts.tick(done)) for done in (True, False)}
        self._lit = {state: str(parts.lit(state)) for state in STATES}

    def _kept(self, macro: Callable[..., Markup]) -> Callable[..., Markup]:
        """Have a macro print what views give to many pages once, for all pages that are equally deep.

        What is given first is known by which it is, and not by what it is equal to: there is only one of it.
        """
        printed: dict[tuple[object, ...], tuple[object, Markup]] = {}

        def print_kept(thing: object, *others: object) -> Markup:
            key = (id(thing), self._root, *others)
            known = printed.get(key)
            if known is None:
                if len(printed) >= _MOST_KEPT:
                    printed.clear()
                html = macro(thing, *others) if self._root == _ROOT else led(thing, *others)
                known = printed[key] = thing, html
            return known[1]

        def led(thing: object, *others: object) -> Markup:
            before, self._root = self._root, _ROOT
            try:
                html = print_kept(thing, *others)
            finally:
                self._root = before
            return Markup(html.replace(_ROOT, before))  # noqa: S704 (our template)

        return print_kept

    def compile(self) -> None:
        """Read all templates, so that the processes forked from this one need not, each for itself."""
        for name in self._environment.list_templates():
            self._environment.get_template(name)

    def render(self, page: Page, prose: str, headings: Sequence[Heading], root: str) -> str:
        """Print a page.

        prose:     its Markdown, rendered to HTML
        headings:  the main headings in it
        root:      the way from the page to the top of the site, such as `../`
        """
        pauses = page.template == "story.html"
        told = prose if pauses else prose.replace(PAUSE, "")
        if "<input" in told:
            told = _TICK_BOX.sub(self._named, told)
        html = Markup(told)  # noqa: S704 (rendered by us)
        values = {"page": page, "prose": html, "headings": headings, **passing(page.context)}
        notes = self.part("notes.html", {"notes": page.notes}, root) if page.notes else ""
        return notes + self.part(page.template, values, root)

    def _named(self, box: re.Match[str]) -> str:
        """Have a box say whether it is ticked, to those who do not see it."""
        return f'<input type="checkbox" aria-label="{self._ticks["checked" in box[1]]}"{box[1]}>'

    def found(self, page: Page, prose: str) -> str:
        """Print what the index of the search is told of a page."""
        html = Markup(prose.replace(PAUSE, ""))  # noqa: S704 (rendered by us)
        values = passing(page.context if page.found is None else page.found)
        return self.part("found.html", {"page": page, "prose": html, **values}, "")

    def part(self, template: str, values: Mapping[str, object], root: str) -> str:
        """Print a template with these values."""
        before, self._root = self._root, root
        try:
            return self._environment.get_template(template).render(values)
        finally:
            self._root = before

    def _row(self, row: Sequence[Light]) -> Markup:
        """Print a row of lights, which is that of many stories."""
        key = tuple([(light.id, light.state) for light in row])
        if key not in self._rows:
            self._rows[key] = Markup(self.part("lights.html", {"row": row}, ""))  # noqa: S704 (our template)
        return self._rows[key]

    def _url(self, address: str) -> Markup:
        """Give the link to an address, fit for HTML; pages equally deep have the same ones."""
        known = self._links.get(self._root)
        if known is None:
            known = self._links[self._root] = {}
        link = known.get(address)
        if link is None:
            if len(known) >= _MOST_KEPT:
                known.clear()
            link = known[address] = escape(self._root + self._locate(address))
        return link

    def _explore(self, **chosen: str | Sequence[str]) -> str:
        """Give the address of Explore with filters set, by their names."""
        return self._url(addresses.EXPLORE) + query_of(chosen)

    def _size(self, address: str) -> str:
        """Give the size of a file in words; nothing where nobody has said it."""
        return size_in_words(self.sizes[address], self.language) if address in self.sizes else ""

    def _print_card(self, story: Card, level: int = 3) -> Markup:
        key = (story.path, level)
        if key not in self._cards:
            self._cards[key] = self.part("card.html", {"story": story, "level": level}, _ROOT)
        return Markup(self._cards[key].replace(_ROOT, self._root))  # noqa: S704 (our template)

    def _print_once(self, template: str, **values: object) -> Markup:
        """Print what many pages say alike, once for each set of values, which must be hashable."""
        key = (template, *values.items())
        if key not in self._same:
            self._same[key] = self.part(template, values, _ROOT)
        return Markup(self._same[key].replace(_ROOT, self._root))  # noqa: S704 (our template)

    def _print_line(self, story: Card) -> Markup:
        return Markup(self._line(story).replace(_ROOT, self._root))  # noqa: S704 (our template)

    def _print_lines(self, stories: Iterable[Card]) -> Markup:
        items = "".join(f"<li>{self._line(story)}</li>\n" for story in stories)
        return Markup(items.replace(_ROOT, self._root))  # noqa: S704 (our template)

    def _line(self, story: Card) -> str:
        if story.path not in self._lines:
            self._lines[story.path] = self.part("line.html", {"story": story}, _ROOT)
        return self._lines[story.path]

    def _print_lessons(self, lessons: Iterable[LessonLine], states: Iterable[str]) -> Markup:
        """Print lessons; the state of an element is filled in, so that each is printed once for all lists.

        states:  what to fill in for each; where there is nothing to say, none
        """
        lit = chain(map(self._lit.__getitem__, states), repeat(""))
        items = "".join(self._lesson(line).replace(_STATE, next(lit)) for line in lessons)
        return Markup(items.replace(_ROOT, self._root))  # noqa: S704 (our template)

    def _lesson(self, lesson: LessonLine) -> str:
        if lesson.id not in self._lessons:
            values = {"lesson": lesson, "state": _STATE}
            self._lessons[lesson.id] = self.part("lesson_line.html", values, _ROOT)
        return self._lessons[lesson.id]
