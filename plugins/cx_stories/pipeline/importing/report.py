"""What an import did, for the screen, as Markdown and as JSON. Nothing private is told in any of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from cx_stories.checks.personal.denied_names import DeniedNames, denied_names
from cx_stories.checks.personal.personal_data import personal_data
from cx_stories.pipeline.importing.drafts import Draft
from cx_stories.pipeline.importing.escaping import escaped, seen
from cx_stories.pipeline.importing.pieces import Remark
from cx_stories.pipeline.importing.plan import Plan

VERSION = 1
MOST_ON_SCREEN = 40
Shown = Callable[[str], str]
"""Gives words as they may be shown."""


def veil_of(denied: DeniedNames) -> Shown:
    """Give what masks personal data, and names that the site keeps out, in words that are shown."""

    def shown(text: str) -> str:
        found = [one for _, one in personal_data(text)]
        found += [
            one
            for one in denied_names(text, denied)
            if all(one.end <= o.start or one.start >= o.end for o in found)
        ]
        for one in sorted(found, reverse=True):
            text = f"{text[: one.start]}{one.masked}{text[one.end :]}"
        return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)

    return shown


def on_screen(plan: Plan, shown: Shown, content: str, *, dry: bool) -> Iterator[str]:
    """Give the lines for a person.

    content:  what the content folder is called
    """
    if plan.drafts:
        yield f"Would write in {content}/:" if dry else f"Written in {content}/, as drafts:"
        yield from _table(plan.drafts, shown)
        yield ""
    yield from _remarks(plan.remarks, shown)
    for page in plan.pages:
        yield f"There is no page {shown(page.path)} yet. Add it to {content}/; a text to begin with:"
        yield from (f"  {shown(line)}".rstrip() for line in page.text.rstrip("\n").split("\n"))
        yield ""
    yield _last_line(plan, dry=dry)


def _last_line(plan: Plan, *, dry: bool) -> str:
    if not plan.drafts:
        return "No draft was made."
    many = "One draft" if len(plan.drafts) == 1 else f"{len(plan.drafts)} drafts"
    if dry:
        return f"{many}. Nothing was written."
    return f"{many}. Nothing is published: look in the preview, and set `status: published` when one is good."


def _table(drafts: Sequence[Draft], shown: Shown) -> Iterator[str]:
    """Give a line for each draft: its file, its verdict, where it comes from and what it is paired with."""
    rows = [(shown(one.path), _verdict(one), _origin(one, shown)) for one in drafts]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for row, draft in zip(rows, drafts, strict=True):
        pair = f"  with {shown(draft.pair)}" if draft.pair else ""
        left = f"  {draft.todos} to do"
        yield f"  {row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}{pair}{left}"


def _verdict(draft: Draft) -> str:
    return str(draft.sketch.fields.get("polarity") or "-")


def _origin(draft: Draft, shown: Shown) -> str:
    return shown(_place(draft.sketch.file, draft.sketch.line))


def _place(file: str, line: int) -> str:
    return f"{seen(file)}:{line}" if line else seen(file)


def _remarks(remarks: Sequence[Remark], shown: Shown) -> Iterator[str]:
    if not remarks:
        return
    yield "For you to see to:"
    told = list(_together(remarks, shown))
    for place, said in told[:MOST_ON_SCREEN]:
        yield f"  {place}  {said}"
    if len(told) > MOST_ON_SCREEN:
        yield f"  and {len(told) - MOST_ON_SCREEN:,} more; --report FILE writes down all of them."
    yield ""


def _together(remarks: Sequence[Remark], shown: Shown) -> Iterator[tuple[str, str]]:
    """Give what is said once for all places of a file at which it is said, and these places."""
    places: dict[tuple[str, str], list[int]] = {}
    for one in remarks:
        places.setdefault((one.file, one.said), []).append(one.line)
    for (file, said), lines in places.items():
        others = f" and on {len(lines) - 1:,} more lines" if len(lines) > 2 else ""
        others = f" and {lines[1]}" if len(lines) == 2 and lines[1] else others
        yield f"{shown(_place(file, lines[0]))}{others}", shown(said)


def as_json(plan: Plan, shown: Shown) -> str:
    """Give the report for a program."""
    made: Mapping[str, object] = {
        "version": VERSION,
        "drafts": [
            {
                "path": shown(one.path),
                "title": shown(one.sketch.title),
                "polarity": str(one.sketch.fields.get("polarity") or ""),
                "language": one.sketch.language,
                "pair": shown(one.pair),
                "file": shown(one.sketch.file),
                "line": one.sketch.line,
                "todos": one.todos,
            }
            for one in plan.drafts
        ],
        "remarks": [
            {"file": shown(one.file), "line": one.line, "said": shown(one.said)} for one in plan.remarks
        ],
        "pages": [
            {"path": shown(one.path), "text": "\n".join(map(shown, one.text.split("\n")))}
            for one in plan.pages
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def as_markdown(plan: Plan, shown: Shown) -> str:
    """Give the report as a page of Markdown."""
    lines = ["# Import", ""]
    if plan.drafts:
        lines += ["| Draft | Title | Verdict | From | To do |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(one, shown) for one in plan.drafts]
    else:
        lines.append("No draft was made.")
    if plan.remarks:
        lines += ["", "## To see to", ""]
        lines += [f"- {escaped(place)}: {escaped(said)}" for place, said in _together(plan.remarks, shown)]
    for page in plan.pages:
        text = "\n".join(f"    {shown(line)}".rstrip() for line in page.text.rstrip("\n").split("\n"))
        lines += ["", f"## Missing: {escaped(shown(page.path))}", "", text]
    return "\n".join(lines) + "\n"


def _row(draft: Draft, shown: Shown) -> str:
    cells = (draft.path, draft.sketch.title, _verdict(draft), _place(draft.sketch.file, draft.sketch.line))
    return f"| {' | '.join(escaped(shown(seen(cell))) for cell in cells)} | {draft.todos} |"


FORMS: Mapping[str, Callable[[Plan, Shown], str]] = {".json": as_json, ".md": as_markdown}
"""How a report is written, by the ending of its file."""
