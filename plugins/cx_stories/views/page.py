"""What a view gives: the values of a page, to be printed by its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site in one language.

    path:      its address below the language, without slashes at the ends; the home page has none
    template:  the file in `templates/` that prints it
    context:   the values the template needs, besides `prose`
    date:      when its content was published, for the sitemap
    menu:      a shorter title for menus, if there is one
    foreign:   the language of its title and prose, where that is not the language of the page
    listed:    whether search engines and the site's own search should find it
    notes:     the findings that a preview shows above it
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
    notes: Sequence[Finding] = ()
