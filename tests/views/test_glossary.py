"""Every term and every other word for one, from A to Z."""

from __future__ import annotations

from collections.abc import Sequence

from cx_stories.views import addresses
from cx_stories.views.edition import Label
from cx_stories.views.glossary import Entry, Letter, See, glossary_page
from cx_stories.views.reference.places import places_of
from cx_stories.vocabulary.pages import UNSEEN
from tests.conftest import Site

CHANNELS = """\
id: channels
terms:
  - id: video
    labels: {en: Video call, nl: Videogesprek}
    definition: {en: A call with pictures., nl: Een gesprek met beeld.}
    aliases: {en: [Video Call, videophone, 3D call], nl: [beeldbellen]}
  - id: event
    replaced_by: video
"""
STAGES = """\
id: stages
terms:
  - id: advocacy
    aliases: {en: [Videophone]}
"""


def _letters(site: Site, language: str = "en") -> Sequence[Letter]:
    (page,) = glossary_page(site.edition(language))
    letters = page.context["letters"]
    assert isinstance(letters, tuple)
    return letters


def _entries(site: Site, language: str = "en") -> dict[str, Entry]:
    """Give the entries by their word; the last of those with the same."""
    return {entry.word: entry for letter in _letters(site, language) for entry in letter.entries}


def test_every_term_that_a_reader_sees_is_there(site: Site) -> None:
    """Groups and terms without a story too: somebody may look any of them up."""
    known = site.library().vocabularies
    placed = {entry.place for letter in _letters(site) for entry in letter.entries if entry.place}

    assert placed == {
        f"{name}.{term.id}" for name in known if name not in UNSEEN for term in known[name].terms
    }
    assert placed == places_of(known)[addresses.source(addresses.GLOSSARY)]


def test_term_says_what_it_is_and_leads_to_its_page(site: Site) -> None:
    """In the words of the page's language, with the list that it is from."""
    site.vocabulary("channels.yml", CHANNELS)

    assert _entries(site, "nl")["Videogesprek"] == Entry(
        word="Videogesprek",
        place="channels.video",
        path="terms/channels/video",
        kind="Kanaal",
        definition="Een gesprek met beeld.",
    )


def test_other_word_leads_to_all_the_terms_it_stands_for(site: Site) -> None:
    """Within the glossary, where their definitions are; a word that is the label itself adds nothing."""
    site.vocabulary("channels.yml", CHANNELS)
    site.vocabulary("stages.yml", STAGES)
    entries = _entries(site)

    assert entries["Videophone"] == Entry(
        "Videophone",
        see=(
            See(Label("advocacy", "Advocacy", "#stages.advocacy"), "Journey stage"),
            See(Label("video", "Video call", "#channels.video"), "Channel"),
        ),
    )
    assert "videophone" not in entries
    assert "Video Call" not in entries
    assert "beeldbellen" not in entries


def test_term_that_is_no_longer_used_says_what_to_use(site: Site) -> None:
    """Who meets it in an old story finds the new one."""
    site.vocabulary("channels.yml", CHANNELS)
    event = _entries(site)["Event"]

    assert (event.outdated, event.successor) == (True, Label("video", "Video call", "#channels.video"))


def test_words_stand_under_their_letters_in_order(site: Site) -> None:
    """Those that begin with no letter come first; no letter is there for nothing."""
    site.vocabulary("channels.yml", CHANNELS)
    letters = _letters(site)

    assert [(letter.name, letter.place) for letter in letters[:3]] == [
        ("#", "letter.0"),
        ("A", "letter.a"),
        ("B", "letter.b"),
    ]
    assert [entry.word for entry in letters[0].entries] == ["3D call"]
    assert [entry.word for entry in letters[1].entries][:5] == [
        "actors",
        "acts",
        "adaptation",
        "Adapted",
        "Advice",
    ]
    assert all(letter.entries for letter in letters)
