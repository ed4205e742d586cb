"""From a file that has been read to its abstract."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cx_stories.checks.abstract import Abstract, Dated, Ignored, Mention, Taught, Way
from cx_stories.checks.anchors import anchors_of
from cx_stories.checks.context import CheckContext
from cx_stories.checks.lessons import lessons_of
from cx_stories.checks.sketch import imprint, sketch
from cx_stories.model.document import Document, Kind, MapNode, ScalarNode, Span
from cx_stories.model.parts import CONTRADICTS
from cx_stories.model.shape import Day, Name, Reference, References
from cx_stories.reading.prose import Loose, Prose, Why


def abstract_of(
    document: Document, context: CheckContext, private: tuple[Span, ...], masked: Callable[[str], str]
) -> Abstract:
    """Make the abstract of a file.

    masked:  takes what must not be shown out of a text. An id or a link that has it inside is left out, for
             it leads nowhere without it
    """
    readable = document.obstacle is None
    names = (document.path, document.kind, document.id, document.language, document.page, document.markdown)
    if not readable:
        return Abstract(*names, readable=False, private=private)
    prose = context.prose(document)
    title = document.get("title")
    sketched = sketch(prose.text) if document.kind is Kind.STORY else ()

    def public(text: str) -> bool:
        return masked(text) == text

    return Abstract(
        *names,
        readable=True,
        base=context.is_base(document),
        ready=_ready(document, context),
        status=context.status(document),
        polarity=context.term(document, "polarity"),
        title=masked(document.text("title")),
        opening=title.key.span if title else Span(),
        date=_date(document),
        mentions=tuple(one for one in _mentions(document, context) if public(one.text)),
        ways=(
            *(Way(link.target, link.span) for link in prose.links if public(link.target)),
            *(Way(image.target, image.span, picture=True) for image in prose.images if public(image.target)),
        ),
        pointers=tuple(Way(one.target, one.span) for one in prose.pointers if public(one.target)),
        loose=(*prose.loose, *_pauses_too_many(document, prose)),
        image=image if (image := _image(document)) and public(image.target) else None,
        aliases=tuple(one for one in _aliases(document) if public(one.text)),
        anchors=tuple(map(masked, anchors_of(document, prose))),
        terms=tuple(sorted(set(_terms(document, context)))),
        hits=_elements(document, context, "elements"),
        misses=_elements(document, context, "missed"),
        taught=tuple(one for one in _taught(document, context) if public(one.lesson)),
        sketch=sketched,
        imprint=_imprint(document, prose) if document.kind is Kind.STORY and not sketched else 0,
        ignored=tuple(_ignored(document, masked)),
        private=private,
        doubt=prose.doubt,
    )


def _pauses_too_many(document: Document, prose: Prose) -> Iterator[Loose]:
    """Give the marks of a pause that no reader comes upon: a story pauses once, and nothing else does."""
    if document.kind is Kind.STORY:
        yield from (Loose(pause, Why.PAUSED_BEFORE) for pause in prose.pauses[1:])
    else:
        yield from (Loose(pause, Why.NO_STORY) for pause in prose.pauses)


def _imprint(document: Document, prose: Prose) -> int:
    return imprint(prose.text, "\n".join(document.lines[: document.closing.line]))


def _aliases(document: Document) -> Iterator[Mention]:
    if document.kind is Kind.STORY:
        for one in document.scalars("aliases"):
            yield Mention("aliases", Kind.STORY, one.text.strip(), one.span)


def _ready(document: Document, context: CheckContext) -> bool:
    if document.kind is not Kind.STORY or context.is_base(document):
        return True
    status = context.vocabularies["status"].resolve(document.text("status"))
    return status is None or status.id == "published"


def _image(document: Document) -> Way | None:
    entry = document.get("image")
    file = entry.value.get("file") if entry and isinstance(entry.value, MapNode) else None
    if file is None or not isinstance(file.value, ScalarNode) or file.value.blank:
        return None
    return Way(file.value.text.strip(), file.value.span, picture=True)


def _date(document: Document) -> Dated | None:
    entry = document.get("date") if document.kind is Kind.STORY else None
    day = Day.read(entry.value.text.strip()) if entry and isinstance(entry.value, ScalarNode) else None
    return Dated(day, entry.value.span) if entry and day else None


def _mentions(document: Document, context: CheckContext) -> Iterator[Mention]:
    for slot in context.slots(document):
        shape = slot.field.shape
        if isinstance(shape, Reference | References):
            for value in slot.values:
                yield Mention(slot.name, shape.kind, value.text.strip(), value.span)


def _terms(document: Document, context: CheckContext) -> Iterator[tuple[str, str]]:
    for _, vocabulary, terms in context.chosen_from(document):
        yield from ((vocabulary.id, term.id) for term in terms if term)


def _elements(document: Document, context: CheckContext, name: str) -> tuple[str, ...]:
    terms = (term for slot, _, terms in context.chosen_from(document) if slot.name == name for term in terms)
    return tuple(dict.fromkeys(term.id for term in terms if term))


def _taught(document: Document, context: CheckContext) -> Iterator[Taught]:
    for one in lessons_of(document, context):
        if one.name and Name.fits(one.lesson):
            yield Taught(one.lesson, one.stance == CONTRADICTS, one.name.span)


def _ignored(document: Document, masked: Callable[[str], str]) -> Iterator[Ignored]:
    entry = document.get("ignore")
    items = getattr(entry.value, "items", ()) if entry else ()
    for item in items:
        rule = item.get("rule") if isinstance(item, MapNode) else None
        if rule is None or not isinstance(rule.value, ScalarNode) or rule.value.blank:
            continue
        typed, reason = masked(rule.value.text.strip()), masked(_text(item, "reason"))
        yield Ignored(typed, reason, Day.read(_text(item, "until")), rule.value.span)


def _text(node: MapNode, key: str) -> str:
    entry = node.get(key)
    return entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""
