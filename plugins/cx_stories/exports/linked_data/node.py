"""Nodes of JSON-LD, and how they are written into a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

Node = Mapping[str, Any] | msgspec.Raw
"""A node, or one that has been written already because many pages have it."""
CONTEXT = "https://schema.org"
_encode = msgspec.json.Encoder().encode
_EMPTY: tuple[object, ...] = ("", None, (), {}, [])
_WITHIN_HTML = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the element around the data, or be read as something else by what looks at scripts."""


def node(kind: str, at: str = "", **values: object) -> dict[str, Any]:
    """Give a node without the values that are empty.

    at:  the address by which others point at it; nothing where there is none
    """
    named = {"@type": kind, "@id": at, **values}
    return {name: value for name, value in named.items() if value not in _EMPTY}


def shared(one: Node) -> Node:
    """Give a node that many pages have as it is written, so that this is done once; an empty one stays so."""
    return msgspec.Raw(_encode(one)) if one else one


def pointer(at: str) -> dict[str, Any]:
    """Give a node that only points at another one; it is empty if that has no address."""
    return {"@id": at} if at else {}


def written(nodes: Sequence[Node]) -> str:
    """Write nodes as they stand in a page; nothing if there are none."""
    if not nodes:
        return ""
    data = _encode({"@context": CONTEXT, "@graph": nodes}).decode()
    for sign, escaped in _WITHIN_HTML.items():
        if sign in data:
            data = data.replace(sign, escaped)
    return data
