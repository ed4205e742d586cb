"""The parts of a story that have fields of their own."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic import Field as ModelField

from cx_stories.model.shape import Day, Name, Term, Text, Url

REQUIRED: dict[str, Any] = {"required": True}
SUPPORTS, CONTRADICTS = "supports", "contradicts"
"""How a story may stand to a lesson that it shares with others."""


class Part(BaseModel):
    """A frozen value that refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """Where a retold story was published first."""

    title: Annotated[str, Text()] = ModelField(
        description="Its title.", json_schema_extra=REQUIRED, examples=["Open on Boxing Day"]
    )
    publication: Annotated[str, Text()] = ModelField(
        "", description="The magazine, book or site.", examples=["Customer First"]
    )
    author: Annotated[str, Text()] = ModelField(
        "", description="Who wrote it there.", examples=["K. van der Ouderaa"]
    )
    url: Annotated[str, Url()] = ModelField("", description="Its address on the web.")
    accessed: Annotated[datetime.date | None, Day()] = ModelField(
        None, description="The day it was read there."
    )
    kind: Annotated[str, Term("source_kind")] = ModelField("", description="How the story uses it.")


class Consent(Part):
    """The teller's consent. Never published."""

    status: Annotated[str, Term("consent")] = ModelField(
        description="Whether it was given.", json_schema_extra=REQUIRED
    )
    date: Annotated[datetime.date | None, Day()] = ModelField(None, description="The day it was given.")
    ref: Annotated[str, Text()] = ModelField(
        "", description="Where the consent is kept.", examples=["Folder 12, sheet 3"]
    )


class Image(Part):
    """A picture with the story."""

    file: Annotated[str, Text()] = ModelField(
        description="Its file name.", json_schema_extra=REQUIRED, examples=["umbrella.jpg"]
    )
    alt: Annotated[str, Text()] = ModelField(
        "",
        description="What it shows, for those who cannot see it.",
        examples=["A wet umbrella on an empty seat."],
    )
    credit: Annotated[str, Text()] = ModelField(
        "", description="Who made it.", examples=["Photograph by the teller"]
    )


class Lesson(Part):
    """What can be learned from a story.

    lesson:  the id that all stories share which have something to say about the same lesson, or nothing
    stance:  whether the story supports that lesson or contradicts it
    """

    lesson: Annotated[str, Name()] = ModelField(
        "",
        description="A name for the lesson, the same in every story that teaches it.",
        examples=["look-behind-you"],
    )
    text: Annotated[str, Text()] = ModelField(
        description="The lesson in the words of this story.",
        json_schema_extra=REQUIRED,
        examples=["A minute of looking back saves a day of looking for it."],
    )
    stance: Annotated[str, Term("stance")] = ModelField(
        SUPPORTS, description="Whether the story supports the lesson of that name, or contradicts it."
    )


def lesson_place(number: int) -> str:
    """Give the place of a lesson on the page of its story, the first being 1; links to it work for ever."""
    return f"lesson.{number}"


class Shared(Part):
    """A lesson of a story that other stories may have, too.

    number:  which of the story's lessons it is; the first is 1
    lesson:  its id
    """

    number: int
    lesson: str
    stance: str = SUPPORTS

    @property
    def supports(self) -> bool:
        """Whether the story supports the lesson."""
        return self.stance == SUPPORTS


class Ignore(Part):
    """A finding the writer has looked at and accepts."""

    rule: Annotated[str, Text()] = ModelField(
        description="Its code.", json_schema_extra=REQUIRED, examples=["CX304"]
    )
    reason: Annotated[str, Text()] = ModelField(
        "", description="Why it is right here.", examples=["It is told in one breath."]
    )
    until: Annotated[datetime.date | None, Day()] = ModelField(None, description="When to look again.")
