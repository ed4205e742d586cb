"""What stands around every page: menu, language names, foot."""

from __future__ import annotations

import pytest

from cx_stories.views.frame import DEFAULT_MENU, MenuItem, foot_groups, language_name, menu_of, section
from tests.conftest import Site

TITLES = {"": "Home", "stories": "Stories", "elements": "The elements", "how-to-read": "How to read"}


def test_menu_item_is_named_as_the_site_says_else_as_the_page() -> None:
    """What is not there is left out."""
    items = (
        MenuItem("stories", "All stories"),
        MenuItem("elements"),
        MenuItem("gone"),
        MenuItem("gone", "Gone"),
    )

    assert menu_of(items, TITLES) == (
        MenuItem("stories", "All stories"),
        MenuItem("elements", "The elements"),
    )


def test_menu_without_a_configuration_leads_to_the_main_pages() -> None:
    """A site has a menu before anybody thinks of one."""
    assert menu_of(DEFAULT_MENU, TITLES) == (
        MenuItem("stories", "Stories"),
        MenuItem("elements", "The elements"),
        MenuItem("how-to-read", "How to read"),
    )


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("stories", "stories"),
        ("stories/refund", "stories"),
        ("stories/special/refund", "stories/special"),
        ("stories-of-old", ""),
        ("elements/unique", "elements"),
        ("", ""),
    ],
)
def test_page_stands_under_the_closest_menu_item(path: str, address: str) -> None:
    """The menu shows where a reader is."""
    menu = (MenuItem("stories"), MenuItem("stories/special"), MenuItem("elements"))

    assert section(path, menu) == address


def test_home_is_a_section_only_for_itself() -> None:
    """A menu item for the front door is not lit everywhere."""
    menu = (MenuItem(""), MenuItem("stories"))

    assert [section(path, menu) for path in ("", "stories/refund", "about")] == ["", "stories", ""]


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "English"), ("nl", "Nederlands"), ("fr", "Français"), ("pt-BR", "Português (Brasil)")],
)
def test_language_is_named_in_itself(language: str, name: str) -> None:
    """Whoever needs the other language can read its name."""
    assert language_name(language) == name


def test_foot_gathers_the_collection_what_is_about_it_and_what_to_look_up(site: Site) -> None:
    """Every essay is reachable from every page: first those of the menu, in its order, then by address."""
    for path in (
        "zebra.md",
        "about.md",
        "contribute/index.md",
        "how-to-read.md",
        "elements/unique.md",
        "index.md",
    ):
        site.file(path, "---\ntitle: A\n---\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("stories/index.md", "---\ntitle: Stories\n---\n")
    written = ("", "zebra", "about", "contribute", "how-to-read", "elements/unique", "people/mina")
    made = ("stories", "polarity/positive", "polarity/negative", "elements", "series", "people")
    look_up = ("contribute/rules", "contribute/front-matter", "contribute/vocabulary")
    groups = foot_groups(
        site.edition(), {path: path.title() for path in (*written, *made, *look_up)}, (MenuItem("zebra"),)
    )

    assert [[item.path for item in items] for _, items in groups] == [
        ["stories", "polarity/positive", "polarity/negative", "elements", "series", "people"],
        ["zebra", "about", "contribute", "how-to-read"],
        list(look_up),
    ]


def test_foot_without_essays_has_one_group(site: Site) -> None:
    """An empty heading is not shown."""
    groups = foot_groups(site.edition(), {"stories": "Stories"}, ())

    assert [items for _, items in groups] == [(MenuItem("stories", "Stories"),)]
