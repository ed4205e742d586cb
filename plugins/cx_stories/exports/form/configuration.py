"""What the form is told: where stories are kept, which kinds of files there are, what each of them asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from cx_stories.exports.form.order import in_order
from cx_stories.exports.form.widgets import Widget, Widgets
from cx_stories.model.document import SHELVES, Kind
from cx_stories.model.fields import FIELDS, WORDED
from cx_stories.model.shape import LONGEST_NAME
from cx_stories.vocabulary.vocabulary import Vocabularies, said_in

STORY, ARTICLE = "cx-story-frontmatter", "cx-article-frontmatter"
"""What the two ways to read and write files are called that form.js brings; Sveltia CMS wants that ending."""
AS_READ = "as_read"
"""The field in which the form keeps a file as it was read."""
_GROUPED = ("polarity", "status", "provenance")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of the form are.

    content:  the folder with the stories, seen from the top of the repository; nothing if it is the top
    backend:  what the program is told about the host of the repository; nothing for a folder
    top:      what that folder is called, for a writer who is asked to choose it
    """

    content: str
    backend: Mapping[str, str]
    top: str = "stories"

    @property
    def host(self) -> Mapping[str, Any]:
        """What the program is told: for a folder a host that it asks nothing, and a name to show."""
        folder = {"name": "gitea", "repo": f"folder/{self.top}", "app_id": "none", "auth_methods": ["token"]}
        return self.backend or folder

    def folder(self, name: str) -> str:
        """Give a folder of the content, seen from the top of the repository."""
        return f"{self.content}/{name}" if self.content else name


@dataclass(frozen=True, slots=True)
class Told:
    """What the form is told about a site.

    languages:  the default one first; the form itself speaks that
    gettext:    gives the words of the package in that language
    """

    name: str
    place: Place
    languages: Sequence[str]
    vocabularies: Vocabularies
    gettext: Callable[[str], str]


def configuration(told: Told) -> str:
    """Give the configuration of the form, as YAML that Decap CMS reads, too."""
    made: dict[str, Any] = {
        "app_title": told.name,
        "backend": dict(told.place.host),
        "media_folder": told.place.folder("assets"),
        "public_folder": "/assets",
        "media_libraries": {"stock_assets": False},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_NAME},
        "output": {"yaml": {"quote": "double"}},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(told.languages),
            "default_locale": told.languages[0],
            "omit_default_locale_from_file_path": True,
            "initial_locales": "default",
        },
        "collections": list(_collections(told)),
    }
    return yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=10_000)


def _collections(told: Told) -> Iterator[Mapping[str, Any]]:
    for kind, label, one in (
        (Kind.STORY, told.gettext("Stories"), told.gettext("Story")),
        (Kind.PERSON, told.gettext("People"), told.gettext("Person")),
        (Kind.SERIES, told.gettext("Series"), told.gettext("Series")),
    ):
        stories = kind is Kind.STORY
        yield {
            "name": SHELVES[kind],
            "label": label,
            "label_singular": one,
            "folder": told.place.folder(SHELVES[kind]),
            "create": True,
            "i18n": True,
            "extension": "md",
            "format": STORY if stories else ARTICLE,
            "slug": "{{title}}",
            "identifier_field": "title",
            "summary": "{{title}}",
            "sortable_fields": ["title", "date"] if stories else ["title"],
            **(_groups(told) if stories else {}),
            "fields": _fields(kind, told),
        }


def _groups(told: Told) -> Mapping[str, Any]:
    """Let a writer see the drafts alone, and the stories by verdict and the like."""
    vocabularies, language = told.vocabularies, told.languages[0]
    drafts = vocabularies["status"].by_id.get("draft")
    filters = [{"label": drafts.label(language), "field": "status", "pattern": "^draft$"}] if drafts else []
    groups = [{"label": said_in(vocabularies[name].label_one, language), "field": name} for name in _GROUPED]
    return {"view_filters": filters, "view_groups": groups}


def _fields(kind: Kind, told: Told) -> Sequence[Widget]:
    """Give what a file asks: the text itself after the title and the summary, as one who tells would."""
    fields = FIELDS[kind]
    worded = WORDED if kind is Kind.STORY else frozenset(("title", "menu", "summary"))
    widgets = Widgets(told.vocabularies, told.languages[0], told.gettext, worded)
    asked = {field.name: widgets.of(field) for field in in_order(fields)}
    first = [asked.pop(name) for name in ("title", "summary")]
    body: Widget = {
        "name": "body",
        "label": told.gettext("Text"),
        "widget": "markdown",
        "modes": ["raw"],
        "required": False,
        "i18n": True,
    }
    kept: Widget = {"name": AS_READ, "widget": "hidden", "i18n": True}
    return [*first, body, *asked.values(), kept]
