"""Why two stories stand beside each other, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations
from itertools import groupby

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
    forms = _forms(edition.words)
    for vocabulary, pairs in groupby(sorted(shared, key=lambda pair: _rank(pair[0], shared)), key=_first):
        if vocabulary in forms:
            terms = [term for _, term in pairs]
            one, several = forms[vocabulary]
            form = one if len(terms) == 1 else several
            yield form % {"terms": _in_a_row(vocabulary, terms, edition)}


def _in_a_row(vocabulary: str, identities: Sequence[str], edition: Edition) -> str:
    """Name terms within a sentence; some hold an "and" of their own, so that commas part them."""
    names = [label.inline for label in edition.labels(vocabulary, identities)]
    return ", ".join(names)


def _elements(kinship: Kinship, edition: Edition) -> Iterator[str]:
    words = edition.words
    if kinship.hits:
        elements = _in_a_row("elements", kinship.hits, edition)
        yield words.ngettext(
            "the same element there (%(elements)s)",
            "the same elements there (%(elements)s)",
            len(kinship.hits),
        ) % {"elements": elements}
    if kinship.misses:
        elements = _in_a_row("elements", kinship.misses, edition)
        yield words.ngettext(
            "the same element missed (%(elements)s)",
            "the same elements missed (%(elements)s)",
            len(kinship.misses),
        ) % {"elements": elements}


def _rank(vocabulary: str, shared: Terms) -> int:
    return next(index for index, (name, _) in enumerate(shared) if name == vocabulary)


def _first(pair: tuple[str, str]) -> str:
    return pair[0]


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
