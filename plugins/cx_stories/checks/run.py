"""Run the rules: first over the files of each story by itself, then over what is known of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from msgspec import Struct, structs

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.abstracting import abstract_of
from cx_stories.checks.base import Check, CollectionCheck, Fault, Rule, SiteCheck
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.context import CheckContext, Standards
from cx_stories.checks.excerpts import excerpt_of, veiled
from cx_stories.checks.ignoring import without_ignored
from cx_stories.checks.policy import Policy
from cx_stories.checks.privacy import Veil
from cx_stories.checks.registry import CHECKS
from cx_stories.model.diagnostic import Diagnostic, Fix
from cx_stories.model.document import Document, Span

LONGEST_MESSAGE = 600
MOST_OF_A_RULE = 100
"""How many findings of one rule in one file are told before it is said that there are more."""
Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a file of the collection by its path."""
RULES = {name.casefold(): rule for rule in CHECKS for name in (rule.code, rule.name)}
"""Every rule by its code and by its name, in small letters."""
_CHECKS = tuple(rule for rule in CHECKS if isinstance(rule, Check))
_COLLECTION_CHECKS = tuple(rule for rule in CHECKS if isinstance(rule, CollectionCheck))
_SITE_CHECKS = tuple(rule for rule in CHECKS if isinstance(rule, SiteCheck))


class Examined(Struct, frozen=True, gc=False, array_like=True):
    """What the files of one story gave: findings with their first severity, and an abstract of each file."""

    findings: tuple[Diagnostic, ...]
    abstracts: tuple[Abstract, ...]


def examine(documents: Sequence[Document], standards: Standards) -> Examined:
    """Run the rules about files over the files of one story. Nothing private is left in the result."""
    return examine_each((documents,), standards)[0]


def examine_each(stories: Iterable[Sequence[Document]], standards: Standards) -> Sequence[Examined]:
    """Run the rules about files over the files of stories, each rule over all of them before the next."""
    contexts = [CheckContext(standards, documents) for documents in stories]
    found = _Faults(contexts)
    for rule in _CHECKS:
        found.search(rule)
    return [_examined(context, found.by_path) for context in contexts]


class _Faults:
    """What rules find in files, by the path of each.

    A file that could not be read is shown to one rule alone, which says why.
    """

    def __init__(self, contexts: Iterable[CheckContext]) -> None:
        files = [(document, context) for context in contexts for document in context.documents]
        self.by_path: dict[str, list[tuple[Rule, Fault]]] = {document.path: [] for document, _ in files}
        self._readable = [(document, context) for document, context in files if not document.obstacle]
        self._refused: dict[str, list[tuple[Document, CheckContext]]] = {}
        for document, context in files:
            if document.obstacle:
                self._refused.setdefault(document.obstacle.rule, []).append((document, context))

    def search(self, rule: Check) -> None:
        """Search the files that a rule may speak of."""
        for document, context in (*self._readable, *self._refused.get(rule.name, ())):
            if faults := _first(rule.find(document, context)):
                self.by_path[document.path] += [(rule, fault) for fault in faults]


def _examined(context: CheckContext, faults: Mapping[str, Sequence[tuple[Rule, Fault]]]) -> Examined:
    veil = _veil_of(context)
    findings: list[Diagnostic] = []
    abstracts = []
    for document in context.documents:
        findings += _told(document, faults[document.path], context, veil)
        private = tuple(one.span for one in context.private(document))
        abstracts.append(abstract_of(document, context, private, veil))
    return Examined(tuple(sorted(findings)), tuple(abstracts))


def also_found(
    examined: Examined,
    documents: Sequence[Document],
    faults: Iterable[tuple[Document, Rule, Fault]],
    standards: Standards,
) -> Examined:
    """Add what was found wrong in the files of a story after the rules had looked at them."""
    by_path: dict[str, list[tuple[Rule, Fault]]] = {}
    for document, rule, fault in faults:
        by_path.setdefault(document.path, []).append((rule, fault))
    if not by_path:
        return examined
    context = CheckContext(standards, documents)
    veil = _veil_of(context)
    findings = [*examined.findings]
    for document in documents:
        findings += _told(document, by_path.get(document.path, ()), context, veil)
    return structs.replace(examined, findings=tuple(sorted(findings)))


def _veil_of(context: CheckContext) -> Veil:
    return Veil(one for document in context.documents for one in context.private(document))


def _told(
    document: Document, faults: Iterable[tuple[Rule, Fault]], context: CheckContext, veil: Veil
) -> Iterator[Diagnostic]:
    """Give faults in a file as findings with nothing private in them."""
    private = context.private(document)
    shown = veiled(document.lines, tuple(one.span for one in private))
    for rule, fault in faults:
        parts = Veil.of_parts(private, fault.at)
        fix = _public(_public(_certain(fault.fix, context.prose(document).doubt), parts), veil)
        public = Fault(fault.at, veil(parts(fault.message)), fix)
        yield _diagnostic(document.path, rule, public, shown)


def conclude(
    examined: Iterable[Examined], context: CollectionContext, policy: Policy, lines: Lines
) -> tuple[Diagnostic, ...]:
    """Run the rules about the collection, and let the site and its writers have their say.

    Returns  what is left, sorted by path, place and code; what the site puts up with is still among it
    """
    shown = _shown(context, lines)
    findings = [found for one in examined for found in one.findings]
    findings += _collection_findings(context, shown)
    for rule in _SITE_CHECKS:
        findings += (_diagnostic(path, rule, fault, shown(path)) for path, fault in rule.find(context))
    left, faults = without_ignored(findings, context, RULES)
    drafts = drafts_among(context.abstracts)
    findings = [*left, *(_at(abstract, rule, fault, shown) for abstract, rule, fault in faults)]
    judged = (policy.judge(found, found.path in drafts) for found in sorted(findings))
    return tuple(found for found in judged if found)


def _shown(context: CollectionContext, lines: Lines) -> Lines:
    """Give the lines of files with what is private veiled, once for all findings in a file."""

    @cache
    def shown(path: str) -> Sequence[str]:
        abstract = context.by_path.get(path)
        return veiled(lines(path), abstract.private if abstract else ())

    return shown


def drafts_among(abstracts: Sequence[Abstract]) -> frozenset[str]:
    """Give the paths of the files that belong to stories which are still drafts."""
    return frozenset(one.path for one in abstracts if one.readable and one.status == "draft")


def _first(found: Iterator[Fault]) -> Sequence[Fault]:
    """Give as many faults as anybody reads; the next one says that there are more, and ends the search."""
    first = next(found, None)  # nearly always there is none, and this is the quickest way to ask
    if first is None:
        return ()
    faults = [first, *islice(found, MOST_OF_A_RULE)]
    if len(faults) > MOST_OF_A_RULE:
        faults[-1] = Fault(faults[-1].at, "There are more of these in this file.")
    return faults


def _collection_findings(context: CollectionContext, shown: Lines) -> Iterator[Diagnostic]:
    for rule in _COLLECTION_CHECKS:
        for abstract in rule.among(context):
            for fault in _first(rule.find(abstract, context)) if abstract.readable else ():
                certain = replace(fault, fix=_certain(fault.fix, abstract.doubt))
                yield _at(abstract, rule, certain, shown)


def _at(abstract: Abstract, rule: Rule, fault: Fault, shown: Lines) -> Diagnostic:
    return _diagnostic(abstract.path, rule, fault, shown(abstract.path))


def _diagnostic(path: str, rule: Rule, fault: Fault, shown: Sequence[str]) -> Diagnostic:
    message = _shortened(" ".join(fault.message.splitlines()))
    excerpt = excerpt_of(shown, fault.at)
    return Diagnostic(path, fault.at, rule.code, rule.name, rule.severity, message, fault.fix, excerpt)


def _shortened(message: str) -> str:
    """Leave out the middle of a message that quotes something endless."""
    if len(message) <= LONGEST_MESSAGE:
        return message
    half = LONGEST_MESSAGE // 2
    return f"{message[:half]} … {message[-half:]}"


def _public(fix: Fix | None, veil: Veil) -> Fix | None:
    """Give a fix only if it says nothing private."""
    return None if fix is None or any(veil(edit.text) != edit.text for edit in fix.edits) else fix


def _certain(fix: Fix | None, doubt: Span | None) -> Fix | None:
    """Give a fix only if it changes nothing that may be code."""
    return None if fix and doubt and any(edit.span >= doubt for edit in fix.edits) else fix
