"""How the value of a field is written: in words, and as it may be typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import NullTranslations

from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.shape import (
    Day,
    Evidence,
    Field,
    Name,
    Nested,
    Record,
    Records,
    Reference,
    References,
    Sayings,
    Shape,
    Term,
    Terms,
    Text,
    Texts,
    Url,
    Wordings,
    fields_of,
)
from cx_stories.vocabulary.vocabulary import Vocabularies

_DAY = "2024-03-01"
_URL = "https://example.org/umbrella"
_IDS: Mapping[Kind, str] = {
    Kind.STORY: "lazy-loungers",
    Kind.PERSON: "mina-jansen",
    Kind.SERIES: "on-the-road",
}
_SHOWN = 2
"""How many terms stand in the example of a list."""


def form_of(shape: Shape, words: NullTranslations) -> str:
    """Say how a value of this shape is written."""
    if isinstance(shape, Reference | References):
        return _form_of_names(shape, words)
    if isinstance(shape, Terms) and shape.in_order:
        return words.gettext("Terms between square brackets, in order; one may come back.")
    return {
        Text: words.gettext("Words on one line, between straight quotes."),
        Texts: words.gettext("Sentences, each on a line of its own after two spaces and a hyphen."),
        Name: words.gettext("A name in small letters, with hyphens between the words."),
        Day: words.gettext("A day, as year, month and day with hyphens."),
        Url: words.gettext("A web address, from https:// on."),
        Term: words.gettext("One term."),
        Terms: words.gettext("Terms between square brackets, with commas."),
        Evidence: words.gettext(
            "Terms, each on a line of its own with the sentence that shows it; "
            "or terms alone, between square brackets."
        ),
        Wordings: words.gettext("Terms, each on a line of its own with a sentence."),
        Record: words.gettext("Lines of its own, each set in by two spaces."),
        Records: words.gettext("A list; each item begins with a hyphen and has lines of its own."),
        Sayings: words.gettext(
            "Sentences, each on a line of its own after two spaces and a hyphen. "
            "Behind the hyphen there may be lines of its own instead, for what several stories teach."
        ),
    }[type(shape)]


def _form_of_names(shape: Reference | References, words: NullTranslations) -> str:
    folder = f"{SHELVES[shape.kind]}/"
    if isinstance(shape, Reference):
        text = words.gettext("The name of a file in %(folder)s, without language and ending.")
    else:
        text = words.gettext(
            "Names of files in %(folder)s, without language and ending, between square brackets."
        )
    return text % {"folder": folder}


def example_of(field: Field, vocabularies: Vocabularies, words: NullTranslations) -> str:
    """Give the lines of a field as somebody may type them."""
    sentence = words.gettext("The sentence from the story that shows it.")
    return "\n".join(_lines(field, vocabularies, sentence))


def _lines(field: Field, vocabularies: Vocabularies, sentence: str) -> Iterator[str]:
    shape, name = field.shape, field.name
    if isinstance(shape, Texts):
        yield from (f"{name}:", f'  - "{field.example}"')
    elif isinstance(shape, Evidence | Wordings):
        yield from (f"{name}:", f'  {_offered(shape.vocabulary, vocabularies)[0]}: "{sentence}"')
    elif isinstance(shape, Nested):
        yield f"{name}:"
        if isinstance(shape, Sayings):
            yield f'  - "{field.example}"'
        inner = (
            line for one in fields_of(shape.model).values() for line in _lines(one, vocabularies, sentence)
        )
        for number, line in enumerate(inner):
            yield (
                (f"  - {line}" if not number else f"    {line}")
                if isinstance(shape, Records | Sayings)
                else f"  {line}"
            )
    else:
        yield f"{name}: {_value(field, shape, vocabularies)}"


def _value(field: Field, shape: Shape, vocabularies: Vocabularies) -> str:
    if isinstance(shape, Term):
        return _offered(shape.vocabulary, vocabularies)[0]
    if isinstance(shape, Terms):
        return f"[{', '.join(_offered(shape.vocabulary, vocabularies)[:_SHOWN])}]"
    if isinstance(shape, Reference):
        return _IDS[shape.kind]
    if isinstance(shape, References):
        return f"[{_IDS[shape.kind]}]"
    if isinstance(shape, Name):
        return field.example
    return _DAY if isinstance(shape, Day) else _URL if isinstance(shape, Url) else f'"{field.example}"'


def _offered(vocabulary: str, vocabularies: Vocabularies) -> list[str]:
    """Give the terms to show, which are old ones where a site has done away with all of them."""
    found = vocabularies[vocabulary]
    return [term.id for term in found.offered or found.choices]
