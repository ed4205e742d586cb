"""Why two stories stand beside each other, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations

from cx_stories.relations.contrast import Contrast
from cx_stories.relations.related import Kinship
from cx_stories.views.edition import Edition

Terms = Sequence[tuple[str, str]]
MOST = 2
"""How many of the facts that two stories share are worth telling."""


def kinship_in_words(kinship: Kinship, edition: Edition) -> str:
    """Say why a story goes well with another, as `Also about: waiting; the same element missed (unique)`."""
    clauses = [
        *(shared_in_words(kinship.shared[:MOST], edition)),
        *_elements(kinship, edition),
    ]
    words = edition.words
    if kinship.alike:
        clauses.append(words.gettext("about much the same things"))
    if not clauses and not kinship.picked:
        clauses.append(words.gettext("from the same collection"))
    if kinship.lessons:
        clauses.insert(0, words.gettext("teaches the same lesson"))
    if kinship.picked:
        clauses.insert(0, words.gettext("chosen by the writer"))
    return _sentence(clauses)


def contrast_in_words(contrast: Contrast, edition: Edition) -> str:
    """Say what two opposite stories have in common; nothing if no fact says so."""
    return _sentence(list(shared_in_words(contrast.shared[: MOST + 1], edition)))


def shared_in_words(shared: Terms, edition: Edition) -> Iterator[str]:
    """Give a clause for each vocabulary of which two stories share terms."""
    by_vocabulary: dict[str, list[str]] = {}
    for vocabulary, term in shared:
        by_vocabulary.setdefault(vocabulary, []).append(term)
    for vocabulary, terms in by_vocabulary.items():
        if clause := _clause(vocabulary, tuple(terms), edition):
            yield clause


def _clause(vocabulary: str, terms: tuple[str, ...], edition: Edition) -> str:
    """Say that two stories have terms of a vocabulary in common; nothing if no clause says so."""
    return edition.once(("clause", vocabulary, terms), lambda: _said(vocabulary, terms, edition))


def _said(vocabulary: str, terms: tuple[str, ...], edition: Edition) -> str:
    one, several = _forms(edition.words).get(vocabulary, ("", ""))
    form = one if len(terms) == 1 else several
    return form % {"terms": _in_a_row(vocabulary, terms, edition)} if form else ""


def _in_a_row(vocabulary: str, identities: Sequence[str], edition: Edition) -> str:
    """Name terms within a sentence; some hold an "and" of their own, so that commas part them."""
    names = [label.inline for label in edition.labels(vocabulary, identities)]
    return ", ".join(names)


def _elements(kinship: Kinship, edition: Edition) -> Iterator[str]:
    hits, misses = tuple(kinship.hits), tuple(kinship.misses)
    if hits:
        yield edition.once(("hits", hits), lambda: _there(hits, edition))
    if misses:
        yield edition.once(("misses", misses), lambda: _missed(misses, edition))


def _there(hits: Sequence[str], edition: Edition) -> str:
    said = edition.words.ngettext(
        "the same element there (%(elements)s)", "the same elements there (%(elements)s)", len(hits)
    )
    return said % {"elements": _in_a_row("elements", hits, edition)}


def _missed(misses: Sequence[str], edition: Edition) -> str:
    said = edition.words.ngettext(
        "the same element missed (%(elements)s)", "the same elements missed (%(elements)s)", len(misses)
    )
    return said % {"elements": _in_a_row("elements", misses, edition)}


def _sentence(clauses: Sequence[str]) -> str:
    text = "; ".join(clauses)
    return text[:1].upper() + text[1:]


def _forms(words: NullTranslations) -> Mapping[str, tuple[str, str]]:
    """Give the clause of each vocabulary, for one term and for several."""
    return {
        "touchpoints": _alike(words.gettext("also about: %(terms)s")),
        "stages": (
            words.gettext("at the same stage (%(terms)s)"),
            words.gettext("at the same stages (%(terms)s)"),
        ),
        "channels": (
            words.gettext("through the same channel (%(terms)s)"),
            words.gettext("through the same channels (%(terms)s)"),
        ),
        "sectors": _alike(words.gettext("in the same sector (%(terms)s)")),
        "incident": _alike(words.gettext("set off in the same way (%(terms)s)")),
        "recovery": _alike(words.gettext("with the same recovery (%(terms)s)")),
        "outcomes": (
            words.gettext("with the same outcome (%(terms)s)"),
            words.gettext("with the same outcomes (%(terms)s)"),
        ),
        "emotions": _alike(words.gettext("felt in the same way (%(terms)s)")),
        "senses": (
            words.gettext("for the same sense (%(terms)s)"),
            words.gettext("for the same senses (%(terms)s)"),
        ),
    }


def _alike(form: str) -> tuple[str, str]:
    return form, form
