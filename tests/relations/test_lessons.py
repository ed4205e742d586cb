"""What stories teach together, and where."""

from __future__ import annotations

from cx_stories.relations.lessons import Lessons, Resting, SharedLesson, Taught, lessons, resting
from tests.conftest import Site


def _draw(site: Site) -> None:
    site.story(
        "old",
        "date: 2024-01-01\nelements: [unique]\nstages: [use]\n"
        "lessons:\n- A.\n- {lesson: trust, text: Trust.}\n",
    )
    site.story(
        "new",
        "date: 2024-03-01\nelements: []\nmissed: [unique]\npolarity: negative\nstages: [use, service]\n"
        "lessons:\n- {lesson: trust, text: Not so., stance: contradicts}\n- {lesson: alone, text: Alone.}\n",
    )
    site.story("middle", "date: 2024-02-01\nelements: []\nlessons:\n- {lesson: trust, text: Trust too.}\n")


def test_stories_are_gathered_around_what_they_teach(site: Site) -> None:
    """For and against, newest first; lessons of most stories first; by what the stories show and when."""
    _draw(site)
    site.file("lessons/shared/written.md", "---\ntitle: Nobody tells of it.\n---\n")
    library = site.library()
    new, middle, old = library.stories

    assert lessons(library) == Lessons(
        shared={
            "trust": SharedLesson("trust", (Taught(middle, 1), Taught(old, 2)), (Taught(new, 1),)),
            "alone": SharedLesson("alone", (Taught(new, 2),)),
            "written": SharedLesson("written"),
        },
        by_element={"unique": [new, old]},
        by_stage={"use": [new, old], "service": [new]},
    )
    assert list(lessons(library).shared) == ["trust", "alone", "written"]


def test_lesson_knows_where_it_comes_from_and_whether_it_stands_alone(site: Site) -> None:
    """The oldest story that supports it gives it its words; one story is said to be one."""
    _draw(site)
    shared = lessons(site.library()).shared
    origins = {name: one.origin and one.origin.story.id for name, one in shared.items()}

    assert (origins, {name: one.alone for name, one in shared.items()}) == (
        {"trust": "old", "alone": "new"},
        {"trust": False, "alone": True},
    )


def test_story_counts_once_for_a_lesson_it_has_twice(site: Site) -> None:
    """Nobody makes a lesson stronger by saying it again."""
    site.story("a", "lessons:\n- {lesson: trust, text: A.}\n- {lesson: trust, text: B.}\n")
    shared = lessons(site.library()).shared["trust"]

    assert (shared.stories, shared.origin and shared.origin.number) == (1, 1)


def test_lessons_of_one_story_are_told_from_those_that_several_tell_of(site: Site) -> None:
    """A name that only one story uses makes a lesson no stronger; one against it does."""
    _draw(site)
    stories = site.library().stories
    new, _, old = stories
    found = resting(stories)

    assert found == Resting(told=5, shared=1, single=(Taught(new, 2), Taught(old, 1)))
    assert found.several == 3
