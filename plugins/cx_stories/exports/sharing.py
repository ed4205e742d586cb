"""What a page tells those who show a card of it: Open Graph, and what X and others add to that.

Source:  https://ogp.me
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global

from cx_stories.exports.pictures.picture import Picture
from cx_stories.exports.pictures.size import HEIGHT, WIDTH
from cx_stories.model.story import HIT, MISSED, Story
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page

_OURS = {"en": "en_GB"}
"""Where the most frequent region of a language is not that of our words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows of a page besides its own words.

    site:      the name of the site
    address:   the whole one of the page; nothing if nobody has said where the site stands
    summary:   what the page says of itself, else what the site does
    image:     the whole address of its picture; nothing if it has none
    alt:       what is to be seen on that
    others:    the other languages that it is told in
    """

    site: str
    address: str
    summary: str
    image: str = ""
    alt: str = ""
    others: Sequence[str] = ()


@cache
def locale_of(language: str) -> str:
    """Give a language with the region where most people speak it: `nl_NL`."""
    locale = Locale.parse(language, sep="-")
    if locale.territory:
        return f"{locale.language}_{locale.territory}"
    likely = str(get_global("likely_subtags").get(locale.language, ""))
    region = likely.rpartition("_")[2]
    return _OURS.get(language) or (f"{locale.language}_{region}" if region else locale.language)


def open_graph(page: Page, story: Story | None, shown: Shown) -> Iterator[tuple[str, str]]:
    """Give property and content of every line, empty ones among them."""
    yield "og:type", "article" if story else "website"
    yield "og:title", page.title
    yield "og:description", shown.summary
    yield "og:url", shown.address
    yield "og:site_name", shown.site
    yield "og:locale", locale_of(page.foreign or page.language)
    yield from (("og:locale:alternate", locale_of(other)) for other in shown.others)
    if shown.image:
        yield "og:image", shown.image
        yield "og:image:type", "image/png"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", shown.alt


def of_article(story: Story, edition: Edition) -> Iterator[tuple[str, str]]:
    """Give what Open Graph has for an article: its days, where it belongs, and what it is about."""
    days = edition.history.get(story.told_in(edition.language).path, ())
    yield "article:published_time", story.date.isoformat() if story.date else ""
    changed = max(days, default=None)
    later = changed and story.date and changed > story.date
    yield "article:modified_time", changed.isoformat() if changed and later else ""
    yield "article:section", edition.polarity(story).text
    for vocabulary, terms in (
        ("elements", story.hits),
        ("stages", story.stages),
        ("channels", story.channels),
    ):
        yield from (("article:tag", edition.label(vocabulary, term).text) for term in terms)


def alt_of(picture: Picture, edition: Edition) -> str:
    """Say what is to be seen on a picture: all of it is words and signs for words."""
    words = edition.words
    lit = ", ".join(name for name, state in picture.lights if state == HIT)
    missed = ", ".join(name for name, state in picture.lights if state == MISSED)
    return " ".join(
        filter(
            None,
            (
                f"{picture.title} ({picture.verdict})." if picture.verdict else f"{picture.title}.",
                words.gettext("There: %(elements)s.") % {"elements": lit} if lit and picture.polarity else "",
                words.gettext("Missed: %(elements)s.") % {"elements": missed} if missed else "",
                picture.words,
            ),
        )
    )
