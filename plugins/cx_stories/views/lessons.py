"""What the stories teach: the lessons they share, and all lessons by element and by stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from cx_stories.model.story import Story
from cx_stories.relations.lessons import Resting, SharedLesson, Taught, resting
from cx_stories.views import addresses
from cx_stories.views.basis import digest_of
from cx_stories.views.edition import Edition, Label, Unwritten
from cx_stories.views.lesson_lines import (
    LessonLine,
    SharedEntry,
    known_to,
    lines_of,
    lines_of_all,
    shared_entry,
)
from cx_stories.views.lists import Pager, pagers, portion
from cx_stories.views.page import LESSON, Page
from cx_stories.vocabulary.vocabulary import Term, said_in

LESSONS_ON_A_PAGE = 150
_POSTERS = 3
Sides = tuple[Sequence[Taught], Sequence[Taught]]
"""The lessons of stories that support a shared one, and of those that contradict it."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the lessons: an element or a stage, its list of lessons, and how many stand there."""

    label: Label
    count: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A list of all lessons about an element or a stage, among its siblings."""

    vocabulary: str
    way: Way
    siblings: Sequence[Way]
    stories: Sequence[Story]


@dataclass(frozen=True, slots=True)
class Front:
    """What the way into the lessons shows. `posters` are the shared lessons that come first."""

    posters: Sequence[SharedEntry]
    others: Sequence[SharedEntry]
    rests: Resting
    elements: Sequence[Way]
    stages: Sequence[Way]


def lesson_pages(edition: Edition) -> Iterator[Page]:
    """Give the way into the lessons, a page for each that stories share, and the lists of all lessons."""
    found = edition.relations.lessons
    shared = {name: shared_entry(lesson, edition) for name, lesson in found.shared.items()}
    chapters = (
        *_chapters("elements", found.by_element, edition),
        *_chapters("stages", found.by_stage, edition),
    )
    rests = resting(edition.library.stories)
    yield from _front(tuple(shared.values()), rests, chapters, edition)
    yield from _of_one_story(rests, edition)
    for name, lesson in found.shared.items():
        yield from _shared_pages(lesson, shared[name], edition)
    for chapter in chapters:
        yield from _list(chapter, edition)


def _chapters(vocabulary: str, stories: Mapping[str, Sequence[Story]], edition: Edition) -> Sequence[Chapter]:
    """Give a chapter for every term, whether there are lessons or not."""
    ways = _ways(vocabulary, stories, edition)
    return [Chapter(vocabulary, way, ways, stories.get(way.label.id, ())) for way in ways]


def _ways(vocabulary: str, stories: Mapping[str, Sequence[Story]], edition: Edition) -> Sequence[Way]:
    address = {"elements": addresses.lessons_by_element, "stages": addresses.lessons_by_stage}[vocabulary]
    return tuple(
        Way(
            edition.label(vocabulary, term.id, address(term.id)),
            sum(len(story.told_in(edition.language).lessons) for story in stories.get(term.id, ())),
        )
        for term in edition.library.vocabularies[vocabulary].choices
    )


def _front(
    shared: Sequence[SharedEntry], rests: Resting, chapters: Sequence[Chapter], edition: Edition
) -> Iterator[Page]:
    posters = tuple(one for one in shared if one.supported + one.contradicted > 1)[:_POSTERS]
    others = tuple(one for one in shared if one not in posters)
    elements, stages = (
        [chapter.way for chapter in chapters if chapter.vocabulary == name] for name in ("elements", "stages")
    )
    front = Front(posters, others, rests, tuple(elements), tuple(stages))
    unwritten = Unwritten(edition.words.gettext("Lessons"), summary=_counted(rests, edition))
    for pager in pagers(addresses.LESSONS, len(others), LESSONS_ON_A_PAGE):
        context = partial(_of_front, front, pager, edition)
        yield edition.page(addresses.LESSONS, "lessons.html", context, unwritten, pager.number)


def _of_front(front: Front, pager: Pager, edition: Edition) -> Mapping[str, object]:
    return {
        "posters": front.posters,
        "newest": tuple(islice(_firsts(edition), _POSTERS)),
        "shared": portion(front.others, pager),
        "single": len(front.rests.single),
        "elements": front.elements,
        "phases": _phases(front.stages, edition),
        "pager": pager,
    }


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
    single = known_to(rests.single, edition)
    unwritten = Unwritten(
        edition.words.gettext("Lessons that rest on one story"),
        menu=edition.words.gettext("Of one story"),
        summary=edition.words.gettext("What no other story confirms or contradicts yet."),
    )
    for pager in pagers(addresses.LESSONS_OF_ONE, len(single), LESSONS_ON_A_PAGE):
        context = partial(_of_one, single, pager, edition)
        page = edition.page(addresses.LESSONS_OF_ONE, "lessons_of_one.html", context, unwritten, pager.number)
        yield replace(page, group="", made_of=partial(_one_made_of, single, pager))


def _of_one(single: Sequence[Taught], pager: Pager, edition: Edition) -> Mapping[str, object]:
    lines = lines_of_all(portion(single, pager), edition)
    return {"lessons": lines, "states": (), "count": len(single), "pager": pager}


def _one_made_of(single: Sequence[Taught], pager: Pager, facts: Callable[[str], bytes]) -> object:
    return len(single), _facts_of(portion(single, pager), facts)


def _facts_of(taught: Sequence[Taught], facts: Callable[[str], bytes]) -> object:
    """Give what lessons in a list are made of."""
    return [(facts(one.story.id), one.number) for one in taught]


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
    sides = known_to(lesson.supported, edition), known_to(lesson.contradicted, edition)
    summary = edition.words.gettext("What the stories say of this lesson, for it and against it.")
    unwritten = Unwritten(entry.text, summary=summary)
    for pager in pagers(entry.path, max(map(len, sides))):
        context = partial(_of_shared, entry, sides, pager, edition)
        page = edition.page(entry.path, "lesson.html", context, unwritten, pager.number)
        made_of = partial(_shared_made_of, entry, sides, pager)
        yield replace(page, foreign=entry.language, group=LESSON, made_of=made_of)


def _of_shared(entry: SharedEntry, sides: Sides, pager: Pager, edition: Edition) -> Mapping[str, object]:
    supported, contradicted = (lines_of_all(portion(side, pager), edition) for side in sides)
    return {"entry": entry, "supported": supported, "contradicted": contradicted, "pager": pager}


def _shared_made_of(entry: SharedEntry, sides: Sides, pager: Pager, facts: Callable[[str], bytes]) -> object:
    """Give what the values of a page are made of: the lesson, the stories it shows, and how many they are."""
    return entry, [(len(side), _facts_of(portion(side, pager), facts)) for side in sides]


def _list(chapter: Chapter, edition: Edition) -> Iterator[Page]:
    """Give the lessons about one element or stage, newest stories first."""
    label, words = chapter.way.label, edition.words
    term: Term = edition.library.vocabularies[chapter.vocabulary].by_id[label.id]
    by_element = chapter.vocabulary == "elements"
    title = (
        words.gettext("Lessons from stories in which “%(name)s” was there or missed")
        if by_element
        else words.gettext("%(name)s: lessons")
    )
    summary = said_in(term.definition, edition.language)
    unwritten = Unwritten(title % {"name": label.text}, menu=label.text, summary=summary)
    for pager in pagers(label.path, chapter.way.count, LESSONS_ON_A_PAGE):
        context = partial(_of_chapter, chapter, pager, edition)
        page = edition.page(label.path, "lessons_about.html", context, unwritten, pager.number)
        made_of = partial(_chapter_made_of, chapter, pager, edition)
        yield replace(page, group=LESSON if by_element else "", made_of=made_of)


def _of_chapter(chapter: Chapter, pager: Pager, edition: Edition) -> Mapping[str, object]:
    way, vocabulary = chapter.way, chapter.vocabulary
    taught, by_element = _taught(chapter, pager, edition), vocabulary == "elements"
    return {
        "lessons": lines_of_all(taught, edition),
        "states": tuple(one.story.state_of(way.label.id) for one in taught) if by_element else (),
        "count": way.count,
        "about": edition.label(vocabulary, way.label.id),
        "by_element": by_element,
        "siblings": chapter.siblings,
        "pager": pager,
    }


def _chapter_made_of(
    chapter: Chapter, pager: Pager, edition: Edition, facts: Callable[[str], bytes]
) -> object:
    """Give what the values of a page are made of: the stories it shows, and the counts of all chapters."""
    siblings = edition.once(("digest of chapters", chapter.vocabulary), lambda: digest_of(chapter.siblings))
    return siblings, _facts_of(_taught(chapter, pager, edition), facts)


def _taught(chapter: Chapter, pager: Pager, edition: Edition) -> Sequence[Taught]:
    """Give the lessons that stand on a page of a chapter."""
    key = ("chapter", chapter.way.label.path)
    taught = edition.once(key, lambda: [one for story in chapter.stories for one in _all_of(story, edition)])
    return portion(taught, pager)


def _all_of(story: Story, edition: Edition) -> Sequence[Taught]:
    def make() -> Sequence[Taught]:
        count = len(story.told_in(edition.language).lessons)
        return [Taught(story, number) for number in range(1, count + 1)]

    return edition.once(("taught", story.id), make)
