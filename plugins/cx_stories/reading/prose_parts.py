"""What the scanner of Markdown finds in a body: plain values, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from cx_stories.model.document import Span


class Link(NamedTuple):
    """A link, an image, an address in angle brackets, or the definition of a reference.

    target:  as typed, without angle brackets and title
    text:    as typed between the square brackets; of an address in angle brackets the address
    span:    of the target
    whole:   of everything from the first bracket to the last
    """

    target: str
    text: str
    span: Span
    whole: Span


class Pointer(NamedTuple):
    """A link in two square brackets, such as `[[refund|the refund]]`.

    target:  what stands before the `|`, as typed
    words:   what stands behind it, in one line; nothing where the title of the target is shown
    span:    of the target
    whole:   of everything, brackets included
    """

    target: str
    words: str
    span: Span
    whole: Span


class Why(StrEnum):
    """Why two square brackets are no link."""

    UNCLOSED = "unclosed"
    EMPTY = "empty"
    WITHIN = "within a link"
    LINKED = "a link of another kind"
    PICTURE = "picture"
    TABLE = "table"
    WORDLESS = "wordless"
    PAUSED_BEFORE = "paused before"
    NO_STORY = "no story"


class Loose(Struct, frozen=True, gc=False, array_like=True):
    """Two square brackets that a reader would see as they were typed."""

    span: Span
    why: Why


class Heading(NamedTuple):
    """A heading. `text` has no signs of Markdown; `id` is the anchor that its page gives it."""

    level: int
    text: str
    span: Span
    id: str


class Attribute(NamedTuple):
    """A name, in lower case, with a value; the value is empty where none was typed."""

    name: str
    value: str
    span: Span


class Tag(NamedTuple):
    """A tag of raw HTML: what a browser might take for one, closed or not.

    name:     in lower case; `!--` of a comment, `!` of a declaration, `?` of a processing instruction
    crowded:  whether it has more attributes than these, which nobody needs
    """

    name: str
    attributes: tuple[Attribute, ...]
    closing: bool
    span: Span
    crowded: bool = False


class AttributeList(NamedTuple):
    """Attributes in braces, as in `{ .class #id key=value }`; a class has the name `class`.

    crowded:  whether it has more attributes than these, which nobody needs
    """

    attributes: tuple[Attribute, ...]
    span: Span
    crowded: bool = False


class Quotation(NamedTuple):
    """Words of somebody else: between quotation marks, or in a block quotation.

    text:  without the marks, in one line
    words: how many words it has
    """

    text: str
    words: int
    span: Span


@dataclass(frozen=True, slots=True)
class Places:
    """Where offsets of a text stand in its file."""

    starts: tuple[int, ...]
    first_line: int

    @classmethod
    def of(cls, text: str, first_line: int) -> Places:
        """Give the places of a text that begins on this line of its file."""
        starts = [0]
        for line in text.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        return cls(tuple(starts[:-1]), first_line)

    def at(self, start: int, end: int) -> Span:
        """Give the span between two offsets; the second is exclusive."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end, lo=first) - 1
        line, starts = self.first_line, self.starts
        return Span(line + first, start - starts[first] + 1, line + last, end - starts[last] + 1)


class Prose(NamedTuple):
    """A body of Markdown, scanned.

    links:       in the order typed, definitions of references included, images not
    pointers:    links in two square brackets, in the order typed
    loose:       two square brackets that are no link
    pauses:      where the writer lets the story pause, as `[[pause]]` in a paragraph of its own
    headings:    of the story itself, block quotations and lists included
    text:        as long as the body: code, raw HTML and targets of links are spaces, line feeds are kept
    words:       how many words a reader reads; code and the words for pictures do not count
    doubt:       from where on some of the text may be code after all, which nothing may be changed in
    """

    links: tuple[Link, ...]
    images: tuple[Link, ...]
    headings: tuple[Heading, ...]
    tags: tuple[Tag, ...]
    attribute_lists: tuple[AttributeList, ...]
    quotations: tuple[Quotation, ...]
    text: str
    words: int
    places: Places
    doubt: Span | None = None
    pointers: tuple[Pointer, ...] = ()
    loose: tuple[Loose, ...] = ()
    pauses: tuple[Span, ...] = ()

    def at(self, start: int, end: int) -> Span:
        """Give the span in the file of two offsets in the body, which are those of `text`."""
        return self.places.at(start, end)
