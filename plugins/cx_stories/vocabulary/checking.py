"""What must hold of a vocabulary once the files of a site are laid over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from cx_stories.errors import VocabularyError
from cx_stories.vocabulary.file import Step, VocabularyFile
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, folded, is_id

Files = Sequence[VocabularyFile]
"""What was laid over a vocabulary, in that order."""


def checked(values: Mapping[str, Any], files: Files) -> Vocabulary:
    """Give the vocabulary with these values.

    files:   where they come from, besides the package
    Raises:  VocabularyError, with the place and what to change.
    """
    try:
        vocabulary = Vocabulary.model_validate(values)
    except ValidationError as error:
        raise _misfit(error, values, files) from error
    for term in vocabulary.terms:
        for check in _CHECKS:
            check(term, vocabulary, files)
    _check_names(vocabulary, files)
    return vocabulary


def fault(message: str, files: Files, *ways: Sequence[Step], key: bool = False) -> VocabularyError:
    """Give the error at the place to which one of the ways leads furthest; later files go before earlier."""
    reached = [file.reach(way, key=key) for way in ways for file in reversed(files)]
    if not reached:
        return VocabularyError(message)
    _, place = max(reached, key=lambda one: one[0])
    return VocabularyError(message, place.file, place.line, place.column)


def _misfit(error: ValidationError, values: Mapping[str, Any], files: Files) -> VocabularyError:
    first = error.errors()[0]
    way = tuple(_by_id(values, first["loc"]))
    unknown = first["type"] == "extra_forbidden"
    cure = "is missing" if first["type"] == "missing" else "is not right"
    if unknown:
        cure = "is not a key of a vocabulary file"
    return fault(f"`{'.'.join(map(str, way))}` {cure}.", files, way, key=unknown)


def _by_id(values: Mapping[str, Any], location: Sequence[Step]) -> Iterator[Step]:
    """Name a place by the ids of terms rather than by their numbers."""
    for index, part in enumerate(location):
        in_terms = isinstance(part, int) and location[:index] == ("terms",)
        yield values["terms"][part]["id"] if in_terms else part


def _check_label(term: Term, _: Vocabulary, files: Files) -> None:
    if not any(term.labels.values()):
        raise fault(
            f'The term "{term.id}" needs a label, such as `labels: {{en: ...}}`.',
            files,
            ("terms", term.id, "labels"),
        )


def _check_id(term: Term, _: Vocabulary, files: Files) -> None:
    if not is_id(term.id):
        raise fault(
            f'The id "{term.id}" is part of an address. Write it in small letters, digits and hyphens.',
            files,
            ("terms", term.id, "id"),
        )


def _check_broader(term: Term, vocabulary: Vocabulary, files: Files) -> None:
    broader = vocabulary.by_id.get(term.broader)
    if term.broader and not (broader and broader.group):
        raise fault(
            f'The broader term "{term.broader}" of "{term.id}" is not a group.',
            files,
            ("terms", term.id, "broader"),
        )


def _check_successor(term: Term, vocabulary: Vocabulary, files: Files) -> None:
    successor = vocabulary.by_id.get(term.replaced_by)
    way = ("terms", term.id, "replaced_by")
    if term.replaced_by and successor is None:
        words = f'"{term.replaced_by}", which is to replace "{term.id}", is not a term of this list.'
        raise fault(words, files, way)
    if successor and (successor.group or successor.outdated):
        reason = "gathers others" if successor.group else "is itself no longer to be used"
        raise fault(f'"{successor.id}" cannot replace "{term.id}": it {reason}.', files, way)


_CHECKS: tuple[Callable[[Term, Vocabulary, Files], None], ...] = (
    _check_label,
    _check_id,
    _check_broader,
    _check_successor,
)


def _check_names(vocabulary: Vocabulary, files: Files) -> None:
    seen: dict[str, Term] = {}
    for term in vocabulary.choices:
        for name in sorted(term.names):
            first = seen.setdefault(name, term)
            if first is not term:
                ways = [*_ways_to(name, term), *_ways_to(name, first)]
                raise fault(f'"{name}" names both "{first.id}" and "{term.id}".', files, *ways)


def _ways_to(name: str, term: Term) -> Iterator[Sequence[Step]]:
    """Find a name among the id, labels and aliases of a term."""
    names: list[tuple[str, Sequence[Step]]] = [(term.id, ("id",))]
    names += [(label, ("labels", language)) for language, label in term.labels.items()]
    for language, aliases in term.aliases.items():
        names += [(alias, ("aliases", language, number)) for number, alias in enumerate(aliases)]
    yield from (("terms", term.id, *way) for typed, way in names if folded(typed) == name)
