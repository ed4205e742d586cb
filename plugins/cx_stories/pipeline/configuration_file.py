"""`mkdocs.yml` read as data: nothing that it names is imported or run, and every value knows its place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cx_stories.errors import ConfigurationError

PLUGIN = "cx-stories"
MAX_PARENTS = 10
MAX_NESTING = 100
_MERGE = "<<"
"""The key of YAML 1.1 under which stands what a mapping begins with."""
Step = str | int
"""A key, an item that is or has it, or the number of an item, counted from 0."""
Place = tuple[Path, int, int]
"""File, line and column; line and column count from 1, and are 0 where they are not known."""
_UNREADABLE = (
    "The configuration cannot be read from here on. Look at this line and the one above: spaces, brackets, "
    "quotes."
)
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text and every tag, such as `!!python/name:`, as nothing more than its value."""


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
            own = _plain(root)
            self.values = _merged(own, self.values)
            inherited = own.get("INHERIT")
            parent = parent.parent / str(inherited) if inherited else None
            if len(self._roots) > MAX_PARENTS:
                raise ConfigurationError("`INHERIT:` goes on without end here.", *self.place(("INHERIT",)))

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
        return options

    def text(self, key: str, default: str = "") -> str:
        """Give a value of MkDocs; `!ENV [NAME, default]` is the first variable set, else the default."""
        return _from_environment(self.values.get(key, default))


def _root(file: Path, first: Path) -> yaml.Node:
    try:
        text = file.read_text(encoding="utf-8")
        _refuse_depth(text, file)
        root = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigurationError(_UNREADABLE, file, *place) from error
    except OSError as error:
        if file != first:
            raise ConfigurationError(f"`INHERIT:` names {file.name}, which cannot be read.", first) from error
        raise ConfigurationError(
            f"There is no {file.name} here. Go to the folder of the site, or name the file with -f."
        ) from error
    if not isinstance(root, yaml.MappingNode):
        raise ConfigurationError("The configuration has no keys such as `site_name:`.", file)
    return root


def _refuse_depth(text: str, file: Path) -> None:
    """Refuse what is nested so deep that reading it would end the program."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            mark: Any = event.start_mark
            raise ConfigurationError("This is nested too deep.", file, mark.line + 1, mark.column + 1)


def _plain(node: yaml.Node, made: dict[int, Any] | None = None) -> Any:
    """Give a node as text, lists and dictionaries; what is named twice is made once."""
    made = {} if made is None else made
    if id(node) in made:
        return made[id(node)]
    if isinstance(node, yaml.SequenceNode):
        items = made[id(node)] = []
        items += (_plain(item, made) for item in node.value)
        return items
    if not isinstance(node, yaml.MappingNode):
        return node.value
    table = made[id(node)] = {}
    pairs = [
        (key.value, _plain(value, made)) for key, value in node.value if isinstance(key, yaml.ScalarNode)
    ]
    for key, value in pairs:
        for base in (value if isinstance(value, list) else [value]) if key == _MERGE else ():
            table.update(base if isinstance(base, Mapping) else {})
    table.update((key, value) for key, value in pairs if key != _MERGE)
    return table


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a configuration over the one it inherits from, key by key, as MkDocs does."""
    merged = {**base, **over}
    for key in base.keys() & over.keys():
        if isinstance(base[key], Mapping) and isinstance(over[key], Mapping):
            merged[key] = _merged(base[key], over[key])
    return merged


def _below(node: yaml.Node, step: Step) -> tuple[yaml.Node, yaml.Node] | None:
    """Give the key and the value under a step; an item of a list is its own key."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    if isinstance(step, int):
        return (node.value[step],) * 2 if step < len(node.value) else None
    for item in node.value:
        found = (item, item) if item.value == step else _below(item, step)
        if found and not isinstance(item, yaml.SequenceNode):
            return found
    return None


def _from_environment(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    *names, default = value
    return next((os.environ[name] for name in names if name in os.environ), str(default))
