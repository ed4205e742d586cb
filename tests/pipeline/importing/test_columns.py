# ruff: noqa: E501
"""Columns: a good and a bad experience under headings that say so, and what they say of themselves."""

from __future__ import annotations

import pytest

from cx_stories.pipeline.importing.columns import body_of, column_of, pairs_among
from cx_stories.pipeline.importing.credits import Credits, credits_in, day_in
from cx_stories.pipeline.importing.readers import from_html, from_markdown, from_text
from cx_stories.vocabulary.loading import load

VOCABULARIES = load()


@pytest.mark.parametrize(
    "text",
    [
        "# Talk\n\n## Positief: The lamp\n\nIt shone.\n\n## Negatief: The sign\n\nIt hung.\n\n## More\n\nGone.",
        "# Talk\n\n**POSITIVE – The lamp**\n\nIt shone.\n\n**Negative - The sign**\n\nIt hung.",
        "# Talk\n\n### Positieve ervaring: The lamp\n\nIt shone.\n\n### Negatieve ervaring: The sign\n\nIt hung.",
        "Talk\n\nPositief: The lamp\n\nIt shone.\n\nNegatief: The sign\n\nIt hung.\n\nOver de schrijver\n\nX.",
        "Talk\n\n**Positief: The lamp.** It shone.\n\n**Negatief: “The sign”**  \nIt hung.\n\nReactie plaatsen",
        "# Talk\n\n## Good: The lamp\n\nIt shone.\n\n## Bad — The sign\n\nIt hung.\n\n# About the author\n\nX.",
    ],
    ids=["headings", "bold capitals", "experiences", "plain lines", "bold in the text", "other words"],
)
def test_stories_are_found_under_every_sort_of_heading(text: str) -> None:
    """Whoever types a column need not know how we type ours."""
    column = column_of(from_markdown(text, "a.md").blocks, VOCABULARIES)

    assert column is not None
    assert [block.plain for block in column.lead] == ["Talk"]
    assert [(one.polarity, one.title, body_of(one.blocks)) for one in column.parts] == [
        ("positive", "The lamp", "It shone."),
        ("negative", "The sign", "It hung."),
    ]


def test_headings_tell_the_language_and_which_stories_stand_together() -> None:
    """Either may come first, and there may be several pairs; a third good story has no opposite."""
    names = ("Negative: a", "Positief: b", "Positief: c", "Negatief: d", "Positief: e")
    column = column_of(
        from_text("\n\n".join(f"{name}\n\nx." for name in names), "a.txt").blocks, VOCABULARIES
    )

    assert column is not None
    assert [part.language for part in column.parts] == ["en", "nl", "nl", "nl", "nl"]
    assert list(pairs_among(column.parts)) == [(0, 1), (2, 3)]


def test_headings_within_a_story_stay_in_it_one_level_below_its_title() -> None:
    """A story of a column may have parts."""
    page = "<h2>Positive: A</h2><p>x</p><h4>Later</h4><p>y</p><h3>Much later</h3><h2>Negative: B</h2><p>z</p>"
    column = column_of(from_html(page, "a.html").blocks, VOCABULARIES)

    assert column is not None
    assert body_of(column.parts[0].blocks) == "x\n\n### Later\n\ny\n\n## Much later"


@pytest.mark.parametrize(
    "text",
    [
        "Positive thinking helped us.\n\nNegative numbers did not.",
        "Good: yes.\n\nBad: no.",
        "# A story\n\nWords.",
    ],
)
def test_text_that_speaks_of_good_and_bad_is_no_column(text: str) -> None:
    """A case study is not torn apart for a word in it."""
    assert column_of(from_text(text, "a.txt").blocks, VOCABULARIES) is None


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        (
            "Shop talk\n\nDoor Merel van den Oostveen, 12 maart 2024\n\nDeze keer een dubbelportret van Bram de Wit."
            "\n\nBron: dit artikel is eerder verschenen in Het Winkelblad.",
            Credits(
                title="Shop talk",
                author="Merel van den Oostveen",
                teller="Bram de Wit",
                publication="Het Winkelblad",
                date="2024-03-12",
            ),
        ),
        (
            "Shop talk\n\nBy A. B. Clark\n\nTold by Zoë O’Brien.\n\nPublished in The Counter, 3 May 2021\n\n"
            "Source: https://example.org/talk/7",
            Credits(
                title="Shop talk",
                author="A. B. Clark",
                teller="Zoë O’Brien",
                publication="The Counter",
                url="https://example.org/talk/7",
                date="2021-05-03",
            ),
        ),
        ("He came by train, and was met by nobody he knew.", Credits()),
    ],
    ids=["Dutch", "English", "nothing"],
)
def test_column_says_who_wrote_it_and_where(lead: str, found: Credits) -> None:
    """The credit is prefilled from what stands around the stories, and nothing is made up."""
    read = from_text(f"{lead}\n\nPositief: De lamp\n\nHij bleef branden.", "a.txt")
    column = column_of(read.blocks, VOCABULARIES)

    assert column is not None
    assert credits_in(read, column.lead, column.rest) == found


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024-3-7", "2024-03-07"),
        ("3-4-2022", "2022-04-03"),
        ("op 1 januari 2020", "2020-01-01"),
        ("May 3rd, 2021", "2021-05-03"),
        ("2021-05-03T10:00:00Z", "2021-05-03"),
        ("30-2-2022", ""),
        ("soon", ""),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: str) -> None:
    """A day that there is not is not made into another."""
    assert day_in(typed) == day
