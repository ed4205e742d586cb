"""The words of rules and of the model, for who translates them: `make messages` finds them here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations

from cx_stories.checks.registry import CHECKS
from cx_stories.model.fields import ARTICLE_FIELDS, STORY_FIELDS
from cx_stories.model.shape import Field, Record, Records, Sayings, Term, Terms, Wordings, fields_of

Message = tuple[int, str, str, Sequence[str]]
"""Line, function, English words, remarks: what Babel asks of whatever finds messages.

Source:  https://babel.pocoo.org/en/latest/messages.html#writing-extraction-methods
"""


def said(words: NullTranslations, english: str) -> str:
    """Give words of a rule or of the model in a language; what is empty stays so."""
    return words.gettext(english) if english else ""


def words_of_rules(*_: object, **__: object) -> Iterator[Message]:
    """Give the words of all rules that are registered, whatever file Babel thinks it is reading."""
    for rule in CHECKS:
        for text in (rule.summary, rule.why):
            yield 1, "gettext", text, ()


def words_of_fields(*_: object, **__: object) -> Iterator[Message]:
    """Give the descriptions of all fields, and the names of those that no list of terms names."""
    for fields in (STORY_FIELDS, ARTICLE_FIELDS):
        for field in _all(fields):
            if not isinstance(field.shape, Term | Terms | Wordings):
                yield 1, "gettext", field.name.capitalize(), ()
            yield 1, "gettext", field.description, ()


def _all(fields: Mapping[str, Field]) -> Iterator[Field]:
    for field in fields.values():
        yield field
        if isinstance(field.shape, Record | Records | Sayings):
            yield from _all(fields_of(field.shape.model))
