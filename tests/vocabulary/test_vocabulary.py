"""A vocabulary understands what people type and says it back in their language."""

from __future__ import annotations

import pytest

from cx_stories.vocabulary.loading import load
from cx_stories.vocabulary.vocabulary import Term, Vocabulary, folded, said_in

WEB = Term(
    id="web",
    labels={"en": "Web shop", "nl": "Webwinkel"},
    aliases={"en": ("on-line",), "nl": ("Café  Internet",)},
    definition={"en": "A shop on a screen."},
    broader="far",
)
FAR = Term(id="far", labels={"en": "From afar"}, definition={"en": "Not in the shop."}, group=True)
CHANNELS = Vocabulary(
    id="channels",
    labels={"en": "Channels"},
    label_one={"en": "Channel"},
    definition={"en": "Ways."},
    terms=(FAR, WEB),
)


@pytest.mark.parametrize(
    "typed",
    ["web", "WEB", "Web shop", "web  shop", " webwinkel ", "On-Line", "café internet", "CAFE\u0301 INTERNET"],
)
def test_term_is_found_by_id_label_or_alias(typed: str) -> None:
    """Capitals, spaces and the way an accent was typed do not matter, nor does the language."""
    assert CHANNELS.resolve(typed) == WEB


@pytest.mark.parametrize("typed", ["", "webshop", "far", "From afar"])
def test_what_is_no_term_is_not_found(typed: str) -> None:
    """Nothing is guessed, and a group cannot be chosen."""
    assert CHANNELS.resolve(typed) is None


def test_choices_leave_groups_out() -> None:
    """A story cannot have a group."""
    assert (CHANNELS.choices, list(CHANNELS.by_id)) == ((WEB,), ["far", "web"])


@pytest.mark.parametrize(("language", "label"), [("nl", "Webwinkel"), ("en", "Web shop"), ("de", "Web shop")])
def test_label_falls_back_to_english(language: str, label: str) -> None:
    """A language without a label shows the English one."""
    assert WEB.label(language) == label


def test_words_fall_back_to_any_language_there_is() -> None:
    """Without English the first language will do, and without words there is nothing to say."""
    assert (said_in({"nl": "Winkel", "fr": "Magasin"}, "de"), said_in({}, "de")) == ("Winkel", "")


def test_folding_ignores_case_spaces_and_composition() -> None:
    """Two ways of typing the same thing compare equal."""
    assert folded("  CAFE\u0301\u00a0 Straße ") == "café strasse"


def test_loaded_vocabularies_can_be_asked_in_any_language() -> None:
    """Dutch and English work alike, whatever the language of the story."""
    elements = load()["elements"]

    assert [
        term.id for typed in ("surprising", "Surprising", "VERRASSEND") if (term := elements.resolve(typed))
    ] == ["surprising", "surprising", "surprising"]
