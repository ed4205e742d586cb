"""Where the links of a text lead: what was typed for a file becomes the page of an edition, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath

from cx_stories.checks.destinations import address_of, page_of, source_led_to, without_language
from cx_stories.model.story import Story, Telling
from cx_stories.relations.backlinks import pages_by_file
from cx_stories.views import addresses
from cx_stories.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a link leads to.

    path:      of a page below its language; of another file as seen from the top of the site
    is_page:   which of the two
    rest:      what follows the path, as typed: `?query#anchor`
    from_top:  whether what was typed begins at the top of a server
    """

    path: str
    is_page: bool
    rest: str
    from_top: bool = False


class Destinations:
    """Knows where the links in the texts of an edition lead."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    def of(self, typed: str, story: Story, telling: Telling) -> Ahead | None:
        """Give where a link in the text of a story leads; None if it leads to another site.

        Raises:  ValueError if no program can make an address of it
        """
        address = address_of(typed)
        if address is None:
            return None
        if not address.path:
            return Ahead(addresses.story(story.id), is_page=True, rest=address.rest)
        file = without_language(telling.path, telling.language)
        source = source_led_to(typed, file, self._edition.library.languages)
        if source:
            return Ahead(self._pages.get(source, page_of(source)), is_page=True, rest=address.rest)
        path = normpath(join("/", dirname(file), address.path)).lstrip("/")
        return Ahead(path, is_page=False, rest=address.rest, from_top=address.from_top)

    @cached_property
    def _pages(self) -> dict[str, str]:
        return pages_by_file(self._edition.library)
