"""The page of the terms: every list, every term, in the words of the page's language."""

from __future__ import annotations

from cx_stories.views.edition import Label
from cx_stories.views.reference.vocabulary import TermEntry, VocabularyEntry, vocabulary_page
from tests.conftest import Site

CHANNELS = """\
id: channels
terms:
  - id: video
    labels: {en: Video call, nl: Videogesprek}
    definition: {en: A call with pictures., nl: Een gesprek met beeld.}
    source: Our own
  - id: store
    replaced_by: video
"""


def entries(site: Site, language: str = "en") -> dict[str, VocabularyEntry]:
    """Give the lists on the page by their place."""
    (page,) = vocabulary_page(site.edition(language))
    shown = page.context["vocabularies"]
    assert isinstance(shown, tuple)
    return {entry.anchor: entry for entry in shown}


def terms(entry: VocabularyEntry) -> dict[str, TermEntry]:
    """Give the terms of a list by id."""
    return {term.id: term for group in entry.groups for term in group.terms}


def texts(entry: VocabularyEntry) -> tuple[str, ...]:
    """Give the names of the lines that choose from a list."""
    return tuple(label.text for label in entry.fields)


def test_every_vocabulary_and_every_term_is_on_the_page(site: Site) -> None:
    """Nobody has to look in a file of the program to know what may be typed."""
    shown = {anchor.removeprefix("terms."): set(terms(entry)) for anchor, entry in entries(site).items()}

    assert shown == {
        name: {term.id for term in vocabulary.choices}
        for name, vocabulary in site.library().vocabularies.items()
    }


def test_list_says_what_it_is_for_and_after_which_lines_its_terms_stand(site: Site) -> None:
    """A writer comes from a line and finds the way back; the source is said once if it is one."""
    polarity = entries(site, "nl")["terms.polarity"]

    assert (polarity.label, texts(polarity), [list(terms(polarity))], polarity.source) == (
        "Oordelen",
        ("polarity",),
        [["positive", "negative"]],
        terms(entries(site)["terms.polarity"])["positive"].source or polarity.source,
    )
    assert texts(entries(site)["terms.elements"]) == ("elements", "missed")
    assert entries(site)["terms.source_kind"].fields == (
        Label("line.source.kind", "source.kind", "contribute/front-matter"),
    )


def test_terms_stand_in_their_groups(site: Site) -> None:
    """Emotions that belong together are found together; a group itself is nothing to type."""
    groups = entries(site)["terms.emotions"].groups
    joy = next(group for group in groups if group.label == "Joy")

    assert [term.id for term in joy.terms][:2] == ["delighted", "content"]
    assert "joy" not in terms(entries(site)["terms.emotions"])


def test_terms_of_the_site_itself_and_those_it_has_done_away_with_are_there(site: Site) -> None:
    """A list is that of this site: what it added is in it, what it replaced says by what."""
    site.vocabulary("channels.yml", CHANNELS)
    channels = terms(entries(site, "nl")["terms.channels"])
    store = channels["store"]

    assert channels["video"] == TermEntry(
        anchor="channels.video",
        id="video",
        label="Videogesprek",
        definition="Een gesprek met beeld.",
        aliases=(),
        source="Our own",
        outdated=False,
        successor=None,
    )
    assert (store.outdated, store.successor) == (True, Label("video", "Videogesprek", "#channels.video"))
