"""What a writer points at between two square brackets: `[[refund]]`, `[[element:surprising|what surprised]]`.

A text is converted before it is known what the other pages are called. So what is pointed at goes through
Markdown as an address of our own, `cx:story/refund`, and is given its page and its title afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from cx_stories.model.document import Kind

SCHEME = "cx:"
UNTITLED = "data-title"
"""The attribute of a reference without words of its own: it shows the title of what it leads to."""
_KINDS = {
    **{"story": Kind.STORY, "stories": Kind.STORY, "verhaal": Kind.STORY, "verhalen": Kind.STORY},
    **{"person": Kind.PERSON, "people": Kind.PERSON, "persoon": Kind.PERSON, "mensen": Kind.PERSON},
    **{"series": Kind.SERIES, "serie": Kind.SERIES, "reeks": Kind.SERIES, "reeksen": Kind.SERIES},
}
"""What may stand before the colon for a story, a person and a series; first what to write."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """What is pointed at, as it was typed.

    kind:      what stands before the colon; nothing for a story
    name:      the id of a story, person or series, or any name of a term
    place:     the place on the page; nothing for the page as a whole
    name_at:   how many characters stand before the name
    place_at:  how many stand before the place
    """

    kind: str
    name: str
    place: str = ""
    name_at: int = 0
    place_at: int = 0

    @classmethod
    def read(cls, typed: str) -> CrossReference:
        """Read what stands between the brackets, up to the words if there are any."""
        page, sign, place = typed.partition("#")
        kind, colon, name = page.partition(":")
        if not colon:
            kind, name = "", page
        name_at = len(kind) + len(colon) + _margin(name)
        place_at = len(page) + 1 + _margin(place) if sign else 0
        return cls(kind.strip(), name.strip(), place.strip(), name_at, place_at)

    @classmethod
    def at(cls, address: str) -> CrossReference | None:
        """Give what an address of our own points at; None for any other address."""
        if not address.startswith(SCHEME):
            return None
        path, _, place = address.removeprefix(SCHEME).partition("#")
        kind, _, name = path.partition("/")
        return cls(unquote(kind), unquote(name), unquote(place))

    @property
    def address(self) -> str:
        """The address that goes through Markdown in the place of the true one."""
        place = f"#{quote(self.place)}" if self.place else ""
        return f"{SCHEME}{quote(self.kind or Kind.STORY, safe='')}/{quote(self.name)}{place}"

    @property
    def shelf(self) -> Kind | None:
        """Whether it points at a story, a person or a series; None where it should be a term."""
        return _KINDS.get(self.kind.casefold()) if self.kind else Kind.STORY


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip())
