"""The values of a configuration, made of what was parsed, as MkDocs would make them; nothing is run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import yaml

_MERGE = "tag:yaml.org,2002:merge"
_TYPED = frozenset(f"tag:yaml.org,2002:{name}" for name in ("bool", "int", "float", "null", "timestamp"))
_ENVIRONMENT = "!ENV"
_RESOLVER: Any = yaml.resolver.Resolver()
"""Tells from how a single value looks what it is."""


def plain(node: yaml.Node, made: dict[int, Any] | None = None) -> Any:
    """Give a node as single values, lists and dictionaries; what is named twice is made once.

    `!ENV NAME` and `!ENV [NAME, OTHER, default]` are the first variable that is set, else the default.
    """
    made = {} if made is None else made
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


def _table(node: yaml.MappingNode, made: dict[int, Any]) -> dict[Any, Any]:
    """Give a dictionary; of the tables it begins with, the first that has a key counts."""
    table = made[id(node)] = {}
    # Every key is visited, also those that cannot be one: a later name for it then leads nowhere deep.
    pairs = [(key, plain(key, made), plain(value, made)) for key, value in node.value]
    for key, _, value in pairs:
        for base in reversed(value if isinstance(value, list) else [value]) if key.tag == _MERGE else ():
            table.update(base if isinstance(base, Mapping) else {})
    table.update(
        (name, value) for key, name, value in pairs if key.tag != _MERGE and isinstance(key, yaml.ScalarNode)
    )
    return table


def _typed(tag: str, text: str) -> Any:
    """Give what a single value stands for: yes or no, a number, a day, nothing, or else its text."""
    if tag not in _TYPED:
        return text
    try:
        return yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(tag, text))
    except (ValueError, LookupError, AttributeError, ArithmeticError):
        return text


def _from_environment(node: yaml.Node, made: dict[int, Any]) -> Any:
    """Source: yaml_env_tag, which MkDocs reads its configuration with."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [yaml.ScalarNode("", node.value)]
    values = [plain(item, made) for item in items]
    default = values[-1] if len(items) > 1 else None
    for item in items[:-1] if len(items) > 1 else items:
        if isinstance(item, yaml.ScalarNode) and item.value in os.environ:
            text = os.environ[item.value]
            return _typed(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)), text)
    return default
