"""What HTML the text of a page may have: the one list that the rules and the cleaning of the pages go by.

The first part is what writers may type: what Markdown makes with the extensions of this package's site, and
the elements of running text that Markdown has no sign for. The second is what extensions of Markdown, and
our own, make beyond that. What is in neither is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from html import unescape
from importlib.resources import files

from pygments.token import STANDARD_TYPES  # type: ignore[import-untyped]

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""How a link may begin; one that begins with none is relative."""

ANYWHERE = frozenset({"aria-hidden", "aria-label", "class", "dir", "id", "lang", "title"})
"""Attributes that every element may have."""

_CELL = frozenset({"abbr", "align", "colspan", "headers", "rowspan", "scope"})
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
    "img": frozenset({"align", "alt", "decoding", "height", "loading", "src", "width"}),
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
    ("a", "rel"): re.compile(r"(?!.*\bopener\b).*", re.IGNORECASE | re.DOTALL),
    ("a", "target"): re.compile("_blank|_self"),
    ("img", "align"): re.compile("left|right"),
    ("input", "type"): re.compile("checkbox"),
    ("td", "align"): re.compile("left|right|center|justify"),
    ("th", "align"): re.compile("left|right|center|justify"),
}
"""By element and attribute, values that may be given at all."""

_BOXES = """
    abstract attention bug caution check cite danger done error example fail failure faq help hint important
    info missing note question quote success summary tip tldr todo warning
"""
BOXES = frozenset(_BOXES.split())
"""The kinds of boxes that `!!!` and `???` make, as the theme knows them."""

_CLASSES = """
    admonition admonition-title inline end
    scroll left center right ref
    footnote footnote-ref footnote-backref headerlink toclink toc toctitle
    task-list task-list-item task-list-control task-list-indicator
    tabbed-set tabbed-alternate tabbed-labels tabbed-content tabbed-block
    highlight highlighttable codehilite codehilitetable code filename hll linenodiv linenos normal special
    critic comment block break keys caption caption-prefix progress progress-bar progress-label wikilink
    arithmatex mermaid emojione gemoji twemoji md-button md-button--primary
"""
CLASSES = frozenset(_CLASSES.split()) | BOXES | frozenset(STANDARD_TYPES.values())
"""What an element may be called for its looks: by extensions of Markdown, ours too, and by Pygments.

Nothing of the page around the text is among them, so that no text can lie over that page or pass for it.
"""

_NAMED_CLASSES = re.compile(
    r"(?:language|key|magiclink)-[\w+#.-]+|magiclink|progress-[0-9]+plus|[a-z0-9]{0,4}(?:-[A-Z][A-Za-z0-9]*)+"
)
"""Classes with a name in them: of a language, a key, a site, a part of code that Pygments has no sign for."""

_STYLED = re.compile(r"\.([a-zA-Z][\w-]*)(?=[^{}]*\{)")
_RESERVED = re.compile(
    r"__|cx:|fn(?:ref[0-9]*)?:"
    r"|(?:beam|light-hit|light-missed|light-none|mask-negative|mask-positive|search-query|lesson\.[0-9]+)\Z"
)

GENERATED: Mapping[tuple[str, str], re.Pattern[str]] = {
    ("", "id"): re.compile(r"fn(?:ref[0-9]*)?:.+", re.DOTALL),
    ("a", "data-title"): re.compile(""),
    ("a", "id"): re.compile(r"__codelineno-[\w-]+"),
    ("a", "name"): re.compile(r"__codelineno-[\w-]+"),
    ("div", "data-tabs"): re.compile("[0-9]+:[0-9]+"),
    ("div", "role"): re.compile("group"),
    ("div", "tabindex"): re.compile("0"),
    ("input", "id"): re.compile("__tabbed_[0-9]+_[0-9]+"),
    ("input", "name"): re.compile("__tabbed_[0-9]+"),
    ("input", "type"): re.compile("radio"),
    ("label", "for"): re.compile("__tabbed_[0-9]+_[0-9]+"),
    ("span", "data-linenos"): re.compile("[ 0-9]+"),
    ("span", "id"): re.compile(r"__span-[\w-]+"),
}
"""What no writer may type and extensions make: footnotes, tabs, numbered lines, boxes around wide tables.

By element and attribute, with the values; the name of the element is empty where any may have it.
"""


def allows(element: str, attribute: str, value: str) -> bool:
    """Whether a writer may type an element with an attribute of this value, names in lower case."""
    if element not in ELEMENTS or (attribute not in ANYWHERE and attribute not in ELEMENTS[element]):
        return False
    if attribute == "class":
        return not unfit_classes(value)
    values = VALUES.get((element, attribute))
    return values is None or values.fullmatch(value.strip()) is not None


@lru_cache(maxsize=10_000)
def allows_somewhere(attribute: str, value: str) -> bool:
    """Whether any element may have an attribute; a list of attributes does not say which it is for."""
    return any(allows(element, attribute, value) for element in ELEMENTS)


def arises(element: str, attribute: str, value: str) -> bool:
    """Whether extensions of Markdown make an attribute with this value."""
    values = GENERATED.get((element, attribute)) or GENERATED.get(("", attribute))
    return values is not None and values.fullmatch(value) is not None


def unfit_classes(value: str) -> tuple[str, ...]:
    """Give those of some classes that belong to the page around the text, or to nobody."""
    return tuple(one for one in value.split() if not (one in CLASSES or _NAMED_CLASSES.fullmatch(one)))


def is_of_the_page(name: str) -> bool:
    """Whether a class is one that the page around the text has a look for."""
    return name.startswith("md-") or name in _classes_of_the_page()


@cache
def _classes_of_the_page() -> frozenset[str]:
    styles = files("cx_stories").joinpath("assets", "styles").iterdir()
    texts = (style.read_text(encoding="utf-8") for style in styles if style.name.endswith(".css"))
    return frozenset(name for text in texts for name in _STYLED.findall(text))


def is_reserved(identity: str) -> bool:
    """Whether an id belongs to the page around the text: its search, lamps, lessons, footnotes."""
    return _RESERVED.match(unescape(identity).strip()) is not None
