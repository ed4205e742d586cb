"""CX205: a person or series that has no page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.fixes import guess
from cx_stories.checks.pointing import IN_TEXT, files_with_lost_mentions, lost_mentions
from cx_stories.checks.typed import CURLY_QUOTES, in_curly_quotes, suggestion
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import SHELVES, Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for mention in context.once(lost_mentions)[abstract.path]:
        if mention.kind is not Kind.STORY:
            known, in_text = context.ids(mention.kind), mention.field == IN_TEXT
            fix = guess(mention.span, mention.text, known, in_text=in_text)
            yield Fault(mention.span, _say(mention.text, mention.kind, context), fix)


def _say(typed: str, kind: Kind, context: CollectionContext) -> str:
    if in_curly_quotes(typed):
        return f'"{typed}" {CURLY_QUOTES}'
    known = context.ids(kind)
    shelf = SHELVES[kind]
    name = "-".join(re.findall(r"\w+", typed.casefold())) or typed
    add = f"add {shelf}/{name}.md with a title"
    if name != typed:
        add = f'write "{name}" here, and {add}'
    cure = f"{suggestion(typed, known)} Or {add}" if known else f"{add[0].upper()}{add[1:]}"
    return f'"{typed}" has no file in {shelf}/. {cure}.'


UNKNOWN_PERSON_OR_SERIES = CollectionCheck(
    code="CX205",
    name="unknown-person-or-series",
    severity=Severity.ERROR,
    summary="A teller, an author and a series have a page.",
    why="Readers want to know who is speaking, and what else they told.",
    good={"people/mina.md": "---\ntitle: Mina\n---\n", "stories/refund.md": "teller: mina\n"},
    bad={"people/mina.md": "---\ntitle: Mina\n---\n", "stories/refund.md": "teller: nina\n"},
    mended=Mended.BY_GUESS,
    find=_find,
    among=files_with_lost_mentions,
)
