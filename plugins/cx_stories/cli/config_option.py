"""The option of all commands that look at a site: which configuration it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

CONFIGURATION = Path("mkdocs.yml")
"""In the folder in which the command is typed."""
_SAID = "The configuration of the site. Nothing that it names is run."
Decorator = Callable[[Any], Any]


def _option(said: str, **default: Any) -> Decorator:
    return click.option("-f", "--config-file", type=click.Path(path_type=Path), help=said, **default)


config_option: Decorator = _option(_SAID, default=CONFIGURATION, show_default=True)
"""`-f`, for a command that needs a site: `config_file` is a path."""
config_option_if_any: Decorator = _option(f"{_SAID} Default: {CONFIGURATION}, if there is one.")
"""`-f`, for a command that can do without a site: `config_file` is None if nobody named one."""
