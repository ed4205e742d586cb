"""What is published: the collection in all its languages, and where it will stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx_stories.library import Library
from cx_stories.views.edition import Edition
from cx_stories.views.prose import Converted


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
    """

    editions: Sequence[Edition]
    name: str = ""
    description: str = ""
    url: str = ""
    offers: Offers = field(default_factory=Offers)
    prose: Mapping[str, Converted] = field(default_factory=dict, repr=False)

    @property
    def library(self) -> Library:
        """The stories, which are the same in all languages."""
        return self.editions[0].library

    def folder(self, language: str) -> str:
        """Give the folder of a language, ending in a slash; nothing for that of the default one."""
        return "" if language == self.library.languages[0] else f"{language}/"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page.

    path:  seen from the top of the site
    """

    path: str
    content: bytes
