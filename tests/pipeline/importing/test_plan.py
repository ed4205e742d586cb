# ruff: noqa: E501
"""What comes of files: drafts that a person goes on with, and a report of what was not understood."""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest

from cx_stories.pipeline.importing import drafts, sketch
from cx_stories.pipeline.importing.credits import Credits
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.pages import Missing
from cx_stories.pipeline.importing.plan import plan_of
from tests.pipeline.importing.conftest import Import, told

COLUMN = """# Shop talk

This time with Bram de Wit. By A. Clark

## Negative: The sign

There was a sign.

## Positive: The lamp

> It shone.
"""
POSITIVE = """---
# A draft from an import. What begins with `To do` waits for you: do it, and take the remark out before you publish.
# To do: retell it in your own words. What stands below is the work of whoever wrote the column.
# To do: take out names, addresses and numbers by which somebody can be recognised who did not agree.
title: The lamp
# To do: one sentence that makes people want to read it, at most 200 characters.
summary:
# To do: the day it is published here, as 2026-01-31.
date:
polarity: positive
status: draft
provenance: retold
# To do: what the experience did, each with a sentence of the story that shows it, such as
# `  surprising: "They were open on the holiday."`
# Choose from engaging, unique, personalized, surprising, repeatable. Where nothing fits, leave it empty: `elements: []`.
elements:
# To do: what can be learned from it, a line for each, beginning with `- `.
lessons:
# To do: the name of the shop, if it may be named; if not, take this line out.
organisation:
# To do: may whoever tells it be named here? A teller has a page in people/.
teller: bram
# To do: the series that the column is in, which has a page in series/.
series: shop-talk
# To do: is this right, and complete? It is shown below the story.
source:
  title: Shop talk
  url: "https://example.org/7"
  accessed: 2026-01-01
  kind: retold
pair: the-sign-2
---

> It shone.
"""
INTRODUCTION = "\n\n## From the old file\n\n- This time with Bram de Wit. By A. Clark\n"


def test_column_becomes_two_drafts_that_point_at_each_other(imported: Import) -> None:
    """What the column and the person say is filled in; what only a person can say is marked."""
    plan = imported("talk.md", COLUMN, Credits(url="https://example.org/7"))

    assert [(one.path, one.pair) for one in plan.drafts] == [
        ("stories/the-sign-2.md", "the-lamp"),
        ("stories/the-lamp.md", "the-sign-2"),
    ]
    assert plan.drafts[1].text == POSITIVE
    assert "# To do: what it should have done and did not" in plan.drafts[0].text
    assert plan.drafts[0].text.endswith(INTRODUCTION)
    assert told(plan) == [
        "talk.md:0 What stands before the first story was kept below the text of this one.",
        "talk.md:0 The column does not say its author, publication and date. Add that in the drafts, or by an "
        "option.",
        'talk.md:0 There is a story "the-sign" already, so this one is "the-sign-2". Are they the same?',
    ]
    assert plan.pages == []


def test_story_in_another_language_has_it_in_its_name(imported: Import) -> None:
    """A Dutch column for an English site becomes Dutch stories, unless somebody says otherwise."""
    column = "Positief: De lamp\n\nHij bleef branden.\n\nNegatief: Het bord\n\nHet hing."

    assert [one.path for one in imported("a.txt", column).drafts] == [
        "stories/de-lamp.nl.md",
        "stories/het-bord.nl.md",
    ]
    assert [one.path for one in imported("a.txt", column, language="en").drafts] == [
        "stories/de-lamp.md",
        "stories/het-bord.md",
    ]


def test_pages_that_are_missing_are_told_with_a_text_to_begin_with(imported: Import) -> None:
    """A page has no status, so it is not written: it would be published."""
    plan = imported("a.md", COLUMN, Credits(teller="Ada O’Brien", series="Shop talk"))

    assert plan.pages == [
        Missing(
            "people/ada-obrien.md",
            "---\ntitle: Ada O’Brien\n# To do: one sentence that says who this is.\nsummary:\n---\n",
        )
    ]


TABLE = (
    "Titel;Verhaal;Positief/negatief;Kanaal;Verrassend;Datum;Kleur;Toestemming;Tags\r\n"
    'De lamp;"Ze hield de lamp vast.\r\n\r\nTot ik zat.";Positief;winkel, telefoon;Hij bleef aan.;3-4-2022;blauw;ja;'
    "web, warm\r\n"
    ";;;;;;;;\r\n"
    'AT&T "x" <y>;=HYPERLINK("x");vervelend;fax;x;gisteren;;Jan tekende;\r\n'
)
LAMP = """title: De lamp
# To do: one sentence that makes people want to read it, at most 200 characters.
summary:
# To do: the day it is published here, as 2026-01-31. The old text is of 2022-04-03.
date:
polarity: positive
status: draft
# To do: where it comes from: retold, first-hand, composite, fictional.
provenance:
# To do: what the experience did, each with a sentence of the story that shows it, such as
# `  surprising: "They were open on the holiday."`
# Choose from engaging, unique, personalized, surprising, repeatable. Where nothing fits, leave it empty: `elements: []`.
elements:
  surprising: Hij bleef aan.
# To do: what can be learned from it, a line for each, beginning with `- `.
lessons:
channels: [store, phone, web]
# To do: the teller's consent, such as `consent: {status: given, date: 2026-01-10}`. The status is one of given, withdrawn, not-needed. It is never published.
consent:
  status: given
---

Ze hield de lamp vast.

Tot ik zat.

## From the old file

- **Kleur**: blauw
- **Tags**: warm
"""


def test_row_of_a_table_from_excel_becomes_a_draft(imported: Import) -> None:
    """Columns go by their names in any language and values by the words of our lists; nothing is lost."""
    plan = imported("old.csv", TABLE.encode("cp1252"), language="en")

    assert [one.path for one in plan.drafts] == ["stories/de-lamp.md", "stories/at-t-x-y.md"]
    assert plan.drafts[0].text.partition("title:")[1] + plan.drafts[0].text.partition("title:")[2] == LAMP
    assert plan.drafts[1].text.endswith(
        '\n\n=HYPERLINK("x")\n\n## From the old file\n\n'
        "- **Positief/negatief**: vervelend\n- **Kanaal**: fax\n- **Datum**: gisteren\n"
    )
    assert told(plan) == [
        "old.csv:2 Nothing here is called `Kleur`. It was kept below the text.",
        "old.csv:2 `Tags` has words that are in none of our lists. It was kept below the text.",
        "old.csv:6 What stands in `Positief/negatief` is not in the list polarity. It was kept below the text.",
        "old.csv:6 What stands in `Kanaal` is not, or not wholly, in the list channels. "
        "It was kept below the text.",
        "old.csv:6 `Datum` has no day that can be read. It was kept below the text.",
        "old.csv:6 The consent was not taken over; look it up there, and add it by hand.",
    ]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.csv", "title,story\nA,x\n"),
        ("a.csv", "title;story\nA;x\n"),
        ("a.csv", "sep=;\ntitle;story\nA;x\n"),
        ("a.tsv", "title\tstory\nA\tx\n"),
        ("a.csv", "\ufefftitle|story\nA|x\n"),
    ],
)
def test_table_may_have_any_of_the_usual_signs_between_its_cells(
    imported: Import, name: str, table: str
) -> None:
    """Excel, Google and a database each write it another way."""
    (draft,) = imported(name, table).drafts

    assert (draft.path, draft.text.endswith("\n\nx\n")) == ("stories/a.md", True)


def test_row_with_a_good_and_a_bad_text_becomes_a_pair(imported: Import) -> None:
    """A sheet may have a column for each of them; a cross in such a column is only a verdict."""
    text = "It shone all night long for me."
    plan = imported("a.csv", f"title,positive,negative\nA,{text},{text}\nB,x,\n")

    assert [(one.path, one.pair, one.sketch.fields["polarity"]) for one in plan.drafts] == [
        ("stories/a.md", "a-2", "positive"),
        ("stories/a-2.md", "a", "negative"),
        ("stories/b.md", "", "positive"),
    ]


def test_case_study_in_a_file_of_its_own_takes_its_title_from_its_heading(imported: Import) -> None:
    """Front matter of Jekyll, Hugo or Obsidian is used where it is clear, and kept where it is not."""
    text = (
        "---\nlayout: post\ndate: 2021-05-03 10:00\ntags: [web, shiny]\nauthor: Ada\nlink: https://e.org/a\n"
        "slug: old-name\n---\n# The lamp\n\nIt shone."
    )
    (draft,) = imported("lamp.md", text).drafts

    assert (draft.path, draft.sketch.day) == ("stories/old-name.md", "2021-05-03")
    assert {name: draft.sketch.fields[name] for name in ("title", "channels", "author", "source")} == {
        "title": "The lamp",
        "channels": ["web"],
        "author": "ada",
        "source": {"title": "The lamp", "url": "https://e.org/a", "kind": "retold"},
    }
    assert draft.text.endswith(
        "\nIt shone.\n\n## From the old file\n\n- **layout**: post\n- **tags**: shiny\n"
    )


def test_private_things_are_told_by_their_place(imported: Import) -> None:
    """Whoever imports is told where to look, and the report does not spread what must go."""
    plan = imported("a.txt", "The lamp\n\nWrite to ada@example.org.")

    assert told(plan) == [
        'a.txt:0 stories/the-lamp.md:24:10  CX401 "a…@…" is an e-mail address. Take it out. An address for '
        "readers to write to belongs on a page of its own, such as about.md."
    ]


def test_folder_gives_all_its_files_and_says_which_it_cannot_read(known: Known, tmp_path: Path) -> None:
    """One wrong file does not keep the others out; what is hidden or only locked is nobody's story."""
    for name in ("b.txt", "a/c.md", "sheet.xlsx", "old.doc", ".hidden.txt", "~$b.docx", "empty.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("" if name == "empty.md" else "A lamp.\n", encoding="utf-8")
    plan = plan_of([tmp_path, tmp_path / "gone.txt"], known, Credits(), "", "stories")

    assert [one.sketch.file for one in plan.drafts] == ["a/c.md", "b.txt"]
    assert told(plan) == [
        "empty.md:0 There are no words in it.",
        "old.doc:0 It was not read. Open it in Word, save it as .docx, and import that.",
        "sheet.xlsx:0 It was not read. Save the sheet as CSV, and import that.",
        "gone.txt:0 There is no such file.",
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("title,story\n", "There is no row in it below the names of the columns."),
        ("", "There is no row in it below the names of the columns."),
        ('title,story\n"A,' + "x" * 600_000, "a.csv:2 is no row of a table. Save the sheet as CSV anew."),
        (",".join("abc" * 100), "a.csv has more than 200 columns; its first line must name them."),
    ],
    ids=["only names", "empty", "a quotation without end", "no table"],
)
def test_table_that_is_none_is_told_in_one_sentence(imported: Import, table: str, said: str) -> None:
    """No draft comes of rubbish."""
    plan = imported("a.csv", table)

    assert (plan.drafts, told(plan)) == ([], [f"a.csv:0 {said}"])


def test_cell_with_html_in_it_is_read_as_such(imported: Import) -> None:
    """A sheet that came out of a website has its paragraphs, and no programs."""
    plan = imported("a.csv", 'title,story\nA,"<p>One <b>two</b></p><p>Three<script>x()</script></p>"\n')

    assert plan.drafts[0].text.endswith("\n---\n\nOne **two**\n\nThree\n")
    assert told(plan) == ["a.csv:2 A program. It was left out."]


def test_things_within_each_other_stay_so(imported: Import) -> None:
    """A list in a quotation in a list reads as it was, and what goes too deep joins what is above it."""
    page = (
        "<h1>A</h1><ul><li><p>one</p><blockquote><p>two</p><ol><li>three<br>four</li></ol></blockquote></li>"
        "<li><ul><li>five</li></ul></li></ul>" + "<ul><li>" * 9 + "six"
    )
    (draft,) = imported("a.html", page).drafts

    assert draft.text.partition("\n---\n\n")[2] == (
        "- one\n\n    > two\n    >\n    > 1. three  \n    >     four\n\n- - five\n\n" + "- " * 6 + "six\n"
    )


def test_colon_in_old_front_matter_loses_nothing(imported: Import) -> None:
    """Other programs forgive a title with a colon in it; what is beyond that is read line by line."""
    typed = "---\ntitle: The form: page nine\nlayout: post\n{}date: 2019-05-06\n---\nI filled it in."
    plan = imported("case.md", typed.format("tags: [web]\n"))
    (odd,) = imported("odd.md", typed.format("tags: [web]\nodd: *a\n")).drafts

    assert told(plan) == [
        "case.md:3 `layout` says something about the old place. It was kept below the text."
    ]
    (draft,) = plan.drafts
    assert (draft.path, draft.sketch.title, draft.sketch.day, draft.sketch.fields["channels"]) == (
        "stories/the-form-page-nine.md",
        "The form: page nine",
        "2019-05-06",
        ["web"],
    )
    assert (odd.sketch.title, odd.sketch.day) == (draft.sketch.title, draft.sketch.day)


def test_story_without_a_title_is_called_after_its_file(imported: Import) -> None:
    """Two hundred files called "story" are nobody's; the title itself is still to be given."""
    (draft,) = imported("My Story (final) v2.markdown", "It rained. Nobody came.").drafts

    assert (draft.path, draft.sketch.title) == ("stories/my-story-final-v2.md", "")


@pytest.mark.parametrize("verdict", ["*Positive*", "**Positief**", "Verdict: positive"])
@pytest.mark.parametrize(
    ("below", "lessons", "left"),
    [
        ("## Lesson\n\n- Let *people* sing.\n- Wait.", ["Let people sing.", "Wait."], ""),
        ("Lesson: let people sing.", ["let people sing."], ""),
        ("**Wat leren we?**\n\nLaat ze zingen.", ["Laat ze zingen."], ""),
        ("## Lessons\n\n> A song.", None, "## Lessons\n\n> A song."),
    ],
)
def test_verdict_and_lessons_in_a_text_are_found(
    imported: Import, verdict: str, below: str, lessons: list[str] | None, left: str
) -> None:
    """An old case says them in lines of their own; what is not clear stays where it was, and is told."""
    plan = imported("lift.md", f"# the lift that sang\n\n{verdict}\n\nA boy sang.\n\n{below}", language="en")
    (draft,) = plan.drafts
    fields = draft.sketch.fields

    assert (fields["title"], fields["polarity"], fields.get("lessons")) == (
        "The lift that sang",
        "positive",
        lessons,
    )
    assert draft.text.partition("\n---\n\n")[2].split() == ["A", "boy", "sang.", *left.split()]
    assert told(plan) == (
        []
        if lessons
        else ["lift.md:0 What stands under “Lessons” was left in the text: it is no list of lessons."]
    )


def test_lesson_below_a_story_of_a_column_is_its_own(imported: Import) -> None:
    """A heading of the same level does not cut it off."""
    plan = imported("a.md", f"{COLUMN}\n## Lesson\n\n- Shine.\n\n## Comments\n\nNice, said Ann.\n")

    assert plan.drafts[1].sketch.fields["lessons"] == ["Shine."]
    assert [said for said in told(plan) if "Left out" in said] == [
        "a.md:0 Left out, after the last story: “Comments”",
        "a.md:0 Left out, after the last story: “Nice, said Ann.”",
    ]


def test_credit_line_of_a_magazine_is_read_and_an_introduction_is_kept(imported: Import) -> None:
    """A month is as good as a day for an old text, and neither is the day of publication here."""
    text = COLUMN.replace("This time with", "Customer First, March 2024\n\nA word before. This time with")
    first, second = imported("a.md", text).drafts

    assert first.sketch.fields["source"] == {
        "title": "Shop talk",
        "publication": "Customer First",
        "kind": "retold",
    }
    assert "2026-01-31. The old text is of 2024-03.\ndate:\n" in first.text
    assert first.text.endswith(
        "\n## From the old file\n\n- A word before. This time with Bram de Wit. By A. Clark\n"
    )
    assert "From the old file" not in second.text


def test_draft_speaks_the_language_of_its_story(imported: Import, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever finishes a Dutch story reads Dutch; every remark and heading goes through the catalogue."""

    class Marked(NullTranslations):
        def gettext(self, message: str) -> str:
            return "\n".join(f"Te doen: [{line}]" for line in message.split("\n"))

    for module in (drafts, sketch):
        monkeypatch.setattr(module, "catalogue", lambda language: {"nl": Marked()}[language])
    (draft,) = imported(
        "a.md", "---\nkleur: blauw\n---\n# Het bord\n\nHet hing er en ik was niet blij."
    ).drafts
    said = [line for line in draft.text.split("\n") if line.startswith(("#", "##"))]

    assert len(said) > 8
    assert [line for line in said if "Te doen: [" not in line] == []
    assert draft.todos == len(said) - 1
