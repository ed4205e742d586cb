"""What is done with what is private: rules report it, and everything that is shown goes without it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from cx_stories.checks.base import Fault, Find
from cx_stories.checks.context import CheckContext
from cx_stories.checks.personal.in_files import Private
from cx_stories.checks.personal.personal_data import Kind
from cx_stories.model.document import Document, Span

_WORD = re.compile(r"[^\W_]+")
_NESTED = 3
"""How many private things can begin before a place and reach into it, such as a name in an address."""


def personal(kind: Kind, say: Callable[[str], str]) -> Find:
    """Give the `find` of a rule about one kind of personal data; `say` words it around what may be shown."""

    def find(document: Document, context: CheckContext) -> Iterator[Fault]:
        for one in context.private(document):
            if one.kind is kind and one.told:
                yield Fault(one.span, say(one.found.masked))

    return find


class Veil:
    """Takes private things out of words that are shown, however these write them.

    Only letters and digits are compared, without case and accents, so that it sees through other signs in
    between, escapes and the anchors that are made of headings. Takes time in proportion to the words.
    """

    def __init__(self, private: Iterable[Private]) -> None:
        self._masks: dict[str, str] = {}
        for one in private:
            for text in (one.found.text, one.typed):
                for key in (_joined(text), _joined(_ascii(text))):
                    self._masks.setdefault(key, one.found.masked)
        self._ready()

    def _ready(self) -> None:
        self._masks.pop("", None)
        self._longest = max(map(len, self._masks), default=0)

    @classmethod
    def of_parts(cls, private: Sequence[Private], at: Span) -> Veil:
        """Give a veil for what is said of a place that cuts something private in two: not even a word of it.

        private:  of the file, in order
        """
        veil = cls(())
        for one in _cut(private, at):
            for word in _WORD.findall(f"{one.found.text} {one.typed}"):
                veil._masks[_folded(word)] = "…"
        veil._ready()
        return veil

    def __call__(self, text: str) -> str:
        """Give the words that may be shown."""
        if not self._masks:
            return text
        words = list(_WORD.finditer(text))
        folded = [_folded(word.group()) for word in words]
        pieces: list[str] = []
        done = position = 0
        while position < len(words):
            last, mask = self._hidden(folded, position)
            if last > position:
                pieces += text[done : words[position].start()], mask
                done = words[last - 1].end()
            position = max(last, position + 1)
        return "".join((*pieces, text[done:]))

    def _hidden(self, folded: list[str], position: int) -> tuple[int, str]:
        """Give the word after the private ones that start here, and their mask; the same word if none do."""
        found, joined = (position, ""), ""
        for last in range(position, len(folded)):
            joined += folded[last]
            if joined in self._masks:
                found = last + 1, self._masks[joined]
            if len(joined) >= self._longest:
                break
        return found


def _cut(private: Sequence[Private], at: Span) -> Iterator[Private]:
    """Find what reaches into a place from outside."""
    start, end = (at.line, at.column), (at.end_line, at.end_column)
    first = bisect_right(private, start, key=lambda one: (one.span.line, one.span.column))
    for one in private[max(0, first - _NESTED) :]:
        begins, ends = (one.span.line, one.span.column), (one.span.end_line, one.span.end_column)
        if begins >= end:
            return
        if ends > start and not (start <= begins and ends <= end):
            yield one


def _joined(text: str) -> str:
    return "".join(map(_folded, _WORD.findall(text)))


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _ascii(text: str) -> str:
    """Give what an anchor keeps of a heading."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
