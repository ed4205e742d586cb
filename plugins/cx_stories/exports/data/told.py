"""A story as it is told in one language, with what the files of data say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.model.story import Story, Telling
from cx_stories.views.edition import Edition


class Labels(dict[str, "_Words"]):
    """The terms of an edition in words, by vocabulary: thousands of rows ask for the same ones."""

    def __init__(self, edition: Edition) -> None:
        super().__init__()
        self._edition = edition

    def __missing__(self, vocabulary: str) -> _Words:
        self[vocabulary] = words = _Words(vocabulary, self._edition)
        return words


class _Words(dict[str, str]):
    """The terms of a vocabulary, as far as somebody has asked for them."""

    def __init__(self, vocabulary: str, edition: Edition) -> None:
        super().__init__()
        self._vocabulary, self._edition = vocabulary, edition

    def __missing__(self, term: str) -> str:
        self[term] = text = self._edition.label(self._vocabulary, term).text
        return text


@dataclass(frozen=True, slots=True)
class Told:
    """A story in one language.

    address:  where it is read: whole, or seen from the top of the site if nobody has said where that is
    text:     its body, without markup
    words:    how many words that has
    band:     the range of scores that it falls in, such as `3-4`
    pair:     the id of the story it is told together with, where readers see that one
    related:  the ids of the stories shown beside it, best first
    picture:  the address of its picture, as that of the story is given
    labels:   the terms in the words of its language, by vocabulary
    """

    story: Story
    telling: Telling
    edition: Edition
    address: str
    text: str
    words: int
    band: str
    pair: str
    related: Sequence[str]
    picture: str
    labels: Labels

    @property
    def picture_alt(self) -> str:
        """What its picture shows, in this language where somebody has said so."""
        return self.telling.alt or (self.story.image.alt if self.story.image else "")

    @property
    def picture_credit(self) -> str:
        """Who made its picture."""
        return self.story.image.credit if self.story.image else ""
