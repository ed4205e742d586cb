"""Vocabularies of a site's own: a sixth element, and what is answered to a file that cannot be used."""

from __future__ import annotations

import re
from unittest.mock import Mock

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from tests.site.made_site import TWO_LANGUAGES, Outcome, Stage

SIX_ELEMENTS = TWO_LANGUAGES.format("en") + "      vocabularies: [words.yml]\n"
GENEROUS = """\
id: elements
terms:
  - id: generous
    labels: {en: Generous}
    definition: {en: It gives more than was paid for.}
"""


def test_a_sixth_element_is_a_light_like_the_others(stage: Stage) -> None:
    """A site adds an element in a file of words and finds it everywhere the five are."""
    stage.configure(SIX_ELEMENTS)
    stage.write("../words.yml", GENEROUS)
    stage.story("lamp", elements="{generous: The lamp was hers to keep.}", missed="[repeatable]")

    site = stage.published()

    names = ["Engaging", "Unique", "Personalized", "Surprising", "Repeatable", "Generous"]
    lights = [one.text for one in site["stories/lamp/"].all("a") if one.text in names and one.within("main")]
    entries = [one.text for one in site["elements/"].all("h2") if one.text in names]
    states = [one.attributes["aria-label"] for one in site["stories/"].all("span", role="img")]
    assert (lights, entries) == (names, names)
    assert states == ["There: Generous. Missed: Repeatable."]
    assert "The lamp was hers to keep." in site["elements/generous/"].main


def test_six_elements_are_not_called_five(stage: Stage) -> None:
    """What a page says about the elements is true of the elements it has."""
    stage.configure(SIX_ELEMENTS)
    stage.write("../words.yml", GENEROUS)
    stage.write("people/mina.md", "---\ntitle: Mina\n---\n")
    everything = ("engaging", "unique", "personalized", "surprising", "repeatable", "generous")
    stage.story(
        "lamp",
        elements=f"{{{', '.join(f'{one}: It was.' for one in everything)}}}",
        senses="[sight]",
        stages="[purchase, service]",
        author="mina",
    )

    site = stage.published()

    counted = {
        address: re.findall(r"[Ff]ive (?:lights|elements)(?!, after)", page.words)
        for address, page in site.pages.items()
    }
    assert {address: found for address, found in counted.items() if found} == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "id: elements\nterms: [\n",
            "words.yml:3:1  CX904 invalid-vocabulary  error\n  This line cannot be read. Look for a missing "
            "colon, quote or bracket, or uneven spaces, here and in the line above.",
        ),
        (
            "- elements\n",
            "words.yml:1:1  CX904 invalid-vocabulary  error\n"
            "  A vocabulary file starts with `id:` and `terms:`.",
        ),
        (
            "id: elements\nterms:\n  - labels: {en: Kind}\n",
            "words.yml:3:5  CX904 invalid-vocabulary  error\n  Every term needs an `id:`.",
        ),
        (
            "id: elements\nterms:\n  - id: kind\n    labels: {en: Kind}\n",
            "words.yml:3:5  CX904 invalid-vocabulary  error\n  `terms.kind.definition` is missing.",
        ),
        (
            "id: elements\nterms:\n  - {id: kind, labels: {en: Unique}, definition: {en: Kind.}}\n",
            'words.yml:3:29  CX904 invalid-vocabulary  error\n  "unique" names both "unique" and "kind".',
        ),
    ],
    ids=["unreadable", "list", "no id", "no definition", "name taken"],
)
def test_a_bad_file_of_words_is_answered_where_it_is_wrong(stage: Stage, words: str, said: str) -> None:
    """Whoever adds a term learns which line of which file to mend."""
    stage.configure(SIX_ELEMENTS)
    stage.write("../words.yml", words)
    stage.story("lamp")

    assert stage.build(strict=False) == Outcome(1, (said,), "Aborted with a BuildError!", stage.site)


def test_the_id_of_a_term_cannot_leave_its_folder(stage: Stage) -> None:
    """An element is a page of its own below elements/, whatever its id was typed as."""
    stage.configure(SIX_ELEMENTS)
    stage.write("../words.yml", GENEROUS.replace("id: generous", "id: ../../generous"))
    stage.story("lamp")

    said = (
        'words.yml:3:9  CX904 invalid-vocabulary  error\n  The id "../../generous" is part of an address. '
        "Write it in small letters, digits and hyphens."
    )
    assert stage.build(strict=False) == Outcome(1, (said,), "Aborted with a BuildError!", stage.site)


def test_a_preview_looks_at_the_files_beside_its_configuration(stage: Stage) -> None:
    """Whoever gives a term another name, or denies a name, sees it without starting the preview anew."""
    options = "      deny_list: names.txt\n      baseline: not-there.toml\n"
    stage.configure(f"{SIX_ELEMENTS}{options}theme: material\n")
    stage.write("../words.yml", GENEROUS)
    stage.write("../names.txt", "Mina Jansen\n")
    config = load_config(str(stage.folder / "mkdocs.yml"))
    server = Mock(spec=LiveReloadServer, mount_path="/")

    config.plugins.run_event("serve", server, config=config, builder=lambda: None)

    watched = [call.args for call in server.watch.call_args_list]
    assert watched == [(str(stage.folder / "words.yml"),), (str(stage.folder / "names.txt"),)]
