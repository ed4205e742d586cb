"""What search engines read of a page, read back by a library for linked data."""

from __future__ import annotations

import json
from typing import Any

from rdflib import RDF, Graph, Namespace, URIRef

from cx_stories.exports.head import Heads
from cx_stories.exports.linked_data.node import written
from cx_stories.exports.publication import Publication
from cx_stories.views.registry import pages_of
from tests.conftest import Site
from tests.exports.publishing import AT, HOSTILE, page_at, published

SCHEMA = Namespace("https://schema.org/")
VOCABULARIES = (str(SCHEMA), "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
ADDRESSES = ("contentUrl", "image", "item", "url")
CONTEXT = {"@vocab": str(SCHEMA), **{name: {"@type": "@id"} for name in ADDRESSES}}
"""What schema.org says of the names used here, so that no test needs the network."""


def data(publication: Publication, path: str, language: str = "en") -> dict[str, Any]:
    """Give the data of a page, as a program reads it."""
    edition = next(one for one in publication.editions if one.language == language)
    head = Heads(publication, edition).of(page_at(publication, path, language))
    found: dict[str, Any] = json.loads(head.data)
    return found


def graph(found: dict[str, Any]) -> Graph:
    """Read data as RDF."""
    assert found["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps({**found, "@context": CONTEXT}), format="json-ld")


def kinds(found: dict[str, Any]) -> dict[str, str]:
    """Give the kind of everything that has an address."""
    return {
        str(subject).removeprefix(AT): str(kind).removeprefix(SCHEMA)
        for subject, kind in graph(found).subject_objects(RDF.type)
        if isinstance(subject, URIRef)
    }


def test_story_is_an_article_about_its_elements_that_cites_its_source(site: Site) -> None:
    """A search engine learns who wrote it, what it is about, what it is part of and where it comes from."""
    site.file("people/mina.md", "---\ntitle: Mina Bos\n---\n")
    site.file("series/first.md", "---\ntitle: First\n---\n")
    site.story(
        "refund",
        "author: mina\nseries: first\nstages: [service]\nmissed: [unique]\nprovenance: retold\n"
        "source: {title: Open, publication: The Column, author: A. Writer, url: 'https://column.example/12'}\n"
        "consent: {status: given, ref: Folder 12}\n",
    )
    found = data(published(site), "stories/refund")
    read, story = graph(found), URIRef(f"{AT}stories/refund/#story")

    def said(name: str) -> list[str]:
        return sorted(str(value).removeprefix(AT) for value in read.objects(story, SCHEMA[name]))

    assert kinds(found) == {
        "stories/refund/#story": "Article",
        "#site": "WebSite",
        "series/first/": "CreativeWorkSeries",
        "people/mina/": "Person",
        "polarity/positive/": "DefinedTerm",
        "elements/surprising/": "DefinedTerm",
        "elements/unique/": "DefinedTerm",
        "terms/stages/service/": "DefinedTerm",
    }
    assert (said("author"), said("isPartOf")) == (["people/mina/"], ["#site", "series/first/"])
    assert said("about") == ["elements/surprising/", "polarity/positive/", "terms/stages/service/"]
    assert (said("mentions"), said("inLanguage")) == (["elements/unique/"], ["en"])
    assert (said("datePublished"), said("mainEntityOfPage")) == (["2024-03-01"], ["stories/refund/"])
    source = next(read.objects(story, SCHEMA.citation))
    assert [str(one) for one in read.objects(source, SCHEMA.url)] == ["https://column.example/12"]
    assert "Folder 12" not in json.dumps(found)


def test_story_points_at_its_translation(site: Site) -> None:
    """Both languages are known to tell the same story, whichever page is read."""
    site.story("refund")
    site.file("stories/refund.nl.md", "---\ntitle: Geld terug\nsummary: s\nlessons: [l]\n---\nTekst.\n")
    publication = published(site)

    found = [
        [
            (one["@id"].removeprefix(AT), one["inLanguage"])
            for one in data(publication, *at)["@graph"][0]["workTranslation"]
        ]
        for at in (("stories/refund", "en"), ("stories/refund", "nl"))
    ]
    assert found == [[("nl/stories/refund/#story", "nl")], [("stories/refund/#story", "en")]]


def test_terms_and_vocabularies_are_defined(site: Site) -> None:
    """Whoever collects terms finds each with its definition, in the set it belongs to."""
    publication = published(site)
    whole = graph(data(publication, "elements"))
    one = data(publication, "elements/unique", "nl")["@graph"][0]

    elements = URIRef(f"{AT}elements/")
    assert (elements, RDF.type, SCHEMA.DefinedTermSet) in whole
    assert {str(term).removeprefix(AT) for term in whole.objects(elements, SCHEMA.hasDefinedTerm)} == {
        f"elements/{name}/" for name in ("engaging", "personalized", "repeatable", "surprising", "unique")
    }
    assert (one["@type"], one["name"], one["termCode"]) == ("DefinedTerm", "Uniek", "unique")
    assert one["inDefinedTermSet"]["@id"] == f"{AT}nl/elements/"
    assert one["description"]


def test_home_page_tells_how_to_search(site: Site) -> None:
    """A search engine can lead to the site's own search, in the language of the page."""
    found = data(published(site), "", "nl")["@graph"][0]

    assert (found["@type"], found["@id"], found["url"]) == ("WebSite", f"{AT}nl/#site", f"{AT}nl/")
    assert found["potentialAction"]["target"]["urlTemplate"] == f"{AT}nl/explore/?q={{search_term_string}}"
    assert found["potentialAction"]["query-input"] == "required name=search_term_string"


def test_list_names_its_first_stories(site: Site) -> None:
    """A list is known as one, and stays short."""
    for number in range(14):
        site.story(f"story-{number:02}", f"title: Story {number:02}\n")
    found = data(published(site), "stories")["@graph"][0]

    listed = found["mainEntity"]
    assert (found["@type"], listed["numberOfItems"], len(listed["itemListElement"])) == (
        "CollectionPage",
        14,
        12,
    )
    assert listed["itemListElement"][0] == {
        "@type": "ListItem",
        "position": 1,
        "name": "Story 00",
        "url": f"{AT}stories/story-00/",
    }


def test_page_tells_its_way_down_from_the_home_page(site: Site) -> None:
    """A result of a search shows where in the site it stands."""
    site.story("refund")
    publication = published(site)
    trail = (("", "Home"), ("stories", "Stories"))
    head = Heads(publication, publication.editions[0]).of(page_at(publication, "stories/refund"), trail)

    steps = json.loads(head.data)["@graph"][-1]
    assert (steps["@type"], [(one["name"], one["item"]) for one in steps["itemListElement"]]) == (
        "BreadcrumbList",
        [("Home", AT), ("Stories", f"{AT}stories/"), ("Refund in one call", f"{AT}stories/refund/")],
    )


def test_hostile_words_are_read_as_they_were_typed(site: Site) -> None:
    """Nothing that is typed ends the data early, and nothing of it is lost."""
    title = HOSTILE
    site.story("refund", f"title: '{title}'\nsummary: '{title}'\n")
    found = data(published(site), "stories/refund")["@graph"][0]

    assert (found["headline"], found["description"]) == (title, title)


def test_every_page_of_a_site_can_be_read(site: Site) -> None:
    """Whatever kind of page it is, its data is sound, and every address in it is whole."""
    site.story("refund")
    publication = published(site)
    for page in pages_of(publication.editions[0]):
        head = Heads(publication, publication.editions[0]).of(page)
        read = graph(json.loads(head.data))
        named = (str(one) for triple in read for one in triple if isinstance(one, URIRef))
        assert [one for one in named if not one.startswith((AT, *VOCABULARIES))] == []


def test_signs_that_browsers_and_scripts_trip_over_are_written_otherwise() -> None:
    """No sign of HTML, and no end of a line that some programs see where others see none."""
    assert written([{"name": "</script>&\u2028\u2029"}]) == (
        '{"@context":"https://schema.org","@graph":[{"name":"\\u003c/script\\u003e\\u0026\\u2028\\u2029"}]}'
    )
