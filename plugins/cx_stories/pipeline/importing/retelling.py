"""The stories of a column, as sketches that stand together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cx_stories.exports.story_text import Value
from cx_stories.pipeline.drafting import id_of
from cx_stories.pipeline.importing.columns import Column, Part, pairs_among
from cx_stories.pipeline.importing.credits import Credits, credits_in, is_credit, time_in
from cx_stories.pipeline.importing.escaping import address, capitalised
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.names import meant
from cx_stories.pipeline.importing.pieces import Old, Read
from cx_stories.pipeline.importing.sections import set_apart
from cx_stories.pipeline.importing.sketch import Sketch
from cx_stories.vocabulary.vocabulary import folded


def retold(read: Read, column: Column, known: Known, told: Credits, language: str) -> Sequence[Sketch]:
    """Give a sketch for each story of a column.

    told:      what the person who imports it says of it, which counts more than what it says itself
    language:  as that person says; nothing if the headings of the column tell
    """
    credits = told.beside(_recognised(read, column, known))
    sketches = [_sketch(read, part, credits, known, language) for part in column.parts]
    for one, other in pairs_among(column.parts):
        sketches[one].partner, sketches[other].partner = sketches[other], sketches[one]
    if sketches:
        _tell(sketches[0], read, column, credits)
    for sketch in sketches:
        if sketch.partner is None:
            sketch.say(f"Nothing of the opposite verdict stands beside {_called(sketch)}, so it has no pair.")
    return sketches


def _recognised(read: Read, column: Column, known: Known) -> Credits:
    """Give what a column says of itself; a teller or a series that the site knows is found anywhere."""
    found = credits_in(read, column.lead, column.rest).beside(_from_front_matter(read, known))
    around = folded(" ".join(block.plain for block in column.lead))
    series = [name for name in known.series if name and name in folded(f"{found.title} {around}")]
    people = [
        name for name in known.people if " " in name and name in around and name != folded(found.author)
    ]
    return replace(
        found,
        series=found.series or max(series, key=len, default=""),
        teller=found.teller or (people[0] if len(people) == 1 else ""),
    )


def _from_front_matter(read: Read, known: Known) -> Credits:
    said = {meant(old.name, known.vocabularies): old.value for old in read.olds}
    named = {
        name: said.get(name, "") for name in ("title", "author", "teller", "series", "publication", "url")
    }
    return Credits(**named, date=time_in(said.get("date", "")))


def _sketch(read: Read, part: Part, credits: Credits, known: Known, language: str) -> Sketch:
    spoken = language or (part.language if part.language in known.languages else known.languages[0])
    fields: dict[str, Value] = {
        "title": capitalised(part.title),
        "polarity": part.polarity,
        "status": "draft",
        "provenance": "retold",
        "teller": _page(credits.teller, known.people),
        "series": _page(credits.series, known.series),
        "source": _source(credits, known),
    }
    names = {id_of(name): name for name in (credits.teller, credits.series) if name}
    sketch = Sketch(read.name, 0, spoken, fields, column=True, names=names, day=credits.date)
    sketch.blocks = set_apart(sketch, part.blocks, known.vocabularies)
    return sketch


def _page(name: str, there: Mapping[str, str]) -> str:
    return (there.get(folded(name)) or id_of(name)) if name else ""


def _source(credits: Credits, known: Known) -> Value:
    url = address(credits.url)
    source = {
        "title": credits.title or credits.series or credits.publication,
        "publication": credits.publication,
        "author": credits.author,
        "url": url,
        "accessed": known.today.isoformat() if url else "",
        "kind": "retold",
    }
    return {name: value for name, value in source.items() if value or name == "title"}


def _tell(sketch: Sketch, read: Read, column: Column, credits: Credits) -> None:
    """Say what was not taken over, and which pages are still missing."""
    sketch.remarks += read.remarks
    named = folded(credits.title)
    lead = [one for one in column.lead if one.plain and folded(one.plain) != named and not is_credit(one)]
    if lead:
        sketch.kept += [Old("", block.plain) for block in lead]
        sketch.say("What stands before the first story was kept below the text of this one.")
    for block in column.rest:
        if block.plain:
            sketch.say(f"Left out, after the last story: “{block.plain}”")
    missing = [
        name
        for name in ("title", "author", "publication", "teller", "series", "url", "date")
        if not getattr(credits, name)
    ]
    if missing:
        sketch.say(
            f"The column does not say its {_listed(missing)}. Add that in the drafts, or by an option."
        )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _called(sketch: Sketch) -> str:
    return f'"{sketch.title}"' if sketch.title else "a story"
