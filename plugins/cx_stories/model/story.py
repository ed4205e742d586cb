"""Story and its parts: typed, valid, immutable. What we vouch for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic import Field as ModelField

from cx_stories.model.document import Kind
from cx_stories.model.shape import (
    Day,
    Evidence,
    Record,
    Records,
    Reference,
    References,
    Term,
    Terms,
    Text,
    Texts,
    Url,
    Wordings,
)

SUMMARY_LIMIT = 200
REQUIRED: dict[str, Any] = {"required": True}


class Part(BaseModel):
    """A frozen value that refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """Where a retold story was published first."""

    title: Annotated[str, Text()] = ModelField(description="Its title.", json_schema_extra=REQUIRED)
    publication: Annotated[str, Text()] = ModelField("", description="The magazine, book or site.")
    author: Annotated[str, Text()] = ModelField("", description="Who wrote it there.")
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
    ref: Annotated[str, Text()] = ModelField("", description="Where the consent is kept.")


class Image(Part):
    """A picture with the story."""

    file: Annotated[str, Text()] = ModelField(description="Its file name.", json_schema_extra=REQUIRED)
    alt: Annotated[str, Text()] = ModelField("", description="What it shows, for those who cannot see it.")
    credit: Annotated[str, Text()] = ModelField("", description="Who made it.")


class Ignore(Part):
    """A finding the writer has looked at and accepts."""

    rule: Annotated[str, Text()] = ModelField(description="Its code.", json_schema_extra=REQUIRED)
    reason: Annotated[str, Text()] = ModelField("", description="Why it is right here.")
    until: Annotated[datetime.date | None, Day()] = ModelField(None, description="When to look again.")


class Telling(Part):
    """What of a story is language; one for each language it is told in.

    elements, missed:  the evidence sentence by element id, empty where the writer gave none
    """

    language: str
    path: str
    title: Annotated[str, Text()] = ModelField(
        description="The name of the story.", json_schema_extra=REQUIRED
    )
    summary: Annotated[str, Text()] = ModelField(
        description="One sentence that makes people want to read it, at most 200 characters.",
        json_schema_extra=REQUIRED,
    )
    elements: Annotated[Mapping[str, str], Evidence("elements")] = ModelField(
        default_factory=dict,
        description="What the experience did: the elements, if possible each with its evidence.",
        json_schema_extra=REQUIRED,
    )
    missed: Annotated[Mapping[str, str], Evidence("elements")] = ModelField(
        default_factory=dict, description="What the experience should have done and did not."
    )
    lessons: Annotated[tuple[str, ...], Texts()] = ModelField(
        (), description="What can be learned from it, one sentence each.", json_schema_extra=REQUIRED
    )
    questions: Annotated[tuple[str, ...], Texts()] = ModelField(
        (), description="What to ask a group that has read it."
    )
    theatre: Annotated[Mapping[str, str], Wordings("theatre")] = ModelField(
        default_factory=dict, description="The experience seen as a stage production."
    )
    alt: str = ""
    body: str = ""
    body_line: int = 1


class Story(Part):
    """One experience: its facts, and its tellings by language.

    Only a draft may lack `date` or `polarity`.
    """

    id: str
    language: str
    tellings: Mapping[str, Telling]
    date: Annotated[datetime.date | None, Day()] = ModelField(
        None, description="The day it was published here.", json_schema_extra=REQUIRED
    )
    polarity: Annotated[str, Term("polarity")] = ModelField(
        "", description="The teller's own verdict on the whole.", json_schema_extra=REQUIRED
    )
    status: Annotated[str, Term("status")] = ModelField(
        "published", description="How far the story is on its way to the reader."
    )
    provenance: Annotated[str, Term("provenance")] = ModelField(
        "", description="Where the story comes from.", json_schema_extra=REQUIRED
    )
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    stages: Annotated[tuple[str, ...], Terms("stages")] = ModelField(
        (), description="When in the customer journey it happened."
    )
    channels: Annotated[tuple[str, ...], Terms("channels")] = ModelField(
        (), description="Through which channels."
    )
    touchpoints: Annotated[tuple[str, ...], Terms("touchpoints")] = ModelField(
        (), description="At which moments of contact."
    )
    senses: Annotated[tuple[str, ...], Terms("senses")] = ModelField(
        (), description="Which senses it worked on."
    )
    emotions: Annotated[tuple[str, ...], Terms("emotions", in_order=True)] = ModelField(
        (), description="What was felt, in that order."
    )
    sector: Annotated[str, Term("sectors")] = ModelField("", description="The kind of organisation.")
    organisation: Annotated[str, Text()] = ModelField(
        "", description="Its name; leave it out to keep it anonymous."
    )
    outcomes: Annotated[tuple[str, ...], Terms("outcomes")] = ModelField(
        (), description="What came of it for the organisation."
    )
    incident: Annotated[str, Term("incident")] = ModelField("", description="What set it off.")
    recovery: Annotated[str, Term("recovery")] = ModelField(
        "", description="How far a failure was put right."
    )
    teller: Annotated[str, Reference(Kind.PERSON)] = ModelField("", description="Whose experience it was.")
    author: Annotated[str, Reference(Kind.PERSON)] = ModelField("", description="Who wrote it down here.")
    series: Annotated[str, Reference(Kind.SERIES)] = ModelField("", description="The series it appeared in.")
    issue: Annotated[str, Text()] = ModelField("", description="The issue of the series.")
    pair: Annotated[str, Reference(Kind.STORY)] = ModelField(
        "", description="The story of the opposite polarity it is told together with."
    )
    related: Annotated[tuple[str, ...], References(Kind.STORY)] = ModelField(
        (), description="Other stories that a reader should see next."
    )
    unrelated: Annotated[tuple[str, ...], References(Kind.STORY)] = ModelField(
        (), description="Stories that must not be proposed beside it."
    )
    source: Annotated[Source | None, Record(Source)] = ModelField(
        None, description="Where it was published first."
    )
    consent: Annotated[Consent | None, Record(Consent)] = ModelField(
        None, description="The teller's consent; never published."
    )
    image: Annotated[Image | None, Record(Image)] = ModelField(None, description="A picture with it.")
    aliases: Annotated[tuple[str, ...], Texts()] = ModelField(
        (), description="Earlier ids, which keep working."
    )
    ignore: Annotated[tuple[Ignore, ...], Records(Ignore)] = ModelField(
        (), description="Findings that are right here, each with a reason."
    )

    def told_in(self, language: str) -> Telling:
        """Give the telling in this language, else in the language it was first told in."""
        return self.tellings.get(language) or self.tellings[self.language]

    @property
    def published(self) -> bool:
        """Whether readers may see it."""
        return self.status == "published"

    @property
    def score(self) -> int:
        """The number of elements that were there."""
        return len(self.hits)


class Prose(Part):
    """A page of prose in one language."""

    language: str
    path: str
    title: Annotated[str, Text()] = ModelField(
        description="The heading of the page.", json_schema_extra=REQUIRED
    )
    menu: Annotated[str, Text()] = ModelField("", description="A shorter heading for menus.")
    summary: Annotated[str, Text()] = ModelField("", description="One sentence on what it is about.")
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
