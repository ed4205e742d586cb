"""The values of a configuration, made of what was parsed, as MkDocs would make them; nothing is run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import yaml

_MERGE = "tag:yaml.org,2002:merge"
_TYPED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "null", "timestamp"))
_ENVIRONMENT = "!ENV"
_LONGEST = 100
"""Of what may be a number or a day: `1:1:1...` is one, to YAML, and takes minutes to reckon."""
MAX_TAKEN = 1_000_000
"""How many values all tables together may take from others."""
MERGED_LEVELS = 5
"""How deep the tables go that a site and its parent may share: a rule, for a path, in an option of ours."""
_RESOLVER: Any = yaml.resolver.Resolver()
"""Tells from how a single value looks what it is."""


class SwellingError(ValueError):
    """Tables take so much from one another that the memory would not hold them."""


class _Made(dict[int, Any]):
    """What has been made already, by what it was made of."""

    taken = 0
    """How many values tables have taken from others."""

    def take(self, table: dict[Any, Any], base: Any) -> None:
        """Let a table begin with the values of another; what is no table gives nothing."""
        if isinstance(base, Mapping):
            self.taken += len(base)
            if self.taken > MAX_TAKEN:
                raise SwellingError
            table.update(base)


def plain(node: yaml.Node, made: _Made | None = None) -> Any:
    """Give a node as single values, lists and dictionaries; what is named twice is made once.

    `!ENV NAME` and `!ENV [NAME, OTHER, default]` are the first variable that is set, else the default.
    Raises:  SwellingError
    """
    made = _Made() if made is None else made
    if id(node) in made:
        return made[id(node)]
    if node.tag == _ENVIRONMENT and not isinstance(node, yaml.MappingNode):
        made[id(node)] = None
        made[id(node)] = _from_environment(node, made)
        return made[id(node)]
    if isinstance(node, yaml.SequenceNode):
        items = made[id(node)] = []
        items += (plain(item, made) for item in node.value)
        return items
    return _table(node, made) if isinstance(node, yaml.MappingNode) else _typed(node.tag, node.value)


def _table(node: yaml.MappingNode, made: _Made) -> dict[Any, Any]:
    """Give a dictionary; of the tables it begins with, the first that has a key counts."""
    table = made[id(node)] = {}
    # Every key is visited, also those that cannot be one: a later name for it then leads nowhere deep.
    pairs = [(key, plain(key, made), plain(value, made)) for key, value in node.value]
    for key, _, value in pairs:
        for base in reversed(value if isinstance(value, list) else [value]) if key.tag == _MERGE else ():
            made.take(table, base)
    table.update(
        (name, value) for key, name, value in pairs if key.tag != _MERGE and isinstance(key, yaml.ScalarNode)
    )
    return table


def _typed(tag: str, text: str) -> Any:
    """Give what a single value stands for: yes or no, a number, a day, nothing, or else its text."""
    if tag not in _TYPED or len(text) > _LONGEST:
        return text
    try:
        return yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(tag, text))
    except (ValueError, LookupError, AttributeError, ArithmeticError):
        return text


def _from_environment(node: yaml.Node, made: _Made) -> Any:
    """Source: yaml_env_tag, which MkDocs reads its configuration with."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [yaml.ScalarNode("", node.value)]
    values = [plain(item, made) for item in items]
    default = values[-1] if len(items) > 1 else None
    for item in items[:-1] if len(items) > 1 else items:
        if isinstance(item, yaml.ScalarNode) and item.value in os.environ:
            text = os.environ[item.value]
            return _typed(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)), text)
    return default


def merged(
    base: Mapping[Any, Any],
    over: Mapping[Any, Any],
    levels: int = MERGED_LEVELS,
    made: dict[tuple[int, int], Any] | None = None,
) -> dict[Any, Any]:
    """Lay a configuration over the one it inherits from, key by key, as MkDocs does.

    levels:  how deep; below that, what lies over counts as a whole
    made:    what has been merged already, so that what is named often is merged once
    """
    made = {} if made is None else made
    result = made[id(base), id(over)] = {**base, **over}
    for key in base.keys() & over.keys() if levels > 1 else ():
        below, above = base[key], over[key]
        if isinstance(below, Mapping) and isinstance(above, Mapping):
            known = made.get((id(below), id(above)))
            result[key] = merged(below, above, levels - 1, made) if known is None else known
    return result
