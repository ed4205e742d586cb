"""Sketches as files: each with an id that nobody has, held against the rules before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from cx_stories.checks.personal.personal_data import personal_data
from cx_stories.checks.placeholders import to_do
from cx_stories.checks.run import examine
from cx_stories.exports.story_text import Value, in_order, story_text
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.drafting import id_of
from cx_stories.pipeline.importing.columns import body_of, plainly
from cx_stories.pipeline.importing.escaping import begun, escaped, seen
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.pieces import Block, Old, Remark
from cx_stories.pipeline.importing.sketch import Sketch, todos
from cx_stories.reading.collection import read_content
from cx_stories.reading.finding import named
from cx_stories.views.catalogue import catalogue

_FILE_AND_MARKUP = ("CX0", "CX6")
_PRIVATE = "CX4"
_ASKED = ("title", "summary", "date", "polarity", "provenance", "elements", "lessons")
_ASKED_OF_COLUMN = ("organisation", "teller", "series")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written.

    path:      below the content folder
    pair:      the id of the story it is told together with
    findings:  what the rules about people and rights say of it
    """

    path: str
    text: str
    sketch: Sketch
    pair: str = ""
    findings: Sequence[Diagnostic] = ()

    @property
    def todos(self) -> int:
        """How much in it waits for a person."""
        return sum(map(to_do, self.text.partition("\n---\n")[0].split("\n")))


def drafts_of(
    sketches: Sequence[Sketch], known: Known, folder: str
) -> tuple[Sequence[Draft], Sequence[Remark]]:
    """Give the files of sketches, and what is to be told of them.

    folder:  below the content folder
    """
    ids = _ids(sketches, known)
    drafts: list[Draft] = []
    remarks: list[Remark] = []
    for sketch in sketches:
        remarks += sketch.remarks
        draft = _draft(sketch, ids, known, folder)
        drafts.append(draft)
        remarks += _taken(sketch, ids)
    fit = [draft for draft in drafts if not _refused(draft)]
    for draft in drafts:
        remarks += _told(draft, fit)
    return _with_partners(fit, ids, known, folder), remarks


def _ids(sketches: Sequence[Sketch], known: Known) -> Mapping[int, str]:
    taken = set(known.stories)
    ids: dict[int, str] = {}
    for sketch in sketches:
        ids[id(sketch)] = id_of(_named(sketch), taken)
        taken.add(ids[id(sketch)])
    return ids


def _named(sketch: Sketch) -> str:
    """Give what an id is made of: nothing private, for an id is for ever."""
    name = sketch.by_name or sketch.title or PurePosixPath(sketch.file).stem
    for _, found in reversed(list(personal_data(name))):
        name = f"{name[: found.start]} {name[found.end :]}"
    return name


def _taken(sketch: Sketch, ids: Mapping[int, str]) -> Iterator[Remark]:
    plain = id_of(_named(sketch))
    if sketch.title and ids[id(sketch)] != plain:
        said = f'There is a story "{plain}" already, so this one is "{ids[id(sketch)]}". Are they the same?'
        yield Remark(sketch.file, sketch.line, said)


def _draft(sketch: Sketch, ids: Mapping[int, str], known: Known, folder: str) -> Draft:
    """Give the file of a sketch; of one whose Markdown comes to nothing good, the words alone."""
    pair = ids.get(id(sketch.partner), "")
    ending = ".md" if sketch.language == known.languages[0] else f".{sketch.language}.md"
    path = f"{folder}/{ids[id(sketch)]}{ending}"
    fields = _fields(sketch, pair)
    for blocks in (sketch.blocks, [_escaped(block) for block in plainly(sketch.blocks)]):
        body = "\n\n".join(filter(None, (body_of(blocks), _kept(sketch))))
        text = story_text(fields, body, todos(sketch, known.vocabularies))
        document = read_content(named(path, known.languages), text.encode())
        found = examine([document], known.standards).findings
        draft = Draft(
            path,
            text,
            sketch,
            pair,
            [one for one in found if one.code.startswith((*_FILE_AND_MARKUP, _PRIVATE))],
        )
        if not _refused(draft):
            break
    return draft


def _escaped(block: Block) -> Block:
    return replace(block, markdown=begun(escaped(block.plain)))


def _refused(draft: Draft) -> Sequence[Diagnostic]:
    """Give what no file may have: such a draft is not written."""
    return [one for one in draft.findings if one.code.startswith(_FILE_AND_MARKUP)]


def _told(draft: Draft, fit: Sequence[Draft]) -> Iterator[Remark]:
    """Tell of what is private, by its place, and of what could not become a file at all."""
    sketch = draft.sketch
    if draft not in fit:
        said = _refused(draft)[0]
        yield Remark(sketch.file, sketch.line, f"No draft was made of this. {said.message}")
        return
    for found in draft.findings:
        place = f"{draft.path}:{found.span.line}:{found.span.column}"
        yield Remark(sketch.file, sketch.line, f"{place}  {found.code} {found.message}")


def _with_partners(
    fit: Sequence[Draft], ids: Mapping[int, str], known: Known, folder: str
) -> Sequence[Draft]:
    """Make anew what would point at a story that is not written."""
    there = {id(draft.sketch) for draft in fit}
    alone = [draft for draft in fit if draft.sketch.partner and id(draft.sketch.partner) not in there]
    for draft in alone:
        draft.sketch.partner = None
    return [_draft(draft.sketch, ids, known, folder) if draft in alone else draft for draft in fit]


def _fields(sketch: Sketch, pair: str) -> Mapping[str, Value]:
    """Give the fields in their order, with those that wait for a person."""
    asked = (*_ASKED, *(_ASKED_OF_COLUMN if sketch.column else ()))
    known: dict[str, Value] = {
        **dict.fromkeys(asked, ""),
        **sketch.fields,
        **({"pair": pair} if pair else {}),
    }
    if not sketch.column and sketch.fields.get("provenance") != "retold":
        known.setdefault("consent", "")
    if sketch.fields.get("polarity") == "negative":
        known.setdefault("missed", "")
    return in_order({name: value or "" for name, value in known.items()})


def _kept(sketch: Sketch) -> str:
    if not sketch.kept:
        return ""
    heading = catalogue(sketch.language).gettext("From the old file")
    return "\n".join((f"## {heading}", "", *map(_item, sketch.kept)))


def _item(old: Old) -> str:
    name = escaped(seen(old.name).strip())
    value = begun(escaped(seen(old.value).strip()))
    return f"- **{name}**: {value}" if name else f"- {value}"
