"""What an import would do: every file that was named, its drafts, and what is to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cx_stories.pipeline.importing.cases import cases_of
from cx_stories.pipeline.importing.columns import column_of
from cx_stories.pipeline.importing.credits import Credits
from cx_stories.pipeline.importing.drafts import Draft, drafts_of
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.pages import Missing, missing_pages
from cx_stories.pipeline.importing.pieces import Read, Remark, UnfitError
from cx_stories.pipeline.importing.readers import TEXTS, read
from cx_stories.pipeline.importing.retelling import retold
from cx_stories.pipeline.importing.sketch import Sketch
from cx_stories.pipeline.importing.tables import TABLES, rows_of
from cx_stories.pipeline.importing.telling import language_of

MOST_FILES = 5_000
ENOUGH_ROWS = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written, what is to be told, and the pages that drafts point at and that are missing."""

    drafts: Sequence[Draft]
    remarks: Sequence[Remark]
    pages: Sequence[Missing]


def plan_of(files: Sequence[Path], known: Known, told: Credits, language: str, folder: str) -> Plan:
    """Read files, and those in folders that are named; make drafts of all that can be read.

    told:      what the person who imports says of a column
    language:  of all of them; nothing if it is to be seen from each
    folder:    for the drafts, below the content folder
    """
    sketches: list[Sketch] = []
    remarks: list[Remark] = []
    for file, name in _files(files, remarks):
        try:
            sketches += _sketches(file, name, known, told, language)
        except UnfitError as error:
            remarks.append(Remark(name, 0, str(error)))
    drafts, said = drafts_of(sketches, known, folder)
    return Plan(drafts, [*remarks, *said], missing_pages(drafts, known))


def _files(named: Sequence[Path], remarks: list[Remark]) -> Iterator[tuple[Path, str]]:
    """Give the files to read, each with its name in the report; a folder gives those below it, sorted."""
    for path in named:
        if not path.is_dir():
            yield from _if_known(path, path.name, remarks)
            continue
        below = sorted(file for file in path.rglob("*") if file.is_file() and not file.is_symlink())
        shown = [
            file
            for file in below
            if not any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)
        ]
        if len(shown) > MOST_FILES:
            remarks.append(
                Remark(path.name, 0, f"There are more than {MOST_FILES:,} files in it; the others were left.")
            )
        for file in shown[:MOST_FILES]:
            yield from _if_known(file, file.relative_to(path).as_posix(), remarks)


def _if_known(file: Path, name: str, remarks: list[Remark]) -> Iterator[tuple[Path, str]]:
    ending = file.suffix.lower()
    shown = name.encode(errors="backslashreplace").decode()
    if not file.exists():
        remarks.append(Remark(shown, 0, "There is no such file."))
    elif ending in TABLES or ending in TEXTS:
        yield file, shown
    else:
        cure = _CURES.get(ending, "What can be read ends in .docx, .md, .txt, .html, .csv or .tsv.")
        remarks.append(Remark(shown, 0, f"It was not read. {cure}"))


_CURES = {
    ".doc": "Open it in Word, save it as .docx, and import that.",
    ".odt": "Open it, save it as .docx, and import that.",
    ".rtf": "Open it, save it as .docx, and import that.",
    ".pdf": "Copy its text into a .docx or .txt file, and import that.",
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "Save the sheet as CSV, and import that."),
}


def _sketches(file: Path, name: str, known: Known, told: Credits, language: str) -> Sequence[Sketch]:
    if file.suffix.lower() in TABLES:
        return _of_table(list(rows_of(file, name)), known, language)
    return _of_text(read(file, name), known, told, language)


def _of_table(rows: Sequence[Read], known: Known, language: str) -> Sequence[Sketch]:
    """Give the stories of the rows; a table is in one language, unless a row says otherwise."""
    if not rows:
        raise UnfitError("There is no row in it below the names of the columns.")
    words = " ".join(old.value for row in rows[:ENOUGH_ROWS] for old in row.olds)
    whole = language or language_of(words, known.languages)
    return [sketch for row in rows for sketch in cases_of(row, known, language, row.olds[0].line, whole)]


def _of_text(text: Read, known: Known, told: Credits, language: str) -> Sequence[Sketch]:
    if not any(block.plain for block in text.blocks) and not text.olds:
        raise UnfitError("There are no words in it.")
    column = column_of(text.blocks, known.vocabularies)
    if column is None or column.is_case:
        return cases_of(text, known, language)
    return retold(text, column, known, told, language)
