"""All stories and articles with the vocabularies they use, and the ways to look them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cx_stories.model.article import Article
from cx_stories.model.document import Kind
from cx_stories.model.story import Story
from cx_stories.vocabulary.prefixes import Prefixes, prefixes_of
from cx_stories.vocabulary.vocabulary import Term, Vocabularies


@dataclass(frozen=True)
class Library:
    """What a site is made of.

    languages:  the codes of its languages, the default one first
    stories:    newest first; stories of one day by id
    articles:   every page that is not a story, by the address of its page
    """

    languages: Sequence[str]
    stories: Sequence[Story]
    articles: Mapping[str, Article]
    vocabularies: Vocabularies

    @cached_property
    def _by_id(self) -> Mapping[str, Story]:
        return {story.id: story for story in self.stories}

    def story(self, identity: str) -> Story | None:
        """Give a story by its id."""
        return self._by_id.get(identity)

    def pair_of(self, story: Story) -> Story | None:
        """Give the story that the writer told together with this one."""
        return self.story(story.pair) if story.pair else None

    def term(self, vocabulary: str, identity: str) -> Term | None:
        """Give a term by its vocabulary and id."""
        return self.vocabularies[vocabulary].by_id.get(identity)

    @cached_property
    def prefixes(self) -> Prefixes:
        """What may stand before the colon in `[[element:surprising]]`."""
        return prefixes_of(self.vocabularies)

    def of_kind(self, kind: Kind) -> Sequence[Article]:
        """Give the articles of a kind, by id."""
        return sorted(
            (article for article in self.articles.values() if article.kind is kind),
            key=lambda article: article.id,
        )


def newest_first(story: Story) -> tuple[int, str]:
    """Give the sort key of a list of stories; a draft without a date stands first."""
    return -(story.date or date.max).toordinal(), story.id
