"""Keys that stand at the margin and belong below the field above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.checks.field_names import after_odd_blanks
from cx_stories.model.document import Entry, MapNode, Node, ScalarNode
from cx_stories.model.shape import Evidence, Field, Record, Term, Wordings, fields_of
from cx_stories.vocabulary.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Stray:
    """A key at the margin that belongs below a field; `first` of those that stray from it."""

    entry: Entry
    owner: str
    first: bool


def strays_in(fields: MapNode, known: Mapping[str, Field], vocabularies: Vocabularies) -> Sequence[Stray]:
    """Give the keys that follow a field and can only be meant as part of it, in order."""
    return tuple(_strays(fields.entries, known, vocabularies))


def _strays(
    entries: Sequence[Entry], known: Mapping[str, Field], vocabularies: Vocabularies
) -> Iterator[Stray]:
    names = [entry.key.text for entry in entries]
    owner: Entry | None = None
    first = True
    for entry in entries:
        if owner is not None and _belongs(entry, owner, known, names, vocabularies):
            yield Stray(entry, owner.key.text, first)
            first = False
        else:
            owner, first = (entry if _may_be_left_open(entry.value) else None), True


def _may_be_left_open(value: Node) -> bool:
    """Whether keys below a field may have lost their spaces: there is nothing there, or only some of them."""
    if isinstance(value, MapNode):
        return not value.flow
    return isinstance(value, ScalarNode) and value.blank and value.plain


def _belongs(
    entry: Entry, owner: Entry, known: Mapping[str, Field], names: Sequence[str], vocabularies: Vocabularies
) -> bool:
    """Whether a key is one of the owner's, and nothing that a story has itself.

    One that a story has, too, is the owner's if the story has it elsewhere, or could not have this value.
    """
    field = known.get(owner.key.text)
    name = after_odd_blanks(entry.key.text) or entry.key.text
    if field is None or not _takes(field, name, vocabularies):
        return False
    if name not in known:
        return True
    return owner.value.blank and (
        names.count(name) > 1 or _only_below(field, known[name], entry, vocabularies)
    )


def _takes(field: Field, name: str, vocabularies: Vocabularies) -> bool:
    if isinstance(field.shape, Record):
        return name in fields_of(field.shape.model)
    if isinstance(field.shape, Evidence | Wordings):
        return vocabularies[field.shape.vocabulary].resolve(name) is not None
    return False


def _only_below(field: Field, own: Field, entry: Entry, vocabularies: Vocabularies) -> bool:
    """Whether a value is one of the terms below the owner, and none of those of the story itself."""
    if not isinstance(field.shape, Record) or not isinstance(entry.value, ScalarNode):
        return False
    below = fields_of(field.shape.model)[own.name].shape
    if not isinstance(below, Term) or not isinstance(own.shape, Term):
        return False
    typed = entry.value.text
    return (
        vocabularies[below.vocabulary].resolve(typed) is not None
        and vocabularies[own.shape.vocabulary].resolve(typed) is None
    )
