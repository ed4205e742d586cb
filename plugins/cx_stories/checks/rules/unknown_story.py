"""CX204: a story that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.fixes import guess
from cx_stories.checks.typed import CURLY_QUOTES, in_curly_quotes, suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for mention in abstract.mentions:
        if mention.kind is Kind.STORY and context.base(Kind.STORY, mention.text) is None:
            yield Fault(
                mention.span,
                _say(mention.text, context),
                guess(mention.span, mention.text, context.ids(Kind.STORY)),
            )


def _say(typed: str, context: CollectionContext) -> str:
    if in_curly_quotes(typed):
        return f'"{typed}" {CURLY_QUOTES}'
    known = context.ids(Kind.STORY)
    if (name := typed.removesuffix(".md")) != typed and name in known:
        return f'"{typed}" has the ending of a file. Write the name without it: "{name}".'
    return f'There is no story with the file name "{typed}". {suggestion(typed, known)}'


UNKNOWN_STORY = CollectionCheck(
    code="CX204",
    name="unknown-story",
    severity=Severity.ERROR,
    summary="A story that is pointed at exists.",
    why="A link to nothing loses the reader.",
    good={"stories/a-good-day.md": "related: [a-bad-day]\n", "stories/a-bad-day.md": "title: A bad day\n"},
    bad={"stories/a-good-day.md": "related: [a-bat-day]\n", "stories/a-bad-day.md": "title: A bad day\n"},
    mended=Mended.BY_GUESS,
    find=_find,
)
