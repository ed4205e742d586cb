"""Rules and fields hand their words to whoever translates them."""

from __future__ import annotations

from gettext import NullTranslations

from cx_stories.views.reference.words import said, words_of_fields, words_of_rules


def test_words_of_every_rule_can_be_translated() -> None:
    """What it asks, and why."""
    words = {text for _, _, text, _ in words_of_rules()}

    assert {
        "Elements, stages, channels and the like come from the vocabularies.",
        "A story under a misspelt term is found by nobody.",
    } <= words


def test_words_of_every_field_can_be_translated() -> None:
    """Those of a story, those below another one, and those of other pages."""
    words = {text for _, _, text, _ in words_of_fields()}

    assert {"The name of the story.", "Who wrote it there.", "An address to read more."} <= words


def test_nothing_stays_nothing() -> None:
    """A catalogue keeps its own head under the empty word; that is never shown."""

    class Catalogue(NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper() or "Content-Type: text/plain"

    assert (said(Catalogue(), ""), said(Catalogue(), "why")) == ("", "WHY")
