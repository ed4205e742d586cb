"""Colours for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

import click

from cx_stories.model.diagnostic import Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours, or none: whoever prints knows whether they are wanted."""

    colour: bool = False

    def strong(self, text: str) -> str:
        """Make a text stand out."""
        return click.style(text, bold=True) if self.colour else text

    def faint(self, text: str) -> str:
        """Make a text step back."""
        return click.style(text, dim=True) if self.colour else text

    def of(self, severity: Severity, text: str) -> str:
        """Give a text the colour of a severity."""
        return click.style(text, fg=_COLOURS[severity], bold=True) if self.colour else text
