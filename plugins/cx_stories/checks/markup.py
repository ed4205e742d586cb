"""What HTML the text of a page may have: the one list that the rules and whatever cleans the pages go by.

It holds everything that Markdown makes with the extensions of this package's site, and the elements of
running text that Markdown has no sign for. What is not on it is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

SCHEMES = frozenset({"http", "https", "mailto"})
"""How a link may begin; one that begins with none is relative."""

ANYWHERE = frozenset({"aria-hidden", "aria-label", "class", "dir", "id", "lang", "title"})
"""Attributes that every element may have."""

_CELL = frozenset({"abbr", "align", "colspan", "headers", "rowspan", "scope", "style"})
_BARE = """
    abbr b bdi bdo br caption cite code dd dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd label
    mark p pre rp rt ruby s samp small span strong sub summary sup table tbody tfoot thead tr u ul var wbr
"""

ELEMENTS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_BARE.split(), frozenset()),
    "a": frozenset({"download", "href", "hreflang", "rel", "target"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "decoding", "height", "loading", "src", "width"}),
    "input": frozenset({"checked", "disabled", "type"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "q": frozenset({"cite"}),
    "td": _CELL,
    "th": _CELL,
    "time": frozenset({"datetime"}),
}
"""The elements, each with the attributes it may have besides those that all may have."""

VALUES: Mapping[tuple[str, str], re.Pattern[str]] = {
    ("a", "target"): re.compile("_blank|_self"),
    ("input", "type"): re.compile("checkbox"),
    ("td", "style"): re.compile("text-align: (?:left|center|right);?"),
    ("th", "style"): re.compile("text-align: (?:left|center|right);?"),
}
"""By element and attribute, values that may be given at all: what tables and lists of tasks are made with."""

_RESERVED = re.compile(
    r"__|cx:|fn(?:ref[0-9]*)?:"
    r"|(?:beam|light-hit|light-missed|light-none|mask-negative|mask-positive|search-query|lesson\.[0-9]+)\Z"
)


def allows(element: str, attribute: str, value: str) -> bool:
    """Whether an element that may be there may have an attribute with this value, names in lower case."""
    if attribute not in ELEMENTS[element] | ANYWHERE:
        return False
    values = VALUES.get((element, attribute))
    return values is None or values.fullmatch(value.strip()) is not None


def allows_somewhere(attribute: str, value: str) -> bool:
    """Whether any element may have an attribute; a list of attributes does not say which it is for."""
    return any(allows(element, attribute, value) for element in ELEMENTS)


def is_reserved(identity: str) -> bool:
    """Whether an id belongs to the page around the text: its search, lamps, lessons, footnotes."""
    return _RESERVED.match(unescape(identity).strip()) is not None
