"""Every page has one address, and one place knows it."""

from __future__ import annotations

import pytest

from cx_stories.pipeline import build
from cx_stories.views import addresses
from cx_stories.vocabulary.loading import load
from tests.conftest import Site


def test_addresses_of_the_kinds_of_page() -> None:
    """Bookmarks keep working: these never change."""
    assert (
        addresses.HOME,
        addresses.story("refund"),
        addresses.person("mina"),
        addresses.series("columns"),
        addresses.element("unique"),
        addresses.polarity("positive"),
        addresses.READING,
        addresses.RULES,
        addresses.FRONT_MATTER,
        addresses.VOCABULARY,
        addresses.EXPLORE,
    ) == (
        "",
        "stories/refund",
        "people/mina",
        "series/columns",
        "elements/unique",
        "polarity/positive",
        "how-to-read",
        "contribute/rules",
        "contribute/front-matter",
        "contribute/vocabulary",
        "explore",
    )


@pytest.mark.parametrize(
    ("number", "address"), [(1, "stories"), (2, "stories/page/2"), (11, "stories/page/11")]
)
def test_first_page_of_a_list_is_the_list_itself(number: int, address: str) -> None:
    """A list that grows keeps its address."""
    assert addresses.numbered("stories", number) == address


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("", "index.md"),
        ("stories", "stories/index.md"),
        ("people", "people/index.md"),
        ("series", "series/index.md"),
        ("elements", "elements/index.md"),
        ("elements/unique", "elements/unique.md"),
        ("polarity/positive", "polarity/positive.md"),
        ("how-to-read", "how-to-read.md"),
    ],
)
def test_prose_for_a_page_has_one_place(address: str, file: str) -> None:
    """A writer who wants to introduce a page knows which file to make."""
    assert addresses.source(address) == file


def test_site_without_stories_has_the_standing_pages_and_no_others(site: Site) -> None:
    """What is promised to links is what the views make."""
    pages = [page.path for page in build(site.collect()) if page.language == "en"]

    assert pages == sorted(addresses.standing(load()))


def test_element_that_a_site_adds_has_a_standing_page(site: Site) -> None:
    """A link may name it as it may name the others."""
    file = site.vocabulary(
        "elements.yml", "id: elements\nterms:\n  - {id: kind, labels: {en: Kind}, definition: {en: Kind.}}\n"
    )

    assert set(addresses.standing(load([file]))) - set(addresses.standing(load())) == {
        "elements/kind",
        "lessons/by-element/kind",
    }
