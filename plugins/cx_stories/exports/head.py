"""What a page says of itself to programs: in its head, beside its title and summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cx_stories.exports.feeds.links import feed_folders, feed_links
from cx_stories.exports.linked_data.page import LinkedData, Trail
from cx_stories.exports.linked_data.places import Places
from cx_stories.exports.pictures.picture import Picture, picture_of, picture_of_site, wanted
from cx_stories.exports.publication import Publication
from cx_stories.exports.sharing import Shown, alt_of, of_article, open_graph
from cx_stories.exports.texts.paths import TYPE, has_text, text_path
from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page


class Meta(NamedTuple):
    """A line for those who show a card of the page: `property` for Open Graph, `name` for others."""

    attribute: str
    key: str
    content: str


class Link(NamedTuple):
    """Something that belongs to the page, such as its feed.

    address:  a whole one, or one seen from the top of the site
    """

    relation: str
    address: str
    type: str = ""
    title: str = ""
    language: str = ""


class Head(NamedTuple):
    """What stands in the head of a page.

    data:  JSON-LD, fit to stand in HTML; nothing if there is none
    """

    metas: Sequence[Meta] = ()
    links: Sequence[Link] = ()
    data: str = ""


class Heads:
    """Gives the heads of the pages of one edition; what is the same for many of them is made once."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._publication = publication
        self._edition = edition
        self._places = Places(publication, edition)
        self._data = LinkedData(publication, edition, self._places)
        self._pictured = wanted(publication)
        site = picture_of_site(publication, edition)
        self._of_site = self._image(site), alt_of(site, edition) if self._pictured else ""
        home = edition.prose(addresses.HOME)
        self._summary = (home.summary if home else "") or publication.description
        self._feeds: dict[tuple[tuple[str, str], ...], Sequence[Link]] = {}
        self._tellable = {addresses.story(story.id): story for story in edition.library.stories}

    def of(self, page: Page, trail: Trail = ()) -> Head:
        """Give what stands in the head of a page; nothing for one that only sends its readers on.

        trail:  address and title of the pages above it, the home page first
        """
        if page.moved:
            return Head()
        story = self._tellable.get(page.path)
        image, alt = self._pictured_by(story) if story else self._of_site
        shown = Shown(
            self._publication.name,
            self._places.page(page.path),
            page.summary or self._summary,
            image,
            alt,
            self._others(page, story),
        )
        return Head(
            tuple(self._metas(page, story, shown)),
            tuple(self._links(page, story)),
            self._data.of(page, story, trail, image if story else ""),
        )

    def _image(self, picture: Picture) -> str:
        return self._places.file(picture.path) if self._pictured else ""

    def _pictured_by(self, story: Story) -> tuple[str, str]:
        """Give the picture of a story, and what is to be seen on it; a draft has that of the site."""
        if not self._pictured or not story.published:
            return self._of_site
        picture = picture_of(story, self._edition)
        return self._image(picture), alt_of(picture, self._edition)

    def _others(self, page: Page, story: Story | None) -> Sequence[str]:
        told = story.tellings if story else self._edition.library.languages
        spoken = page.foreign or page.language
        return tuple(one for one in self._edition.library.languages if one in told and one != spoken)

    def _metas(self, page: Page, story: Story | None, shown: Shown) -> Iterator[Meta]:
        lines = [*open_graph(page, story, shown), *(of_article(story, self._edition) if story else ())]
        yield from (Meta("property", name, content) for name, content in lines if content)
        yield Meta("name", "twitter:card", "summary_large_image" if shown.image else "summary")
        if shown.image:
            yield Meta("name", "twitter:image:alt", shown.alt)

    def _links(self, page: Page, story: Story | None) -> Iterator[Link]:
        yield from self._fed(page)
        if story and has_text(story, self._publication, self._edition):
            path = text_path(story, self._publication, self._edition)
            yield Link("alternate", path, TYPE, page.title)

    def _fed(self, page: Page) -> Sequence[Link]:
        """Give the feeds that go with a page; most pages have the same ones."""
        folders = tuple(feed_folders(self._publication, self._edition, page))
        if folders not in self._feeds:
            found = feed_links(self._publication, self._edition, page)
            self._feeds[folders] = tuple(Link("alternate", one.address, one.type, one.title) for one in found)
        return self._feeds[folders]
