"""The snippets: what somebody has who only presses Tab, read by our own reader."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cx_stories.exports.editors.snippets import TODAY, snippets
from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Term, Terms
from cx_stories.pipeline.starting.starters import Wish, files_for, starter_words
from cx_stories.vocabulary.loading import load
from tests.conftest import Site

_CHOICE = re.compile(r"\$\{\d+\|((?:\\.|[^|\\])*)\|\}")
_WORDS = re.compile(r"\$\{\d+:((?:\\.|[^}\\])*)\}")
_ESCAPED = re.compile(r"\\(.)")


def _of(*languages: str) -> dict[str, Any]:
    return snippets(load(), {language: starter_words()[language]["snippets"] for language in languages})


def _by_prefix(*languages: str) -> dict[str, Any]:
    return {one["prefix"]: one for one in _of(*languages).values()}


def _tabbed(snippet: Any) -> str:
    """Give what stands in the file of somebody who takes the first choice everywhere."""
    text = "\n".join(snippet["body"]).replace(TODAY, "2025-06-01").replace("$0", "")
    chosen = _CHOICE.sub(lambda found: re.split(r"(?<!\\),", found[1])[0], text)
    return _ESCAPED.sub(r"\1", _WORDS.sub(lambda found: found[1], chosen))


@pytest.mark.parametrize(("language", "prefix"), [("en", "cx-story"), ("nl", "cx-verhaal")])
def test_story_is_a_draft_with_nothing_to_put_right(site: Site, language: str, prefix: str) -> None:
    """Whoever inserts a story and saves it reads no complaint."""
    site.languages(language)
    site.file("stories/new.md", _tabbed(_by_prefix(language)[prefix]) + "\n")

    assert site.messages() == []


@pytest.mark.parametrize(("language", "prefix"), [("en", "cx-story"), ("nl", "cx-verhaal")])
def test_words_of_a_snippet_do_not_reach_readers(site: Site, language: str, prefix: str) -> None:
    """What nobody has typed over is told before the story is published."""
    site.languages(language)
    text = _tabbed(_by_prefix(language)[prefix]).replace("status: draft", "status: published")
    site.file("stories/new.md", text.replace("provenance: retold", "provenance: fictional") + "\n")

    assert [place for place in site.places() if "CX312" in place] == [
        f"stories/new.md:{line}:{column} CX312 warning"
        for line, column in ((2, 8), (3, 10), (9, 13), (11, 5))
    ]


@pytest.mark.parametrize(
    ("prefix", "above"),
    [
        ("cx-facts", ""),
        ("cx-element", "elements:\n  "),
        ("cx-missed", "missed:\n  "),
        ("cx-lesson", "lessons:\n  "),
    ],
)
def test_piece_fits_into_a_story(site: Site, prefix: str, above: str) -> None:
    """Each piece can be inserted where it belongs, and is understood."""
    site.file(
        "stories/new.md", f"---\ntitle: New\nstatus: draft\n{above}{_tabbed(_by_prefix('en')[prefix])}\n---\n"
    )

    assert site.messages() == []


def test_shared_lesson_fits_into_a_story(site: Site) -> None:
    """A lesson with a name of its own has both its lines, one under the other."""
    lines = _tabbed(_by_prefix("en")["cx-shared-lesson"]).replace("\n", "\n  ")
    site.file("stories/new.md", f"---\ntitle: New\nstatus: draft\nlessons:\n  {lines}\n---\n")

    assert site.messages() == []


def test_translation_repeats_words_only(site: Site) -> None:
    """The snippet of the second language has no fact in it."""
    site.file("stories/new.md", _tabbed(_by_prefix("en")["cx-story"]) + "\n")
    site.file("stories/new.nl.md", _tabbed(_by_prefix("en", "nl")["cx-vertaling"]) + "\n")

    assert site.messages() == []


def test_facts_offer_every_list_of_terms() -> None:
    """A list that the model gets is offered without anybody thinking of it."""
    lines = _by_prefix("en")["cx-facts"]["body"]
    needed = [field for field in STORY_FIELDS.values() if not field.required and field.name != "status"]

    assert [line.partition(":")[0] for line in lines] == [
        field.name for field in needed if isinstance(field.shape, Term | Terms)
    ]


def test_snippets_of_a_site_have_names_of_their_own() -> None:
    """In two languages no snippet hides another."""
    by_language = [list(_by_prefix(language)) for language in ("en", "nl")]

    assert len(set(sum(by_language, []))) == sum(map(len, by_language))  # noqa: RUF017 (two short lists)
    assert len(_of("en", "nl")) == len(_by_prefix("en", "nl"))


def test_sign_that_means_something_to_the_editor_is_escaped() -> None:
    """Words with a dollar sign, a brace or a backslash arrive as they are."""
    words = {**starter_words()["en"]["snippets"], "lessons": "Pay $5 {now} \\ later"}
    made = {one["prefix"]: one for one in snippets(load(), {"en": words}).values()}

    assert made["cx-lesson"]["body"] == ["- ${1:Pay \\$5 {now\\} \\\\ later}"]
    assert _tabbed(made["cx-lesson"]) == "- Pay $5 {now} \\ later"


def test_editor_gets_json_that_any_program_reads() -> None:
    """Remarks and commas too many are for some editors only."""
    made = files_for(Wish("Shop", ("en", "nl"), "none"), load())
    read = {path: json.loads(text) for path, text in made.items() if path.startswith(".vscode/")}

    assert sorted(read) == [
        ".vscode/cx-stories.code-snippets",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
    ]
    assert {tuple(sorted(one)) for one in read[".vscode/cx-stories.code-snippets"].values()} == {
        ("body", "description", "prefix", "scope")
    }
