"""A file as somebody typed it: untrusted, and every key and value knows where it stands.

There are a hundred nodes and places in each story. They are structs, which are made and asked the fastest;
none can hold itself, so that nobody has to look for rings of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from unicodedata import category

from msgspec import Struct


class Span(Struct, frozen=True, order=True, gc=False, array_like=True):
    """A stretch of text. Lines and columns count from 1, columns in characters; the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


def _is_visible(sign: str) -> bool:
    """Whether a reader sees a sign; characters that only steer others, such as U+200B, are none."""
    return not sign.isspace() and category(sign) != "Cf"


class ScalarNode(Struct, frozen=True, gc=False):
    """A single value, as text. `plain` is true when it was typed without quotes or a block sign."""

    text: str
    span: Span
    plain: bool = True

    @property
    def blank(self) -> bool:
        """Whether nothing was typed that can be seen."""
        text = self.text.strip()
        return not text or not (text.isascii() or any(map(_is_visible, text)))


class ListNode(Struct, frozen=True, gc=False):
    """A list of values."""

    items: tuple[Node, ...]
    span: Span

    @property
    def blank(self) -> bool:
        """Whether the list is empty."""
        return not self.items


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys with values, in the order typed; a key may stand twice.

    by_key:  the first entry with each key: rules ask for one key or another a hundred times in each story
    """

    entries: tuple[Entry, ...]
    span: Span
    flow: bool = False
    by_key: Mapping[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {entry.key.text: entry for entry in reversed(self.entries)})

    @property
    def blank(self) -> bool:
        """Whether there is no key."""
        return not self.entries

    def get(self, key: str) -> Entry | None:
        """Give the first entry with this key."""
        return self.by_key.get(key)


Node = ScalarNode | ListNode | MapNode


def single_values(node: Node) -> Sequence[ScalarNode]:
    """Give every single value below a node, keys included; reading lets none be deeper than a few levels."""
    values: list[ScalarNode] = []
    _gather(node, values)
    return values


def _gather(node: Node, values: list[ScalarNode]) -> None:
    if isinstance(node, ScalarNode):
        values.append(node)
    elif isinstance(node, ListNode):
        for item in node.items:
            _gather(item, values)
    else:
        for entry in node.entries:
            values.append(entry.key)
            if isinstance(entry.value, ScalarNode):
                values.append(entry.value)
            else:
                _gather(entry.value, values)


class Entry(Struct, frozen=True, gc=False):
    """A key and its value."""

    key: ScalarNode
    value: Node


class Kind(StrEnum):
    """What a file is about, known from its folder."""

    STORY = "story"
    PERSON = "person"
    SERIES = "series"
    ARTICLE = "article"


SHELVES = {Kind.STORY: "stories", Kind.PERSON: "people", Kind.SERIES: "series"}
"""The folder in which the files of a kind stand, which is also where their pages are."""

SHARED_LESSONS = "lessons/shared"
"""The folder for prose about lessons that several stories have, which is also where their pages are."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a file could not be read: the name of the rule it breaks, where, and the particulars."""

    rule: str
    span: Span = Span()
    detail: str = ""


EMPTY = MapNode((), Span())


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file of the content folder, or what stood in its place.

    path:     relative to the content folder, with forward slashes
    id:       file name without language and extension; for an article its whole path
    closing:  the closing fence, where a missing field is reported
    lines:    all lines of the file
    """

    path: str
    kind: Kind
    id: str
    language: str
    fields: MapNode = EMPTY
    body: str = ""
    body_line: int = 1
    closing: Span = Span()
    lines: tuple[str, ...] = field(default=(), repr=False)
    fenced: bool = False
    obstacle: Obstacle | None = None

    @property
    def markdown(self) -> bool:
        """Whether it is a story or a page at all, and not something else that lies among them."""
        return self.path.lower().endswith(".md")

    @property
    def page(self) -> str:
        """The address of its page below the language: `stories/refund`; nothing for the home page."""
        if self.kind is Kind.ARTICLE:
            return self.id.removesuffix("index").rstrip("/")
        return f"{SHELVES[self.kind]}/{self.id}"

    def get(self, key: str) -> Entry | None:
        """Give the entry of a top-level key."""
        return self.fields.by_key.get(key)

    def scalars(self, *keys: str) -> Iterator[ScalarNode]:
        """Give the non-blank single values under these keys, lists flattened."""
        for key in keys:
            entry = self.get(key)
            if entry is None:
                continue
            nodes = entry.value.items if isinstance(entry.value, ListNode) else (entry.value,)
            yield from (node for node in nodes if isinstance(node, ScalarNode) and not node.blank)

    def text(self, key: str) -> str:
        """Give the single value of a key, or nothing."""
        entry = self.fields.by_key.get(key)
        return entry.value.text.strip() if entry and isinstance(entry.value, ScalarNode) else ""


def facts_first(documents: Iterable[Document], languages: Sequence[str]) -> list[Document]:
    """Order the files of one story: the one that holds its facts first, then the translations.

    languages:  the site's languages, the default one first; a story that lacks the first was told in the next
    """
    return sorted(documents, key=lambda document: (languages.index(document.language), document.path))
