"""What a site makes of the findings: other severities, and those it has known since before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pathspec import GitIgnoreSpec

from cx_stories.checks.fingerprint import fingerprints
from cx_stories.model.diagnostic import Diagnostic, Severity

OFF = "off"
FIXED = ("CX0", "CX6", "CX9")
"""The families that nobody may ignore, soften or put up with: the file, its markup, the rules about rules."""
FIXED_FOR_STORIES = (*FIXED, "CX410")
"""What no story may ignore: the private list of names is the site's, and so is the rule about it."""
_ALWAYS_BLOCKING = ("CX0", "CX4", "CX6", "CX9")
Levels = Mapping[str, Severity | None]
"""The severity of rules by code; None for a rule that is off."""


@dataclass(frozen=True)
class Policy:
    """The severities of a site, and the findings it has put up with.

    levels:  for all files
    within:  for the files that a pattern matches, written as in .gitignore; the last that matches wins
    known:   fingerprints of findings that were there when the site began to check
    """

    levels: Levels = field(default_factory=dict)
    within: Sequence[tuple[str, Levels]] = ()
    known: frozenset[str] = frozenset()

    @cached_property
    def _specs(self) -> Sequence[tuple[GitIgnoreSpec, Levels]]:
        return [(GitIgnoreSpec.from_lines([pattern]), levels) for pattern, levels in self.within]

    def judge(self, found: Diagnostic, draft: bool) -> Diagnostic | None:
        """Give a finding the severity it has on this site; None if the rule is off there.

        draft:  its author is still at work, and is told so without being stopped
        """
        severity = self._level(found)
        if severity is None:
            return None
        if draft and severity is Severity.ERROR and not found.code.startswith(_ALWAYS_BLOCKING):
            severity = Severity.WARNING
        return found if severity is found.severity else replace(found, severity=severity)

    def _level(self, found: Diagnostic) -> Severity | None:
        severity = self.levels.get(found.code, found.severity)
        for spec, levels in self._specs:
            if found.code in levels and spec.match_file(found.path):
                severity = levels[found.code]
        return severity

    def new_among(self, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Leave out the findings that the site puts up with; those that keep it whole are always told."""
        if not self.known:
            return tuple(findings)
        marked: Iterable[tuple[Diagnostic, str]] = zip(findings, fingerprints(findings), strict=True)
        return tuple(
            found for found, mark in marked if mark not in self.known or found.code.startswith(FIXED)
        )
