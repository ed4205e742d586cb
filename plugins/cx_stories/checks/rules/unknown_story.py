"""CX204: a story that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.abstract import Abstract, Mention
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.fixes import guess, retyped, revalued
from cx_stories.checks.other_names import OtherName, story_called
from cx_stories.checks.pointing import IN_TEXT, files_with_lost_mentions, lost_mentions
from cx_stories.checks.typed import CURLY_QUOTES, closest, in_curly_quotes, suggestion
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import SHELVES, Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for mention in context.once(lost_mentions)[abstract.path]:
        if mention.kind is Kind.STORY:
            if mention.field == IN_TEXT and mention.text.casefold() in _PAUSES:
                yield _pause(mention, in_story=abstract.kind is Kind.STORY)
                continue
            called = story_called(mention.text, context)
            fix = _fix(mention, called, context)
            yield Fault(mention.span, _say(mention, called, context), fix)


def _pause(mention: Mention, *, in_story: bool) -> Fault:
    """Say what makes a pause of what is none."""
    if not in_story:
        return Fault(mention.span, "Only a story pauses. Take this out.")
    if mention.text == _PAUSE:
        words = "Put an empty line above and below `[[pause]]`; inside other text it is no pause."
        return Fault(mention.span, words)
    why = "in English also in a Dutch story" if mention.text.casefold() != _PAUSE else "in small letters"
    fix = retyped(mention.span, mention.text, _PAUSE, safe=False)
    return Fault(mention.span, f"Write `[[pause]]`, {why}.", fix)


def _fix(mention: Mention, called: OtherName | None, context: CollectionContext) -> Fix | None:
    in_text = mention.field == IN_TEXT
    if called is None:
        return guess(mention.span, mention.text, context.ids(Kind.STORY), in_text=in_text)
    return (retyped if in_text else revalued)(mention.span, mention.text, called.id)


def _say(mention: Mention, called: OtherName | None, context: CollectionContext) -> str:
    typed = mention.text
    if in_curly_quotes(typed):
        return f'"{typed}" {CURLY_QUOTES}'
    if called:
        return f'"{typed}" {called.slip}'
    known = context.ids(Kind.STORY)
    few = len(known) <= _FEW or closest(typed, known)
    cure = suggestion(typed, known) if few else _WHERE
    return f'There is no story with the file name "{typed}". {cure}'


_PAUSE = "pause"
_PAUSES = frozenset({_PAUSE, "pauze"})
_FEW = 8
_WHERE = f"The names are those of the files in the folder {SHELVES[Kind.STORY]}/, without `.md`."


UNKNOWN_STORY = CollectionCheck(
    code="CX204",
    name="unknown-story",
    severity=Severity.ERROR,
    summary="A story that is pointed at exists.",
    why="A link to nothing loses the reader.",
    good={"stories/a-good-day.md": "related: [a-bad-day]\n", "stories/a-bad-day.md": "title: A bad day\n"},
    bad={"stories/a-good-day.md": "related: [a-bat-day]\n", "stories/a-bad-day.md": "title: A bad day\n"},
    mended=Mended.EITHER,
    find=_find,
    among=files_with_lost_mentions,
)
