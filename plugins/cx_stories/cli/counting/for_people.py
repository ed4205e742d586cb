"""The figures for people: lines that fit a terminal, without a colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from babel import Locale

from cx_stories.cli.counting.figures import Count, Figures
from cx_stories.model.story import Story
from cx_stories.views.edition import Edition
from cx_stories.views.signs import no_orders, spelled_out
from cx_stories.vocabulary.vocabulary import said_in

ENOUGH = 10
"""From how many stories on a part of them is told in per cent: of fewer it says nothing."""
TOP = 5
NARROWEST, WIDEST = 24, 100
_UNPARTED = "\N{NO-BREAK SPACE}"


def as_lines(figures: Figures, edition: Edition, width: int) -> Iterator[str]:
    """Give the lines, none of them wider than this where a word allows it."""
    width = max(NARROWEST, min(width, WIDEST))
    for paragraph in _paragraphs(figures, edition):
        for line in paragraph:
            yield from _folded(line, width)
        yield ""


def _folded(line: str, width: int) -> Sequence[str]:
    """Break a line between words; what comes below it stands two signs further in."""
    indent = len(line) - len(line.lstrip())
    text = no_orders(spelled_out(line))
    if len(text) <= width:
        return [text.replace(_UNPARTED, " ")]
    lines = textwrap.wrap(
        text.lstrip(),
        width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [one.replace(_UNPARTED, " ") for one in lines]


def _paragraphs(figures: Figures, edition: Edition) -> Iterator[Iterable[str]]:
    yield _size(figures)
    if not figures.stories:
        yield ["There is nothing to count yet."]
        return
    yield _verdicts(figures)
    yield _elements(figures)
    yield _bands(figures)
    yield _journey(figures)
    yield _origin(figures)
    yield _lessons(figures)
    yield _terms(figures, edition)
    if any(figures.untranslated.values()):
        yield _untranslated(figures)


def _size(figures: Figures) -> Iterator[str]:
    count = len(figures.stories)
    yield f"{figures.name}: {_stories(count)}"
    for language, told in figures.told.items():
        yield f"  {_language(language)}: {told}"
    if figures.drafts:
        yield f"  Drafts: {figures.drafts}"
    if figures.left_out:
        yield f"  Not shown: {figures.left_out}, withdrawn or with an error. `cx check` says which."
    for name, story in (("Newest", figures.newest), ("Oldest", figures.oldest)):
        if story:
            yield f"  {name}: {_titled(story)}, {story.date}"


def _verdicts(figures: Figures) -> Iterator[str]:
    counts, total = figures.polarity, len(figures.stories)
    yield "Verdict"
    yield from _table(
        [("Positive", counts.positive), ("Negative", counts.negative), ("Neither", counts.other)], total
    )


def _elements(figures: Figures) -> Iterator[str]:
    yield "Elements"
    wide = max((len(one.term.text) for one in figures.elements), default=0)
    for one in figures.elements:
        yield f"  {one.term.text:<{wide}}  there {one.there:>3}  missed {one.missed:>3}"


def _bands(figures: Figures) -> Iterator[str]:
    yield "How many elements were there"
    rows = [(f"{one.scores} ({one.claim})", one.count) for one in figures.bands]
    yield from _table(rows, len(figures.stories))
    yield f"  In brackets: {figures.claim}"


def _journey(figures: Figures) -> Iterator[str]:
    """Tell the crossings stage by stage: a table of all would fit no terminal."""
    yield "Journey: stories at each stage, by channel"
    for stage in figures.stages:
        here = [(one, figures.crossings.get((stage.id, one.id), 0)) for one in figures.channels]
        named = ", ".join(_together(one.inline, count) for one, count in here if count)
        yield f"  {stage.text}: {named or 'no story yet'}"
    used = {channel for (_, channel) in figures.crossings}
    unused = [one.inline for one in figures.channels if one.id not in used]
    if unused:
        yield f"  Channels without a story: {', '.join(unused)}"
    every = len(figures.stages) * len(figures.channels)
    yield f"  Gaps: {every - len(figures.crossings)} of {every} crossings have no story."


def _origin(figures: Figures) -> Iterator[str]:
    yield "Where they come from"
    yield from _table([(one.term.text, one.stories) for one in figures.provenance], len(figures.stories))
    if figures.sources:
        named = ", ".join(_together(name, count) for name, count in figures.sources[:TOP])
        more = len(figures.sources) - TOP
        yield f"  Sources: {named}{f', and {more} more' if more > 0 else ''}"


def _lessons(figures: Figures) -> Iterator[str]:
    lessons = figures.lessons
    yield f"Lessons: {lessons.told}"
    yield f"  On several stories: {lessons.several}, which come down to {lessons.shared}"
    yield f"  On one story: {len(lessons.single)}"


def _terms(figures: Figures, edition: Edition) -> Iterator[str]:
    yield "Terms: those of most stories, and those of none"
    for vocabulary, counts in figures.terms.items():
        name = said_in(edition.library.vocabularies[vocabulary].labels, edition.language)
        top = ", ".join(_together(one.term.inline, one.stories) for one in counts[:TOP] if one.stories)
        yield f"  {name}: {top or 'none is used'}"
        if top:
            yield from _unused(counts)


def _unused(counts: Sequence[Count]) -> Iterator[str]:
    unused = [one.term.inline for one in counts if not one.stories]
    if unused:
        yield f"    no story: {', '.join(unused)}"


def _untranslated(figures: Figures) -> Iterator[str]:
    yield "Not translated"
    for language, ids in figures.untranslated.items():
        if ids:
            shown, more = ", ".join(ids[:TOP]), len(ids) - TOP
            yield f"  {_language(language)}: {len(ids)} ({shown}{f', and {more} more' if more > 0 else ''})"


def _table(rows: Sequence[tuple[str, int]], total: int) -> Iterator[str]:
    """Give rows with something to count; per cent where there are enough stories for that."""
    shown = [(name, count) for name, count in rows if count]
    wide = max((len(name) for name, _ in shown), default=0)
    for name, count in shown:
        share = f"  {round(100 * count / total):>3} %" if total >= ENOUGH else ""
        yield f"  {name:<{wide}}  {count:>3}{share}"


def _together(name: str, count: int) -> str:
    """Give a name and its number, which no line parts."""
    return f"{name}{_UNPARTED}{count}"


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"


def _titled(story: Story) -> str:
    return story.tellings[story.language].title


def _language(language: str) -> str:
    return Locale.parse(language, sep="-").get_display_name("en") or language
