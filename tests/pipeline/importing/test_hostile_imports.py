"""Texts that mean harm, or are only too much: a draft that a check lets pass, or a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.pipeline.importing.credits import Credits
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.plan import plan_of
from tests.conftest import Site
from tests.hostile import floods, front_matter
from tests.hostile.case import BODIES
from tests.pipeline.importing.documents import document, paragraph

PAYLOADS = [typed for table in BODIES.values() for typed, _ in table.values()]
WRONG = ("CX0", "CX6")


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
def test_nothing_hostile_gets_into_a_draft(site: Site, known: Known, tmp_path: Path, ending: str) -> None:
    """Every payload, read as each kind of text, is published as words or not at all."""
    old = tmp_path / "old"
    old.mkdir()
    for number, typed in enumerate(PAYLOADS):
        (old / f"{number}.{ending}").write_text(f"# Case {number}\n\nWords.\n\n{typed}\n", encoding="utf-8")
    plan = plan_of([old], known, Credits(), "", "stories")
    for draft in plan.drafts:
        site.file(draft.path, draft.text)

    assert len(plan.drafts) == len(PAYLOADS)
    assert [place for place in site.places() if place.split()[1].startswith(WRONG)] == []


def test_hostile_cells_and_titles_become_words(site: Site, known: Known, tmp_path: Path) -> None:
    """What a sheet has in a cell, its title or the name of a column is shown as it stood there."""
    words = [*front_matter.WORDS.values(), *PAYLOADS[:60]]
    cells = [word.replace('"', '""') for word in words]
    rows = "".join(f'"{cell}","{cell}","{cell}","{cell}"\n' for cell in cells)
    (tmp_path / "old.csv").write_text(
        f'title,story,channel,"=1+1"\n{rows}', encoding="utf-8", errors="replace"
    )
    plan = plan_of([tmp_path / "old.csv"], known, Credits(), "", "stories")
    for draft in plan.drafts:
        site.file(draft.path, draft.text)

    assert len(plan.drafts) == len(words)
    assert [place for place in site.places() if place.split()[1].startswith(WRONG)] == []


@pytest.mark.parametrize("name", ["stars and words", "tags that are open", "lists, line by line", "tables"])
def test_flood_becomes_a_draft_or_a_sentence(known: Known, tmp_path: Path, name: str) -> None:
    """Lists within lists without end, and the like, end neither in a traceback nor in a hang."""
    files = [tmp_path / f"a.{ending}" for ending in ("html", "md", "txt")]
    for file in files:
        file.write_text(floods.BODIES[name][0][:30_000], encoding="utf-8")
    plan = plan_of(files, known, Credits(), "", "stories")
    told = ("a story. Give", "No draft was made", "There are no words")
    refused = [one.file for one in plan.remarks if any(said in one.said for said in told)]

    assert sorted([*(one.sketch.file for one in plan.drafts), *refused]) == [file.name for file in files]


def test_word_document_of_payloads_becomes_a_draft(site: Site, known: Known, tmp_path: Path) -> None:
    """What Word shows as words are words, whatever a browser would do with them."""
    fit = [typed for typed in PAYLOADS if typed.isprintable()]
    (tmp_path / "old.docx").write_bytes(document(paragraph("A case", style="Title"), *map(paragraph, fit)))
    plan = plan_of([tmp_path / "old.docx"], known, Credits(), "", "stories")
    site.file(plan.drafts[0].path, plan.drafts[0].text)

    assert len(plan.drafts) == 1
    assert [place for place in site.places() if place.split()[1].startswith(WRONG)] == []
