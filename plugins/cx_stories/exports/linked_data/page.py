"""The data of a page: what it is, what it is about, and where it stands in the site.

Source:  https://schema.org, https://developers.google.com/search/docs/appearance/structured-data
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.exports.linked_data.lists import defined_term, page_of, term_set
from cx_stories.exports.linked_data.node import Node, node, shared, written
from cx_stories.exports.linked_data.places import Places
from cx_stories.exports.linked_data.story import article
from cx_stories.exports.publication import Publication
from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page

Trail = Sequence[tuple[str, str]]
"""Address and title of the pages above a page, the home page first."""


class LinkedData:
    """Gives the data of the pages of an edition."""

    def __init__(self, publication: Publication, edition: Edition, places: Places) -> None:
        self._publication = publication
        self._edition = edition
        self._places = places
        self._steps: dict[tuple[tuple[str, str], ...], Sequence[Node]] = {}
        self._terms = self._places.terms_by_page()
        self._vocabularies = self._places.vocabularies_by_page()

    def of(self, page: Page, story: Story | None, trail: Trail, image: str = "") -> str:
        """Give the data of a page as JSON-LD, fit to stand in HTML.

        story:  the one it tells; None for every other page
        image:  the whole address of its picture; nothing if it has none
        """
        return written([*self._about(page, story, image), *self._trail(page, trail)])

    def _about(self, page: Page, story: Story | None, image: str) -> Iterator[Node]:
        places = self._places
        if story:
            yield article(story, self._edition, places, image)
        elif page.path == addresses.HOME:
            yield self._site(page)
        elif page.path in self._terms:
            yield defined_term(*self._terms[page.path], page, places)
        elif page.path in self._vocabularies:
            yield term_set(self._vocabularies[page.path], page, places)
        else:
            yield page_of(page, places)

    def _site(self, page: Page) -> Node:
        """Give the site as a whole, and how to search it."""
        explore = self._places.page(addresses.EXPLORE)
        target = node("EntryPoint", urlTemplate=f"{explore}?q={{search_term_string}}") if explore else {}
        search = {
            **node("SearchAction", target=target),
            "query-input": "required name=search_term_string",
        }
        return node(
            "WebSite",
            self._places.site,
            name=self._publication.name,
            description=page.summary or self._publication.description,
            url=self._places.home,
            inLanguage=page.language,
            potentialAction=search if explore else {},
        )

    def _trail(self, page: Page, trail: Trail) -> Iterator[Node]:
        if not trail or not self._places.known:
            return
        last = self._step(len(trail) + 1, page.path, page.title)
        yield node("BreadcrumbList", itemListElement=[*self._above(trail), last])

    def _above(self, trail: Trail) -> Sequence[Node]:
        """Give the steps to a page; those to all pages of a folder are the same."""
        key = tuple(trail)
        if key not in self._steps:
            steps = (self._step(number, path, title) for number, (path, title) in enumerate(key, 1))
            self._steps[key] = tuple(shared(step) for step in steps)
        return self._steps[key]

    def _step(self, number: int, path: str, title: str) -> Node:
        return node("ListItem", position=number, name=title, item=self._places.page(path))
