"""The page of the lines above a story: every key of the model, in its order, as it may be typed."""

from __future__ import annotations

import pytest

from cx_stories.model.fields import ARTICLE_FIELDS, STORY_FIELDS
from cx_stories.views.edition import Label
from cx_stories.views.reference.front_matter import FieldEntry, front_matter_page
from tests.conftest import Site

FAULTS = ("CX0", "CX1", "CX201", "CX202", "CX203")
"""What would be wrong with the form of an example, and not with what it points at."""


def entries(site: Site, part: str = "story", language: str = "en") -> dict[str, FieldEntry]:
    """Give the keys on the page, by name."""
    (page,) = front_matter_page(site.edition(language))
    shown = page.context[part]
    assert isinstance(shown, tuple)
    return {entry.name: entry for entry in shown}


def test_every_key_is_on_the_page_in_the_order_of_the_model(site: Site) -> None:
    """What the page names is exactly what the checks allow."""
    assert (list(entries(site)), list(entries(site, "other"))) == (list(STORY_FIELDS), list(ARTICLE_FIELDS))


def test_key_is_told_with_its_form_and_an_example(site: Site) -> None:
    """A writer knows what to type, from which list, and whether a translation says it again."""
    assert entries(site)["channels"] == FieldEntry(
        anchor="line.channels",
        name="channels",
        description="Through which channels.",
        form="Terms between square brackets, with commas.",
        example="channels: [store, web]",
        required=False,
        asked_for=(),
        repeated=False,
        terms=Label("terms.channels", "Channels", "contribute/vocabulary"),
    )


def test_key_within_a_key_is_told_below_it(site: Site) -> None:
    """A source has lines of its own, which are named with a dot."""
    source = entries(site)["source"]

    assert [one.name for one in source.inner][:2] == ["source.title", "source.publication"]
    assert [one.anchor for one in source.inner if one.required] == ["line.source.title"]
    assert source.example.split("\n")[:2] == ["source:", '  title: "Open on Boxing Day"']


def test_keys_that_only_some_stories_need_say_which(site: Site) -> None:
    """A retold story needs its source, a true one the consent of its teller."""
    shown = entries(site, language="nl")
    asked = {
        name: [label.id for label in field.asked_for] for name, field in shown.items() if field.asked_for
    }

    assert asked == {"source": ["retold"], "consent": ["first-hand", "composite"]}


def test_keys_that_a_translation_repeats_are_those_with_words(site: Site) -> None:
    """Facts are written once."""
    repeated = [name for name, field in entries(site).items() if field.repeated]

    assert repeated == [
        *("title", "summary", "elements", "missed", "lessons", "questions", "theatre", "image"),
    ]


def test_every_example_has_words(site: Site) -> None:
    """An empty example helps nobody; the model has one for every field of words."""
    shown = [*entries(site).values(), *entries(site, "other").values()]

    assert [entry.name for entry in shown if '""' in entry.example] == []


@pytest.mark.parametrize("name", STORY_FIELDS)
def test_example_can_be_copied_into_a_story(site: Site, name: str) -> None:
    """Whoever copies the lines of the page gets no complaint about how they are written."""
    site.story("example", entries(site)[name].example + "\n")
    complaints = [message for message in site.messages() if message.split()[1].startswith(FAULTS)]

    assert complaints == []


@pytest.mark.parametrize("name", ARTICLE_FIELDS)
def test_example_can_be_copied_into_another_page(site: Site, name: str) -> None:
    """The same holds for people and series."""
    title = "" if name == "title" else "title: Mina\n"
    site.file("people/mina.md", f"---\n{title}{entries(site, 'other')[name].example}\n---\nShe drives.\n")

    assert [message for message in site.messages() if message.split()[1].startswith(FAULTS)] == []
