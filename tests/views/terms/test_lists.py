"""All lists of terms, and the terms of a list."""

from __future__ import annotations

from cx_stories.relations.tallies import Tally
from cx_stories.views.edition import Label
from cx_stories.views.page import Page
from cx_stories.views.terms.lists import Entry, Group, term_lists
from cx_stories.views.terms.portrait import Row
from cx_stories.vocabulary.pages import UNSEEN
from tests.conftest import Site

SENSES = """\
id: senses
terms:
  - {id: sight, replaced_by: smell}
"""


def _draw(site: Site) -> None:
    site.story("a", "senses: [smell, touch]\n")
    site.story("b", "senses: [smell]\npolarity: negative\n")
    site.story("c", "")


def _lists(site: Site, language: str = "en") -> dict[str, Page]:
    return {page.path: page for page in term_lists(site.edition(language))}


def test_every_list_that_a_reader_sees_has_a_page(site: Site) -> None:
    """The elements have theirs elsewhere; what tells of a file has none."""
    names = set(site.library().vocabularies) - UNSEEN - {"elements"}

    assert set(_lists(site)) == {"terms", *(f"terms/{name}" for name in names)}


def test_list_says_what_it_is_for_and_how_far_it_is_used(site: Site) -> None:
    """First those that most readers come for, last those that are only to be looked up."""
    _draw(site)
    entries = _lists(site, "nl")["terms"].context["entries"]
    assert isinstance(entries, tuple)

    assert [entry.label.id for entry in entries][:3] == ["elements", "stages", "channels"]
    assert [entry.label.id for entry in entries if not entry.asked] == [
        "justice",
        "moments",
        "peak_end",
        "service_level",
    ]
    assert next(entry for entry in entries if entry.label.id == "senses") == Entry(
        Label("senses", "Zintuigen", "terms/senses"),
        "De zintuigen waarmee de klant de ervaring beleefde.",
        terms=5,
        stories=2,
        asked=True,
    )


def test_terms_of_a_list_are_counted_by_verdict(site: Site) -> None:
    """The longest bar is known; a term without a story is a gap, unless it is an old one."""
    site.vocabulary("senses.yml", SENSES)
    _draw(site)
    context = _lists(site)["terms/senses"].context
    groups = context["groups"]
    assert isinstance(groups, tuple)

    assert [(row.label.id, row.tally, row.outdated) for group in groups for row in group.terms] == [
        ("sight", Tally(), True),
        ("hearing", Tally(), False),
        ("smell", Tally(positive=1, negative=1), False),
        ("taste", Tally(), False),
        ("touch", Tally(positive=1), False),
    ]
    assert (context["longest"], context["gaps"], context["contribute"]) == (1, 2, "contribute/front-matter")


def test_terms_stand_in_their_groups(site: Site) -> None:
    """A group has a page of its own, and a count in which each of its stories is one."""
    site.story("a", "emotions: [delighted, content]\n")
    groups = _lists(site)["terms/emotions"].context["groups"]
    assert isinstance(groups, tuple)
    joy = next(group for group in groups if group.row.label.id == "joy")

    assert isinstance(joy, Group)
    assert joy.row == Row(
        Label("joy", "Joy", "terms/emotions/joy"),
        "Emotions of pleasure and well-being.",
        Tally(positive=1),
    )
    assert [(row.label.id, row.tally.total) for row in joy.terms] == [
        ("delighted", 1),
        ("content", 1),
        ("relieved", 0),
        ("proud", 0),
    ]


def test_prose_for_a_list_is_shown_with_it(site: Site) -> None:
    """A site may say in its own words what its channels are."""
    site.file("terms/channels.md", "---\ntitle: Where we meet\n---\nText.\n")
    page = _lists(site)["terms/channels"]

    assert (page.title, page.prose and page.prose.text) == ("Where we meet", "Text.")
