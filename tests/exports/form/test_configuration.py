"""What the form asks: every field of the model, in the words of the site, and facts only once."""

from __future__ import annotations

from cx_stories.exports.form.configuration import Place
from cx_stories.model.fields import ARTICLE_FIELDS, STORY_FIELDS, WORDED
from tests.exports.form.told import configured, field


def test_a_form_knows_where_files_are_and_what_translations_are_called() -> None:
    """`refund.md` and `refund.nl.md` are one story, in a folder seen from the top of the repository."""
    found = configured("en", "nl", place=Place("docs/content", {"name": "github", "repo": "acme/stories"}))

    folders = [one["folder"] for one in found["collections"]]
    assert (found["backend"], folders, found["media_folder"], found["i18n"]) == (
        {"name": "github", "repo": "acme/stories"},
        ["docs/content/stories", "docs/content/people", "docs/content/series"],
        "docs/content/assets",
        {
            "structure": "multiple_files",
            "locales": ["en", "nl"],
            "default_locale": "en",
            "omit_default_locale_from_file_path": True,
            "initial_locales": "default",
        },
    )


def test_every_field_of_the_model_is_asked_and_what_a_story_needs_comes_first() -> None:
    """A new field of the model is in the form without a word here."""
    names = [[one["name"] for one in found["fields"]] for found in configured("en")["collections"]]

    first = [
        "title",
        "summary",
        "body",
        "date",
        "polarity",
        "status",
        "provenance",
        "elements",
        "missed",
        "lessons",
    ]
    assert names[0][: len(first)] == first
    assert sorted(names[0]) == sorted([*STORY_FIELDS, "body", "as_read"])
    assert [sorted(found) for found in names[1:]] == [sorted([*ARTICLE_FIELDS, "body", "as_read"])] * 2


def test_a_translation_asks_for_language_and_not_for_facts() -> None:
    """What a translation inherits is written once, in the default language."""
    asked = [one["name"] for one in configured("en", "nl")["collections"][0]["fields"] if one.get("i18n")]

    assert sorted(asked) == sorted([*WORDED, "body", "as_read"])


def test_only_a_title_is_needed_to_save_and_a_new_story_is_a_draft() -> None:
    """A writer stops half way, and finds the story again."""
    fields = configured("en")["collections"][0]["fields"]

    assert [one["name"] for one in fields if one.get("required", one["name"] != "as_read")] == ["title"]
    status = field("status", "en")
    assert (status["default"], status["hint"]) == (
        "draft",
        "How far the story is on its way to the reader. "
        "Published is only what has all that readers need: nothing else can be built.",
    )


def test_terms_are_chosen_in_the_language_of_the_site() -> None:
    """The label is what a writer reads, the id what stands in the file."""
    assert field("polarity", "nl", "en") == {
        "name": "polarity",
        "label": "Oordeel",
        "widget": "select",
        "options": [{"label": "Positief", "value": "positive"}, {"label": "Negatief", "value": "negative"}],
        "required": False,
        "hint": field("polarity", "nl", "en")["hint"],
    }
    assert field("emotions", "en")["widget"] == "list"
    assert field("stages", "en")["multiple"] is True


def test_evidence_is_asked_element_by_element() -> None:
    """An element is added from the list, with room for its sentence and the words of its definition."""
    found = field("elements", "en")

    assert (found["widget"], found["typeKey"], found["types"][0]) == (
        "list",
        "term",
        {
            "name": "engaging",
            "label": "Engaging",
            "fields": [
                {
                    "name": "sentence",
                    "label": "Evidence",
                    "widget": "text",
                    "required": False,
                    "i18n": True,
                    "hint": "It works on the senses and the body, so that the customer feels it and "
                    "does not only think it.",
                }
            ],
        },
    )


def test_other_pages_are_chosen_by_their_titles() -> None:
    """Nobody types an id."""
    chosen = {name: field(name, "en") for name in ("pair", "related", "teller", "series")}

    assert {name: (one["collection"], one.get("multiple", False)) for name, one in chosen.items()} == {
        "pair": ("stories", False),
        "related": ("stories", True),
        "teller": ("people", False),
        "series": ("series", False),
    }


def test_a_lesson_is_known_by_its_words_in_the_list() -> None:
    """The name it shares with other stories comes after, and is no language."""
    lessons = field("lessons", "en")

    asked = [(one["name"], one.get("i18n", False)) for one in lessons["fields"]]
    assert (lessons["summary"], asked) == (
        "{{fields.text}}",
        [("text", True), ("lesson", False), ("stance", False)],
    )
