"""What is published: the collection in all its languages, and where it will stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cx_stories.library import Library
from cx_stories.views.edition import Edition
from cx_stories.views.prose import Converted

PartBefore = Callable[[str, bytes], bytes | memoryview | None]
"""Gives, by the path of a file and a key, what is under that key in the site that is published."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a site offers besides its pages; all of it can be switched off.

    feeds:    Atom and JSON Feed
    exports:  tables of the stories, and the vocabularies as SKOS
    texts:    a copy in Markdown beside every story, and `llms.txt`
    images:   a picture of each story, for those who share its address
    """

    feeds: bool = True
    exports: bool = True
    texts: bool = True
    images: bool = True


@dataclass(frozen=True)
class Publication:
    """What is published.

    editions:     the library in each language, the default one first
    name:         what the site is called
    description:  one sentence about it, where somebody has written one
    url:          the address of its home page, ending in a slash; nothing where nobody has said it.
                  What must name whole addresses, such as a feed, is left out then
    prose:        the HTML of the texts, as far as they are converted
    part_before:  knows what stands in the files of the site that is published; nothing if nobody does
    """

    editions: Sequence[Edition]
    name: str = ""
    description: str = ""
    url: str = ""
    offers: Offers = field(default_factory=Offers)
    prose: Mapping[str, Converted] = field(default_factory=dict, repr=False)
    part_before: PartBefore = field(default=lambda _, __: None, repr=False)

    @property
    def library(self) -> Library:
        """The stories, which are the same in all languages."""
        return self.editions[0].library

    def folder(self, language: str) -> str:
        """Give the folder of a language, ending in a slash; nothing for that of the default one."""
        return "" if language == self.library.languages[0] else f"{language}/"


class Part(NamedTuple):
    """What one story brings to a file that all stories stand in.

    key:         another one whenever what it is made of is
    start, end:  where it is in the file
    """

    key: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page.

    path:     seen from the top of the site
    made:     what is in it, or what makes that when somebody asks for it
    made_of:  a digest of all that it is made of besides our program; nothing where nobody has taken one
    parts:    what of it may be had from here the next time
    """

    path: str
    made: bytes | Callable[[], bytes]
    made_of: bytes = b""
    parts: Sequence[Part] = ()

    @property
    def content(self) -> bytes:
        """What is in it."""
        return self.made if isinstance(self.made, bytes) else self.made()
