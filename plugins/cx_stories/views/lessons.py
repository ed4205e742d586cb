"""What the stories teach: the lessons they share, and all lessons by element and by stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from cx_stories.model.story import Story
from cx_stories.relations.lessons import Resting, SharedLesson, resting
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.lesson_lines import (
    LessonLine,
    SharedEntry,
    lines_of,
    lines_of_all,
    shared_entry,
)
from cx_stories.views.lists import pagers, portion
from cx_stories.views.page import LESSON, Page
from cx_stories.vocabulary.vocabulary import Term, said_in

LESSONS_ON_A_PAGE = 150
Lines = Mapping[str, Sequence[LessonLine]]
"""The lessons of stories, by the id of the story."""
Told = tuple[Story, Sequence[LessonLine]]
"""A story and its lessons."""
_POSTERS = 3


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the lessons: an element or a stage, its list of lessons, and how many stand there."""

    label: Label
    count: int


def lesson_pages(edition: Edition) -> Iterator[Page]:
    """Give the way into the lessons, a page for each that stories share, and the lists of all lessons."""
    found = edition.relations.lessons
    shared = {name: shared_entry(lesson, edition) for name, lesson in found.shared.items()}
    lines = {story.id: lines_of(story, edition) for story in edition.library.stories}
    elements = _ways("elements", found.by_element, lines, edition)
    stages = _ways("stages", found.by_stage, lines, edition)
    rests = resting(edition.library.stories)
    yield from _front(tuple(shared.values()), rests, elements, stages, edition)
    yield from _of_one_story(rests, edition)
    for name, lesson in found.shared.items():
        yield from _shared_pages(lesson, shared[name], edition)
    for way in elements:
        told = [(story, lines[story.id]) for story in found.by_element.get(way.label.id, ())]
        yield from _list(way, told, elements, "elements", edition)
    for way in stages:
        told = [(story, lines[story.id]) for story in found.by_stage.get(way.label.id, ())]
        yield from _list(way, told, stages, "stages", edition)


def _ways(
    vocabulary: str, stories: Mapping[str, Sequence[Story]], lines: Lines, edition: Edition
) -> Sequence[Way]:
    """Give a way for every term, whether there are lessons or not."""
    address = {"elements": addresses.lessons_by_element, "stages": addresses.lessons_by_stage}[vocabulary]
    return tuple(
        Way(
            edition.label(vocabulary, term.id, address(term.id)),
            sum(len(lines[story.id]) for story in stories.get(term.id, ())),
        )
        for term in edition.library.vocabularies[vocabulary].choices
    )


def _front(
    shared: Sequence[SharedEntry],
    rests: Resting,
    elements: Sequence[Way],
    stages: Sequence[Way],
    edition: Edition,
) -> Iterator[Page]:
    posters = tuple(one for one in shared if one.supported + one.contradicted > 1)[:_POSTERS]
    others = tuple(one for one in shared if one not in posters)
    unwritten = Unwritten(edition.words.gettext("Lessons"), summary=_counted(rests, edition))
    for pager in pagers(addresses.LESSONS, len(others), LESSONS_ON_A_PAGE):
        context = {
            "posters": posters,
            "newest": tuple(islice(_firsts(edition), _POSTERS)),
            "shared": portion(others, pager),
            "single": len(rests.single),
            "elements": elements,
            "phases": _phases(stages, edition),
            "pager": pager,
        }
        yield edition.page(addresses.LESSONS, "lessons.html", context, unwritten, pager.number)


def _counted(rests: Resting, edition: Edition) -> str:
    """Say how many lessons there are, and how many of them are the same one in other words."""
    words, stories = edition.words, len(edition.library.stories)
    told = words.ngettext("%(num)s story", "%(num)s stories", stories) % {"num": stories}
    found = words.ngettext(
        "%(num)s lesson from %(stories)s", "%(num)s lessons from %(stories)s", rests.told
    ) % {"num": rests.told, "stories": told}
    if not rests.shared:
        return found
    return words.ngettext(
        "%(found)s; %(several)s of the lessons come down to %(num)s shared one",
        "%(found)s; %(several)s of the lessons come down to %(num)s shared ones",
        rests.shared,
    ) % {"found": found, "several": rests.several, "num": rests.shared}


def _of_one_story(rests: Resting, edition: Edition) -> Iterator[Page]:
    """Give the lessons that no other story confirms or contradicts yet, newest stories first."""
    lines = lines_of_all(rests.single, edition)
    unwritten = Unwritten(
        edition.words.gettext("Lessons that rest on one story"),
        menu=edition.words.gettext("Of one story"),
        summary=edition.words.gettext("What no other story confirms or contradicts yet."),
    )
    for pager in pagers(addresses.LESSONS_OF_ONE, len(lines), LESSONS_ON_A_PAGE):
        context = {"lessons": portion(lines, pager), "states": (), "count": len(lines), "pager": pager}
        page = edition.page(addresses.LESSONS_OF_ONE, "lessons_of_one.html", context, unwritten, pager.number)
        yield replace(page, group="")


def _firsts(edition: Edition) -> Iterator[LessonLine]:
    """Give the first lesson of each story, newest first."""
    for story in edition.library.stories:
        yield from lines_of(story, edition)[:1]


def _phases(stages: Sequence[Way], edition: Edition) -> Sequence[tuple[str, Sequence[Way]]]:
    """Put the stages under the phases that gather them, in the order of the vocabulary."""
    vocabulary = edition.library.vocabularies["stages"]
    gathered: dict[str, list[Way]] = {term.id: [] for term in vocabulary.terms if term.group}
    for way in stages:
        gathered.setdefault(vocabulary.by_id[way.label.id].broader, []).append(way)
    return tuple(
        (vocabulary.by_id[name].label(edition.language) if name else "", tuple(ways))
        for name, ways in gathered.items()
        if ways
    )


def _shared_pages(lesson: SharedLesson, entry: SharedEntry, edition: Edition) -> Iterator[Page]:
    supported = lines_of_all(lesson.supported, edition)
    contradicted = lines_of_all(lesson.contradicted, edition)
    summary = edition.words.gettext("What the stories say of this lesson, for it and against it.")
    unwritten = Unwritten(entry.text, summary=summary)
    for pager in pagers(entry.path, max(len(supported), len(contradicted))):
        context = {
            "entry": entry,
            "supported": portion(supported, pager),
            "contradicted": portion(contradicted, pager),
            "pager": pager,
        }
        page = edition.page(entry.path, "lesson.html", context, unwritten, pager.number)
        yield replace(page, foreign=entry.language, group=LESSON)


def _list(
    way: Way, told: Sequence[Told], siblings: Sequence[Way], vocabulary: str, edition: Edition
) -> Iterator[Page]:
    """Give the lessons about one element or stage, newest stories first."""
    term: Term = edition.library.vocabularies[vocabulary].by_id[way.label.id]
    name, about, words = way.label.text, edition.label(vocabulary, term.id), edition.words
    title = (
        words.gettext("Lessons from stories in which “%(name)s” was there or missed")
        if vocabulary == "elements"
        else words.gettext("%(name)s: lessons")
    )
    unwritten = Unwritten(
        title % {"name": name},
        menu=name,
        summary=said_in(term.definition, edition.language),
    )
    lines = tuple(line for _, lessons in told for line in lessons)
    states = (story.state_of(term.id) for story, lessons in told for _ in lessons)
    listed = tuple(states) if vocabulary == "elements" else ()
    for pager in pagers(way.label.path, len(lines), LESSONS_ON_A_PAGE):
        context = {
            "lessons": portion(lines, pager),
            "states": portion(listed, pager),
            "count": len(lines),
            "about": about,
            "by_element": vocabulary == "elements",
            "siblings": siblings,
            "pager": pager,
        }
        page = edition.page(way.label.path, "lessons_about.html", context, unwritten, pager.number)
        yield replace(page, group=LESSON if vocabulary == "elements" else "")
