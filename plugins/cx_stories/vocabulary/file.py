"""A vocabulary file: its values as text, and where each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.reader import Reader

from cx_stories.errors import VocabularyError

MAX_SIZE = 1_000_000
MAX_NESTING = 20
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads every value as text, so that a term called `no` stays a term called "no"."""
Step = str | int
"""A key, the id of a term, or the number of an item, counted from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file. Line and column count from 1."""

    file: Path
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """A file that could be read.

    values:  keys and lists of text, nothing else
    """

    path: Path
    values: dict[str, Any]
    _root: yaml.Node

    def reach(self, steps: Sequence[Step], *, key: bool = False) -> tuple[int, Place]:
        """Walk down the file as far as it goes; give the number of steps taken and the place reached.

        key:  whether the place is that of the last key rather than of its value
        """
        node = at = self._root
        taken = 0
        for step in steps:
            found = _below(node, step)
            if found is None:
                break
            name, node = found
            taken += 1
            at = name if key and taken == len(steps) else node
        return taken, _place(self.path, at.start_mark)


def read(file: Path) -> VocabularyFile:
    """Read a file of a site.

    Raises:  VocabularyError, with the place and what to change.
    """
    try:
        if not file.is_file():
            raise VocabularyError(
                "There is no such file. Look at its name, and at the folder it should be in.", file
            )
        with file.open("rb") as stream:
            content = stream.read(MAX_SIZE + 1)
        if len(content) > MAX_SIZE:
            raise VocabularyError("This file is too large to be a list of terms.", file)
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError("This file cannot be read as UTF-8 text.", file) from error
    return parsed(text, file)


def parsed(text: str, file: Path) -> VocabularyFile:
    """Read the text of a vocabulary file.

    Shape:   keys with text, lists and further keys, at most 20 deep; no anchors, aliases or tags
    Raises:  VocabularyError, with the place and what to change.
    """
    if hidden := Reader.NON_PRINTABLE.search(text):
        before = text[: hidden.start()]
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        raise VocabularyError("There is an invisible character here. Delete it.", file, line, column)
    try:
        _refuse_signs(text, file)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _error(
            "This line cannot be read. Look for a missing colon, quote or bracket, or uneven spaces, here "
            "and in the line above.",
            file,
            error.problem_mark or error.context_mark,
        ) from error
    if not isinstance(root, yaml.MappingNode):
        raise VocabularyError("A vocabulary file starts with `id:` and `terms:`.", file, 1, 1)
    return VocabularyFile(file, _values(root, file), root)


def _refuse_signs(text: str, file: Path) -> None:
    """Refuse what has a hidden meaning, and what is nested too deep to be read safely."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        sign = "*" if isinstance(event, yaml.AliasEvent) else ""
        if getattr(event, "tag", None) is not None:
            sign = "!"
        if getattr(event, "anchor", None) is not None:
            sign = sign or "&"
        if sign:
            words = f"`{sign}` at the start has a special meaning. Put the whole value in double quotes."
            raise _error(words, file, event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_NESTING:
            words = f"The brackets here are nested more than {MAX_NESTING} deep. Take out what is too much."
            raise _error(words, file, event.start_mark)


def _values(node: yaml.Node, file: Path) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_values(item, file) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _error("A key is one word. Take out the brackets.", file, key.start_mark)
        if key.value in values:
            words = f"`{key.value}:` stands here for the second time. Take out one of the two."
            raise _error(words, file, key.start_mark)
        values[key.value] = _values(value, file)
    return values


def _below(node: yaml.Node, step: Step) -> tuple[yaml.Node, yaml.Node] | None:
    """Give the key and the value under a step; an item of a list is its own key."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if not isinstance(node, yaml.SequenceNode):
        return None
    if isinstance(step, int):
        return (node.value[step],) * 2 if step < len(node.value) else None
    return next(((item, item) for item in node.value if _has_id(item, step)), None)


def _has_id(term: yaml.Node, identity: str) -> bool:
    found = _below(term, "id") if isinstance(term, yaml.MappingNode) else None
    return found is not None and found[1].value == identity


def _place(file: Path, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


def _error(message: str, file: Path, mark: Any) -> VocabularyError:
    place = _place(file, mark)
    return VocabularyError(message, place.file, place.line, place.column)
