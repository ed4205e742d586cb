"""An edition is the library as a reader of one language sees it."""

from __future__ import annotations

from datetime import date

from cx_stories.views.arc import arc_of
from cx_stories.views.edition import Card, Label, Light, Unwritten
from cx_stories.views.page import Markdown, Page
from tests.conftest import Site

ENGLISH = """title: Refund in one call
elements:
  surprising: Before she had finished.
  unique:
missed:
  repeatable: Nobody else knew the rule.
stages: [purchase, service]
channels: [phone]
"""
DUTCH = """---
title: Terugbetaald in één gesprek
summary: Een verkeerde maat is zo geregeld.
elements:
  surprising: Voor zij uitgesproken was.
missed:
  repeatable: Niemand anders kende de regel.
lessons: [Geef wie opneemt de bevoegdheid.]
---
Zij belde om negen uur.
"""


def test_card_holds_what_a_list_shows(site: Site) -> None:
    """A card is one story in the language of the page."""
    site.story("refund", ENGLISH)
    site.story("refund.nl", DUTCH)
    edition = site.edition("nl")
    labels = {term.id: term.labels["nl"] for term in edition.library.vocabularies["elements"].terms}

    assert edition.card(edition.library.stories[0]) == Card(
        path="stories/refund",
        title="Terugbetaald in één gesprek",
        summary="Een verkeerde maat is zo geregeld.",
        language="",
        polarity=Label("positive", "Positief", "polarity/positive"),
        provenance=Label("fictional", "Fictief", "terms/provenance/fictional"),
        lights=(
            Light("engaging", labels["engaging"], "none", "elements/engaging"),
            Light("unique", "Uniek", "hit", "elements/unique"),
            Light("personalized", labels["personalized"], "none", "elements/personalized"),
            Light("surprising", "Verrassend", "hit", "elements/surprising", "Voor zij uitgesproken was."),
            Light(
                *("repeatable", labels["repeatable"], "missed", "elements/repeatable"),
                evidence="Niemand anders kende de regel.",
            ),
        ),
        stages=edition.labels("stages", ("purchase", "service")),
        channels=(Label("phone", "Telefoon", "terms/channels/phone"),),
        date=date(2024, 3, 1),
        draft=False,
    )


def test_untranslated_card_says_its_language(site: Site) -> None:
    """A screen reader pronounces it right, and a reader is warned."""
    site.story("refund", ENGLISH)
    edition = site.edition("nl")
    card = edition.card(edition.library.stories[0])

    assert (card.title, card.language, card.polarity.text) == ("Refund in one call", "en", "Positief")


def test_lights_are_of_the_story_and_evidence_of_the_telling(site: Site) -> None:
    """What a translation leaves out is said in the words of the first telling, and marked as such."""
    site.story("refund", ENGLISH)
    site.story("refund.nl", DUTCH.replace("elements:\n  surprising: Voor zij uitgesproken was.\n", ""))
    edition = site.edition("nl")

    lights = edition.lights(edition.library.stories[0])
    assert [(light.state, light.evidence, light.evidence_language) for light in lights] == [
        ("none", "", ""),
        ("hit", "", ""),
        ("none", "", ""),
        ("hit", "Before she had finished.", "en"),
        ("missed", "Niemand anders kende de regel.", ""),
    ]


def test_evidence_for_a_light_that_is_not_there_is_not_shown(site: Site) -> None:
    """Which elements there were is a fact, written once; a translation cannot add one."""
    site.show_drafts()
    site.story("refund", "status: draft\nelements: []\n")
    site.story("refund.nl", "---\ntitle: T\nsummary: S.\nlessons: [L.]\nelements: {unique: Eigen.}\n---\n")
    edition = site.edition("nl")

    assert {light.evidence for light in edition.lights(edition.library.stories[0])} == {""}


def test_card_of_a_draft_is_marked(site: Site) -> None:
    """In the preview nobody takes a draft for a story."""
    site.show_drafts()
    site.story("a", "status: draft\n")
    site.story("b")
    edition = site.edition()

    assert [(card.path, card.draft) for card in edition.cards(edition.library.stories)] == [
        ("stories/a", True),
        ("stories/b", False),
    ]


def test_card_is_made_once(site: Site) -> None:
    """A story that stands in ten lists costs as much as in one."""
    site.story("a")
    edition = site.edition()
    (story,) = edition.library.stories

    assert edition.card(story) is edition.card(story)


def test_term_is_shown_by_its_label(site: Site) -> None:
    """An id that is no term, as a draft may have, is shown as it is."""
    edition = site.edition("nl")

    assert (
        edition.label("elements", "unique"),
        edition.label("elements", "nothing", "somewhere"),
        edition.labels("channels", ("web", "phone")),
    ) == (
        Label("unique", "Uniek", "elements/unique"),
        Label("nothing", "nothing", "somewhere"),
        (edition.label("channels", "web"), Label("phone", "Telefoon", "terms/channels/phone")),
    )


def test_label_within_a_sentence_has_no_capital() -> None:
    """Unless it is an abbreviation, or a name of which every word has one."""
    texts = ("Web shop", "NPS", "Net Promoter Score", "Garden and DIY", "Één", "", "A")
    assert [Label("a", text).inline for text in texts] == [
        "web shop",
        "NPS",
        "Net Promoter Score",
        "garden and DIY",
        "één",
        "",
        "a",
    ]


def test_only_another_language_is_foreign(site: Site) -> None:
    """The language of the page need not be said."""
    edition = site.edition("nl")

    assert (edition.foreign("nl"), edition.foreign("en")) == ("", "en")


def test_prose_is_found_by_the_address_of_its_page(site: Site) -> None:
    """In the language of the edition, if there is; else as it was written."""
    site.file("stories/index.md", "---\ntitle: Stories\n---\nEnglish.\n")
    site.file("stories/index.nl.md", "---\ntitle: Verhalen\n---\nNederlands.\n")
    site.file("about.nl.md", "---\ntitle: Over\n---\n")
    english, dutch = site.edition("en"), site.edition("nl")
    titles = [
        prose and prose.title
        for edition in (english, dutch)
        for prose in (edition.prose("stories"), edition.prose("about"), edition.prose("gone"))
    ]

    assert titles == ["Stories", "Over", None, "Verhalen", "Over", None]


def test_page_that_somebody_wrote_for_says_what_was_written(site: Site) -> None:
    """Title, menu and summary are the writer's; links in the prose are relative to its file."""
    site.file("people/index.md", "---\ntitle: Tellers\nmenu: Who\nsummary: Who told.\n---\nText.\n")
    page = site.edition().page("people", "shelf.html", {"a": 1}, Unwritten("People", "Menu", "Summary"))

    assert page == Page(
        path="people",
        language="en",
        title="Tellers",
        template="shelf.html",
        context={"a": 1},
        summary="Who told.",
        menu="Who",
        prose=Markdown("people/index.md", "en", "Text.", 6),
    )


def test_page_that_nobody_wrote_for_speaks_for_itself(site: Site) -> None:
    """A site is whole before anybody has written about it."""
    page = site.edition("nl").page("people", "shelf.html", {}, Unwritten("Mensen", "Wie", "Wie vertelde."))

    assert page == Page(
        path="people",
        language="nl",
        title="Mensen",
        template="shelf.html",
        context={},
        summary="Wie vertelde.",
        menu="Wie",
    )


def test_prose_stands_on_the_first_page_of_a_list(site: Site) -> None:
    """A search finds the list, not each of its pages."""
    site.file("stories/index.md", "---\ntitle: Stories\n---\nText.\n")
    edition = site.edition()
    pages = [edition.page("stories", "stories.html", {}, number=number) for number in (1, 2)]

    assert [(page.path, page.title, page.prose is None, page.listed) for page in pages] == [
        ("stories", "Stories", False, True),
        ("stories/page/2", "Stories", True, False),
    ]


def test_page_in_another_language_is_not_listed(site: Site) -> None:
    """A Dutch search does not find English prose; the page itself says that it is English."""
    site.file("about.md", "---\ntitle: About\n---\nText.\n")
    pages = [site.edition(language).page("about", "article.html", {}) for language in ("en", "nl")]

    assert [(page.title, page.foreign, page.listed) for page in pages] == [
        ("About", "", True),
        ("About", "en", False),
    ]


def test_what_stories_have_in_common_is_one_value_for_all_of_them(site: Site) -> None:
    """Terms, curves and elements that a story says nothing of are made once, and known by which they are."""
    for name in ("a", "b"):
        site.story(name, f"title: {name}\nchannels: [phone, web]\nemotions: [content, angry]\n")
    edition = site.edition()
    one, other = edition.library.stories
    cards = edition.card(one), edition.card(other)

    assert cards[0] != cards[1]
    assert cards[0].channels is cards[1].channels is edition.labels("channels", ["phone", "web"])
    shared = [mine is theirs for mine, theirs in zip(cards[0].lights, cards[1].lights, strict=True)]
    assert shared == [light.state == "none" for light in cards[0].lights]
    assert arc_of(one, edition) is arc_of(other, edition) is not None


def test_a_curve_is_shared_by_those_who_judge_alike(site: Site) -> None:
    """How pleasant an emotion was may depend on the verdict, so that belongs to it."""
    for name, polarity in (("a", "positive"), ("b", "negative")):
        site.story(name, f"polarity: {polarity}\nemotions: [surprised]\n")
    edition = site.edition()
    one, other = (arc_of(story, edition) for story in edition.library.stories)

    assert one is not other
