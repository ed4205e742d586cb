"""Lessons as they stand in lists: the sentence, and the story that it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.model.parts import lesson_place
from cx_stories.model.story import Story
from cx_stories.relations.lessons import SharedLesson, Taught
from cx_stories.views import addresses
from cx_stories.views.edition import Card, Edition


@dataclass(frozen=True, slots=True)
class LessonLine:
    """A lesson in a list.

    id:     its place on the page of the list
    place:  its place on the page of its story
    card:   of its story; the lesson is in the language of the card
    """

    id: str
    text: str
    place: str
    card: Card


@dataclass(frozen=True, slots=True)
class SharedEntry:
    """A lesson that stories share, in a list of those.

    language:   of its words, where that is not the language of the page; otherwise nothing
    supported, contradicted:  how many stories say so
    """

    id: str
    text: str
    language: str
    path: str
    supported: int
    contradicted: int
    alone: bool


def lines_of(story: Story, edition: Edition) -> Sequence[LessonLine]:
    """Give the lessons of a story, in its order."""
    return edition.once(("lines", story.id), lambda: _lines(story, edition))


def _lines(story: Story, edition: Edition) -> Sequence[LessonLine]:
    card, name = edition.card(story), "-".join(story.id.split())
    lessons = enumerate(story.told_in(edition.language).lessons, 1)
    return tuple(LessonLine(f"{name}.{number}", text, lesson_place(number), card) for number, text in lessons)


def line_of(taught: Taught, edition: Edition) -> LessonLine | None:
    """Give one lesson of a story; nothing where a draft of a translation has fewer than the story."""
    lines = lines_of(taught.story, edition)
    return lines[taught.number - 1] if taught.number <= len(lines) else None


def lines_of_all(taught: Sequence[Taught], edition: Edition) -> Sequence[LessonLine]:
    """Give several lessons of stories, in their order."""
    return tuple(line for one in taught if (line := line_of(one, edition)))


def known_to(taught: Sequence[Taught], edition: Edition) -> Sequence[Taught]:
    """Give those of several lessons of stories of which there is a line."""
    return [one for one in taught if one.number <= len(one.story.told_in(edition.language).lessons)]


def _first_words(lesson: SharedLesson, edition: Edition) -> tuple[str, str]:
    """Give a lesson in the words of the story that it comes from, with their language; else its name."""
    for one in known_to([lesson.origin] if lesson.origin else [], edition):
        telling = one.story.told_in(edition.language)
        return telling.lessons[one.number - 1], telling.language
    return lesson.id, edition.language


def shared_entry(lesson: SharedLesson, edition: Edition) -> SharedEntry:
    """Give a shared lesson in the words of its page, else in those of the story that it comes from."""
    path = addresses.lesson(lesson.id)
    told = edition.prose(path)
    text, language = (told.title, told.language) if told else _first_words(lesson, edition)
    return SharedEntry(
        lesson.id,
        text,
        edition.foreign(language),
        path,
        len(lesson.supported),
        len(lesson.contradicted),
        lesson.alone,
    )
