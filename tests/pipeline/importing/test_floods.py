"""Nobody waits for a file that is small to send and endless to read: it is refused in one sentence."""

from __future__ import annotations

import pytest

from cx_stories.pipeline.importing import floods, tables
from tests.pipeline.importing.conftest import Import, told
from tests.pipeline.importing.documents import document

TOO_MUCH = "is too long, or too full of signs, to be a story. Give its stories as files of their own."
UNPACKS = "unpacks to more than any story needs, so it was not opened. Copy the story into a new document."


def test_page_or_text_that_is_deep_or_crowded_is_refused(imported: Import) -> None:
    """What takes a minute to wash and hears no Ctrl-C is found by its signs, in one pass."""
    floods_of_signs = {
        "many.html": "<p>" * 25_001,
        "deep.html": "<ul><li>" * 501,
        "marks.html": "<em>" * 1_001,
        "odd.html": '<b a=">">' * 51,
        "many.txt": "a\n\n" * 25_001,
        "many.md": "<i>" * 25_001,
    }

    assert {name: told(imported(name, text)) for name, text in floods_of_signs.items()} == {
        name: [f"{name}:0 {name} {TOO_MUCH}"] for name in floods_of_signs
    }


def test_long_page_of_an_old_site_is_read(imported: Import) -> None:
    """Marks with attributes and paragraphs that nobody closes are no flood, and the marks stay marks."""
    page = "".join(f"<p><b id='x{number}' class=y data-a.b=''>One</b> two" for number in range(1_000))
    (draft,) = imported("old.html", f"<title>The lamp</title><div><div>{page}").drafts

    assert draft.text.count("**One** two") == 1_000


def test_marks_that_nobody_closes_do_not_multiply() -> None:
    """A browser puts each open mark into every paragraph anew, and so many are left of few."""
    page = "".join(f"<p><b id={number}>x" for number in range(1_000))

    assert floods.tamed(page, "a.html") == "<p><b>x" * 1_000


def test_document_of_endless_paragraphs_or_cells_is_not_opened(imported: Import) -> None:
    """Twenty kilobytes of them take minutes; by another prefix or in a part of another name as well."""
    body = f"<x:document xmlns:x='w'>{'<x:p/>' * 20_001}</x:document>"
    crowds = {
        "paragraphs.docx": document("<w:p/>" * 20_001),
        "cells.docx": document(f"<w:tbl><w:tr>{'<w:tc></w:tc>' * 20_001}</w:tr></w:tbl>"),
        "prefix.docx": document(more={"word/document.xml": body}),
        "ending.docx": document("<w:p/>", more={"word/document.png": f"\ufeff\n{body}"}),
    }

    assert {name: told(imported(name, raw)) for name, raw in crowds.items()} == {
        name: [f"{name}:0 {name} {UNPACKS}"] for name in crowds
    }


def test_table_of_more_rows_than_anybody_finishes_is_refused(
    imported: Import, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The advice is to split it; one row less is read, and empty rows do not count."""
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    rows = ["title", "The lamp", ",,", "The bus", "The door"]

    assert len(imported("two.csv", "\n".join(rows[:-1])).drafts) == 2
    assert told(imported("three.csv", "\n".join(rows))) == [
        "three.csv:0 three.csv has more than 2 rows, too many to finish as drafts. "
        "Split it into tables of some hundred rows."
    ]
