"""`mkdocs.yml` read as data: nothing that it names is imported or run, and every value knows its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.plain_values import SwellingError, merged, plain
from cx_stories.pipeline.reading_files import NO_PATH, TooLargeError, can_be, read_bounded

PLUGIN = "cx-stories"
MAX_PARENTS = 10
MAX_NESTING = 100
MAX_SIZE = 1_000_000
Step = str | int
"""A key, an item that is or has it, or the number of an item, counted from 0."""
Place = tuple[Path, int, int]
"""File, line and column; line and column count from 1, and are 0 where they are not known."""
NO_TEXT = "`{}:` takes one text. Put it in double quotes."
_UNREADABLE = (
    "The configuration cannot be read from here on. Look at this line and the one above: spaces, brackets, "
    "quotes."
)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Only ever asked what stands where, and what each single value looks like; it makes nothing."""


class ConfigurationFile:
    """The configuration of a site, together with those it inherits from."""

    def __init__(self, file: Path) -> None:
        """Read a configuration.

        Raises:  ConfigurationError, with the place and what to change.
        """
        self.file = file
        self._roots: list[tuple[Path, yaml.Node]] = []
        self.values: Mapping[str, Any] = {}
        parent: Path | None = file
        while parent is not None:
            root = _root(parent, file)
            self._roots.append((parent, root))
            own = _own(root, parent)
            self.values = merged(own, self.values)
            inherited = self._path(own, ("INHERIT",), "")
            parent = parent.parent / inherited if inherited else None
            if len(self._roots) > MAX_PARENTS:
                raise ConfigurationError("`INHERIT:` goes on without end here.", *self.place(("INHERIT",)))

    @property
    def files(self) -> Sequence[Path]:
        """The file itself and those it inherits from, the nearest first."""
        return [file for file, _ in self._roots]

    def place(self, steps: Sequence[Step]) -> Place:
        """Give where a value stands, or the nearest thing above it that stands anywhere."""
        reached: list[tuple[int, int, Place]] = []
        for order, (file, root) in enumerate(self._roots):
            node, at, taken = root, root, 0
            for step in steps:
                found = _below(node, step)
                if found is None:
                    break
                at, node = found
                taken += 1
            reached.append((-taken, order, (file, at.start_mark.line + 1, at.start_mark.column + 1)))
        return min(reached)[2]

    def block(self) -> Mapping[str, Any]:
        """Give the options of our plugin.

        Raises:  ConfigurationError if the plugin is not there, or has something else than options.
        """
        plugins = self.values.get("plugins")
        items = list(plugins.items()) if isinstance(plugins, Mapping) else []
        for item in plugins if isinstance(plugins, list) else []:
            items += item.items() if isinstance(item, Mapping) else [(item, None)]
        blocks = [options for name, options in items if name == PLUGIN]
        if not blocks:
            raise ConfigurationError(
                f"Add `- {PLUGIN}` to the list under `plugins:`.", *self.place(("plugins",))
            )
        options = blocks[0] or {}
        if not isinstance(options, Mapping):
            raise ConfigurationError(
                f"The options of `{PLUGIN}:` stand below it, indented.", *self.place(("plugins", PLUGIN))
            )
        return self._switched_on(options)

    def text(self, *steps: str, default: str = "") -> str:
        """Give a value of MkDocs, by the keys that lead to it.

        Raises:  ConfigurationError if it is not text.
        """
        return self._text(self.values, steps, default)

    def path(self, key: str, default: str) -> str:
        """Give the path of a file or folder that MkDocs is told.

        Raises:  ConfigurationError if it is not text, or nothing can have such a path.
        """
        return self._path(self.values, (key,), default)

    def _path(self, value: Any, steps: Sequence[str], default: str) -> str:
        path = self._text(value, steps, default)
        if not can_be(path):
            raise ConfigurationError(NO_PATH.format(steps[-1]), *self.place(steps))
        return path

    def _text(self, value: Any, steps: Sequence[str], default: str) -> str:
        for step in steps:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is None:
            return default
        if not isinstance(value, str):
            raise ConfigurationError(NO_TEXT.format(steps[-1]), *self.place(steps))
        return value

    def _switched_on(self, options: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the options without `enabled:`, which MkDocs takes from every plugin for itself."""
        if options.get("enabled", True) is not True:
            raise ConfigurationError(
                f"`{PLUGIN}:` is switched off here, so no story is checked. Remove `enabled:`.",
                *self.place(("plugins", PLUGIN, "enabled")),
            )
        return {name: value for name, value in options.items() if name != "enabled"}


def _root(file: Path, first: Path) -> yaml.Node:
    try:
        text = read_bounded(file, MAX_SIZE).decode()
        _refuse_depth(text, file)
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigurationError(_UNREADABLE, file, *place) from error
    except TooLargeError as error:
        raise ConfigurationError("This file is too large to be a configuration.", file) from error
    except OSError as error:
        if file != first:
            raise ConfigurationError(f"`INHERIT:` names {file.name}, which cannot be read.", first) from error
        raise ConfigurationError(
            f"There is no {file.name} here. Go to the folder of the site, or name the file with -f."
        ) from error
    if not isinstance(root, yaml.MappingNode):
        raise ConfigurationError("The configuration has no keys such as `site_name:`.", file)
    return root


def _own(root: yaml.Node, file: Path) -> Mapping[str, Any]:
    """Give what a file says itself."""
    try:
        values: Mapping[str, Any] = plain(root)
    except SwellingError as error:
        raise ConfigurationError("Too much is taken from elsewhere with `<<:` here.", file) from error
    return values


def _refuse_depth(text: str, file: Path) -> None:
    """Refuse what is nested so deep that reading it would end the program."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            mark: Any = event.start_mark
            raise ConfigurationError("This is nested too deep.", file, mark.line + 1, mark.column + 1)


def _below(node: yaml.Node, step: Step) -> tuple[yaml.Node, yaml.Node] | None:
    """Give the key and the value under a step; an item of a list is its own key."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    if isinstance(step, int):
        return (node.value[step],) * 2 if step < len(node.value) else None
    for item in node.value:
        if isinstance(item, yaml.SequenceNode):
            continue
        found = (item, item) if item.value == step else _below(item, step)
        if found:
            return found
    return None
