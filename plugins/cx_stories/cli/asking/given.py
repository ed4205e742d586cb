"""The answers that were given as options: understood like those that are typed, and refused like them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import click

from cx_stories.checks.typed import choice, closest, suggestion
from cx_stories.cli.asking.dialogue import means_nothing, means_yes
from cx_stories.cli.asking.draft import Draft
from cx_stories.cli.asking.judging import BODY, remarks_on
from cx_stories.exports.story_text import Value
from cx_stories.model.document import Kind
from cx_stories.model.shape import Day
from cx_stories.pipeline.trial import Trial
from cx_stories.vocabulary.prefixes import prefixes_of, vocabulary_meant
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, said_in

_PLACES = {"stages": "stages", "channels": "channels", "touchpoints": "touchpoints", "sectors": "sector"}
"""The vocabularies that say where it happened, and the field of each."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed behind the options of `cx new`; what was not is empty."""

    title: str = ""
    polarity: str = ""
    what: str = ""
    where: Sequence[str] = ()
    elements: Sequence[str] = ()
    missed: Sequence[str] = ()
    lessons: Sequence[str] = ()
    summary: str = ""
    provenance: str = ""
    source: str = ""
    teller: str = ""
    date: str = ""
    status: str = ""
    pair: str = ""
    related: Sequence[str] = ()


def drafted(given: Given, draft: Draft, trial: Trial) -> Draft:
    """Put the options into a draft.

    Raises:  click.UsageError for what cannot be understood or can never be published
    """
    for name, value in _fields(given, trial).items():
        draft = draft.answered(name, value)
        _refuse(draft, name, trial)
    if given.what.strip():
        draft = draft.with_body(given.what)
        _refuse(draft, BODY, trial)
    return draft


def _fields(given: Given, trial: Trial) -> Mapping[str, Value]:
    """Give what was typed by the names of the fields."""
    words = {"title": given.title, "summary": given.summary}
    terms = {"polarity": given.polarity, "provenance": given.provenance, "status": given.status}
    vocabularies = trial.standards.vocabularies
    fields: dict[str, Value] = {name: " ".join(text.split()) for name, text in words.items()}
    fields |= {name: _term(name, text, vocabularies[name]).id for name, text in terms.items() if text}
    fields |= _where(given.where, trial)
    fields["elements"] = _evidence("element", given.elements, trial)
    fields["missed"] = _evidence("missed", given.missed, trial)
    fields["lessons"] = [" ".join(one.split()) for one in given.lessons if one.strip()]
    fields["source"] = {"title": given.source, "kind": "retold"} if given.source else {}
    fields["teller"] = _page("teller", given.teller, Kind.PERSON, trial)
    fields["pair"] = _page("pair", given.pair, Kind.STORY, trial)
    fields["related"] = [_page("related", one, Kind.STORY, trial) for one in given.related]
    fields["date"] = _day(given.date)
    return {name: value for name, value in fields.items() if value}


def _refuse(draft: Draft, name: str, trial: Trial) -> None:
    """Say what can never be published, before anything else is asked."""
    remarks = remarks_on(draft, name, trial)
    if remarks.refused:
        raise click.UsageError(f"--{_OPTIONS.get(name, name)}: {' '.join(remarks.messages)}")


_OPTIONS = {
    "elements": "element",
    "lessons": "lesson",
    "stages": "where",
    "channels": "where",
    "touchpoints": "where",
    "sector": "where",
}


def _term(option: str, typed: str, vocabulary: Vocabulary) -> Term:
    """Give the term that was meant by an id, a label or another name, in any language."""
    term = vocabulary.resolve(typed)
    if term is None:
        ids = [one.id for one in vocabulary.offered]
        labels = [label for one in vocabulary.offered for label in one.labels.values()]
        meant = closest(typed, ids) or closest(typed, labels)
        cure = f'Did you mean "{meant}"?' if meant else choice(ids)
        label = said_in(vocabulary.labels, "en").lower()
        raise click.UsageError(f'--{option}: "{typed}" is not one of the {label}. {cure}')
    return term


def _where(typed: Iterable[str], trial: Trial) -> Mapping[str, Value]:
    """Sort places by what they are; `channel:home` says which of two is meant."""
    found: dict[str, list[str]] = {}
    for one in typed:
        vocabulary, term = _place(one, trial)
        found.setdefault(vocabulary, []).append(term)
    if len(found.get("sectors", ())) > 1:
        raise click.UsageError("--where: a story has one sector; leave the others out.")
    return {
        field: terms[0] if field == "sector" else list(dict.fromkeys(terms))
        for vocabulary, field in _PLACES.items()
        if (terms := found.get(vocabulary))
    }


def _place(typed: str, trial: Trial) -> tuple[str, str]:
    vocabularies = {name: trial.standards.vocabularies[name] for name in _PLACES}
    prefix, colon, rest = typed.partition(":")
    chosen = vocabulary_meant(prefix, prefixes_of(vocabularies)) if colon else None
    if chosen:
        return chosen.id, _term("where", rest.strip(), chosen).id
    found = [(name, term.id) for name, one in vocabularies.items() if (term := one.resolve(typed))]
    if len(found) == 1:
        return found[0]
    if found:
        ways = " or ".join(f"{name.removesuffix('s')}:{term}" for name, term in found)
        raise click.UsageError(f'--where: "{typed}" may be several things. Type {ways}.')
    names = [
        name
        for one in vocabularies.values()
        for term in one.offered
        for name in (term.id, *term.labels.values())
    ]
    raise click.UsageError(
        f'--where: "{typed}" is no stage, channel, touchpoint or sector. {suggestion(typed, names)}'
    )


def _evidence(option: str, typed: Iterable[str], trial: Trial) -> Mapping[str, str]:
    """Give elements with their sentences: `surprising=Open on Boxing Day`, or the name alone.

    `surprising=no` says that it was not there.
    """
    elements = trial.standards.vocabularies["elements"]
    pairs = (one.partition("=") for one in typed)
    found = {_term(option, name.strip(), elements).id: said for name, _, said in pairs}
    return {
        term: "" if means_yes(said) else " ".join(said.split())
        for term, said in found.items()
        if not said.strip() or not means_nothing(said)
    }


def _page(option: str, typed: str, kind: Kind, trial: Trial) -> str:
    """Give the id of a person or a story that is there; a person may be called by name."""
    name = typed.strip()
    ids = sorted({one.blank.id for one in trial.found if one.blank.kind is kind and one.blank.markdown})
    if not name or name in ids:
        return name
    titles = {
        telling.title.casefold(): article.id
        for article in (trial.library.of_kind(kind) if kind is Kind.PERSON else trial.library.stories)
        for telling in article.tellings.values()
    }
    if identity := titles.get(name.casefold()):
        return identity
    what = "person" if kind is Kind.PERSON else "story"
    cure = suggestion(name, ids) if ids else f"There is no {what} here yet."
    raise click.UsageError(f'--{option}: there is no {what} "{name}". {cure}')


def _day(typed: str) -> str:
    if typed and Day.read(typed) is None:
        raise click.UsageError(f'--date: "{typed}" is no day such as 2024-03-01.')
    return typed
