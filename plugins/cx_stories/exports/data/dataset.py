"""What is exported: the published stories, in the languages that were asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from cx_stories.exports.basis import basis_of
from cx_stories.exports.data.column import Row
from cx_stories.exports.data.exported import Exported
from cx_stories.exports.data.plain_text import plain_text
from cx_stories.exports.data.told import Labels, Told
from cx_stories.exports.publication import Publication
from cx_stories.model.document import Kind
from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.basis import digest_of
from cx_stories.vocabulary.vocabulary import Vocabulary


@dataclass(frozen=True)
class Dataset:
    """The published stories of a publication; drafts are never among them, not even in a preview.

    languages:  which of its languages are asked for, the default one first
    """

    publication: Publication
    languages: Sequence[str]

    @cached_property
    def published(self) -> Sequence[Story]:
        """The published stories that are told in one of these languages, newest first."""
        asked = set(self.languages)
        found = (story for story in self.publication.library.stories if story.published)
        return tuple(story for story in found if not asked.isdisjoint(story.tellings))

    @property
    def stories(self) -> Iterator[Exported]:
        """These stories, each in all of these languages.

        They are made anew for whoever asks: to have at hand what is said of all stories would fill memory.
        """
        return map(self.exported, self.published)

    def exported(self, story: Story) -> Exported:
        """Give a story in all of these languages that it is told in."""
        return Exported(tuple(self._told(story)))

    def key_of(self, story: Story) -> bytes:
        """Give a digest of all that is said of a story."""
        said = self._pair(story), self._related(story)
        return digest_of(self._site, basis_of(self.publication).story(story), *said)

    @property
    def rows(self) -> Iterator[Row]:
        """A row for each story and language, newest first; all have the same columns."""
        return (row for story in self.stories for row in story.rows)

    @cached_property
    def vocabularies(self) -> Sequence[Vocabulary]:
        """The lists of terms that readers see, by id."""
        found = self.publication.library.vocabularies
        return tuple(found[name] for name in sorted(found) if name not in addresses.UNSEEN)

    def titles(self, kind: Kind) -> Mapping[str, Mapping[str, str]]:
        """Give what the pages of a kind are called, by id and language; one untranslated in its own."""
        return {
            article.id: {language: article.told_in(language).title for language in self.languages}
            for article in self.publication.library.of_kind(kind)
        }

    @cached_property
    def _labels(self) -> Mapping[str, Labels]:
        return {edition.language: Labels(edition) for edition in self.publication.editions}

    @cached_property
    def _public(self) -> frozenset[str]:
        return frozenset(one.id for one in self.publication.library.stories if one.published)

    def _told(self, story: Story) -> Iterator[Told]:
        band, related, picture = self._band(story), self._related(story), self._picture(story)
        pair = self._pair(story)
        for edition in self.publication.editions:
            telling = story.tellings.get(edition.language)
            if telling and edition.language in self.languages:
                text, address = plain_text(telling.body), edition.permalink(addresses.story(story.id))
                words, labels = len(text.split()), self._labels[edition.language]
                facts = band, pair, related, picture
                yield Told(story, telling, edition, address, text, words, *facts, labels)

    @cached_property
    def _site(self) -> bytes:
        return digest_of(basis_of(self.publication).site(self.publication), self.languages)

    def _pair(self, story: Story) -> str:
        return story.pair if story.pair in self._public else ""

    def _related(self, story: Story) -> Sequence[str]:
        found = self.publication.editions[0].relations.related.get(story.id, ())
        return [one.story for one in found if one.story in self._public]

    def _band(self, story: Story) -> str:
        for band in self.publication.library.vocabularies["elements"].bands:
            if band.min <= story.score <= band.max:
                return str(band.min) if band.min == band.max else f"{band.min}-{band.max}"
        return ""

    def _picture(self, story: Story) -> str:
        file = story.image.file if story.image else ""
        return f"{self.publication.url}{quote(f'{addresses.STORIES}/{file}')}" if file else ""
