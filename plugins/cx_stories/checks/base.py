"""What a rule is made of: Check, Fault and the examples that are its test."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken, and the words for it."""

    at: Span
    message: str


Find = Callable[[Document, CheckContext], Iterator[Fault]]
Example = str | bytes | Mapping[str, str | bytes]
"""One file, or several by path. Text that does not start with `---` is laid over a sound sample story."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: its own documentation and its own test.

    summary:  what holds when the rule is kept
    why:      what a reader or writer loses when it is broken
    good, bad:  examples; `bad` is reported by exactly this rule, `good` by none
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    good: Example
    bad: Example
    find: Find


def obstacle(rule: str, say: Callable[[str], str]) -> Find:
    """Give the `find` of a rule about a file that could not be read; `say` words the particulars."""

    def find(document: Document, _: CheckContext) -> Iterator[Fault]:
        if document.obstacle and document.obstacle.rule == rule:
            yield Fault(document.obstacle.span, say(document.obstacle.detail))

    return find
