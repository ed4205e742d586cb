"""What is known of a file once it has been read: enough for the rules about the collection as a whole.

Abstracts are small and hold nothing private, so that they can be kept between two checks.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from cx_stories.model.document import Kind, Span
from cx_stories.reading.prose_parts import Loose


class Mention(Struct, frozen=True, gc=False, array_like=True):
    """The id of another page, typed in the front matter under `field`."""

    field: str
    kind: Kind
    text: str
    span: Span


class Way(Struct, frozen=True, gc=False, array_like=True):
    """A link or picture in the text; `target` as it was typed."""

    target: str
    span: Span
    picture: bool = False


class Taught(Struct, frozen=True, gc=False, array_like=True):
    """A lesson that stories share: its name as typed, and whether this story contradicts it."""

    lesson: str
    contradicts: bool
    span: Span


class Ignored(Struct, frozen=True, gc=False, array_like=True):
    """A finding that the writer has looked at: the rule as typed, and the day until which that holds."""

    rule: str
    reason: str
    until: datetime.date | None
    span: Span


class Dated(Struct, frozen=True, gc=False, array_like=True):
    """A day that was typed, and where."""

    day: datetime.date
    span: Span


class Abstract(Struct, frozen=True, gc=False, array_like=True):
    """What the other files, and the rules about all files, need to know of one.

    readable:  whether it could be read at all; if not, only what its name tells is known
    base:      whether it holds the facts of its story, and is not a translation
    ready:     whether its text may be shown: a translation may be a draft while the story is published
    status:    of its story; nothing if it was misspelt
    polarity:  the id, or nothing
    opening:   the first thing in the file that a finding about the whole may point at: its title
    terms:     vocabulary and id of every term that is used
    hits, misses:  element ids
    taught:    the lessons that have a name
    pointers:  the links in two square brackets, without their words
    loose:     two square brackets that are no link
    image:     the file of the picture that goes with the story
    aliases:   earlier ids of the story
    anchors:   the places within its text that a link may lead to
    sketch:    of its text, see `sketch`; empty for a short one
    imprint:   of a short text with its front matter, see `imprint`; 0 for others
    private:   where something stands that no output may show
    doubt:     from where on some of its text may be code, which no fix may change
    """

    path: str
    kind: Kind
    id: str
    language: str
    page: str
    markdown: bool
    readable: bool
    base: bool = False
    ready: bool = True
    status: str = ""
    polarity: str = ""
    title: str = ""
    opening: Span = Span()
    date: Dated | None = None
    mentions: tuple[Mention, ...] = ()
    ways: tuple[Way, ...] = ()
    pointers: tuple[Way, ...] = ()
    loose: tuple[Loose, ...] = ()
    image: Way | None = None
    aliases: tuple[Mention, ...] = ()
    anchors: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    taught: tuple[Taught, ...] = ()
    sketch: tuple[int, ...] = ()
    imprint: int = 0
    ignored: tuple[Ignored, ...] = ()
    private: tuple[Span, ...] = ()
    doubt: Span | None = None

    @property
    def published(self) -> bool:
        """Whether readers will see it, if it has no error."""
        return self.readable and self.status == "published"

    def mentioned(self, field: str) -> Mention | None:
        """Give the page that is named under a field that takes one."""
        for mention in self.mentions:
            if mention.field == field:
                return mention
        return None
