"""What is answered to a vocabulary file that can be read and does not hold together."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import VocabularyError
from cx_stories.vocabulary.loading import load
from tests.conftest import Site
from tests.vocabulary.refusing import refusal

HUMANE = """id: elements
terms:
  - id: humane
    labels: {en: Humane, nl: Menselijk}
    aliases: {nl: [hartelijk]}
    definition: {en: It treats people as people., nl: Het ziet de mens.}
"""
HEARTY = """  - id: hearty
    labels: {en: Hearty}
    definition: {en: It is meant.}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: elements\ncolour: red\n", "own-1.yml:2:1 `colour` is not a key of a vocabulary file."),
        (
            "id: elements\nterms:\n  - id: unique\n    colour: red\n",
            "own-1.yml:4:5 `terms.unique.colour` is not a key of a vocabulary file.",
        ),
        (
            "id: elements\nterms:\n  - id: humane\n    labels: {en: Humane}\n",
            "own-1.yml:3:5 `terms.humane.definition` is missing.",
        ),
        (
            "id: elements\nterms:\n  - id: unique\n  - id: humane\n    definition: {en: Kind.}\n",
            "own-1.yml:4:5 `terms.humane.labels` is missing.",
        ),
        (
            "id: emotions\nterms:\n  - id: surprised\n    valence: much\n",
            "own-1.yml:4:14 `terms.surprised.valence` is not right.",
        ),
        (
            "id: elements\nterms:\n  - id: unique\n    labels: Uniek\n",
            "own-1.yml:4:13 `terms.unique.labels` is not right.",
        ),
        (
            "id: elements\nterms:\n  - id: unique\n    labels: {nl: [Uniek]}\n",
            "own-1.yml:4:18 `terms.unique.labels.nl` is not right.",
        ),
        (
            "id: elements\nbands:\n  - min: none\n    max: 1\n    labels: {en: few}\n",
            "own-1.yml:3:10 `bands.0.min` is not right.",
        ),
        (
            "id: elements\nterms:\n  - id: humane\n    definition: {en: Kind.}\n    labels: {en: Unique}\n",
            'own-1.yml:5:18 "unique" names both "unique" and "humane".',
        ),
        (
            HUMANE.replace("hartelijk", "Verrassend"),
            'own-1.yml:5:20 "verrassend" names both "surprising" and "humane".',
        ),
        (
            "id: elements\nterms:\n  - id: engaging\n    labels: {en: Unique}\n",
            'own-1.yml:4:18 "unique" names both "engaging" and "unique".',
        ),
        (
            HUMANE + HEARTY.replace("Hearty", "Humane"),
            'own-1.yml:8:18 "humane" names both "humane" and "hearty".',
        ),
        (
            HUMANE.replace("humane", "../humane"),
            'own-1.yml:3:9 The id "../humane" is part of an address. '
            "Write it in small letters, digits and hyphens.",
        ),
        (
            HUMANE + "    broader: feelings\n",
            'own-1.yml:7:14 The broader term "feelings" of "humane" is not a group.',
        ),
        (
            HUMANE + "    broader: unique\n",
            'own-1.yml:7:14 The broader term "unique" of "humane" is not a group.',
        ),
        (
            "id: elements\nterms:\n  - id: generous\n    labels: {}\n    definition: {en: It gives.}\n",
            'own-1.yml:4:13 The term "generous" needs a label, such as `labels: {en: ...}`.',
        ),
        (
            HUMANE + "    replaced_by: hearty\n",
            'own-1.yml:7:18 "hearty", which is to replace "humane", is not a term of this list.',
        ),
        (
            HUMANE + "    replaced_by: hearty\n" + HEARTY + "    deprecated: true\n",
            'own-1.yml:7:18 "hearty" cannot replace "humane": it is itself no longer to be used.',
        ),
        (
            "id: stages\nterms:\n  - id: purchase\n    replaced_by: before-purchase\n",
            'own-1.yml:4:18 "before-purchase" cannot replace "purchase": it gathers others.',
        ),
        (
            "id: channels\nterms:\n  - id: web\n    replaced_by: web\n",
            'own-1.yml:4:18 "web" cannot replace "web": it is itself no longer to be used.',
        ),
    ],
)
def test_fault_is_told_with_its_place_and_the_cure(tmp_path: Path, text: str, said: str) -> None:
    """Whoever wrote the file is led to the key or value to mend, and can mend it from the message alone."""
    assert refusal(tmp_path, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "own-1.yml:1:1 A vocabulary file starts with `id:` and `terms:`."),
        ("terms: []\n", "own-1.yml:1:1 A vocabulary file starts with `id:` and `terms:`."),
        ("id: [elements]\n", "own-1.yml:1:5 A vocabulary file starts with `id:` and `terms:`."),
        ("id: elements\nterms:\n  - labels: {en: A}\n", "own-1.yml:3:5 Every term needs an `id:`."),
        ("id: elements\nterms: [humane]\n", "own-1.yml:2:9 Every term needs an `id:`."),
        ("id: elements\nterms:\n  - id: ''\n", "own-1.yml:3:5 Every term needs an `id:`."),
        ("id: elements\nterms: [{id: [a]}]\n", "own-1.yml:2:9 Every term needs an `id:`."),
        ("id: elements\nterms: [{id: {a: b}}]\n", "own-1.yml:2:9 Every term needs an `id:`."),
        (
            "id: elements\nterms:\n  humane: kind\n",
            "own-1.yml:3:3 Below `terms:`, each term starts with a hyphen and its `id:`.",
        ),
        (
            HUMANE + HUMANE.partition("terms:\n")[2],
            'own-1.yml:7:5 The term "humane" stands here for the second time. Make one of the two.',
        ),
    ],
)
def test_form_of_a_file_is_told_where_it_is_left(tmp_path: Path, text: str, said: str) -> None:
    """A file that is no list of terms is answered at the first thing that does not fit."""
    assert refusal(tmp_path, text) == said


def test_file_for_an_unknown_vocabulary_is_told_which_there_are(tmp_path: Path) -> None:
    """A slip in the id is easy to see."""
    assert refusal(tmp_path, "terms: []\nid: element\n") == (
        f'own-1.yml:2:5 "element" is not one of the vocabularies: {", ".join(load())}.'
    )


def test_fault_is_told_in_the_file_that_has_it(tmp_path: Path) -> None:
    """With several files for one list, the one to mend is named, not the last."""
    faulty = HUMANE.replace("{en: Humane, nl: Menselijk}", "Humane")

    assert refusal(tmp_path, faulty, "id: elements\nterms: [{id: humane, source: Ours}]\n") == (
        "own-1.yml:4:13 `terms.humane.labels` is not right."
    )


def test_fault_in_two_files_is_told_in_the_later(tmp_path: Path) -> None:
    """What the later file says is in force, so that is what to mend."""
    faulty = "id: emotions\nterms:\n  - {id: surprised, valence: much}\n"

    assert refusal(tmp_path, faulty, "# Ours\n" + faulty) == (
        "own-2.yml:4:30 `terms.surprised.valence` is not right."
    )


def test_term_may_be_deprecated_without_a_successor(site: Site) -> None:
    """A term that turned out to be a bad idea has nothing to take its place."""
    site.vocabulary("channels.yml", "id: channels\nterms: [{id: web, deprecated: yes}]\n")
    channels = load(site.settings.vocabularies)["channels"]
    web = channels.by_id["web"]

    assert (web.outdated, web.replaced_by, channels.resolve("web")) == (True, "", web)
    assert (web in channels.choices, web in channels.offered) == (True, False)


def test_pipeline_passes_the_refusal_on(site: Site) -> None:
    """A site with a bad vocabulary is not built, and says so like any other finding."""
    file = site.vocabulary("own.yml", "id: elements\ncolour: red\n")

    with pytest.raises(VocabularyError) as caught:
        site.collect()
    assert caught.value.report(str(file.parent)) == (
        "own.yml:2:1  CX904 invalid-vocabulary  error\n  `colour` is not a key of a vocabulary file."
    )
