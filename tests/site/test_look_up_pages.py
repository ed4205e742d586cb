"""The pages to look things up in, on a real site: complete, linked, in every language, found by a code."""

from __future__ import annotations

import pytest

from cx_stories.checks.registry import CHECKS
from cx_stories.views.reference.places import places_of
from cx_stories.vocabulary.loading import load
from tests.site.html_reading import BuiltSite
from tests.site.made_site import TWO_LANGUAGES, Stage, found_in

RULES, LINES, TERMS = "contribute/rules/", "contribute/front-matter/", "contribute/vocabulary/"


@pytest.fixture
def site(stage: Stage) -> BuiltSite:
    """Build a site in two languages on which nobody has written anything."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    return stage.published()


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_everything_on_them_has_a_place_that_can_be_linked_to(site: BuiltSite, prefix: str) -> None:
    """A message names a code, and its explanation has an address; what a link may name is there."""
    places = places_of(load())
    missing = {
        source: sorted(wanted - set(site[prefix + source.removesuffix(".md") + "/"].ids))
        for source, wanted in places.items()
    }

    assert {source: ids for source, ids in missing.items() if ids} == {}
    assert {"CX201", *(rule.code for rule in CHECKS)} == places["contribute/rules.md"]


def test_every_link_on_them_leads_somewhere(site: BuiltSite) -> None:
    """From a line to its terms, from terms to their lines, from the list of places to the place."""
    pages = [site[prefix + page] for prefix in ("", "nl/") for page in (RULES, LINES, TERMS)]

    assert [written for page in pages for written in site.broken(page)] == []
    assert {page.address for page in pages} <= site.reachable() | site.reachable("nl/")


def test_no_id_stands_twice_on_them(site: BuiltSite) -> None:
    """A link to a place can mean one place only."""
    pages = (RULES, LINES, TERMS)

    assert [page for page in pages if len(site[page].ids) != len(set(site[page].ids))] == []


def test_rule_is_found_by_its_code(site: BuiltSite) -> None:
    """Whoever types a code into the search gets to the rule."""
    found = found_in(site.folder)
    places = [{one["id"]: one["text"] for one in found[prefix + RULES]["anchors"]} for prefix in ("", "nl/")]

    assert [of_language["CX201"] for of_language in places] == ["CX201 unknown-term"] * 2


def test_prose_of_a_site_stands_above_what_we_know(stage: Stage) -> None:
    """A site says in its own words how strict it is, and the rules stay."""
    stage.write("contribute/rules.md", "---\ntitle: House rules\n---\n## The file\n\nWe mean it.\n")
    page = stage.published()[RULES]

    assert (page.texts("h1"), "We mean it." in page.main, "CX201" in page.ids) == (
        ["House rules"],
        True,
        True,
    )
    assert len(page.ids) == len(set(page.ids))


def test_terms_of_the_site_are_on_its_page(stage: Stage) -> None:
    """A channel that only this site has is explained like the others."""
    stage.configure(
        "site_name: x\ndocs_dir: content\nplugins:\n  - cx-stories:\n      vocabularies: [channels.yml]\n"
    )
    stage.write(
        "../channels.yml",
        "id: channels\nterms:\n  - id: video\n"
        "    labels: {en: Video call}\n    definition: {en: A call & pictures.}\n",
    )

    assert "video Video call. A call & pictures." in stage.published()[TERMS].main
