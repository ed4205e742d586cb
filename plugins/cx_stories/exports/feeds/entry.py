"""A story in a feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cx_stories.exports.feeds.content import Contents
from cx_stories.exports.publication import Publication
from cx_stories.model.story import HIT, NOT_EVIDENCED, Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label


@dataclass(frozen=True, slots=True)
class Entry:
    """A story in a feed.

    address:    of its page, whole; what the entry is known by for ever
    title:      as typed, like all that is no HTML
    content:    the story as HTML that can stand anywhere; nothing where it is not known
    image:      the whole address of its picture; nothing if it has none
    authors:    who told it and who wrote it down; nobody where nobody is named
    published:  the day it was published on
    updated:    the day of its last version, as far as anybody knows it
    """

    address: str
    title: str
    summary: str
    content: str
    image: str
    language: str
    authors: Sequence[str]
    categories: Sequence[Label]
    published: date
    updated: date


class Entries:
    """The entries of an edition; each is made once, for all feeds it is in."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._edition = edition
        self._contents = Contents(publication, edition)
        self._made: dict[str, Entry] = {}

    def of(self, story: Story) -> Entry:
        """Give the entry of a story that has been published."""
        if story.id not in self._made:
            self._made[story.id] = self._make(story)
        return self._made[story.id]

    def _make(self, story: Story) -> Entry:
        edition, telling = self._edition, story.told_in(self._edition.language)
        published = story.date or date.min
        days = edition.history.get(telling.path, ())
        return Entry(
            address=edition.permalink(addresses.story(story.id)),
            title=telling.title,
            summary=telling.summary,
            content=self._contents.of(story),
            image=self._contents.picture(story),
            language=telling.language,
            authors=_authors(story, edition),
            categories=_categories(story, edition),
            published=published,
            updated=max((published, *days)),
        )


def _authors(story: Story, edition: Edition) -> Sequence[str]:
    people = (edition.prose(addresses.person(one)) for one in (story.teller, story.author) if one)
    return tuple(dict.fromkeys(person.title for person in people if person))


def _categories(story: Story, edition: Edition) -> Sequence[Label]:
    """Give the verdict, and the elements that were there or were missed."""
    lights = [light for light in edition.lights(story) if light.state != NOT_EVIDENCED]
    missed = edition.words.gettext("%(element)s (missed)")
    elements = (
        Label(light.id, light.label)
        if light.state == HIT
        else Label(f"{light.id}-{light.state}", missed % {"element": light.label})
        for light in lights
    )
    return (edition.polarity(story), *elements)
