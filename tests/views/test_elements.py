"""Every element shows where it was there and where it was missed, with the evidence."""

from __future__ import annotations

from cx_stories.views.backlinks import Pointing
from cx_stories.views.elements import Entry, Exhibit, element_pages, entry_of
from cx_stories.views.lists import Pager
from cx_stories.views.page import Page
from cx_stories.views.terms.portrait import portrait_of
from cx_stories.vocabulary.vocabulary import said_in
from tests.conftest import Site


def _draw(site: Site) -> None:
    site.story("a", "elements:\n  unique: Nobody else does it.\nmissed: [surprising]\ndate: 2024-03-03\n")
    site.story("b", "elements: [unique]\ndate: 2024-03-02\n")
    site.story("c", "elements: []\nmissed:\n  unique: Like all the others.\ndate: 2024-03-01\n")


def test_element_has_a_page_with_its_exhibits(site: Site) -> None:
    """A reader sees what it looks like, and what it looks like when it is not there."""
    _draw(site)
    edition = site.edition()
    term = edition.library.term("elements", "unique")
    assert term
    a, b, c = (edition.card(story) for story in edition.library.stories)
    terms = edition.library.vocabularies["elements"].choices

    assert next(page for page in element_pages(edition) if page.path == "elements/unique") == Page(
        path="elements/unique",
        language="en",
        title="Unique",
        template="element.html",
        context={
            "entry": Entry(
                "unique", "Unique", said_in(term.definition, "en"), "elements/unique", hits=2, misses=1
            ),
            "hit_sign": said_in(term.hit, "en"),
            "missed_sign": said_in(term.missed, "en"),
            "portrait": portrait_of(term, edition.library.vocabularies["elements"], edition),
            "hits": (Exhibit(a, "Nobody else does it.", ""), Exhibit(b, "", "")),
            "misses": (Exhibit(c, "Like all the others.", ""),),
            "pager": Pager(1, ((1, "elements/unique"),)),
            "siblings": tuple(entry_of(other, edition) for other in terms),
            "backlinks": Pointing(),
            "previews": (),
        },
        summary=said_in(term.definition, "en"),
        group="term",
    )


def test_list_of_elements_counts_the_stories(site: Site) -> None:
    """In the order of the vocabulary, by the labels of the language."""
    _draw(site)
    page = next(iter(element_pages(site.edition("nl"))))

    counted = [
        (entry.label, entry.hits, entry.misses)
        for entry in page.context["entries"]  # type: ignore[attr-defined]
        if entry.hits or entry.misses
    ]

    assert (page.path, counted) == ("elements", [("Uniek", 2, 1), ("Verrassend", 0, 1)])


def test_every_element_has_a_page_whether_anybody_wrote_or_not(site: Site) -> None:
    """An essay becomes the prose of the page and may name it."""
    site.file("elements/unique.md", "---\ntitle: One of a kind\n---\nText.\n")

    assert {
        page.path: (page.title, page.prose and page.prose.text) for page in element_pages(site.edition())
    } == {
        "elements": ("The elements", None),
        "elements/engaging": ("Engaging", None),
        "elements/unique": ("One of a kind", "Text."),
        "elements/personalized": ("Personalized", None),
        "elements/surprising": ("Surprising", None),
        "elements/repeatable": ("Repeatable", None),
    }


def test_many_exhibits_are_cut_in_pages(site: Site) -> None:
    """The longer of the two lists decides how many pages there are."""
    for number in range(49):
        site.story(f"story-{number:02}", "elements: [unique]\n")
    site.story("zero", "elements: []\nmissed: [unique]\n")
    cut = {
        page.path: (len(page.context["hits"]), len(page.context["misses"]), page.listed)  # type: ignore[arg-type]
        for page in element_pages(site.edition())
        if "unique" in page.path
    }

    assert cut == {"elements/unique": (48, 1, True), "elements/unique/page/2": (1, 0, False)}


def test_sixth_element_has_a_page_of_its_own(site: Site) -> None:
    """A site that adds an element gets everything that the five have."""
    site.vocabulary(
        "elements.yml",
        "id: elements\nterms:\n"
        "  - {id: humane, labels: {en: Humane, nl: Menselijk}, definition: {en: Kind.}}\n",
    )
    site.story("a", "elements: [humane]\n")
    page = next(page for page in element_pages(site.edition("nl")) if page.path == "elements/humane")

    assert (page.title, page.context["entry"]) == (
        "Menselijk",
        Entry("humane", "Menselijk", "Kind.", "elements/humane", hits=1, misses=0),
    )
