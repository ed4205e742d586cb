"""A site extends or overrides the vocabularies with files of its own."""

from __future__ import annotations

from pathlib import Path

from cx_stories.vocabulary.file import Place
from cx_stories.vocabulary.loading import load, own_terms
from cx_stories.vocabulary.vocabulary import Vocabularies
from tests.conftest import Site

HUMANE = """id: elements
terms:
  - id: humane
    labels: {en: Humane, nl: Menselijk}
    aliases: {nl: [hartelijk]}
    definition: {en: It treats people as people., nl: Het ziet de mens.}
"""
HOTLINE = """id: channels
terms:
  - id: hotline
    labels: {en: Hotline, nl: Hotline}
    definition: {en: A number to ring., nl: Een nummer om te bellen.}
    replaced_by: phone
"""


def _load(folder: Path, *texts: str | bytes) -> Vocabularies:
    files = []
    for number, text in enumerate(texts, start=1):
        file = folder / f"own-{number}.yml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        files.append(file)
    return load(files)


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


def test_label_in_one_language_leaves_the_others(tmp_path: Path) -> None:
    """Who renames a channel in English does not have to repeat the Dutch."""
    vocabularies = _load(tmp_path, "id: channels\nterms:\n  - id: web\n    labels: {en: Site}\n")

    assert vocabularies["channels"].by_id["web"].labels == {"en": "Site", "nl": "Website of portaal"}


def test_own_terms_are_told_with_the_place_of_their_ids(tmp_path: Path) -> None:
    """Whoever keeps the lists is led to the line of a term; a changed term of the package is no own one."""
    sectors, elements = tmp_path / "sectors.yml", tmp_path / "elements.yml"
    elements.write_text(HUMANE + "  - id: unique\n    source: Ours\n", encoding="utf-8")
    sectors.write_text("id: sectors\nterms:\n  - labels: {en: Zoo}\n    id: zoo\n", encoding="utf-8")

    assert list(own_terms([sectors, elements]).items()) == [
        (("elements", "humane"), Place(elements, 3, 9)),
        (("sectors", "zoo"), Place(sectors, 4, 9)),
    ]


def test_own_term_stands_where_it_was_added(tmp_path: Path) -> None:
    """A later file that changes a term is not the place it comes from."""
    first, second = tmp_path / "first.yml", tmp_path / "second.yml"
    first.write_text(HUMANE, encoding="utf-8")
    second.write_text("id: elements\nterms: [{id: humane, source: Ours}]\n", encoding="utf-8")

    assert own_terms([first, second]) == {("elements", "humane"): Place(first, 3, 9)}


def test_site_without_files_has_no_own_terms() -> None:
    """The terms of the package are nobody's to mend."""
    assert own_terms(()) == {}


def test_term_that_is_replaced_is_still_understood(site: Site) -> None:
    """A story that has a term keeps it and shows it when the term is no longer to be used."""
    site.vocabulary("channels.yml", HOTLINE)
    site.story("refund", "channels: [hotline]\n")

    assert (site.messages(), site.read("refund").channels) == (
        [
            'stories/refund.md:2:12 CX213 deprecated-term warning "hotline" is no longer one of the channels '
            'to use. Write "phone".'
        ],
        ("hotline",),
    )


def test_term_that_is_replaced_is_not_proposed(site: Site) -> None:
    """Nobody is led to a term that should not be used."""
    site.vocabulary("channels.yml", HOTLINE)
    site.story("refund", "channels: [hotlin]\n")

    assert [message for message in site.messages() if '"hotline"' in message] == []


def test_element_that_is_no_longer_to_be_used_is_shown_and_counted(site: Site) -> None:
    """An old story does not lose a light because new ones should not have it."""
    site.vocabulary("elements.yml", "id: elements\nterms: [{id: unique, deprecated: yes}]\n")
    site.story("refund", "elements: {unique: Nobody else does it.}\n")
    edition = site.edition()
    story = edition.library.stories[0]
    lit = [(light.id, light.evidence) for light in edition.lights(story) if light.state == "hit"]

    assert (story.score, lit) == (1, [("unique", "Nobody else does it.")])
