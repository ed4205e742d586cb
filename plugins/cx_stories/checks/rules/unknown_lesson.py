"""CX214: the name of a lesson that nobody else has, where another must have been meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cx_stories.checks.abstract import Abstract, Taught
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.fixes import revalued
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import SHARED_LESSONS

_SHORT = 6
"""Names with fewer letters than this are alike by chance."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Lessons:
    """The lessons of a collection that stories share.

    stories:  for each, the stories that have it, the oldest first; lessons, too, are in that order
    slips:    for each that only one story has, the name it may be a slip for
    written:  those on which somebody has written a page
    """

    stories: Mapping[str, Sequence[tuple[Abstract, Taught]]]
    slips: Mapping[str, str]
    written: frozenset[str]


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    if not context.is_base(abstract) or abstract.status == "retired":
        return
    lessons = context.once(_lessons)
    for one in abstract.taught:
        if one.lesson in lessons.written:
            continue
        if meant := lessons.slips.get(one.lesson):
            words = f'No other story has the lesson "{one.lesson}". Did you mean "{meant}"?'
            yield Fault(one.span, words, revalued(one.span, one.lesson, meant, safe=False))
        elif one.contradicts and not _taught_elsewhere(one, abstract, lessons):
            yield Fault(
                one.span,
                f'No other story teaches "{one.lesson}", so there is nothing to contradict. Give a lesson '
                f"of another story this name, or say in {SHARED_LESSONS}/{one.lesson}.md what it is.",
            )


def _among(context: CollectionContext) -> Iterable[Abstract]:
    return [one for one in context.abstracts if one.taught]


def _taught_elsewhere(one: Taught, abstract: Abstract, lessons: _Lessons) -> bool:
    """Whether readers of a story can see another one that teaches a lesson."""
    return any(
        not taught.contradicts and other.id != abstract.id and (other.published or not abstract.published)
        for other, taught in lessons.stories[one.lesson]
    )


def _lessons(context: CollectionContext) -> _Lessons:
    bases = (one for one in context.abstracts if one.taught and context.is_base(one))
    stories: dict[str, list[tuple[Abstract, Taught]]] = {}
    for abstract in sorted((one for one in bases if one.status != "retired"), key=_oldest_first):
        for one in abstract.taught:
            stories.setdefault(one.lesson, []).append((abstract, one))
    prefix = f"{SHARED_LESSONS}/"
    written = {one.page.removeprefix(prefix) for one in context.abstracts if one.page.startswith(prefix)}
    return _Lessons(stories, dict(_slips(stories, written)), frozenset(written))


def _oldest_first(abstract: Abstract) -> tuple[date, str]:
    return (abstract.date.day if abstract.date else date.max), abstract.id


def _slips(
    stories: Mapping[str, Sequence[tuple[Abstract, Taught]]], written: set[str]
) -> Iterator[tuple[str, str]]:
    """Pair the names that one story has with one letter more, less or other than an established name.

    Established is what several stories have, or somebody has written about, or was there before.
    """
    sure = [name for name in stories if len(stories[name]) > 1 or name in written]
    sure += sorted(written - stories.keys())
    near: dict[str, str] = {}
    for name in sure:
        for key in _keys(name):
            near.setdefault(key, name)
    for name in stories:
        if len(stories[name]) > 1 or name in written:
            continue
        if meant := next((near[key] for key in _keys(name) if key in near), ""):
            yield name, meant
        else:
            near |= {key: name for key in _keys(name) if key not in near}


def _keys(name: str) -> Sequence[str]:
    """Give a name without hyphens, and with any one letter left out; names that share one are near."""
    plain = name.replace("-", "")
    if len(plain) < _SHORT:
        return ()
    digits = ",".join(_DIGITS.findall(plain))
    shorter = (plain[:place] + plain[place + 1 :] for place in range(len(plain)))
    return [f"{one} {digits}" for one in (plain, *shorter)]


_TAUGHT = "lessons:\n  - lesson: trust-at-once\n    text: Let whoever answers the phone refund.\n"

UNKNOWN_LESSON = CollectionCheck(
    code="CX214",
    name="unknown-lesson",
    severity=Severity.WARNING,
    summary="A shared lesson has one name, and a lesson that is contradicted is taught by another story.",
    why="Stories that have the same to say, or the opposite, would not be shown together.",
    good={
        "stories/coat.md": f"title: The coat\n{_TAUGHT}",
        "stories/kettle.md": f"title: The kettle\n{_TAUGHT}    stance: contradicts\n",
    },
    bad={
        "stories/coat.md": f"title: The coat\n{_TAUGHT}",
        "stories/kettle.md": f"title: The kettle\n{_TAUGHT.replace('trust', 'trusts')}",
    },
    mended=Mended.BY_GUESS,
    find=_find,
    among=_among,
)
