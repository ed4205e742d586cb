"""Story and its parts: typed, valid, immutable. What we vouch for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field as ModelField

from cx_stories.model.document import Kind
from cx_stories.model.parts import REQUIRED, Consent, Ignore, Image, Lesson, Part, Shared, Source
from cx_stories.model.shape import (
    Day,
    Evidence,
    Record,
    Records,
    Reference,
    References,
    Sayings,
    Term,
    Terms,
    Text,
    Texts,
    Wordings,
)

SUMMARY_LIMIT = 200
HIT, MISSED, NOT_EVIDENCED = STATES = "hit", "missed", "none"
"""How an element may be in a story."""


class Telling(Part):
    """What of a story is language; one for each language it is told in.

    elements, missed:  the evidence sentence by element id, empty where the writer gave none
    """

    language: str
    path: str
    title: Annotated[str, Text()] = ModelField(
        description="The name of the story.", json_schema_extra=REQUIRED, examples=["The umbrella"]
    )
    summary: Annotated[str, Text()] = ModelField(
        description="One sentence that makes people want to read it, at most 200 characters.",
        json_schema_extra=REQUIRED,
        examples=["A driver runs after a passenger with the umbrella she had left behind."],
    )
    elements: Annotated[Mapping[str, str], Evidence("elements")] = ModelField(
        default_factory=dict,
        description="What the experience did: the elements, if possible each with its evidence.",
        json_schema_extra=REQUIRED,
    )
    missed: Annotated[Mapping[str, str], Evidence("elements")] = ModelField(
        default_factory=dict, description="What the experience should have done and did not."
    )
    lessons: Annotated[tuple[str, ...], Sayings(Lesson)] = ModelField(
        (),
        description="What can be learned from it, one sentence each.",
        json_schema_extra=REQUIRED,
        examples=["Check the seats at the end of the line."],
    )
    questions: Annotated[tuple[str, ...], Texts()] = ModelField(
        (), description="What to ask a group that has read it.", examples=["Who looks under our seats?"]
    )
    theatre: Annotated[Mapping[str, str], Wordings("theatre")] = ModelField(
        default_factory=dict, description="The experience seen as a stage production."
    )
    alt: str = ""
    body: str = ""
    body_line: int = 1


class Story(Part):
    """One experience: its facts, and its tellings by language.

    hits, misses:  the elements that were there, and those that should have been
    shared:        those of its lessons that other stories may have, too

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
    shared: tuple[Shared, ...] = ()
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
        "", description="Its name; leave it out to keep it anonymous.", examples=["City Bus"]
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
    issue: Annotated[str, Text()] = ModelField("", description="The issue of the series.", examples=["12"])
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
        (), description="Earlier ids, which keep working.", examples=["the-lost-umbrella"]
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

    def state_of(self, element: str) -> str:
        """Give whether an element was there, was missed, or is not evidenced."""
        if element in self.hits:
            return HIT
        return MISSED if element in self.misses else NOT_EVIDENCED

    @property
    def score(self) -> int:
        """The number of elements that were there."""
        return len(self.hits)
