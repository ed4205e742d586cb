"""What a story teaches, and which other stories have something to say of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx_stories.model.parts import Shared, lesson_place
from cx_stories.model.story import Story
from cx_stories.views.edition import Edition
from cx_stories.views.lesson_lines import SharedEntry, shared_entry


@dataclass(frozen=True, slots=True)
class SharedNote:
    """What other stories say of a lesson.

    supports:    whether this story supports it
    supported, contradicted:  how many other stories do
    """

    entry: SharedEntry
    supports: bool
    supported: int
    contradicted: int


@dataclass(frozen=True, slots=True)
class TaughtLesson:
    """A lesson on the page of its story: the sentence, and its place there, which links may name for ever."""

    text: str
    place: str
    note: SharedNote | None = None


def lessons_of(story: Story, edition: Edition) -> Mapping[str, Sequence[TaughtLesson]]:
    """Give the values that `templates/story/lessons.html` prints."""
    notes = {one.number: _note(one, story, edition) for one in story.shared}
    sentences = enumerate(story.told_in(edition.language).lessons, 1)
    return {
        "lessons": tuple(
            TaughtLesson(text, lesson_place(number), notes.get(number)) for number, text in sentences
        )
    }


def _note(one: Shared, story: Story, edition: Edition) -> SharedNote:
    lesson = edition.relations.lessons.shared[one.lesson]
    others = (
        sum(taught.story.id != story.id for taught in side)
        for side in (lesson.supported, lesson.contradicted)
    )
    return SharedNote(shared_entry(lesson, edition), one.supports, *others)
