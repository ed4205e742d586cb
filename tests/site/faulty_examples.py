"""The bad example of every rule as part of a whole site: where it is found, and what readers must not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from cx_stories.checks.base import Rule
from cx_stories.checks.examples import files_of
from tests.site.made_site import Stage

CONFIG = (
    "site_name: Small stage\ndocs_dir: content\ntheme: material\n"
    "plugins: [search, {cx-stories: {languages: [%s]}}]\n"
)
BOTH, ENGLISH = CONFIG % "en, nl", CONFIG % "en"
CONFIGURATION = "../mkdocs.yml"
TEXT = "four minutes past nine"
SAMPLE = ("Refund in one call", TEXT)
"""Words of the sample story."""
FIRST = ("Refund in one call", "She rang at nine")
"""Words of the examples that are whole files."""


@dataclass(frozen=True)
class Found:
    """Where the bad example of a rule must be reported.

    hidden:  words of it that no reader may see, if the fault is an error
    also:    the other places of the same fault
    beside:  whether there is a sound story beside it; some faults are about all the stories there are
    """

    place: str
    hidden: tuple[str, ...] = SAMPLE
    also: tuple[str, ...] = ()
    beside: bool = True

    @property
    def places(self) -> Sequence[str]:
        """All places, in order."""
        return (self.place, *self.also)


FOUND: Mapping[str, Found] = {
    "CX001": Found("stories/example.md:2:11", ("on the quay",)),
    "CX002": Found("stories/example.md:1:1", FIRST),
    "CX003": Found("stories/example.md:1:1", FIRST),
    "CX004": Found("stories/example.md:2:8", ("A quote that never closes", TEXT)),
    "CX005": Found("stories/example.md:3:1", ("Refund in", TEXT)),
    "CX006": Found("stories/example.md:2:1", FIRST),
    "CX007": Found("stories/example.md:2:8", ("One* call", TEXT)),
    "CX008": Found("stories/example.md:2:28"),
    "CX009": Found("stories/example.md:2:8", ("a refund in one call", TEXT)),
    "CX010": Found("stories/example.md:2:14", ("in one call",)),
    "CX011": Found("stories/con.md:1:1"),
    "CX012": Found("stories/refund.md:1:1", ("Refund again", TEXT)),
    "CX013": Found("stories/notes.docx:1:1", ("notes.docx",)),
    "CX014": Found("stories/example.md:16:1", ("The kettle", *SAMPLE)),
    "CX101": Found("stories/example.md:2:1", ("Example", TEXT)),
    "CX102": Found("stories/example.md:2:1"),
    "CX103": Found("stories/example.md:2:1"),
    "CX104": Found("stories/example.md:2:11"),
    "CX105": Found("stories/example.md:2:8", ("012", TEXT)),
    "CX106": Found("stories/example.md:2:7"),
    "CX107": Found("stories/example.md:2:7"),
    "CX108": Found("stories/example.md:2:10"),
    "CX109": Found("stories/example.md:2:40"),
    "CX110": Found("stories/example.md:3:13"),
    "CX201": Found("stories/example.md:2:10"),
    "CX202": Found("stories/example.md:2:10"),
    "CX203": Found("stories/example.md:2:17"),
    "CX204": Found("stories/a-good-day.md:2:11", ("a-good-day", "a-bat-day")),
    "CX205": Found("stories/refund.md:2:9"),
    "CX206": Found("stories/good-day.md:2:7"),
    "CX207": Found("stories/bad-day.md:3:7", also=("stories/good-day.md:3:7",)),
    "CX208": Found("stories/example.md:2:10"),
    "CX209": Found("stories/a-day.md:2:11", ("a-day/", *SAMPLE)),
    "CX210": Found("people/mina.md:4:24", ("She told of",)),
    "CX211": Found("stories/example.md:2:15"),
    "CX212": Found("stories/coat.nl.md:3:11", ("The coat", "De jas"), beside=False),
    "CX213": Found("stories/example.md:2:12"),
    "CX214": Found("stories/kettle.md:4:13", ("The kettle",)),
    "CX215": Found("stories/example.md:2:52"),
    "CX216": Found("stories/a-day.md:3:13"),
    "CX301": Found("stories/example.md:2:12"),
    "CX302": Found("stories/example.md:3:3"),
    "CX303": Found("stories/example.md:2:12"),
    "CX304": Found("stories/example.md:12:1"),
    "CX305": Found("stories/example.md:2:1"),
    "CX306": Found("stories/example.md:2:1"),
    "CX307": Found("stories/example.md:2:11"),
    "CX308": Found("stories/jacket.md:2:1"),
    "CX309": Found("stories/refund.md:2:1", beside=False),
    "CX310": Found("stories/example.md:2:1"),
    "CX311": Found("stories/example.md:14:1"),
    "CX312": Found("stories/example.md:2:10"),
    "CX313": Found("stories/example.md:12:1"),
    "CX314": Found("stories/example.md:2:1"),
    "CX401": Found("stories/example.md:3:10", ("mina@example.org", *SAMPLE)),
    "CX402": Found("stories/example.md:3:25", ("020 794 0123", *SAMPLE)),
    "CX403": Found("stories/example.md:3:27", ("0417 1643", *SAMPLE)),
    "CX404": Found("stories/example.md:3:30", ("123456782", *SAMPLE)),
    "CX405": Found("stories/example.md:3:28"),
    "CX406": Found("stories/example.md:6:15"),
    "CX407": Found("stories/example.md:11:1"),
    "CX408": Found("stories/example.md:11:1"),
    "CX409": Found("stories/example.md:16:1"),
    "CX410": Found("stories/example.md:3:30", ("Mina Jansen", *SAMPLE)),
    "CX501": Found("stories/story-01.md:2:1", beside=False),
    "CX502": Found("../channels.yml:3:9", beside=False),
    "CX503": Found("stories/story-01.md:3:1", beside=False),
    "CX504": Found("series/night-shift.md:2:1"),
    "CX601": Found("stories/example.md:16:16", ("onclick", *SAMPLE)),
    "CX602": Found("stories/example.md:16:28", ("javascript:alert", *SAMPLE)),
    "CX603": Found("stories/example.md:16:16", ("example.org/coat", *SAMPLE)),
    "CX604": Found("stories/example.md:16:18", ("What it cost", *SAMPLE)),
    "CX901": Found("stories/example.md:3:17"),
    "CX902": Found("stories/example.md:3:17"),
    "CX903": Found("stories/example.md:2:17"),
    "CX904": Found("../channels.yml:4:5"),
    "CX905": Found("../mkdocs.yml:5:7"),
}
"""Every rule by its code."""


def findings(rule: Rule) -> tuple[str, ...]:
    """Give the lines in which the bad example of a rule is reported."""
    places = (
        place.removeprefix("../") if ".." in place else f"content/{place}"
        for place in FOUND[rule.code].places
    )
    return tuple(f"{place}  {rule.code} {rule.name}  {rule.severity}" for place in places)


def draw(stage: Stage, rule: Rule) -> None:
    """Put the bad example of a rule among sound content.

    The site is in English alone where the rule is not about translations: that is half as many pages.
    """
    translated = any(".nl." in path for path in files_of(rule.bad))
    stage.configure(BOTH if translated else ENGLISH)
    stage.write("index.md", "# A sound stage\n\nWelcome.\n")
    if FOUND[rule.code].beside:
        stage.story("lamp", title="A lamp in the rain")
    for path, content in files_of(rule.bad).items():
        stage.write(path, content)


def told(rule: Rule) -> set[str]:
    """Give the ids of the stories of the bad example."""
    paths = map(PurePosixPath, files_of(rule.bad))
    return {
        path.stem.removesuffix(".nl") for path in paths if path.parts[0] == "stories" and path.suffix == ".md"
    }


def faulty(rule: Rule) -> set[str]:
    """Give the ids of the stories in which the fault stands."""
    places = (PurePosixPath(place.partition(":")[0]) for place in FOUND[rule.code].places)
    return {path.stem.removesuffix(".nl") for path in places if path.parts[0] == "stories"}
