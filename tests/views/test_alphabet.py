"""Words stand where people who look them up expect them."""

from __future__ import annotations

import pytest

from cx_stories.views.alphabet import initial, order


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["2 for 1", "at home", "at the shelf", "atelier", "“Echt”", "Éclair", "eclairs", "zebra"]),
        ("nl", ["cafébaas", "Cafés", "ĳs", "ijsje", "scène", "Scènes", "zaak"]),
        ("sv", ["zebra", "ålder", "ära", "öga"]),
        ("da", ["zebra", "ære", "øl", "ål"]),
        ("es", ["nube", "ñandú", "oso"]),
        ("de", ["Arzt", "Ärzte", "Straße", "Strassen"]),
    ],
)
def test_words_follow_one_another_as_in_the_language(language: str, words: list[str]) -> None:
    """Capitals, quotes and signs on letters do not matter, but for letters that a language counts apart."""
    mixed = words[1::2] + words[::2]

    assert sorted(mixed, key=lambda word: order(word, language)) == words


@pytest.mark.parametrize(
    ("word", "language", "letter"),
    [
        ("phone", "en", "P"),
        ("Éclair", "nl", "E"),
        ("‘s avonds", "nl", "S"),
        ("(re)purchase", "en", "R"),
        ("24/7", "en", "#"),
        ("…", "en", "#"),
        ("", "en", "#"),
        ("öga", "sv", "Ö"),
        ("öga", "sv-FI", "Ö"),
        ("öffnen", "de", "O"),
        ("Ærlig", "da", "Æ"),
        ("ñandú", "es", "Ñ"),
        ("цвет", "uk", "Ц"),
    ],
)
def test_word_stands_under_its_letter(word: str, language: str, letter: str) -> None:
    """What begins with no letter has a place of its own, before all letters."""
    assert initial(word, language) == letter
