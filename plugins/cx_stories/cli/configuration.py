"""`mkdocs.yml` read as data: nothing that it names is imported or run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline import Settings

PLUGIN = "cx-stories"


_Loader: Any = yaml.BaseLoader
"""Reads every value as text and every tag, such as `!!python/name:`, as nothing more than its value."""


def settings_of(file: Path, today: date) -> Settings:
    """Give the settings of the plugin block in a site's configuration.

    Raises:  ConfigurationError, with the file and what to change.
    """
    raw = _read(file)
    if "INHERIT" in raw:
        raise ConfigurationError(f"{file.name}: `INHERIT:` is not followed. Name the inherited file with -f.")
    block = _block(raw.get("plugins"), file)
    theme = raw.get("theme")
    language = theme.get("language", "en") if isinstance(theme, Mapping) else "en"
    return Settings(
        content=file.parent / _from_environment(raw.get("docs_dir", "docs")),
        languages=tuple(_texts(block, "languages", file)) or (str(language),),
        vocabularies=tuple(file.parent / name for name in _texts(block, "vocabularies", file)),
        today=today,
    )


def _read(file: Path) -> Mapping[str, Any]:
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    except OSError as error:
        raise ConfigurationError(
            f"There is no {file.name} here. Go to the folder of the site, or name the file with -f."
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{file.name}:{mark.line + 1}" if mark else file.name
        raise ConfigurationError(f"{place}: the configuration cannot be read from here on.") from error
    if not isinstance(raw, Mapping):
        raise ConfigurationError(f"{file.name}: the configuration has no keys such as `site_name:`.")
    return raw


def _from_environment(value: Any) -> str:
    """Give a value that may be `!ENV [NAME, default]`: the first variable that is set, else the default."""
    if not isinstance(value, list):
        return str(value)
    *names, default = value
    return next((os.environ[name] for name in names if name in os.environ), default)


def _block(plugins: Any, file: Path) -> Mapping[str, Any]:
    """Find our block; `plugins` is a list of names and of names with options, or a table of both."""
    items = list(plugins.items()) if isinstance(plugins, Mapping) else []
    for item in plugins if isinstance(plugins, list) else []:
        items += item.items() if isinstance(item, Mapping) else [(item, None)]
    blocks = [options for name, options in items if name == PLUGIN]
    if not blocks:
        raise ConfigurationError(f"{file.name}: add `- {PLUGIN}` to the list under `plugins:`.")
    options = blocks[0] or {}
    if not isinstance(options, Mapping):
        raise ConfigurationError(f"{file.name}: the options of `{PLUGIN}:` stand below it, indented.")
    return options


def _texts(block: Mapping[str, Any], key: str, file: Path) -> list[str]:
    value = block.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigurationError(f"{file.name}: `{key}:` is a list, such as `{key}: [en, nl]`.")
    return value
