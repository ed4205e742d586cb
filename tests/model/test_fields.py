"""What a writer may type is read from the models."""

from __future__ import annotations

from cx_stories.model.document import Kind
from cx_stories.model.fields import ARTICLE_FIELDS, FIELDS, STORY_FIELDS, WORDED
from cx_stories.model.parts import Consent, Ignore, Image, Lesson, Source
from cx_stories.model.shape import (
    Day,
    Evidence,
    Field,
    Record,
    Records,
    Reference,
    Sayings,
    Term,
    Terms,
    Text,
    fields_of,
)

REQUIRED = {"title", "summary", "date", "polarity", "elements", "lessons", "provenance"}
OPTIONAL = {
    *("missed", "questions", "theatre", "status", "stages", "channels", "touchpoints", "senses", "emotions"),
    *("sector", "organisation", "outcomes", "incident", "recovery", "teller", "author", "series", "issue"),
    *("pair", "related", "unrelated", "source", "consent", "image", "aliases", "ignore"),
}


def test_story_has_the_fields_of_the_reference() -> None:
    """What is required is required, and nothing more can be typed than is written down."""
    assert {name: field.required for name, field in STORY_FIELDS.items()} == {
        **dict.fromkeys(REQUIRED, True),
        **dict.fromkeys(OPTIONAL, False),
    }


def test_article_has_four_fields() -> None:
    """A page of prose wants a title and may have a menu text, a summary and a link."""
    assert {name: field.required for name, field in ARTICLE_FIELDS.items()} == {
        "title": True,
        "menu": False,
        "summary": False,
        "link": False,
    }


def test_every_kind_of_file_has_its_fields() -> None:
    """No file is without rules."""
    assert {kind: fields is STORY_FIELDS for kind, fields in FIELDS.items()} == {
        Kind.STORY: True,
        Kind.PERSON: False,
        Kind.SERIES: False,
        Kind.ARTICLE: False,
    }


def test_fields_know_their_shape() -> None:
    """A check asks the model what belongs in a field."""
    names = ("title", "date", "polarity", "stages", "missed", "teller", "source", "ignore", "lessons")

    assert {name: STORY_FIELDS[name].shape for name in names} == {
        "title": Text(),
        "date": Day(),
        "polarity": Term("polarity"),
        "stages": Terms("stages"),
        "missed": Evidence("elements"),
        "teller": Reference(Kind.PERSON),
        "source": Record(Source),
        "ignore": Records(Ignore),
        "lessons": Sayings(Lesson),
    }


def test_records_have_fields_of_their_own() -> None:
    """What stands below `source:`, `consent:` and `image:` is known, and behind the hyphen of a lesson."""
    assert {model: list(fields_of(model)) for model in (Source, Consent, Image, Ignore, Lesson)} == {
        Source: ["title", "publication", "author", "url", "accessed", "kind"],
        Consent: ["status", "date", "ref"],
        Image: ["file", "alt", "credit"],
        Ignore: ["rule", "reason", "until"],
        Lesson: ["lesson", "text", "stance"],
    }


def test_first_model_with_a_name_wins() -> None:
    """Fields of several models are one set."""
    assert fields_of(Consent, Source)["date"] == Field("date", Day(), "The day it was given.", required=False)


def test_every_field_is_described_in_a_sentence() -> None:
    """Messages and the writer's reference say what a field is for."""
    fields = [*STORY_FIELDS.values(), *ARTICLE_FIELDS.values()]
    records = (Source, Consent, Image, Ignore, Lesson)
    fields += [field for record in records for field in fields_of(record).values()]

    assert [field.name for field in fields if not field.description.endswith(".")] == []


def test_translation_repeats_words_and_the_picture() -> None:
    """Facts are written once; a picture's description is language."""
    assert {"title", "summary", "elements", "missed", "lessons", "questions", "theatre", "image"} == WORDED
