"""What a view gives: the values of a page, to be printed by its template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cx_stories.views.preview import Finding


@dataclass(frozen=True, slots=True)
class Markdown:
    """Prose that is still to be rendered.

    path:  the file it stands in, relative to the content folder; links in it are relative to that
    line:  the line of the file on which it starts
    """

    path: str
    language: str
    text: str
    line: int = 1


class Later(Mapping[str, object]):
    """Values that take long to make, made when the first of them is asked for. Equal to those values.

    kept:  whether they are made once for all who want them; those of stories are too many for that
    """

    __slots__ = ("_made", "_make", "kept")

    def __init__(self, make: Callable[[], Mapping[str, object]], *, kept: bool = False) -> None:
        self._make, self.kept = make, kept
        self._made: Mapping[str, object] | None = None

    def _values(self) -> Mapping[str, object]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def passing(self) -> Mapping[str, object]:
        """Give the values to somebody who wants all of them once; most are not kept for another."""
        return self._make() if self._made is None and not self.kept else self._values()

    def __getitem__(self, name: str) -> object:
        return self._values()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __len__(self) -> int:
        return len(self._values())

    def __repr__(self) -> str:
        return repr(self._values())


def passing(values: Mapping[str, object]) -> Mapping[str, object]:
    """Give values to somebody who prints them: a large site has many, and they need not all be kept."""
    return values.passing() if isinstance(values, Later) else values


MadeOf = Callable[[Callable[[str], bytes]], object]


def of_no_story(_facts: Callable[[str], bytes]) -> object:
    """Give what the values of a page are made of that shows nothing of any story."""
    return ()


STORY, LESSON, TERM, PAGE = "story", "lesson", "term", "page"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site in one language.

    path:      its address below the language, without slashes at the ends; the home page has none
    template:  the file in `templates/` that prints it
    context:   the values the template needs, besides `prose`; where there are many, made when it is printed
    date:      when its content was published, for the sitemap
    menu:      a shorter title for menus, if there is one
    foreign:   the language of its title and prose, where that is not the language of the page
    listed:    whether search engines may find it
    group:     under what the site's own search shows it, if it is listed: story, lesson, term or page;
               nothing if that should not find it. Stories are found even where they are not translated
    found:     the values for what the search finds it by, where those of the page take long to make
    scripts:   the files in `assets/scripts` that it works with
    notes:     the findings that a preview shows above it
    made_of:   gives all that its values are made of, from what gives the digest of a story by its id; left
               out where that is the whole collection
    moved:     the address below the language of the page that a reader is sent on to; nothing for most
    """

    path: str
    language: str
    title: str
    template: str
    context: Mapping[str, object]
    summary: str = ""
    menu: str = ""
    prose: Markdown | None = None
    date: date | None = None
    listed: bool = True
    classes: tuple[str, ...] = ()
    foreign: str = ""
    group: str = PAGE
    found: Mapping[str, object] | None = None
    scripts: tuple[str, ...] = ()
    notes: Sequence[Finding] = ()
    moved: str = ""
    made_of: MadeOf | None = field(default=None, compare=False, repr=False)

    @property
    def findable(self) -> bool:
        """Whether the site's own search finds it."""
        return self.group == STORY or (self.listed and bool(self.group))
