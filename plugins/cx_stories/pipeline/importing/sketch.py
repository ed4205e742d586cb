"""A story in the making: what is known of it, what is not, and what only a person can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cx_stories.exports.story_text import Value
from cx_stories.pipeline.importing.pieces import Block, Old, Remark
from cx_stories.views.catalogue import catalogue
from cx_stories.vocabulary.vocabulary import Vocabularies

Say = Callable[[str], str]
"""Gives words in the language of the story."""


@dataclass(slots=True)
class Sketch:
    """A story that somebody will go on with.

    file, line:  where it comes from
    kept:        what was not understood; it goes below the text
    partner:     the sketch that it is told together with
    by_name:     the id that it had in its old home
    names:       people and series by their ids, as they were written
    day:         when the old text was published, as a day or a month
    """

    file: str
    line: int
    language: str
    fields: dict[str, Value] = field(default_factory=dict)
    blocks: Sequence[Block] = ()
    kept: list[Old] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    partner: Sketch | None = None
    column: bool = False
    by_name: str = ""
    names: dict[str, str] = field(default_factory=dict)
    day: str = ""

    @property
    def title(self) -> str:
        """What it is called; nothing if nobody has said."""
        title = self.fields.get("title", "")
        return title if isinstance(title, str) else ""

    def say(self, said: str, line: int = 0) -> None:
        """Add a remark to the report."""
        self.remarks.append(Remark(self.file, line or self.line, said))


def todos(sketch: Sketch, vocabularies: Vocabularies) -> Mapping[str, str]:
    """Give what a person is still to do, by the field above which it is said; without one, above all.

    It is said in the language of the story, as far as there are words for it.
    """
    _ = catalogue(sketch.language).gettext
    said = {"": _first_of_all(sketch, _), **_of_people(sketch, vocabularies, _)}
    if not sketch.title:
        said["title"] = _("To do: a name for the story.")
    if not sketch.fields.get("summary"):
        said["summary"] = _("To do: one sentence that makes people want to read it, at most 200 characters.")
    said["date"] = _of_day(sketch, _)
    if not sketch.fields.get("polarity"):
        said["polarity"] = _("To do: the teller's own verdict, positive or negative.")
    if not sketch.fields.get("provenance"):
        names = ", ".join(term.id for term in vocabularies["provenance"].offered)
        said["provenance"] = _("To do: where it comes from: %(names)s.") % {"names": names}
    said["elements"] = _(
        "To do: what the experience did, each with a sentence of the story that shows it, such as\n"
        '`  surprising: "They were open on the holiday."`\n'
        "Choose from %(names)s. Where nothing fits, leave it empty: `elements: []`."
    ) % {"names": ", ".join(term.id for term in vocabularies["elements"].offered)}
    said["missed"] = _("To do: what it should have done and did not, in the same way; or take this line out.")
    if not sketch.fields.get("lessons"):
        said["lessons"] = _("To do: what can be learned from it, a line for each, beginning with `- `.")
    return said


def _of_day(sketch: Sketch, _: Say) -> str:
    """Say which day is asked for; the old one is no day of publication here, and is not lost either."""
    asked = _("To do: the day it is published here, as 2026-01-31.")
    return asked + (" " + _("The old text is of %(day)s.") % {"day": sketch.day} if sketch.day else "")


def _first_of_all(sketch: Sketch, _: Say) -> str:
    lines = [
        _(
            "A draft from an import. What begins with `To do` waits for you: do it, and take the remark out "
            "before you publish."
        ),
    ]
    if sketch.column:
        lines.append(
            _(
                "To do: retell it in your own words. What stands below is the work of whoever wrote the "
                "column."
            )
        )
    lines.append(
        _(
            "To do: take out names, addresses and numbers by which somebody can be recognised who did not "
            "agree."
        )
    )
    if sketch.kept:
        lines.append(
            _("To do: what was not understood stands at the end of the text. Use it or take it out.")
        )
    return "\n".join(lines)


def _of_people(sketch: Sketch, vocabularies: Vocabularies, _: Say) -> Mapping[str, str]:
    said = {"organisation": _("To do: the name of the shop, if it may be named; if not, take this line out.")}
    if sketch.column:
        said["teller"] = _("To do: may whoever tells it be named here? A teller has a page in people/.")
        said["series"] = _("To do: the series that the column is in, which has a page in series/.")
        said["source"] = _("To do: is this right, and complete? It is shown below the story.")
    elif sketch.fields.get("provenance") != "retold":
        names = ", ".join(term.id for term in vocabularies["consent"].offered)
        said["consent"] = _(
            "To do: the teller's consent, such as `consent: {status: given, date: 2026-01-10}`. The "
            "status is one of %(names)s. It is never published."
        ) % {"names": names}
    return said
