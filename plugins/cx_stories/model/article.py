"""A page of prose: whatever is not a story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field as ModelField

from cx_stories.model.document import Kind
from cx_stories.model.parts import REQUIRED, Part
from cx_stories.model.shape import Text, Url


class Prose(Part):
    """A page of prose in one language."""

    language: str
    path: str
    title: Annotated[str, Text()] = ModelField(
        description="The heading of the page.", json_schema_extra=REQUIRED, examples=["The driver of line 4"]
    )
    menu: Annotated[str, Text()] = ModelField(
        "", description="A shorter heading for menus.", examples=["The driver"]
    )
    summary: Annotated[str, Text()] = ModelField(
        "",
        description="One sentence on what it is about.",
        examples=["Who drove the bus in three of our stories."],
    )
    body: str = ""
    body_line: int = 1


class Article(Part):
    """A page that is not a story: a person, a series, an essay on an element, or any other."""

    id: str
    kind: Kind
    language: str
    tellings: Mapping[str, Prose]
    link: Annotated[str, Url()] = ModelField("", description="An address to read more.")

    def told_in(self, language: str) -> Prose:
        """Give the prose in this language, else in the language it was first written in."""
        return self.tellings.get(language) or self.tellings[self.language]
