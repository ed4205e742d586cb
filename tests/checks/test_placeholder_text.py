"""Words of a template that were left as they were are found; stories that tell of such words are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cx_stories.checks.examples import BODY
from cx_stories.checks.placeholders import FILLED_IN, left_from_template
from cx_stories.model.fields import STORY_FIELDS
from tests.conftest import Site

CONTRIBUTE = Path(__file__).parents[2] / "content" / "contribute"
NAME = "placeholder-text warning"
STILL_TO_COME = "holds the place of words that are still to come."


def _said(site: Site, typed: str) -> list[str]:
    site.story("refund", typed)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def test_placeholder_is_named_with_its_line(site: Site) -> None:
    """The message says which words to replace, and where they are typed."""
    assert _said(site, 'summary: "By [naam klant], who rang."\nelements:\n  unique: TODO later\n') == [
        f'2:10 CX312 {NAME} "[naam klant]" {STILL_TO_COME} Write your own after `summary:`.',
        f'4:11 CX312 {NAME} "TODO" {STILL_TO_COME} Write your own after `unique:`.',
    ]


def test_placeholder_in_the_text_is_pointed_at(site: Site) -> None:
    """The first one is enough: who looks there sees the others."""
    assert _said(site, f"title: A\n---\n{BODY}\nShe met [insert name here] there.\n\n- TODO: the end\n") == [
        f'16:9 CX312 {NAME} "[insert name here]" {STILL_TO_COME} Write them, or take it out.'
    ]


def test_words_of_the_template_are_named(site: Site) -> None:
    """A lesson that was left as it was is somebody else's."""
    assert _said(site, "lessons:\n  - Check the seats at the end.\n  - One of my own.\n") == [
        f'3:5 CX312 {NAME} "Check the seats at the end." stands in the template. '
        "Write your own after `lessons:`."
    ]


@pytest.mark.parametrize(
    "value",
    ["...", "…", "todo", "TBD", "n.t.b.", "xxx", "XXXX", "nog invullen", "Lorem ipsum dolor.", "TODO ask her",
     "Jas van <naam>", "'[name of the customer] rang'", "'[vul hier de klant in]'"],
)  # fmt: skip
def test_every_usual_placeholder_is_known(site: Site, value: str) -> None:
    """In every field that a writer fills with words."""
    site.story("a", f"title: {value}\nsummary: {value}\nlessons:\n  - {value}\nquestions:\n  - {value}\n")

    assert [place.split(" ")[1] for place in site.places()] == ["CX312"] * 4


@pytest.mark.parametrize("line", ["Lorem ipsum dolor.", "TODO", "**TODO** more", "Zij zag [naam] staan."])
def test_unmistakable_placeholder_in_the_text_is_found(site: Site, line: str) -> None:
    """A text has more room for words that only look like one."""
    site.story("a", f"title: A\n---\n{BODY}\n{line}\n")

    assert [place.split(" ")[1] for place in site.places()] == ["CX312"]


@pytest.mark.parametrize(
    "typed",
    [
        "title: The XXX cinema\n",
        "title: A to do list for two\n",
        "title: And then...\n",
        "title: '“Dear [name]”, said the letter'\n",
        "title: '[Name withheld] rang'\n",
        f"title: A\n---\n{BODY}\nThe letter began with “Dear [name]”, and then “Lorem ipsum”.\n",
        f"title: A\n---\n{BODY}\nThe [name](https://example.org/) and [insert coin] of it.\n\n"
        "[insert coin]: https://example.org/\n",
        f"title: A\n---\n{BODY}\n`TODO` stood on the note, and TODO on the next. TBD.\n",
        f"title: A\n---\n{BODY}\n[Name withheld] rang, and [naam bekend bij de redactie] too.\n",
        f"title: The umbrella\n---\n{BODY}\nHer umbrella was gone.\n",
    ],
)
def test_story_that_tells_of_such_words_is_fine(site: Site, typed: str) -> None:
    """Letters that begin with "Dear [name]" are what these stories are about."""
    assert _said(site, typed) == []


@pytest.mark.parametrize("status", ["draft", "klad"])
def test_draft_may_hold_the_place_of_words(site: Site, status: str) -> None:
    """Its writer is at work; so is whoever translates a story that is published."""
    site.story("a", f"status: {status}\nsummary: TBD\n---\n{BODY}\nTODO\n")
    site.story("b", "title: Other\n")
    site.story("b.nl", f"---\nstatus: {status}\ntitle: TODO\n---\n")

    assert [place for place in site.places() if "CX312" in place] == []


def test_story_in_review_is_told(site: Site) -> None:
    """Somebody is about to publish it."""
    assert [said.split(" ")[1] for said in _said(site, "status: review\nsummary: TBD\n")] == ["CX312"]


def test_words_of_the_page_for_writers_are_known() -> None:
    """Whoever changes the template changes what is looked for."""
    words = [words for page in sorted(CONTRIBUTE.glob("index*.md")) for words in _template_words(page)]

    assert (len(words) > 20, [one for one in words if not left_from_template(one)]) == (True, [])


def _template_words(page: Path) -> Iterator[str]:
    for block in re.findall(r"^```yaml\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
        fields: dict[str, Any] = next(yaml.safe_load_all(block))
        for name in FILLED_IN:
            value = fields.get(name) or ()
            words = (value,) if isinstance(value, str) else getattr(value, "values", lambda v=value: v)()
            yield from (one["text"] if isinstance(one, dict) else one for one in words)


def test_words_of_the_reference_are_known() -> None:
    """What a field is for, and what somebody might write there, are not what it says."""
    words = [
        text for name in FILLED_IN for text in (STORY_FIELDS[name].description, STORY_FIELDS[name].example)
    ]

    assert [text for text in words if text and not left_from_template(text)] == []


def test_blank_is_found_where_a_quotation_stands_within_it(site: Site) -> None:
    """What was said or printed is left out before brackets are read, and not only where it stands alone."""
    assert len(_said(site, f"title: Refund in one call\n---\n{BODY}\nDear [ “Mina” name ], thanks.\n")) == 1
    assert _said(site, f"title: Refund in one call\n---\n{BODY}\nIt said “Dear [name]” in print.\n") == []
