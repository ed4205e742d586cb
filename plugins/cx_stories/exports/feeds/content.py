"""A story as HTML that can stand anywhere: every address is whole, and nothing needs our styles."""

from __future__ import annotations

from html import escape
from urllib.parse import urljoin

from markupsafe import Markup

from cx_stories.exports.publication import Publication
from cx_stories.model.story import Story, Telling
from cx_stories.views import addresses
from cx_stories.views.completing import Target, complete_references
from cx_stories.views.destinations import Destinations
from cx_stories.views.edition import Edition
from cx_stories.views.references import referred_to
from cx_stories.views.sanitising import Readdressing, harmless
from cx_stories.views.story.workshop import PAUSE
from cx_stories.views.templating import environment

_TEMPLATE = "feeds/story.html"


class Contents:
    """Gives the stories of an edition as HTML."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._publication = publication
        self._edition = edition
        self._template = environment(edition.language).get_template(_TEMPLATE)
        self._destinations = Destinations(edition)
        self._at_hand: tuple[Story, Telling] | None = None
        self._readdressed = Readdressing(self._whole)

    def of(self, story: Story) -> str:
        """Give a story with its picture and its lessons; nothing where its text has not been converted."""
        telling = story.told_in(self._edition.language)
        prose = self._prose(story, telling)
        if not prose:
            return ""
        return self._template.render(
            prose=Markup(prose),  # noqa: S704 (made harmless just before)
            picture=self.picture(story),
            alt=telling.alt or (story.image.alt if story.image else ""),
            lessons=telling.lessons,
            foreign=self._edition.foreign(telling.language),
        ).strip()

    def picture(self, story: Story) -> str:
        """Give the whole address of the picture of a story; nothing if it has none."""
        file = f"{addresses.STORIES}/{story.image.file}" if story.image else ""
        return self._edition.whereabouts.file(file) if file else ""

    def _prose(self, story: Story, telling: Telling) -> str:
        converted = self._publication.prose.get(telling.body)
        if converted is None:
            return ""
        html = complete_references(converted.completed(escape), self._refer).replace(PAUSE, "")
        self._at_hand = story, telling
        return self._readdressed(harmless(html))

    def _refer(self, reference: str) -> Target | None:
        found = referred_to(reference, self._edition)
        return (
            (self._edition.permalink(found.path) + found.place, found.title, found.language)
            if found
            else None
        )

    def _whole(self, typed: str) -> str:
        """Make an address whole that was typed in the text that is at hand."""
        try:
            ahead = self._destinations.of(typed, *self._at_hand) if self._at_hand else None
        except ValueError:
            return ""
        if ahead is None:
            return typed
        if ahead.from_top:
            return urljoin(self._edition.whereabouts.url, typed)
        found = self._edition.permalink if ahead.is_page else self._edition.whereabouts.file
        return found(ahead.path) + ahead.rest
