"""What readers find where a link leads: a page they may see, and the place on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from babel import Locale

from cx_stories.checks.abstract import Abstract, Way
from cx_stories.checks.base import Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Destination
from cx_stories.checks.fixes import retyped
from cx_stories.checks.typed import choice, closest
from cx_stories.model.parts import lesson_place

OWN_SIGN = "cx:"
"""What the anchors begin with that the site's own templates print."""
_LESSON = re.compile(r"les(?:son)?s?[ ._-]?([0-9]{1,3})", re.IGNORECASE)
"""What people type for the place of a lesson."""
_DIGITS = re.compile(r"[0-9]+")


def hidden(target: Destination, abstract: Abstract) -> str:
    """Say why readers of a text cannot go where its link leads; nothing if they can."""
    other = target.abstract
    if other is None or not other.readable or other.status in ("published", ""):
        return ""
    if other.status == "retired":
        return "is retired and has no page any more. Take the link out."
    if abstract.status != "published":
        return ""
    what = "is a draft" if other.status == "draft" else "is not published"
    return f"{what} and has no page yet. Take the link out until it has one."


def without_place(
    way: Way, anchor: str, target: Destination, reader: str, context: CollectionContext
) -> Iterator[Fault]:
    """Report a place that is not on the page where a link leads.

    anchor:  the place; it is the end of what was typed
    reader:  who sees the text, if that is not who it was written for
    """
    places = _places(target, context) if anchor else None
    if places is None or anchor in places:
        return
    page = target.source and way.target[: -len(anchor) - 1]
    if anchor.startswith(OWN_SIGN):
        cure = f"Write `{page}`" if page else "Name a heading of the text"
        words = f'"#{anchor}" belongs to the design of the site and may change. {cure}.'
        yield Fault(way.span, words)
        return
    named = target.abstract.path if target.abstract else target.source
    where = f"{reader}{named} has no place called" if target.source else "This text has no place called"
    meant = _meant(anchor, places)
    cure = f'Did you mean "{meant}"?' if meant else _choice(anchor, places)
    fix = retyped(way.span, way.target, f"{page}#{meant}", safe=False) if meant else None
    yield Fault(way.span, f'{where} "#{anchor}". {cure}', fix)


def _meant(anchor: str, places: Sequence[str]) -> str:
    """Give the place that was meant, or nothing; a number is never guessed."""
    if number := _LESSON.fullmatch(anchor):
        place = lesson_place(int(number[1]))
        return place if place in places else ""
    meant = closest(anchor, places)
    return meant if _DIGITS.findall(meant) == _DIGITS.findall(anchor) else ""


def _choice(anchor: str, places: Sequence[str]) -> str:
    lessons = [place for place in places if _LESSON.fullmatch(place)]
    if lessons and _LESSON.fullmatch(anchor):
        count = f"{len(lessons)} lesson{'' if len(lessons) == 1 else 's'}"
        return f"It has {count}: {', '.join(lessons)}."
    return choice(places) if places else "Leave out what follows the `#`."


def reader_of(language: str, abstract: Abstract) -> str:
    """Say who sees a text in a language that it is not written in."""
    if language == abstract.language:
        return ""
    name = Locale.parse(language, sep="-").english_name
    return f"Readers of {name} see this text too, as it has not been translated, and "


def _places(target: Destination, context: CollectionContext) -> Sequence[str] | None:
    """Give the anchors of a page; None where nothing is known of them, or where there are no pages."""
    written = target.abstract
    if not target.page or (written and not written.readable):
        return None
    return (*(written.anchors if written else ()), *sorted(context.anchors.get(target.source, ())))
