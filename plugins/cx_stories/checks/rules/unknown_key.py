"""CX103: a key nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.checks.base import Check, Fault, Mended
from cx_stories.checks.context import CheckContext
from cx_stories.checks.fixes import NEVER, revalued
from cx_stories.checks.typed import closest, suggestion
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import SHELVES, Document, Kind, MapNode, ScalarNode
from cx_stories.model.fields import FIELDS
from cx_stories.model.shape import Field

_THEME = frozenset({"template", "hide", "search", "icon", "comments", "social"})
_OTHER_WORDS = {
    "organization": "organisation",
    "emotion": "emotions",
    "description": "summary",
    "titel": "title",
    "samenvatting": "summary",
    "datum": "date",
    "oordeel": "polarity",
    "elementen": "elements",
    "gemist": "missed",
    "lessen": "lessons",
    "herkomst": "provenance",
    "bron": "source",
    "vragen": "questions",
    "reeks": "series",
    "verteller": "teller",
}
"""What else writers call a field."""
_NAMES = {Kind.STORY: "a story", Kind.PERSON: "a person", Kind.SERIES: "a series", Kind.ARTICLE: "a page"}


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if document.kind is Kind.ARTICLE and len(_of_a_story(document)) > 1:
        yield Fault(document.fields.entries[0].key.span, f"This looks like a story. {_place(document)}")
        return
    yield from _unknown(document.fields, FIELDS[document.kind], _NAMES[document.kind])
    for slot in context.slots(document):
        for node, known in slot.records:
            yield from _unknown(node, known, f"`{slot.name}:`")


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
    for entry in node.entries:
        name = entry.key.text
        if name not in known:
            yield Fault(
                entry.key.span,
                f"`{name}:` is not a field of {owner}. {_cure(name, known)}",
                _fix(entry.key, node, known),
            )


def _cure(name: str, known: Mapping[str, Field]) -> str:
    better = _OTHER_WORDS.get(name.casefold())
    if better in known:
        return f'Did you mean "{better}"?'
    if name in _THEME:
        return "How a page looks is not set in its file; remove this line."
    if name == "id":
        return "The id is the file name; remove this line."
    return suggestion(name, tuple(known))


def _fix(key: ScalarNode, node: MapNode, known: Mapping[str, Field]) -> Fix | None:
    """Another word for a field is beyond doubt; a slip of the hand is a guess. A field is never had twice."""
    name = key.text
    if name in _THEME or name == "id":
        return None
    better = _OTHER_WORDS.get(name.casefold(), name.casefold())
    safe = better in known
    meant = better if safe else closest(name, tuple(known))
    if not meant or meant == NEVER or node.get(meant):
        return None
    return revalued(key.span, name, meant, safe=safe)


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
