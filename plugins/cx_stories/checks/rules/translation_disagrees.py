"""CX212: a translation that tells other facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.elements import named
from cx_stories.checks.lessons import Typed, lessons_of
from cx_stories.checks.slots import Slot
from cx_stories.model.article import Prose
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, ListNode
from cx_stories.model.fields import FIELDS, WORDED
from cx_stories.model.shape import Evidence, Nested, Terms, fields_of
from cx_stories.vocabulary.vocabulary import folded

_ITS_OWN = frozenset({"status", "ignore", "aliases", "image.alt"})
"""What a translation may say for itself: it may be a draft, for instance, while the story is published."""
_IN_ORDER = frozenset({"lessons"})
"""What is compared one by one, not key by key."""
_WORDS = {
    kind: (WORDED if kind is Kind.STORY else frozenset(fields_of(Prose))) - {"image"} for kind in FIELDS
}
_OTHER_SIDE = {"elements": "missed", "missed": "elements"}


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    base = context.base
    if base is None or base is document or base.obstacle or not document.markdown:
        return
    facts = {slot.name: slot for slot in context.slots(base)}
    yield from _other_lessons(document, base, context)
    for slot in context.slots(document):
        within = slot.name.partition(".")[0]
        if not slot.values or within in _ITS_OWN | _IN_ORDER or slot.name in _ITS_OWN:
            continue
        if isinstance(slot.field.shape, Evidence):
            twice = named(document, context, "elements") if slot.name == "missed" else frozenset()
            yield from _other_elements(slot, facts, base, context, twice)
        elif slot.name not in _WORDS[document.kind] and not isinstance(slot.field.shape, Nested):
            yield from _other_fact(slot, facts.get(slot.name), base, context)


def _other_fact(slot: Slot, fact: Slot | None, base: Document, context: CheckContext) -> Iterator[Fault]:
    ours = _meaning(slot, context)
    if not ours:
        return
    if fact is None or fact.node.blank:
        if slot.name.partition(".")[0] not in context.misspelt(base):
            yield Fault(
                slot.node.span,
                f"`{slot.name}:` stands in this translation only, where nobody looks for it. Write it in "
                f"{base.path}, which has the facts of the story, and take it out here.",
            )
        return
    theirs = _meaning(fact, context)
    if theirs and ours != theirs:
        yield Fault(
            slot.node.span,
            f'"{_typed(slot)}" is not what {base.path} says on line {fact.node.span.line}: '
            f'"{_typed(fact)}". Mend the one that is wrong, and take `{slot.name}:` out here: a fact is '
            "written once.",
        )


def _meaning(slot: Slot, context: CheckContext) -> Sequence[str]:
    """Give what the values of a field come to; nothing where one of them cannot be understood."""
    vocabulary = context.vocabularies.get(slot.vocabulary)
    if vocabulary is None:
        values = [folded(value.text) for value in slot.values]
    else:
        terms = [vocabulary.resolve(value.text) for value in slot.values]
        values = [term.id for term in terms if term]
        if len(values) < len(terms):
            return ()
    in_order = isinstance(slot.field.shape, Terms) and slot.field.shape.in_order
    return values if in_order else sorted(set(values))


def _typed(slot: Slot) -> str:
    return ", ".join(" ".join(value.text.split()) for value in slot.values)


def _other_elements(
    slot: Slot, facts: Mapping[str, Slot], base: Document, context: CheckContext, twice: Set[str]
) -> Iterator[Fault]:
    """A translation may leave out an element for which it has no words; it cannot add one.

    twice:  the elements that stand on both sides in the translation itself, which is said already
    """
    fact, opposite = facts.get(slot.name), facts.get(_OTHER_SIDE[slot.name])
    known = set(_meaning(fact, context)) if fact else set()
    across = set(_meaning(opposite, context)) if opposite else set()
    if (fact and fact.values and not known) or slot.name in context.misspelt(base):
        return
    for value in slot.values:
        term = context.vocabularies[slot.vocabulary].resolve(value.text)
        if term and term.id not in known | twice:
            yield Fault(value.span, _added(value.text, slot.name, base.path, there=term.id in across))
    missing = sorted(known - set(_meaning(slot, context)))
    if missing and isinstance(slot.node, ListNode) and _meaning(slot, context):
        yield Fault(
            slot.node.span,
            f'{base.path} has "{", ".join(missing)}" too under `{slot.name}:`. Take `{slot.name}:` out here, '
            "or write below it each element with its sentence.",
        )


def _added(typed: str, field: str, path: str, *, there: bool) -> str:
    if there:
        return (
            f'"{typed}" stands under `{field}:` here and under `{_OTHER_SIDE[field]}:` in {path}. '
            "Mend the one that is wrong."
        )
    return (
        f'"{typed}" stands under `{field}:` here and not in {path}, which has the facts of the story. '
        "Add it there, or take it out here."
    )


def _other_lessons(document: Document, base: Document, context: CheckContext) -> Iterator[Fault]:
    """Lessons that have a name are told again in the same order, or nobody knows which is which."""
    ours, theirs = lessons_of(document, context), lessons_of(base, context)
    entry = document.get("lessons")
    if entry is None or not ours or not theirs:
        return
    if len(ours) != len(theirs) and any(one.lesson for one in theirs):
        have = f"{len(ours)} lesson{'' if len(ours) == 1 else 's'}"
        yield Fault(
            entry.key.span,
            f"This translation has {have} and {base.path} has {len(theirs)}, some with a name that stories "
            f"share. {_uneven(len(ours), len(theirs))} Tell the same lessons here, in the same order.",
        )
        return
    for one, other in zip(ours, theirs, strict=False):
        yield from _other_lesson(one, other, base)


def _uneven(ours: int, theirs: int) -> str:
    """Name the lessons by their number, which is all they have in common in both languages."""
    numbers = [str(number) for number in range(min(ours, theirs) + 1, max(ours, theirs) + 1)]
    last = numbers.pop()
    lessons = f"Lessons {', '.join(numbers)} and {last} are" if numbers else f"Lesson {last} is"
    return f"{lessons} {'missing' if ours < theirs else 'here only'}."


def _other_lesson(one: Typed, other: Typed, base: Document) -> Iterator[Fault]:
    if one.name and not other.name:
        yield Fault(
            one.name.span,
            f'"{one.lesson}" is the name of this lesson here only, where nobody looks for it. Write it in '
            f"{base.path}, which has the facts of the story, and take it out here.",
        )
    elif one.name and other.name and one.lesson != other.lesson:
        yield Fault(
            one.name.span,
            f'"{one.lesson}" is not what {base.path} says on line {other.name.span.line}: "{other.lesson}". '
            "Mend the one that is wrong, and take `lesson:` out here: a fact is written once.",
        )
    elif one.stance_at and one.stance and other.stance and one.stance != other.stance:
        yield Fault(
            one.stance_at,
            f'"{one.stance}" is not how the story stands to this lesson in {base.path}: "{other.stance}". '
            "Mend the one that is wrong, and take `stance:` out here: a fact is written once.",
        )


TRANSLATION_DISAGREES = Check(
    code="CX212",
    name="translation-disagrees",
    severity=Severity.ERROR,
    summary="A translation tells the same facts as the file that holds them.",
    why="Facts are taken from that file alone; what a translation says otherwise would be lost unseen.",
    good={
        "stories/coat.md": "title: The coat\nchannels: [phone]\n",
        "stories/coat.nl.md": "title: De jas\nchannels: [phone]\n",
    },
    bad={
        "stories/coat.md": "title: The coat\nchannels: [phone]\n",
        "stories/coat.nl.md": "title: De jas\nchannels: [store]\n",
    },
    find=_find,
)
