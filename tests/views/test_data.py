"""The page about the data."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from cx_stories.exports.data.files import data_files
from cx_stories.pipeline.publication import publication_of
from cx_stories.views.data import SCHEMA, DataFile, data_page, size_in_words
from cx_stories.views.rendering import Renderer
from tests.conftest import Site


def test_page_offers_every_file_that_is_published(site: Site) -> None:
    """Nobody has to guess a name, and none is offered that is not there."""
    [page] = data_page(site.edition())
    files = page.context["files"]
    assert isinstance(files, tuple)
    published = [one.path for one in data_files(publication_of(site.collect(), name="x"))]

    assert page.path == "data"
    assert sorted((SCHEMA, *(one.address for one in files))) == sorted(published)
    assert files[0] == DataFile(
        "data/stories.csv",
        "stories.csv",
        "A spreadsheet",
        "A table with a row for each story and language. Everything but the text itself.",
    )


def test_site_that_publishes_no_data_has_no_such_page(site: Site) -> None:
    """No link leads to nothing."""
    assert list(data_page(replace(site.edition(), data=False))) == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_examples_ask_for_the_language_of_the_page(site: Site, language: str) -> None:
    """They can be typed as they stand."""
    [page] = data_page(site.edition(language))
    printed = Renderer(language, lambda address: address).render(page, "", (), "../")

    assert printed.count(f"&#39;{language}&#39;") + printed.count(f"&#34;{language}&#34;") == 2


def test_sizes_stand_beside_the_files_where_they_are_known(site: Site) -> None:
    """A reader knows beforehand what comes."""
    [page] = data_page(site.edition("nl"))
    renderer = Renderer("nl", lambda address: address)
    without = renderer.render(page, "", (), "")
    renderer.sizes = {"data/stories.csv": 1_440_000}

    assert (
        "size" in without,
        renderer.render(page, "", (), "").count('<span class="size">1,4 MB</span>'),
    ) == (
        False,
        1,
    )


def test_the_package_for_parquet_is_named_before_the_command_that_needs_it(site: Site) -> None:
    """Whoever types both lines has the file."""
    [page] = data_page(site.edition())
    printed = Renderer("en", lambda address: address).render(page, "", (), "")

    assert 'pip install "cx-stories[parquet]"\ncx export --format parquet -o stories.parquet' in unescape(
        printed
    )


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (1499, "1 kB"), (70_327, "70 kB"), (999_400, "999 kB"), (28_300_000, "28.3 MB")],
)
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    """In whole kilobytes, and from a megabyte on with one digit more."""
    assert size_in_words(size, "en") == words
