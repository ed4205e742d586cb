"""The pages that drafts point at and that a site does not have yet: which file to add, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cx_stories.exports.story_text import story_text
from cx_stories.pipeline.importing.drafts import Draft
from cx_stories.pipeline.importing.known import Known


@dataclass(frozen=True, slots=True)
class Missing:
    """A page to add by hand: pages have no status, so whatever stands there is published.

    path:  below the content folder
    """

    path: str
    text: str


def missing_pages(drafts: Sequence[Draft], known: Known) -> Sequence[Missing]:
    """Give the pages of people and series that drafts name, by path."""
    titles = {identity: name for draft in drafts for identity, name in draft.sketch.names.items()}
    there = {"people": set(known.people.values()), "series": set(known.series.values())}
    found = {
        (folder, value)
        for draft in drafts
        for field, folder in (("teller", "people"), ("author", "people"), ("series", "series"))
        if isinstance(value := draft.sketch.fields.get(field), str) and value and value not in there[folder]
    }
    return [_page(folder, one, titles.get(one, one)) for folder, one in sorted(found)]


def _page(folder: str, identity: str, title: str) -> Missing:
    what = "who this is" if folder == "people" else "what this series is"
    remarks = {"summary": f"To do: one sentence that says {what}."}
    return Missing(f"{folder}/{identity}.md", story_text({"title": title, "summary": ""}, "", remarks))
