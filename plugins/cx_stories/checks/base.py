"""What a rule is made of: its words, its examples and the search for its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.context import CheckContext
from cx_stories.model.diagnostic import Fix, Severity
from cx_stories.model.document import Document, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where a rule is broken, and the words for it.

    message:  may quote what was typed; what is private is taken out before anybody sees it
    fix:      what mends it, where that is beyond doubt or can be guessed
    """

    at: Span
    message: str
    fix: Fix | None = None


Find = Callable[[Document, CheckContext], Iterator[Fault]]
FindInCollection = Callable[[Abstract, CollectionContext], Iterator[Fault]]
Among = Callable[[CollectionContext], Iterable[Abstract]]
FindInSite = Callable[[CollectionContext], Iterator[tuple[str, Fault]]]
Example = str | bytes | Mapping[str, str | bytes]
"""One file, or several by path. Text that does not start with `---` is laid over a sound sample story;
a path that starts with `../` stands beside the content folder."""


class Mended(StrEnum):
    """What `cx check --fix` can do where a rule is broken."""

    NEVER = "never"
    SAFELY = "safely"
    BY_GUESS = "by guess"
    EITHER = "safely or by guess"


@dataclass(frozen=True, slots=True)
class Rule:
    """The words of a rule: its own documentation and its own test.

    summary:  what holds when the rule is kept
    why:      what a reader or writer loses when it is broken
    good, bad:  examples; `bad` is reported by exactly this rule, `good` by none
    mended:   what a program can do about it, if the case is clear enough
    """

    code: str
    name: str
    severity: Severity
    summary: str
    why: str
    good: Example
    bad: Example
    mended: Mended = field(default=Mended.NEVER, kw_only=True)


@dataclass(frozen=True, slots=True)
class Check(Rule):
    """A rule about a file, which looks at the files of one story and at nothing else."""

    find: Find


def _all(context: CollectionContext) -> Iterable[Abstract]:
    return context.abstracts


@dataclass(frozen=True, slots=True)
class CollectionCheck(Rule):
    """A rule about how files go together, which looks at what is known of all of them.

    among:  the files that it may have something to say about, each once. A rule that can tell them in one go
            is spared all others, which are nearly all
    """

    find: FindInCollection
    among: Among = field(default=_all, kw_only=True)


@dataclass(frozen=True, slots=True)
class SiteCheck(Rule):
    """A rule about a site's own files beside the stories; it gives the path of the file with each fault."""

    find: FindInSite


def obstacle(rule: str, say: Callable[[str], str]) -> Find:
    """Give the `find` of a rule about a file that could not be read; `say` words the particulars."""

    def find(document: Document, _: CheckContext) -> Iterator[Fault]:
        if document.obstacle and document.obstacle.rule == rule:
            yield Fault(document.obstacle.span, say(document.obstacle.detail))

    return find
