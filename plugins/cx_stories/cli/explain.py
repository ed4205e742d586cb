"""`cx explain`: what a rule asks, why, and an example of both."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cx_stories.checks.base import Check, CollectionCheck, Example, Rule
from cx_stories.checks.examples import files_of, passages_of
from cx_stories.checks.registry import CHECKS
from cx_stories.checks.run import RULES
from cx_stories.checks.typed import closest
from cx_stories.cli.configuration import settings_of
from cx_stories.cli.endings import UNUSABLE
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline import Settings, inspect, today


@click.command()
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain a RULE by its code or its name."""
    found = RULES.get(rule.casefold())
    if found is None:
        meant = closest(rule, [one.name for one in CHECKS])
        cure = f'Did you mean "{RULES[meant].code} {meant}"?' if meant else "`cx rules` lists them."
        click.echo(f'There is no rule "{rule}". {cure}', err=True)
        sys.exit(UNUSABLE)
    click.echo("\n\n".join(_paragraphs(found)))


def _paragraphs(rule: Rule) -> Sequence[str]:
    said = [found.message for found in _findings(rule)] if isinstance(rule, Check | CollectionCheck) else []
    return [
        f"{rule.code} {rule.name}  {rule.severity}",
        f"{rule.summary}\n{rule.why}",
        f"Not so:\n\n{_shown(rule.bad)}",
        *(f"  {message}" for message in dict.fromkeys(said)),
        f"But so:\n\n{_shown(rule.good)}",
    ]


def _shown(example: Example) -> str:
    passages = passages_of(example)
    return "\n\n".join(_passage(name if len(passages) > 1 else "", text) for name, text in passages)


def _passage(name: str, text: str) -> str:
    lines = ([f"{name}:"] if name else []) + text.rstrip("\n").split("\n")
    return "\n".join(f"    {line}".rstrip() for line in lines)


def _findings(rule: Rule) -> Sequence[Diagnostic]:
    """Give what is said of the example that breaks a rule, by really checking it."""
    with TemporaryDirectory() as folder:
        content, configuration = Path(folder) / "content", Path(folder) / "mkdocs.yml"
        content.mkdir()
        for name, text in files_of(rule.bad).items():
            file = content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text)
        own = configuration.exists()
        settings = settings_of(configuration)[0] if own else Settings(content, ("en", "nl"), today=today())
        found = inspect(settings).diagnostics
    return [one for one in found if one.code == rule.code]
