"""The places on the pages to look things up in. They never change, so that links to them keep working.

All but the codes of rules have a full stop in them, which no heading that somebody writes there gets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.checks.registry import CHECKS
from cx_stories.model.fields import ARTICLE_FIELDS, STORY_FIELDS
from cx_stories.model.shape import Field, Nested, fields_of
from cx_stories.views import addresses
from cx_stories.vocabulary.pages import UNSEEN
from cx_stories.vocabulary.vocabulary import Vocabularies


def line(name: str) -> str:
    """Give the place of a key of a story, `source.url` for one within another."""
    return f"line.{name}"


def page_line(name: str) -> str:
    """Give the place of a key of a page that is no story."""
    return f"page.{name}"


def terms(vocabulary: str) -> str:
    """Give the place of a list of terms."""
    return f"terms.{vocabulary}"


def term(vocabulary: str, identity: str) -> str:
    """Give the place of a term."""
    return f"{vocabulary}.{identity}"


def places_of(vocabularies: Vocabularies) -> Mapping[str, frozenset[str]]:
    """Give every place that a link may lead to, by the file that a link to the page names."""
    lists = vocabularies.values()
    found = {
        addresses.RULES: [rule.code for rule in CHECKS],
        addresses.FRONT_MATTER: [
            *map(line, _names(STORY_FIELDS)),
            *map(page_line, _names(ARTICLE_FIELDS)),
        ],
        addresses.VOCABULARY: [
            *(terms(one.id) for one in lists),
            *(term(one.id, choice.id) for one in lists for choice in one.choices),
        ],
        addresses.GLOSSARY: [
            term(one.id, choice.id) for one in lists if one.id not in UNSEEN for choice in one.terms
        ],
    }
    return {addresses.source(address): frozenset(places) for address, places in found.items()}


def _names(fields: Mapping[str, Field], within: str = "") -> Iterator[str]:
    for field in fields.values():
        name, shape = within + field.name, field.shape
        yield name
        if isinstance(shape, Nested):
            yield from _names(fields_of(shape.model), f"{name}.")
