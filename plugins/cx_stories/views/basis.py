"""What pages are made of, in a few bytes: as long as these stay the same, so does what stands on the page."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b

from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.page import STORY, Page

SIZE = 16
"""How many bytes a digest has."""
_BODIES = {"tellings": {"__all__": {"body", "body_line"}}}


def digest_of(*parts: object) -> bytes:
    """Give the digest of plain values: another one if any of them is another."""
    return blake2b(repr(parts).encode(errors="backslashreplace"), digest_size=SIZE).digest()


class Basis:
    """Knows of the pages of one edition what they are made of, besides our templates and their own prose.

    The text of a story has a say in its own page alone, but for what relations make of it.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._facts: dict[str, bytes] = {}

    def of(self, page: Page) -> bytes:
        """Give the digest of all that the values of a page are made of."""
        made_of = page.made_of(self.facts) if page.made_of else (self._everything, self._links(page.path))
        shown = (page.path, page.title, page.template, page.summary, page.menu, page.date, page.listed)
        more = (page.classes, page.foreign, page.group, page.scripts, page.notes, page.moved)
        return digest_of(self._shared, made_of, shown, more)

    def at_a_glance(self, page: Page) -> bytes:
        """Give a digest that is another one whenever that of `of` is, or the prose; found with less work.

        It changes more often, too: with whatever any story says but in its text, and with any link.
        """
        text = page.prose.text if page.prose else ""
        return digest_of(self.whole, page.path, text, self._told(page) if page.group == STORY else ())

    def _told(self, page: Page) -> object:
        """Give what the page of a story shows besides what is in `whole`, and its text.

        From the words that the story was first told in, a page in any language takes how long it is to read.
        """
        identity = page.path.removeprefix(addresses.story(""))
        story = self._edition.library.story(identity)
        first = story.tellings[story.language].body if story else ""
        return first, self._edition.relations.related.get(identity, ())

    @cached_property
    def whole(self) -> bytes:
        """The digest of all that pages show but the texts of stories, and which are related to which."""
        relations, history = self._edition.relations, self._edition.history
        return digest_of(self._shared, self._everything, list(relations.links), list(history.items()))

    def facts(self, identity: str) -> bytes:
        """Give the digest of all that a story says but its text; of one that is not there, of nothing."""
        if identity not in self._facts:
            story = self._edition.library.story(identity)
            self._facts[identity] = digest_of(story.model_dump_json(exclude=_BODIES) if story else None)
        return self._facts[identity]

    @cached_property
    def _shared(self) -> bytes:
        """What every page may show: words of vocabularies, the people and series and what else has a page."""
        edition, library = self._edition, self._edition.library
        words = [(name, one.model_dump_json()) for name, one in sorted(library.vocabularies.items())]
        articles = [(path, one.model_dump_json()) for path, one in sorted(library.articles.items())]
        site = (edition.language, library.languages, edition.site_name, edition.whereabouts, edition.data)
        return digest_of(site, words, articles)

    @cached_property
    def _everything(self) -> bytes:
        stories = [(story.id, self.facts(story.id)) for story in self._edition.library.stories]
        return digest_of(stories, list(self._edition.relations.contrasts.items()))

    def _links(self, path: str) -> object:
        relations = self._edition.relations
        out = [relations.links_out.get((path, language), ()) for language in self._edition.library.languages]
        return relations.backlinks.get(path, ()), out
