"""What stories teach: the lessons that several share, and whose lessons are about an element or a stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.library import Library
from cx_stories.model.document import SHARED_LESSONS
from cx_stories.model.parts import Shared
from cx_stories.model.story import Story
from cx_stories.relations.tallies import gathered


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson of a story, by its number among the lessons of that story; the first is 1."""

    story: Story
    number: int


@dataclass(frozen=True, slots=True)
class SharedLesson:
    """A lesson that has a name, with the stories that support and contradict it, newest first."""

    id: str
    supported: Sequence[Taught] = ()
    contradicted: Sequence[Taught] = ()

    @property
    def stories(self) -> int:
        """The number of stories that have something to say about it."""
        return len(self.supported) + len(self.contradicted)

    @property
    def alone(self) -> bool:
        """Whether it rests on one story."""
        return self.stories == 1

    @property
    def origin(self) -> Taught | None:
        """Where it was learned first: the oldest story that supports it, else the oldest against it."""
        return next(reversed(self.supported or self.contradicted), None)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the stories of a library teach.

    shared:      the lessons that have a name, by that; those of most stories first, then by name
    by_element:  the stories with lessons that show an element or miss it, newest first
    by_stage:    the stories with lessons that happened at a stage, newest first
    """

    shared: Mapping[str, SharedLesson]
    by_element: Mapping[str, Sequence[Story]]
    by_stage: Mapping[str, Sequence[Story]]


@dataclass(frozen=True, slots=True)
class Resting:
    """On how many stories the lessons of some stories rest.

    told:    how many lessons there are in all
    shared:  to how many those come down that several stories tell of, for it or against it
    single:  the lessons that only one story tells of, in the order of the stories
    """

    told: int
    shared: int
    single: Sequence[Taught]

    @property
    def several(self) -> int:
        """How many lessons are in the words of one story among several that tell of the same."""
        return self.told - len(self.single)


def resting(stories: Sequence[Story]) -> Resting:
    """Count the lessons of some stories, and find those that no other of these stories tells of."""
    tellers = Counter(one.lesson for story in stories for one in _first_of_each(story.shared))
    told, single = 0, []
    for story in stories:
        count = len(story.tellings[story.language].lessons)
        several = {one.number for one in story.shared if tellers[one.lesson] > 1}
        single += [Taught(story, number) for number in range(1, count + 1) if number not in several]
        told += count
    return Resting(told, sum(count > 1 for count in tellers.values()), tuple(single))


def lessons(library: Library) -> Lessons:
    """Gather the lessons of all stories. A lesson that only has a page belongs to those that are shared."""
    supported: dict[str, list[Taught]] = {name: [] for name in _written(library)}
    contradicted: dict[str, list[Taught]] = {}
    for story in library.stories:
        for one in _first_of_each(story.shared):
            group = supported if one.supports else contradicted
            group.setdefault(one.lesson, []).append(Taught(story, one.number))
    teaching = [
        story for story in library.stories if any(telling.lessons for telling in story.tellings.values())
    ]
    return Lessons(
        _sorted(supported, contradicted),
        by_element=gathered(teaching, lambda story: dict.fromkeys((*story.hits, *story.misses))),
        by_stage=gathered(teaching, lambda story: story.stages),
    )


def _written(library: Library) -> Iterable[str]:
    prefix = f"{SHARED_LESSONS}/"
    return (path.removeprefix(prefix) for path in library.articles if path.startswith(prefix))


def _first_of_each(shared: Sequence[Shared]) -> Iterable[Shared]:
    """A story that has one lesson twice counts once."""
    return {one.lesson: one for one in reversed(shared)}.values()


def _sorted(
    supported: Mapping[str, Sequence[Taught]], contradicted: Mapping[str, Sequence[Taught]]
) -> Mapping[str, SharedLesson]:
    names = supported.keys() | contradicted.keys()
    found = (
        SharedLesson(name, tuple(supported.get(name, ())), tuple(contradicted.get(name, ())))
        for name in names
    )
    return {lesson.id: lesson for lesson in sorted(found, key=lambda one: (-one.stories, one.id))}
