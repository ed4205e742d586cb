"""Texts are alike if they have the same telling words, in whatever form these stand."""

from __future__ import annotations

import pytest

from cx_stories.model.story import Story, Telling
from cx_stories.relations.likeness import SAME, likeness, prints
from cx_stories.relations.stems import Stems

FILLERS = [" ".join(f"w{letter}{other}" for other in "abcdefghijkl") for letter in "mnopqrstuv"]


def told(identity: str, body: str, language: str = "en") -> Story:
    """Make a story of which there is nothing but a text."""
    telling = Telling(language=language, path="", title="", summary="", body=body)
    return Story(id=identity, language=language, tellings={language: telling})


def alike(one: str, other: str, language: str = "en") -> int:
    """Say how much two texts are alike, in a collection of others."""
    texts = [one, other, *FILLERS]
    found = prints([told(str(number), text, language) for number, text in enumerate(texts)], language)
    return likeness(found[0], found[1])


def stems(text: str, language: str) -> list[str]:
    """Give the stems of a text."""
    return sorted(Stems(language).words(text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Waiting, waited; the shop’s waits", ["shop", "the", "wait"]),
        ("nl", "wachten wachtte foto’s foto", ["foto", "wacht"]),
        ("nl-BE", "wachten", ["wacht"]),
        ("tlh", "Waiting waited", ["waited", "waiting"]),
        ("en", "CAFÉ cafe Cafe\u0301", ["cafe"]),
        ("en", "7.12 don’t 42nd a", ["don"]),
        ("hi", "हिन्दी", ["हिनद"]),
        ("en", "", []),
    ],
)
def test_words_are_cut_to_their_stems(language: str, text: str, expected: list[str]) -> None:
    """Form, case, accents and apostrophes do not keep texts apart; an unknown language keeps its words."""
    assert stems(text, language) == expected


def test_addresses_and_tags_are_no_words() -> None:
    """Two stories that link to the same page are not alike by the letters of its address."""
    text = "See [the lamp](lamp.md) or <span>bells</span> at https://example.org/gulls"

    assert stems(text, "en") == ["at", "bell", "lamp", "or", "see", "the"]


def test_same_text_is_all_alike_and_another_is_not() -> None:
    """The figure runs from nothing to nearly everything: a little is taken off, most off short texts."""
    text = " ".join(f"{sea}{bird}" for sea in ("wave", "foam", "tide", "reef") for bird in "abcdefghijkl")
    same, none = alike(text, text), alike(text, "an otter sang in colour")

    assert (same > SAME * 3 // 4, none) == (True, 0)


def test_rare_words_count_more_than_common_ones() -> None:
    """A word that half of all stories have says little about two of them."""
    texts = ["gulls kettle", "gulls saddle", "kettle mailbox", *["kettle thing"] * 6, *FILLERS]
    found = prints([told(str(number), text) for number, text in enumerate(texts)], "en")

    assert likeness(found[0], found[1]) > likeness(found[0], found[2]) > 0


def test_texts_of_a_few_common_words_are_not_alike() -> None:
    """Two stubs with the same heading are not about the same thing."""
    texts = [f"number {number}" for number in range(20)] + ["otter"]
    found = prints([told(str(number), text) for number, text in enumerate(texts)], "en")

    assert likeness(found[0], found[1]) < SAME // 100


def test_texts_in_two_languages_are_not_alike() -> None:
    """Words that look the same in two languages do not mean the same."""
    text = "die gift slang brand"
    stories = [told(f"{language}-{number}", text, language) for language in ("en", "nl") for number in (1, 2)]
    others = [told("en-3", "otter"), told("nl-3", "otter", "nl")]
    found = prints([*stories, *others], "en")

    assert likeness(found[0], found[1]) > 0
    assert likeness(found[0], found[2]) == 0


def test_story_is_compared_in_the_default_language_if_it_is_told_in_it() -> None:
    """A story told first in another language still meets those of the default language."""
    english = Telling(language="en", path="", title="", summary="", body="gulls herring foghorn")
    dutch = Telling(language="nl", path="", title="", summary="", body="meeuwen haring misthoorn")
    both = Story(id="a", language="nl", tellings={"nl": dutch, "en": english})
    others = [told("b", "gulls herring foghorn"), told("c", "otter"), told("d", "haring", "nl")]
    found = prints([both, *others], "en")

    assert [one.language for one in found] == ["en", "en", "en", "nl"]
    assert likeness(found[0], found[1]) > 0
