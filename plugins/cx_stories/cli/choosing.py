"""Which findings are told: by rule, by path, and by what has changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from cx_stories.checks.base import CollectionCheck, SiteCheck
from cx_stories.checks.registry import CHECKS
from cx_stories.checks.rules.stale_ignore import STALE_IGNORE
from cx_stories.checks.rules.unknown_rule import UNKNOWN_RULE
from cx_stories.checks.run import RULES
from cx_stories.checks.typed import closest
from cx_stories.cli.configuration import standing_files
from cx_stories.cli.history import any_changed, changed_in
from cx_stories.cli.request import Request
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline import Settings
from cx_stories.reading.finding import named

_COLLECTION = frozenset(
    {
        *(rule.code for rule in CHECKS if isinstance(rule, CollectionCheck | SiteCheck)),
        STALE_IGNORE.code,
        UNKNOWN_RULE.code,
    }
)
"""Rules that something outside a story can break."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is told of all that was found.

    codes:    of the rules
    paths:    files and folders of the content folder; none for all
    changed:  the stories that have changed, by kind and id; None for all, as when what they are held against
              has changed
    """

    codes: frozenset[str]
    paths: tuple[PurePosixPath, ...]
    changed: frozenset[tuple[str, str]] | None
    languages: Sequence[str]

    def keeps(self, found: Diagnostic) -> bool:
        """Whether a finding is told. How files go together is told of all, whatever has changed."""
        if found.code not in self.codes or not self._among_paths(PurePosixPath(found.path)):
            return False
        return self.changed is None or found.code in _COLLECTION or self._story(found.path) in self.changed

    def _among_paths(self, path: PurePosixPath) -> bool:
        return not self.paths or any(path.is_relative_to(chosen) for chosen in self.paths)

    def _story(self, path: str) -> tuple[str, str]:
        return _story_of(path, self.languages)


def choice_of(request: Request, settings: Settings) -> Choice:
    """Give what was chosen.

    Raises:  click.UsageError for a rule, a path or a point of history that is not there
    """
    base, standing = request.diff_base, standing_files(request.config_file)
    chosen = _codes(request.select) if request.select else frozenset(rule.code for rule in CHECKS)
    return Choice(
        chosen - _codes(request.ignore),
        tuple(_within(path, settings.content) for path in request.paths),
        _changed(base, settings, standing) if base else None,
        settings.languages,
    )


def _codes(names: Sequence[str]) -> frozenset[str]:
    return frozenset(code for name in names for code in _codes_of(name))


def _codes_of(name: str) -> frozenset[str]:
    """Give the codes of a rule or, by the beginning of their codes, of several."""
    folded = name.casefold()
    if folded in RULES:
        return frozenset({RULES[folded].code})
    family = frozenset(rule.code for rule in CHECKS if folded and rule.code.casefold().startswith(folded))
    if not family:
        meant = closest(name, [rule.name for rule in CHECKS])
        cure = f'Did you mean "{RULES[meant].code} {meant}"?' if meant else "See `cx rules`."
        raise click.UsageError(f'There is no rule "{name}". {cure}')
    return family


def _within(typed: str, content: Path) -> PurePosixPath:
    """Give a typed path as the content folder sees it; a folder that holds this one means all of it."""
    path, folder = Path(os.path.abspath(typed)), Path(os.path.abspath(content))  # noqa: PTH100 (links stay)
    if not os.path.lexists(path):
        raise click.UsageError(f"There is no {typed} here. Look at its name.")
    if folder.is_relative_to(path):
        return PurePosixPath()
    if not path.is_relative_to(folder):
        raise click.UsageError(f"{typed} is not in {content.name}/. Name a story, or a folder of stories.")
    return PurePosixPath(path.relative_to(folder).as_posix())


def _story_of(path: str, languages: Sequence[str]) -> tuple[str, str]:
    document = named(path, languages)
    return document.kind, document.id


def _changed(
    revision: str, settings: Settings, standing: Sequence[Path]
) -> frozenset[tuple[str, str]] | None:
    """Give the stories that have changed; None if something that all are held against has."""
    paths = changed_in(settings.content, revision)
    if any_changed(standing, settings.content, revision):
        return None
    return frozenset(_story_of(path, settings.languages) for path in paths)
