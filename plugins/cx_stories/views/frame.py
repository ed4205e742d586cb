"""What stands around every page: the menu, the language switch, the foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale

from cx_stories.model.document import Kind
from cx_stories.views import addresses
from cx_stories.views.edition import Edition


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of a menu. `text` is left out where the page's own heading will do."""

    path: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language, or this one."""

    language: str
    name: str
    link: str
    current: bool


DEFAULT_MENU = tuple(
    MenuItem(path)
    for path in (
        addresses.STORIES,
        addresses.PAIRS,
        addresses.ELEMENTS,
        addresses.JOURNEY,
        addresses.LESSONS,
        addresses.INSIGHTS,
        addresses.READING,
    )
)


def menu_of(items: Sequence[MenuItem], titles: Mapping[str, str]) -> Sequence[MenuItem]:
    """Name the items of a menu: as the site says, else as the page is called in menus.

    titles:  what the edition's pages are called by address; what is not there is left out
    """
    named = (MenuItem(item.path, item.text or titles[item.path]) for item in items if item.path in titles)
    return tuple(named)


def section(path: str, menu: Sequence[MenuItem]) -> str:
    """Give the address of the menu item under which the page at an address stands, or nothing."""
    under = [item.path for item in menu if f"{path}/".startswith(f"{item.path}/")]
    return max(under, key=len, default="")


@cache
def language_name(language: str) -> str:
    """Give the name of a language in that language."""
    name = Locale.parse(language, sep="-").get_display_name() or language
    return name[:1].upper() + name[1:]


def foot_groups(
    edition: Edition, titles: Mapping[str, str], menu: Sequence[MenuItem]
) -> Sequence[tuple[str, Sequence[MenuItem]]]:
    """Give the groups of links at the foot of every page: lists, views, what is about them, how to write."""
    words = edition.words
    lists = (
        addresses.STORIES,
        *(addresses.polarity(term.id) for term in edition.library.vocabularies["polarity"].choices),
        addresses.ELEMENTS,
        addresses.SERIES,
        addresses.PEOPLE,
    )
    told = {addresses.READING, *_articles(edition)}
    about = [path for path in titles if path in told and path not in lists]
    order = {item.path: index for index, item in enumerate(menu)}
    about.sort(key=lambda path: (order.get(path, len(order)), path))
    ways = tuple(path for path in addresses.WAYS if path in titles)
    lookup = (addresses.RULES, addresses.FRONT_MATTER, addresses.VOCABULARY)
    groups = (
        (words.gettext("The collection"), lists),
        (words.gettext("Ways in"), ways),
        (words.gettext("Behind the stories"), tuple(about)),
        (words.gettext("For writers"), tuple(path for path in lookup if path in titles)),
    )
    return tuple(
        (heading, menu_of([MenuItem(path) for path in paths], titles)) for heading, paths in groups if paths
    )


def _articles(edition: Edition) -> Sequence[str]:
    """Give the addresses of the essays at the top level of the content folder."""
    return [
        path
        for path, article in edition.library.articles.items()
        if path and "/" not in path and article.kind is Kind.ARTICLE
    ]
