"""Sites in one language, in two, and in one that the interface does not speak."""

from __future__ import annotations

import pytest

from tests.pictures import PNG
from tests.site.made_site import BODY, BODY_IN, TWO_LANGUAGES, Outcome, Stage, found_in

NO_LANGUAGE = '`languages:` names "{}", which is not a language. Write codes such as en, nl or pt-BR.'


def test_one_language_needs_no_switch(stage: Stage) -> None:
    """A site in one language does not offer others."""
    stage.story("lamp")

    site = stage.published()

    offers = [
        address
        for address, page in site.pages.items()
        for one in page.all("a")
        if "hreflang" in one.attributes
    ]
    assert {page.language for page in site.pages.values()} == {"en"}
    assert offers == []


def test_dutch_may_come_first(stage: Stage) -> None:
    """The first language has the short addresses, whichever it is."""
    stage.configure(TWO_LANGUAGES.format("nl, en"))
    stage.story("lamp", title="Een lamp in de regen")
    stage.translation("lamp", "en")

    site = stage.published()

    headings = {
        address: (site[address].language, site[address].texts("h1"))
        for address in site.pages
        if "lamp" in address
    }
    assert headings == {
        "stories/lamp/": ("nl", ["Een lamp in de regen"]),
        "en/stories/lamp/": ("en", ["A lamp in the rain"]),
    }
    assert site.broken_references() == []


def test_a_link_in_prose_stays_in_its_language(stage: Stage) -> None:
    """Who reads in Dutch goes on in Dutch; a picture is the same for all."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp")
    stage.write("assets/lamp.png", PNG)
    stage.write("about.md", "# About\n\n[Lamp](stories/lamp.md) ![A lamp](assets/lamp.png)\n")
    stage.write("about.nl.md", "# Over ons\n\n[Lamp](stories/lamp.md) ![Een lamp](assets/lamp.png)\n")

    site = stage.published()

    page = site["nl/about/"]
    pictures = [page.resolved(one.attributes["src"]) for one in page.all("img") if one.within("main")]
    assert ("nl/stories/lamp/" in page.links("main"), pictures) == (True, ["assets/lamp.png"])
    assert site.broken_references() == []


def test_an_untranslated_story_is_told_in_its_own_language(stage: Stage) -> None:
    """A story is not kept from readers of another language; a screen reader reads it out right."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", title="A lamp in the rain", body=f"The shutters were half down.\n\n{BODY}")

    site = stage.published()

    page = site["nl/stories/lamp/"]
    foreign = {
        one.text: one.language for tag in ("h1", "p", "a") for one in page.all(tag) if one.within("main")
    }
    listed = {one.text: one.language for one in site["nl/stories/"].all("a") if one.within("main")}
    assert page.language == "nl"
    assert foreign["A lamp in the rain"] == "en"
    assert foreign["The shutters were half down."] == "en"
    assert foreign["Positief"] == "nl"
    assert listed["A lamp in the rain"] == "en"


def test_a_story_told_only_in_dutch_is_on_the_english_side_too(stage: Stage) -> None:
    """A story begins in the language of its teller; the English page shows it with a note."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story(
        "lamp.nl", title="Een lamp in de regen", body=f"De luiken waren half dicht.\n\n{BODY_IN['nl']}"
    )

    site = stage.published()

    page = site["stories/lamp/"]
    spoken = {one.text: one.language for tag in ("h1", "p") for one in page.all(tag) if one.within("main")}
    notes = [text for text in spoken if "has not been translated yet" in text]
    assert page.language == "en"
    assert (spoken["Een lamp in de regen"], spoken["De luiken waren half dicht."]) == ("nl", "nl")
    assert [spoken[note] for note in notes] == ["en"]
    assert site["nl/stories/lamp/"].texts("h1") == ["Een lamp in de regen"]
    assert "has not been translated" not in site["nl/stories/lamp/"].main


def test_an_untranslated_story_is_found_in_every_language(stage: Stage) -> None:
    """A reader of Dutch finds every story, and is told which are in English; articles as they are told."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp", teller="mina")
    stage.write("people/mina.md", "---\ntitle: Mina\n---\nShe listens.\n")

    stage.published()

    found = {address: page["filters"].get("lang", []) for address, page in found_in(stage.site).items()}
    assert {
        address: language for address, language in found.items() if "lamp" in address or "mina" in address
    } == {
        "stories/lamp/": [],
        "nl/stories/lamp/": ["en"],
        "people/mina/": [],
    }


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("en, klingon", NO_LANGUAGE.format("klingon")),
        ("xx_yy", NO_LANGUAGE.format("xx_yy")),
        ("en, ../up", NO_LANGUAGE.format("../up")),
        ("en, en", "`languages:` names a language twice. Remove one of the two."),
    ],
    ids=["unknown", "underscore", "path", "twice"],
)
def test_a_language_that_is_none_is_answered_in_one_line(stage: Stage, languages: str, said: str) -> None:
    """A slip in a language code is answered with that code, not with a crash or a strange folder."""
    stage.configure(TWO_LANGUAGES.format(languages))
    stage.story("lamp")

    line = f"mkdocs.yml:5:7  CX905 invalid-configuration  error\n  {said}"
    assert stage.build(strict=False) == Outcome(1, (line,), "Aborted with a BuildError!", stage.site)


def test_a_site_may_be_in_a_language_without_words_of_ours(stage: Stage) -> None:
    """A language that the interface does not speak yet works, with its buttons in English."""
    stage.configure(TWO_LANGUAGES.format("pt-BR, fy"))
    stage.story("lamp")

    site = stage.published()

    assert {page.language for page in site.pages.values()} == {"pt-BR", "fy"}
    assert site.broken_references() == []


def test_a_folder_cannot_stand_where_a_language_stands(stage: Stage) -> None:
    """Pages below nl/ are the Dutch ones; a folder of that name would overwrite them without a word."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story("lamp")
    stage.write("about.md", "# About\n\nHere.\n")
    stage.write("about.nl.md", "# Over ons\n\nHier.\n")
    stage.write("nl/about.md", "# Something else\n\nThere.\n")

    outcome = stage.build(strict=True)

    named = [said.partition(":")[0] for said in outcome.said]
    assert (outcome.exit_code, named) == (1, ["content/nl/about.md"])
