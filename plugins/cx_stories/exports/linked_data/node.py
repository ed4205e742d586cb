"""Nodes of JSON-LD, and how they are written into a page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]
CONTEXT = "https://schema.org"
_WITHIN_HTML = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the element around the data, or be read as something else by what looks at scripts."""


def node(kind: str, at: str = "", **values: object) -> Node:
    """Give a node without the values that are empty.

    at:  the address by which others point at it; nothing where there is none
    """
    named = {"@type": kind, "@id": at, **values}
    return {name: value for name, value in named.items() if value not in ("", None, (), {}, [])}


def pointer(at: str) -> Node:
    """Give a node that only points at another one; it is empty if that has no address."""
    return {"@id": at} if at else {}


def written(nodes: Sequence[Node]) -> str:
    """Write nodes as they stand in a page; nothing if there are none."""
    if not nodes:
        return ""
    graph = {"@context": CONTEXT, "@graph": list(nodes)}
    data = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _WITHIN_HTML.items():
        data = data.replace(sign, escaped)
    return data
