"""The report of a build for people: lines that fit a terminal, without a colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from cx_stories.cli.timing.advice import advice
from cx_stories.cli.timing.amounts import counted, number, seconds, size
from cx_stories.cli.timing.table import table
from cx_stories.pipeline.build_report import Kept, Report
from cx_stories.views.signs import no_orders, spelled_out

NARROWEST, WIDEST = 24, 100
_KINDS: Mapping[str, str] = {
    "stories": "Stories and articles",
    "relations": "Related stories",
    "pages": "Pages",
    "pictures": "Pictures",
    "index": "Index of the search",
}
_STANDING: Mapping[str, str] = {
    "program": "CX Stories or what it stands on",
    "configuration": "mkdocs.yml",
    "vocabularies": "a list of terms",
    "deny_list": "the deny list",
    "baseline": "the baseline",
}


def as_lines(report: Report, site: str, built: datetime, width: int) -> Iterator[str]:
    """Give the lines, none of them wider than this where a word allows it.

    site:   its name
    built:  when the report was written
    """
    width = max(NARROWEST, min(width, WIDEST))
    yield from _folded(_about(report, site, built), width)
    after = (
        _folded(lines, width) for lines in (_kept(report), _memory(report), _slow(report), advice(report))
    )
    for paragraph in (table(report, width), *after):
        lines = list(paragraph)
        if lines:
            yield ""
            yield from lines


def _about(report: Report, site: str, built: datetime) -> Iterator[str]:
    stories, pages = counted(report.stories, "story", "stories"), counted(report.pages, "page", "pages")
    large = f", {size(report.bytes)}" if report.bytes else ""
    what = "The last preview" if report.command == "serve" else "The last build"
    yield f"{site}: {stories}, {pages} ({', '.join(report.languages)}){large}"
    yield (
        f"{what}, on {built.day} {built:%B %Y at %H:%M}, took {seconds(report.seconds)}: "
        f"{seconds(report.processor)} of work on {counted(report.processors, 'processor', 'processors')}."
    )


def _kept(report: Report) -> Iterator[str]:
    """Tell what came from the build before; what is not as it was then stands beside it."""
    shown = [kept for kept in report.kept if kept.used or kept.made]
    if not shown:
        return
    yield "Nothing was known of a build before" if report.first else "Used again from the build before"
    names = {kept.kind: _KINDS.get(kept.kind, kept.kind) for kept in shown}
    wide = max(len(name) for name in names.values())
    for kept in shown:
        yield f"  {names[kept.kind]:<{wide}}  {_made(kept.made) if report.first else _again(kept)}"
    if report.changed:
        changed = _listed([_STANDING.get(name, name) for name in report.changed])
        yield f"  Since that build {changed} {'has' if len(report.changed) == 1 else 'have'} changed."


def _again(kept: Kept) -> str:
    if not kept.used:
        return f"none; {_made(kept.made)}"
    if not kept.made:
        return f"all {number(kept.used)}" if kept.used > 1 else number(kept.used)
    return f"{number(kept.used)}; {_made(kept.made)}"


def _made(count: int) -> str:
    return f"{number(count)} made anew"


def _memory(report: Report) -> Iterator[str]:
    if report.memory:
        beside = f", and {size(report.largest)} in the largest of those beside it" if report.largest else ""
        yield f"Memory: at most {size(report.memory)} in the main process{beside}."


def _slow(report: Report) -> Iterator[str]:
    if report.slow:
        yield "Markdown that took long"
        for slow in report.slow:
            yield f"  {slow.path}: {slow.seconds:.2f} seconds"


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _folded(lines: Iterable[str], width: int) -> Iterator[str]:
    """Break lines between words, and show what would steer a terminal as what it is."""
    for line in lines:
        indent = len(line) - len(line.lstrip())
        text = no_orders(spelled_out(line))
        if len(text) <= width:
            yield text
            continue
        yield from textwrap.wrap(
            text.lstrip(),
            width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + 2 if indent else 0),
            break_long_words=False,
            break_on_hyphens=False,
        )
