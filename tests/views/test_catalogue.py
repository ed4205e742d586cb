"""The words of the interface: every language has all of them, and they fit the places they stand in."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from cx_stories.views.catalogue import DOMAIN
from cx_stories.views.page import Page
from cx_stories.views.rendering import Renderer

SETTINGS = Path(__file__).parents[2] / "pyproject.toml"
PACKAGE = Path(str(files("cx_stories")))
FILES = sorted((PACKAGE / "locale").glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)\w|%.?|\{\w*\}|#")
"""What is filled in later: `%(num)s`, `{name}`, `#`. Templates also take a lone `%` for one."""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Give the words that templates and code say now, found as `make messages` finds them."""
    template = tmp_path_factory.mktemp("messages") / "template.pot"
    options = ["--quiet", "extract", f"--mapping-file={SETTINGS}", f"--output-file={template}"]
    CommandLineInterface().run(["pybabel", *options, str(PACKAGE)])
    with template.open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.fixture(params=FILES, ids=lambda file: file.parts[-3])
def translated(request: pytest.FixtureRequest) -> Catalog:
    """Give the catalogue of each language in turn."""
    file: Path = request.param
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parts[-3], domain=DOMAIN, abort_invalid=True)


def messages(catalog: Catalog) -> list[Message]:
    """Give the messages of a catalogue without its head."""
    return [message for message in catalog if message.id]


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    """Give the singular and the plurals of a message or its translation, or its only form."""
    return [words] if isinstance(words, str) else list(words)


def english(catalog: Catalog) -> set[tuple[str, ...]]:
    """Give the English of all messages, each with its plural if it has one."""
    return {tuple(forms(message.id)) for message in messages(catalog)}


def test_nothing_is_left_in_english(words: Catalog, translated: Catalog) -> None:
    """A reader meets no English word on a page of another language; `make messages` adds what is new."""
    assert sorted(english(words) - english(translated)) == []


def test_nothing_is_translated_in_vain(words: Catalog, translated: Catalog) -> None:
    """A translator works only on what somebody will read; `make messages` drops the rest."""
    unused = english(translated) - english(words)

    assert [*sorted(unused), *translated.obsolete] == []


def test_every_translation_is_finished(translated: Catalog) -> None:
    """A reader finds no blank where a word should be, no guess of a program, and the plural of every noun."""
    unfinished = []
    for message in messages(translated):
        wanted = translated.num_plurals if message.pluralizable else 1
        said = [form for form in forms(message.string) if form.strip()]
        if message.fuzzy or len(said) != wanted:
            unfinished.append(message.id)

    assert unfinished == []


def test_a_translation_keeps_what_is_filled_in_later(translated: Catalog) -> None:
    """A number or a name never goes missing from a page because its place was translated away."""
    differing = [
        (form, sorted(PLACEHOLDER.findall(original)))
        for message in messages(translated)
        for number, form in enumerate(forms(message.string))
        for original in (forms(message.id)[: number + 1][-1],)
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(original))
    ]

    assert differing == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_a_catalogue_is_sorted_and_knows_no_clock(file: Path) -> None:
    """Whoever changes one translation changes one line of the file, on any day and any machine."""
    head, *entries = file.read_text(encoding="utf-8").strip().split("\n\n")
    messages = [entry.partition("msgid ")[2].partition("\nmsg")[0] for entry in entries]
    english = ["".join(re.findall(r'^"(.*)"$', message, re.MULTILINE)) for message in messages]
    about = re.findall(r'^"([\w-]+): ', head, re.MULTILINE)
    places = [entry for entry in entries if entry.startswith("#:")]

    assert (english, about, places) == (
        sorted(english),
        ["Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"],
        [],
    )


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        pytest.param("nl", ["1 verhaal", "2 verhalen"], id="in Dutch"),
        pytest.param("la", ["1 story", "2 stories"], id="in English where there is no catalogue"),
    ],
)
def test_a_page_speaks_the_language_of_its_reader(language: str, counts: list[str]) -> None:
    """A page for Dutch readers counts in Dutch; a language nobody has translated to is shown in English."""
    entries = (("First", "", "series/first", 1, ""), ("Second", "", "series/second", 2, ""))
    page = Page("series", language, "All of them", "shelf.html", {"entries": entries})
    values = {"page": page, "prose": "", **page.context}

    html = Renderer(language, "{}/".format).part(page.template, values, "/")

    assert re.findall(r">([^<>\n]+)<", html) == ["All of them", "First", counts[0], "Second", counts[1]]
