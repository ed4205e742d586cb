"""The page of the data: which file is for what, and what to do with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal

from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Unwritten
from cx_stories.views.page import Page

CSV, LINES, JSON, SCHEMA, TERMS, BIBTEX = (
    f"{addresses.DATA}/{name}"
    for name in (
        "stories.csv",
        "stories.jsonl",
        "stories.json",
        "stories.schema.json",
        "vocabularies.ttl",
        "stories.bib",
    )
)
"""The files with the data, as seen from the top of the site."""

DUCKDB = """\
SELECT element, count(*) AS stories
FROM (SELECT unnest(missed) AS element
      FROM read_json_auto('stories.jsonl')
      WHERE language = '{language}' AND polarity = 'negative')
GROUP BY element
ORDER BY stories DESC, element;
"""
PANDAS = """\
import pandas as pd

stories = pd.read_json("stories.jsonl", lines=True)
told = stories[stories.language == "{language}"].explode("stages")
print(pd.crosstab(told.stages, told.polarity))
"""
"""What analysts may type beside the file; both are run in the tests."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file with data.

    purpose:  what one takes it for
    holds:    what is in it
    """

    address: str
    name: str
    purpose: str
    holds: str


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type, and what it tells."""

    title: str
    tells: str
    text: str


def data_page(edition: Edition) -> Iterator[Page]:
    """Give the page about the data; none where the site does not publish any."""
    if not edition.data:
        return
    words = edition.words
    context = {
        "files": tuple(_files(edition)),
        "examples": tuple(_examples(edition)),
        "schema": SCHEMA,
        "terms": addresses.VOCABULARY,
        "explore_page": addresses.EXPLORE,
        "site_name": edition.site_name,
        "home": edition.permalink(addresses.HOME) if edition.whereabouts.url else "",
    }
    unwritten = Unwritten(
        words.gettext("The stories as data"),
        menu=words.gettext("Data"),
        summary=words.gettext(
            "The whole collection to take along: for a spreadsheet, an analysis or a program."
        ),
    )
    yield edition.page(addresses.DATA, "data.html", context, unwritten)


def _files(edition: Edition) -> Iterator[DataFile]:
    words = edition.words
    found = (
        (
            CSV,
            words.gettext("A spreadsheet"),
            words.gettext("A table with a row for each story and language. Everything but the text itself."),
        ),
        (
            LINES,
            words.gettext("An analysis or a search engine: DuckDB, pandas, R, Meilisearch"),
            words.gettext("The same rows with the text, as JSON: one document on each line."),
        ),
        (
            JSON,
            words.gettext("A program of your own"),
            words.gettext(
                "Everything about a story in one piece, in all its languages, "
                "and what the terms and people are called."
            ),
        ),
        (
            TERMS,
            words.gettext("A library, linked data"),
            words.gettext(
                "The lists of terms as SKOS, in Turtle: names, other names, definitions and groups."
            ),
        ),
        (
            BIBTEX,
            words.gettext("A reference list: Zotero, JabRef, LaTeX"),
            words.gettext("An entry in BibTeX for each story and language, as its own page gives it."),
        ),
    )
    for address, purpose, holds in found:
        yield DataFile(address, address.rpartition("/")[2], purpose, holds)


def _examples(edition: Edition) -> Sequence[Example]:
    words = edition.words
    return (
        Example(
            "DuckDB",
            words.gettext("Which elements do negative stories miss most?"),
            DUCKDB.format(language=edition.language),
        ),
        Example(
            "pandas",
            words.gettext("How many good and bad stories does each stage of the journey have?"),
            PANDAS.format(language=edition.language),
        ),
    )


def size_in_words(size: int, language: str) -> str:
    """Give a number of bytes as people say it: `70 kB`, `1.4 MB`; what is small is 1 kB."""
    locale = Locale.parse(language, sep="-")
    if size < _MEGABYTE:
        return f"{format_decimal(max(1, round(size / 1000)), locale=locale)} kB"
    return f"{format_decimal(size / _MEGABYTE, '#,##0.0', locale=locale)} MB"


_MEGABYTE = 1_000_000
