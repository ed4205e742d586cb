"""`cx rules`: all rules there are."""

from __future__ import annotations

import json

import click

from cx_stories.checks.registry import CHECKS


@click.command()
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def rules(form: str) -> None:
    """List all rules, in the order of their codes."""
    if form == "json":
        rows = [
            {
                "code": rule.code,
                "name": rule.name,
                "severity": rule.severity,
                "summary": rule.summary,
                "why": rule.why,
            }
            for rule in CHECKS
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2).encode())
        return
    width = max(len(rule.name) for rule in CHECKS)
    for rule in CHECKS:
        click.echo(f"{rule.code}  {rule.name:<{width}}  {rule.severity:<7}  {rule.summary}")
    click.echo("\n`cx explain CX201` tells more about one.")
