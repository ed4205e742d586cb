"""A site extends or overrides the vocabularies with files of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import VocabularyError
from cx_stories.vocabulary.loading import load
from cx_stories.vocabulary.vocabulary import Vocabularies
from tests.conftest import Site

HUMANE = """id: elements
terms:
  - id: humane
    labels: {en: Humane, nl: Menselijk}
    aliases: {nl: [hartelijk]}
    definition: {en: It treats people as people., nl: Het ziet de mens.}
"""


def _load(folder: Path, *texts: str | bytes) -> Vocabularies:
    files = []
    for number, text in enumerate(texts, start=1):
        file = folder / f"own-{number}.yml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        files.append(file)
    return load(files)


def _refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(VocabularyError) as caught:
        _load(folder, text)
    return str(caught.value)


def test_new_term_follows_those_of_the_package(tmp_path: Path) -> None:
    """A site adds a sector or a sixth element without touching code."""
    elements = _load(tmp_path, HUMANE)["elements"]

    assert ([term.id for term in elements.choices], elements.labels["nl"]) == (
        ["engaging", "unique", "personalized", "surprising", "repeatable", "humane"],
        "Elementen",
    )


def test_new_term_is_understood_by_all_its_names(tmp_path: Path) -> None:
    """It is a term like any other."""
    elements = _load(tmp_path, HUMANE)["elements"]

    assert [
        term.id
        for typed in ("humane", "HUMANE", "Menselijk", "hartelijk")
        if (term := elements.resolve(typed))
    ] == ["humane"] * 4


def test_label_of_a_term_is_overridden(tmp_path: Path) -> None:
    """A site says it in its own words; the rest of the term stays."""
    before = load()["elements"].by_id["unique"]
    change = "id: elements\nterms:\n  - id: unique\n    labels: {en: One of a kind, nl: Enig in zijn soort}\n"
    after = _load(tmp_path, change)["elements"].by_id["unique"]

    assert after == before.model_copy(update={"labels": {"en": "One of a kind", "nl": "Enig in zijn soort"}})


def test_overridden_term_keeps_its_place(tmp_path: Path) -> None:
    """The order of the lights does not change with a label."""
    change = "id: elements\nterms:\n  - id: unique\n    source: Ours\n"

    assert [term.id for term in _load(tmp_path, change)["elements"].choices] == [
        term.id for term in load()["elements"].choices
    ]


def test_name_of_a_vocabulary_is_overridden(tmp_path: Path) -> None:
    """A site may call the elements something else."""
    elements = _load(tmp_path, "id: elements\nlabels: {en: Traits, nl: Trekken}\n")["elements"]

    assert (elements.labels, elements.terms) == (
        {"en": "Traits", "nl": "Trekken"},
        load()["elements"].terms,
    )


def test_later_file_wins(tmp_path: Path) -> None:
    """Files are laid over one another in the order of the configuration."""
    change = "id: elements\nterms:\n  - id: humane\n    source: {}\n"
    elements = _load(tmp_path, HUMANE, change.format("First"), change.format("Second"))["elements"]

    assert (len(elements.terms), elements.by_id["humane"].source) == (6, "Second")


def test_other_vocabularies_stay_as_they_are(tmp_path: Path) -> None:
    """A file changes the vocabulary that it names, and no other."""
    changed, whole = _load(tmp_path, HUMANE), load()

    assert [name for name in whole if changed[name] != whole[name]] == ["elements"]


def test_values_are_text_as_typed(tmp_path: Path) -> None:
    """A term called `no` is not turned into a truth value."""
    words = "{en: No, nl: Nee}"
    channels = _load(
        tmp_path, f"id: channels\nterms:\n  - id: no\n    labels: {words}\n    definition: {words}\n"
    )["channels"]

    assert (channels.by_id["no"].id, channels.by_id["no"].labels["en"]) == ("no", "No")


def test_new_term_may_stand_under_a_group(tmp_path: Path) -> None:
    """A site's own stage takes its place in the journey."""
    words = "{en: Gift, nl: Cadeau}"
    stages = _load(
        tmp_path,
        f"id: stages\nterms:\n  - id: gift\n    labels: {words}\n    definition: {words}\n"
        "    broader: before-purchase\n",
    )["stages"]

    assert stages.by_id["gift"].broader == "before-purchase"


def test_sixth_element_shines_in_a_story(site: Site) -> None:
    """A new element is a light of every story, lit, missed or not evidenced."""
    site.vocabulary("elements.yml", HUMANE)
    site.story("refund", "elements:\n  hartelijk: She asked how he was.\n")
    edition = site.edition("nl")

    assert [
        (light.id, light.label, light.state, light.evidence)
        for light in edition.lights(edition.library.stories[0])
    ][-2:] == [
        ("repeatable", load()["elements"].by_id["repeatable"].label("nl"), "none", ""),
        ("humane", "Menselijk", "hit", "She asked how he was."),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "own-1.yml: a vocabulary file starts with `id:` and `terms:`."),
        ("- elements\n", "own-1.yml: a vocabulary file starts with `id:` and `terms:`."),
        (b"id: caf\xe9\n", "own-1.yml: this file cannot be read as UTF-8 text."),
        ("id: elements\nterms:\n  - labels: {en: A}\n", "own-1.yml: every term needs an `id:`."),
        ("id: elements\nterms: [humane]\n", "own-1.yml: every term needs an `id:`."),
        ("id: elements\nterms:\n  - id: ''\n", "own-1.yml: every term needs an `id:`."),
        ("id: elements\ncolour: red\n", "own-1.yml: `colour` is not a key of a vocabulary file."),
        (
            "id: elements\nterms:\n  - id: unique\n    colour: red\n",
            "own-1.yml: `terms.unique.colour` is not a key of a vocabulary file.",
        ),
        (
            "id: elements\nterms:\n  - id: humane\n    labels: {en: Humane}\n",
            "own-1.yml: `terms.humane.definition` is missing.",
        ),
        (
            "id: elements\nterms:\n  - id: humane\n    definition: {en: Kind.}\n",
            "own-1.yml: `terms.humane.labels` is missing.",
        ),
        (
            "id: emotions\nterms:\n  - id: surprised\n    valence: much\n",
            "own-1.yml: `terms.surprised.valence` is not right.",
        ),
        (
            "id: elements\nterms:\n  - id: unique\n    labels: Uniek\n",
            "own-1.yml: `terms.unique.labels` is not right.",
        ),
        (
            "id: elements\nbands:\n  - min: none\n    max: 1\n    labels: {en: few}\n",
            "own-1.yml: `bands.0.min` is not right.",
        ),
        (
            "id: elements\nterms:\n  - id: humane\n    labels: {en: Unique}\n    definition: {en: Kind.}\n",
            'own-1.yml: "unique" names both "unique" and "humane".',
        ),
        (
            HUMANE.replace("hartelijk", "Verrassend"),
            'own-1.yml: "verrassend" names both "surprising" and "humane".',
        ),
        (
            HUMANE.replace("humane", "../humane"),
            'own-1.yml: the id "../humane" is part of an address. '
            "Write it in small letters, digits and hyphens.",
        ),
        (
            HUMANE + "    broader: feelings\n",
            'own-1.yml: the broader term "feelings" of "humane" is not a group.',
        ),
        (
            HUMANE + "    broader: unique\n",
            'own-1.yml: the broader term "unique" of "humane" is not a group.',
        ),
    ],
)
def test_bad_file_is_refused_with_its_name_and_the_cure(
    tmp_path: Path, text: str | bytes, message: str
) -> None:
    """Whoever wrote the file can mend it from the message alone."""
    assert _refusal(tmp_path, text) == message


def test_file_for_an_unknown_vocabulary_is_told_which_there_are(tmp_path: Path) -> None:
    """A slip in the id is easy to see."""
    assert _refusal(tmp_path, "id: element\n") == (
        f'own-1.yml: "element" is not one of the vocabularies: {", ".join(load())}.'
    )


def test_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A slip in the YAML is found by its line."""
    assert _refusal(tmp_path, "id: elements\nterms: a: b\n").startswith(
        "own-1.yml:2: this line cannot be read"
    )


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A slip in the configuration is not a crash."""
    with pytest.raises(VocabularyError, match=r"^gone\.yml: "):
        load([tmp_path / "gone.yml"])


def test_pipeline_passes_the_refusal_on(site: Site) -> None:
    """A site with a bad vocabulary is not built."""
    site.vocabulary("own.yml", "id: elements\ncolour: red\n")

    with pytest.raises(VocabularyError, match="`colour` is not a key of a vocabulary file"):
        site.collect()


@pytest.mark.parametrize(
    "text", ["id: elements\nterms: [{id: [a]}]\n", "id: elements\nterms: [{id: {a: b}}]\n"]
)
def test_id_that_is_not_a_word_is_refused(tmp_path: Path, text: str) -> None:
    """A list where an id belongs is answered in one line."""
    assert _refusal(tmp_path, text) == "own-1.yml: every term needs an `id:`."


def test_invisible_character_is_refused(tmp_path: Path) -> None:
    """A file with a NUL in it is not read half."""
    assert (
        _refusal(tmp_path, b"id: elements\n\x00")
        == "own-1.yml: there is an invisible character in this file."
    )


def test_label_in_one_language_leaves_the_others(tmp_path: Path) -> None:
    """Who renames a channel in English does not have to repeat the Dutch."""
    vocabularies = _load(tmp_path, "id: channels\nterms:\n  - id: web\n    labels: {en: Site}\n")

    assert vocabularies["channels"].by_id["web"].labels == {"en": "Site", "nl": "Website of portaal"}


def test_term_without_any_label_is_refused(tmp_path: Path) -> None:
    """A light without a name helps nobody."""
    text = "id: elements\nterms:\n  - id: generous\n    labels: {}\n    definition: {en: It gives.}\n"

    assert _refusal(tmp_path, text) == (
        'own-1.yml: the term "generous" needs a label, such as `labels: {en: ...}`.'
    )
