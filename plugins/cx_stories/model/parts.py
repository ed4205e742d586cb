"""The parts of a story that have fields of their own."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic import Field as ModelField

from cx_stories.model.shape import Day, Term, Text, Url

REQUIRED: dict[str, Any] = {"required": True}


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


class Ignore(Part):
    """A finding the writer has looked at and accepts."""

    rule: Annotated[str, Text()] = ModelField(
        description="Its code.", json_schema_extra=REQUIRED, examples=["CX304"]
    )
    reason: Annotated[str, Text()] = ModelField(
        "", description="Why it is right here.", examples=["It is told in one breath."]
    )
    until: Annotated[datetime.date | None, Day()] = ModelField(None, description="When to look again.")
