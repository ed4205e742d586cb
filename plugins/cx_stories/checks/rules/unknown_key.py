"""CX103: a key nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.field_names import NAMED_BY_FILE, THEME, after_odd_blanks, field_meant, surely_meant
from cx_stories.checks.fixes import NEVER_GUESSED, VERDICT, revalued
from cx_stories.checks.strays import Stray
from cx_stories.checks.typed import suggestion
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import SHELVES, Document, Kind, MapNode, ScalarNode
from cx_stories.model.fields import FIELDS
from cx_stories.model.shape import Field, Sayings

_NAMES = {Kind.STORY: "a story", Kind.PERSON: "a person", Kind.SERIES: "a series", Kind.ARTICLE: "a page"}


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.kind is Kind.ARTICLE and len(_of_a_story(document)) > 1:
        yield Fault(document.fields.entries[0].key.span, f"This looks like a story. {_place(document)}")
        return
    yield from (_stray(stray) for stray in context.strays(document) if stray.first)
    owner = f"a field of {_NAMES[document.kind]}"
    yield from _unknown(context.in_place(document), FIELDS[document.kind], owner)
    for slot in context.slots(document):
        for node, known in slot.records:
            in_lesson = isinstance(slot.field.shape, Sayings)
            owner = "a line that may stand in a lesson" if in_lesson else f"a field of `{slot.name}:`"
            yield from _unknown(node, known, owner)


def _stray(stray: Stray) -> Fault:
    key = stray.entry.key
    if name := after_odd_blanks(key.text):
        return Fault(key.span, _odd_blanks(name))
    return Fault(key.span, f"`{key.text}:` belongs to `{stray.owner}:` above it. Put two spaces before it.")


def _odd_blanks(name: str) -> str:
    return f"The spaces before `{name}:` are not ordinary ones. Type the line anew."


def _place(document: Document) -> str:
    """Say what keeps the file of a story from being one: its folder, or a name that is not for stories."""
    shelf, name = f"{SHELVES[Kind.STORY]}/", document.path.rpartition("/")[2]
    if document.path.startswith(shelf):
        return f"Give the file another name, as {name} is the page that lists the stories."
    return f"Move the file to the folder {shelf}."


def _of_a_story(document: Document) -> list[str]:
    """Give the keys of a page that only a story has."""
    only = FIELDS[Kind.STORY].keys() - FIELDS[document.kind].keys()
    return [entry.key.text for entry in document.fields.entries if entry.key.text in only]


def _unknown(node: MapNode, known: Mapping[str, Field], owner: str) -> Iterator[Fault]:
    for entry in node.entries if node.by_key.keys() - known.keys() else ():
        name = entry.key.text
        if name not in known:
            blanks = after_odd_blanks(name)
            said = f"`{name}:` is not {owner}. {_cure(name, known)}"
            yield Fault(entry.key.span, _odd_blanks(blanks) if blanks else said, _fix(entry.key, node, known))


def _cure(name: str, known: Mapping[str, Field]) -> str:
    if name in THEME:
        return "How a page looks is not set in its file; remove this line."
    if name == NAMED_BY_FILE and not field_meant(name, known):
        return "The id is the file name; remove this line."
    return suggestion(field_meant(name, known) or name, tuple(known))


def _fix(key: ScalarNode, node: MapNode, known: Mapping[str, Field]) -> Fix | None:
    """Another word for a field is beyond doubt; a slip of the hand is a guess. A field is never had twice."""
    sure = surely_meant(key.text, known)
    meant = field_meant(key.text, known)
    if not meant or meant == VERDICT or (not sure and meant in NEVER_GUESSED) or node.get(meant):
        return None
    first = next(one.key for one in node.entries if field_meant(one.key.text, known) == meant)
    return revalued(key.span, key.text, meant, safe=bool(sure)) if first is key else None


UNKNOWN_KEY = Check(
    code="CX103",
    name="unknown-key",
    severity=Severity.ERROR,
    summary="Only the fields of the front-matter reference are used.",
    why="A misspelt field would be lost without a word.",
    good="summary: She has her money before she has finished her sentence.\n",
    bad="chanels: [web]\n",
    mended=Mended.EITHER,
    find=_find,
)
