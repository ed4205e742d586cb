"""The library in one language: stories as cards, terms as labels, elements as lights."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from gettext import NullTranslations
from typing import Any, TypeVar

from cx_stories.library import Library
from cx_stories.model.article import Prose
from cx_stories.model.story import HIT, NOT_EVIDENCED, Story, Telling
from cx_stories.relations.relations import Relations
from cx_stories.views import addresses
from cx_stories.views.catalogue import catalogue
from cx_stories.views.page import Later, Markdown, Page
from cx_stories.views.preview import NO_PREVIEW, Preview
from cx_stories.views.whereabouts import UNKNOWN, Whereabouts

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Label:
    """A term by its name, and its page where it has one."""

    id: str
    text: str
    path: str = ""

    @property
    def inline(self) -> str:
        """The name within a sentence: without its capital, unless it is an abbreviation or a name."""
        return _inline(self.text)


@lru_cache(maxsize=4096)
def _inline(name: str) -> str:
    first, *later = name.split() or [""]
    named = _is_abbreviation(first) or any(word[0].isupper() and not _is_abbreviation(word) for word in later)
    return name if named else name[:1].lower() + name[1:]


def _is_abbreviation(word: str) -> bool:
    return word[1:2].isupper()


@dataclass(frozen=True, slots=True)
class Light:
    """An element in a story: lit, out, or not evidenced.

    state:              hit, missed or none
    evidence_language:  of the sentence, where that is not the language of the story's other words
    """

    id: str
    label: str
    state: str
    path: str
    evidence: str = ""
    evidence_language: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A story as it appears in a list.

    language:  of its words, where that is not the language of the page; otherwise nothing
    """

    path: str
    title: str
    summary: str
    language: str
    polarity: Label
    provenance: Label
    lights: Sequence[Light]
    stages: Sequence[Label]
    channels: Sequence[Label]
    date: date | None
    draft: bool


@dataclass(frozen=True, slots=True)
class Unwritten:
    """What a page says of itself if nobody has written prose for it."""

    title: str = ""
    menu: str = ""
    summary: str = ""


UNWRITTEN = Unwritten()


@dataclass(frozen=True)
class Edition:
    """The library as a reader of one language sees it.

    history:  the days on which each file was changed, the last one first, by its path
    data:     whether the files with the stories as data are published
    """

    library: Library
    language: str
    site_name: str = ""
    preview: Preview = NO_PREVIEW
    known_relations: Relations | None = None
    whereabouts: Whereabouts = UNKNOWN
    history: Mapping[str, Sequence[date]] = field(default_factory=dict, repr=False)
    data: bool = True
    _cards: dict[str, Card] = field(default_factory=dict, repr=False)
    _labels: dict[tuple[str, str, str], Label] = field(default_factory=dict, repr=False)
    _known: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """Give what many pages show, made for the first of them: the same value, and no other like it.

        key:  what it is and what it depends on besides this edition
        """
        if key not in self._known:
            self._known[key] = make()
        found: _Made = self._known[key]
        return found

    @cached_property
    def relations(self) -> Relations:
        """How the stories hang together; the same in every language."""
        return self.known_relations or Relations(self.library)

    @property
    def words(self) -> NullTranslations:
        """The interface's words."""
        return catalogue(self.language)

    def permalink(self, address: str) -> str:
        """Give what a page is cited by: its whole address, where anybody has said where the site stands."""
        folder = "" if self.language == self.library.languages[0] else f"{self.language}/"
        return self.whereabouts.permalink(address, folder)

    def label(self, vocabulary: str, identity: str, path: str = "") -> Label:
        """Give a term of a vocabulary by its label."""
        key = vocabulary, identity, path
        label = self._labels.get(key)
        if label is None:
            term = self.library.term(vocabulary, identity)
            path = path or (addresses.term(vocabulary, identity) if term else "")
            label = Label(identity, term.label(self.language) if term else identity, path)
            self._labels[key] = label
        return label

    def labels(self, vocabulary: str, identities: Sequence[str]) -> Sequence[Label]:
        """Give several terms of a vocabulary by their labels."""
        key = ("labels", vocabulary, *identities)
        if key not in self._known:
            self._known[key] = tuple([self.label(vocabulary, identity) for identity in identities])
        labels: Sequence[Label] = self._known[key]
        return labels

    def polarity(self, story: Story) -> Label:
        """Give the verdict on a story, with the list of stories that share it."""
        return self.label("polarity", story.polarity)

    def lights(self, story: Story) -> Sequence[Light]:
        """Give a light for every element there is, in the order of the vocabulary."""
        telling, first = story.told_in(self.language), story.tellings[story.language]
        return tuple([self._light(unlit, story, (telling, first)) for unlit in self._unlit])

    @cached_property
    def _unlit(self) -> Sequence[Light]:
        """A light for every element of which a story says nothing."""
        elements = self.library.vocabularies["elements"].choices
        return tuple(
            Light(term.id, term.label(self.language), NOT_EVIDENCED, addresses.element(term.id))
            for term in elements
        )

    def _light(self, unlit: Light, story: Story, tellings: tuple[Telling, Telling]) -> Light:
        """Make a light; what the translation leaves out is said in the words it was first told in."""
        state = story.state_of(unlit.id)
        if state == NOT_EVIDENCED:
            return unlit
        evidence, language = "", ""
        for told in tellings:
            sentences = told.elements if state == HIT else told.missed
            if not evidence and sentences.get(unlit.id):
                evidence = sentences[unlit.id]
                language = "" if told.language == tellings[0].language else told.language
        return Light(unlit.id, unlit.label, state, unlit.path, evidence, language)

    def card(self, story: Story) -> Card:
        """Give the card of a story."""
        card = self._cards.get(story.id)
        if card is None:
            card = self._cards[story.id] = self._make_card(story)
        return card

    def _make_card(self, story: Story) -> Card:
        telling = story.told_in(self.language)
        return Card(
            path=addresses.story(story.id),
            title=telling.title,
            summary=telling.summary,
            language=self.foreign(telling.language),
            polarity=self.polarity(story),
            provenance=self.label("provenance", story.provenance),
            lights=self.lights(story),
            stages=self.labels("stages", story.stages),
            channels=self.labels("channels", story.channels),
            date=story.date,
            draft=not story.published,
        )

    def cards(self, stories: Sequence[Story]) -> Sequence[Card]:
        """Give the cards of stories, in their order."""
        known = self._cards
        return tuple([known.get(story.id) or self.card(story) for story in stories])

    def foreign(self, language: str) -> str:
        """Give a language if it is not that of this edition, else nothing."""
        return "" if language == self.language else language

    def prose(self, path: str) -> Prose | None:
        """Give what somebody wrote for the page at an address, in this language if there is."""
        article = self.library.articles.get(path)
        return article.told_in(self.language) if article else None

    def page(
        self,
        address: str,
        template: str,
        context: Mapping[str, object] | Callable[[], Mapping[str, object]],
        unwritten: Unwritten = UNWRITTEN,
        number: int = 1,
    ) -> Page:
        """Make a page that somebody may have written prose for.

        context:    its values, or what makes them when somebody wants them
        unwritten:  what it says of itself if nobody has
        number:     which part of a long list; the prose stands on the first, which alone is listed
        """
        told = self.prose(address)
        first, foreign = number == 1, self.foreign(told.language) if told else ""
        return Page(
            path=addresses.numbered(address, number),
            language=self.language,
            title=told.title if told else unwritten.title,
            template=template,
            context=Later(context, kept=True) if callable(context) else context,
            summary=(told.summary if told else "") or unwritten.summary,
            menu=(told.menu if told else "") or unwritten.menu,
            prose=Markdown(told.path, told.language, told.body, told.body_line) if told and first else None,
            listed=first and (unwritten is not UNWRITTEN or not foreign),
            foreign=foreign,
        )
