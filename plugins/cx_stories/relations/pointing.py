"""What a link in two square brackets points at: a page, and what it is called in each language."""

from __future__ import annotations

from dataclasses import dataclass

from cx_stories.library import Library
from cx_stories.model.article import Article
from cx_stories.model.cross_reference import CrossReference
from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.story import Story
from cx_stories.vocabulary.pages import page_of_term
from cx_stories.vocabulary.prefixes import term_meant, vocabulary_meant
from cx_stories.vocabulary.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Pointed:
    """A page that is pointed at: its address below the language, and what it is about."""

    page: str
    about: Story | Article | Term

    def title(self, language: str) -> tuple[str, str]:
        """Give what it is called for readers of a language, and the language of that."""
        if isinstance(self.about, Term):
            return self.about.label(language), language
        told = self.about.told_in(language)
        return told.title, told.language


def pointed_at(reference: CrossReference, library: Library) -> Pointed | None:
    """Give what is pointed at; None if there is nothing of that name, or no page of it."""
    shelf = reference.shelf
    if shelf is Kind.STORY:
        story = library.story(reference.name)
        return Pointed(f"{SHELVES[shelf]}/{story.id}", story) if story else None
    if shelf:
        page = f"{SHELVES[shelf]}/{reference.name}"
        article = library.articles.get(page)
        return Pointed(page, article) if article else None
    vocabulary = vocabulary_meant(reference.kind, library.prefixes)
    term = term_meant(reference.name, vocabulary) if vocabulary else None
    page = page_of_term(vocabulary.id, term.id) if vocabulary and term else ""
    return Pointed(page, term) if page and term else None
