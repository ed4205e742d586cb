"""What a check gave, before it is put into words for anybody."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cx_stories.checks.base import Rule
from cx_stories.model.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one check and what they are counted against.

    diagnostics:  sorted; their paths are relative to the content folder
    folder:       the content folder as seen from where the command was typed, with forward slashes
    stories:      how many stories were looked at
    fit:          how many of them are fit to publish
    drafts:       how many of them are still drafts
    put_up_with:  how many findings are not among these, because the site has known them since before
    rules:        every rule, by its code
    """

    diagnostics: Sequence[Diagnostic]
    folder: str
    stories: int
    fit: int
    drafts: int
    rules: Mapping[str, Rule]
    put_up_with: int = 0

    @property
    def errors(self) -> int:
        """How many findings must be mended first."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many findings had better be mended."""
        return self._count(Severity.WARNING)

    @property
    def infos(self) -> int:
        """How many findings are there to know."""
        return self._count(Severity.INFO)

    def path_of(self, found: Diagnostic) -> str:
        """Give the path of a finding's file as it can be opened from where the command was typed."""
        return posixpath.normpath(posixpath.join(self.folder, found.path))

    def _count(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self.diagnostics)
