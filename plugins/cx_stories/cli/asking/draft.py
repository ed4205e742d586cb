"""A story in the making: what has been answered so far, and the files it will be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cx_stories.exports.story_text import Value, in_order, story_text
from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.fields import WORDED
from cx_stories.pipeline.trial import Texts

DRAFT = "draft"
_UNNAMED = "story"


@dataclass(frozen=True, slots=True)
class Words:
    """A story in one language: what a translation repeats, and the text itself.

    remarks:  what to tell the writer above a line of the file
    """

    fields: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
    remarks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been answered so far.

    language:   the one it is told in
    languages:  those of the site, the default one first
    facts:      what is the same in every language
    told:       the words of each language
    """

    language: str
    languages: Sequence[str]
    facts: Mapping[str, Value] = field(default_factory=dict)
    told: Mapping[str, Words] = field(default_factory=dict)
    id: str = _UNNAMED

    @property
    def words(self) -> Words:
        """The words of the language it is told in."""
        return self.told.get(self.language, Words())

    @property
    def title(self) -> str:
        """Its title in the language it is told in."""
        return str(self.words.fields.get("title", ""))

    def get(self, name: str) -> Value | None:
        """Give what was answered; None if nothing was."""
        return self.words.fields.get(name, self.facts.get(name))

    def answered(self, name: str, value: Value) -> Draft:
        """Give the draft with one more answer."""
        if name not in WORDED:
            return replace(self, facts={**self.facts, name: value})
        words = self.words
        return self.in_words(self.language, replace(words, fields={**words.fields, name: value}))

    def with_body(self, body: str) -> Draft:
        """Give the draft with the story itself."""
        return self.in_words(self.language, replace(self.words, body=body))

    def in_words(self, language: str, words: Words) -> Draft:
        """Give the draft with the words of a language."""
        return replace(self, told={**self.told, language: words})

    def path(self, language: str) -> str:
        """Give the file of a language in the content folder."""
        suffix = "" if language == self.languages[0] else f".{language}"
        return f"{SHELVES[Kind.STORY]}/{self.id}{suffix}.md"

    @property
    def texts(self) -> Texts:
        """The files it will be, the one with the facts first."""
        told = [language for language in self.languages if language in self.told]
        return {self.path(language): self._text(language, language == told[0]) for language in told}

    def _text(self, language: str, base: bool) -> str:
        words = self.told[language]
        facts = self.facts if base else {"status": DRAFT}
        return story_text(in_order({**words.fields, **facts}), words.body, words.remarks)
