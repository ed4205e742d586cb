"""A story in a reference list, and in the formats that programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from cx_stories.views.story.citation import Reference, Split, Work, apa, apa_day, bibtex, csl_json, tex
from cx_stories.views.story.credit import name_of

WORK = Work(
    key="refund",
    title="Refund in one call",
    summary="She had not finished her sentence.",
    author=name_of("Karolien van der Ouderaa"),
    day=date(2024, 3, 2),
    site="CX Stories",
    language="en",
)
BARE = Work("refund", "Refund", "", None, None, "CX Stories", "en")
ADDRESS = "https://cx.example/stories/refund/"


def whole(text: Split) -> str:
    """Put the address in its place."""
    return f"{text.before}{ADDRESS}{text.after}"


def line(work: Work, day: str = "2024, March 2") -> str:
    """Give the reference as a reader copies it."""
    before, title, middle, after = apa(work, day)
    return f"{before}{title}{middle}{ADDRESS}{after}"


def test_reference_is_that_of_apa() -> None:
    """Author, date, title, site and address, in the order and with the stops of the style."""
    assert apa(WORK, "2024, March 2") == Reference(
        "van der Ouderaa, K. (2024, March 2). ", "Refund in one call", ". CX Stories. ", ""
    )


def test_what_is_not_known_is_made_up_for() -> None:
    """The site stands for an author whom nobody names, and is then not named twice."""
    assert line(BARE, "n.d.") == f"CX Stories. (n.d.). Refund. {ADDRESS}"


def test_fiction_and_retellings_say_so() -> None:
    """Nobody takes an invented case for a report, or a retelling for the first telling."""
    told = replace(WORK, genre="Fictional case", note="Retold from “Column”, Customer First")

    assert line(told) == (
        "van der Ouderaa, K. (2024, March 2). Refund in one call [Fictional case]. CX Stories. "
        f"{ADDRESS} (Retold from “Column”, Customer First)"
    )


@pytest.mark.parametrize("title", ["Who decides?", "No!", "And then …", "At nine."])
def test_title_that_ends_in_a_sign_gets_no_stop(title: str) -> None:
    """Two stops in a row look like a slip."""
    assert apa(Work("a", title, "", None, None, "S", "en"), "n.d.").middle == " "


@pytest.mark.parametrize(
    ("locale", "written"), [("en", "2024, March 2"), ("nl", "2024, 2 maart"), ("de", "2024, 2. März")]
)
def test_date_is_written_as_the_language_has_it(locale: str, written: str) -> None:
    """The year first, as the style has it; month and day as the reader knows them."""
    assert apa_day(date(2024, 3, 2), locale) == written


def test_bibtex_has_every_field() -> None:
    """Small words belong to the family name, and capitals of the title are kept."""
    work = replace(WORK, genre="Fictional case", note="Retold from “Column”")

    assert whole(bibtex(work)) == (
        "@misc{refund,\n"
        "  author = {van der Ouderaa, Karolien},\n"
        "  title = {{Refund in one call}},\n"
        "  howpublished = {CX Stories},\n"
        "  year = {2024},\n"
        "  month = mar,\n"
        "  day = {2},\n"
        "  note = {Fictional case. Retold from “Column”},\n"
        "  language = {en},\n"
        f"  url = {{{ADDRESS}}}\n"
        "}"
    )


def test_bibtex_without_author_and_date_names_the_site() -> None:
    """Fields of which nothing is known are left out."""
    assert whole(bibtex(BARE)) == (
        "@misc{refund,\n  author = {{CX Stories}},\n  title = {{Refund}},\n  language = {en},\n"
        f"  url = {{{ADDRESS}}}\n}}"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('AT&T "x" <y>', 'AT\\&T "x" <y>'),
        ("100 % of #1 costs $5_000", "100 \\% of \\#1 costs \\$5\\_000"),
        ("a{b", "a\\textbraceleft{}b"),
        ("}", "\\textbraceright{}"),
        ("a\\b~c^d", "a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d"),
        ("Überraschung —\n één", "Überraschung — één"),
    ],
)
def test_tex_prints_what_was_typed(text: str, written: str) -> None:
    """Signs that mean something to TeX are written out, braces balance, accents stay."""
    assert tex(text) == written


def test_csl_json_is_an_item_that_programs_read() -> None:
    """Zotero takes it as it is."""
    work = replace(WORK, genre="Fictional case", note="Retold")

    assert json.loads(whole(csl_json(work))) == [
        {
            "id": "refund",
            "type": "webpage",
            "title": "Refund in one call",
            "author": [{"family": "Ouderaa", "given": "Karolien", "non-dropping-particle": "van der"}],
            "container-title": "CX Stories",
            "genre": "Fictional case",
            "issued": {"date-parts": [[2024, 3, 2]]},
            "abstract": "She had not finished her sentence.",
            "note": "Retold",
            "language": "en",
            "URL": ADDRESS,
        }
    ]


def test_csl_json_holds_whatever_was_typed() -> None:
    """Quotes, braces and the ends of scripts are words like any others."""
    odd = '"}]</script>\\ \u2028 \n 😀'
    work = Work("a", odd, odd, name_of(odd), None, odd, "en", odd, odd)

    text = whole(csl_json(work))
    [item] = json.loads(text)
    assert [item[name] for name in ("title", "abstract", "container-title", "genre", "note", "URL")] == [
        *[odd] * 5,
        ADDRESS,
    ]
    assert "😀" in text
