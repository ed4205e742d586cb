"""What is wrong in the content folder is said once, in the right place, and never published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from cx_stories.checks.base import Check
from cx_stories.checks.examples import files_of
from cx_stories.checks.registry import CHECKS
from cx_stories.model.diagnostic import Severity
from tests.site.html_reading import BuiltSite
from tests.site.made_site import Stage, contents, run_mkdocs, seen

RULES = tuple(check for check in CHECKS if check.code.startswith(("CX0", "CX1")))
"""The rules about a file and its fields."""

SEARCH = "search/search_index.json"
CONFIG = "site_name: Small stage\ndocs_dir: content\ntheme: material\nplugins: [search, cx-stories]\n"


@dataclass(frozen=True)
class Found:
    """Where the bad example of a rule must be reported, and words of it that no reader may then see."""

    place: str
    hidden: tuple[str, ...] = ("Refund in one call", "four minutes past nine")


FOUND: Mapping[str, Found] = {
    "CX001": Found("stories/example.md:2:11", ("on the quay",)),
    "CX002": Found("stories/example.md:1:1", ("Refund in one call", "She rang at nine")),
    "CX003": Found("stories/example.md:1:1", ("Refund in one call", "She rang at nine")),
    "CX004": Found("stories/example.md:2:8", ("A quote that never closes", "four minutes past nine")),
    "CX005": Found("stories/example.md:3:1", ("Refund in", "four minutes past nine")),
    "CX006": Found("stories/example.md:2:1", ("Refund in one call", "She rang at nine")),
    "CX007": Found("stories/example.md:2:8", ("One* call", "four minutes past nine")),
    "CX008": Found("stories/example.md:2:28"),
    "CX009": Found("stories/example.md:2:8", ("a refund in one call", "four minutes past nine")),
    "CX010": Found("stories/example.md:2:14", ("in one call",)),
    "CX011": Found("stories/con.md:1:1"),
    "CX012": Found("stories/refund.md:1:1", ("Refund again", "four minutes past nine")),
    "CX013": Found("stories/notes.docx:1:1", ("notes.docx",)),
    "CX101": Found("stories/example.md:2:1", ("Example", "four minutes past nine")),
    "CX102": Found("stories/example.md:2:1"),
    "CX103": Found("stories/example.md:2:1"),
    "CX104": Found("stories/example.md:2:11"),
    "CX105": Found("stories/example.md:2:8", ("012", "four minutes past nine")),
    "CX106": Found("stories/example.md:2:7"),
    "CX107": Found("stories/example.md:2:7", ()),
    "CX108": Found("stories/example.md:2:10", ()),
    "CX109": Found("stories/example.md:2:40"),
}


def finding(check: Check) -> str:
    """Give the line in which the bad example of a rule is reported."""
    return f"content/{FOUND[check.code].place}  {check.code} {check.name}  {check.severity}"


def draw(stage: Stage, check: Check) -> None:
    """Put the bad example of a rule among sound content."""
    stage.configure(CONFIG)
    stage.write("index.md", "# A sound stage\n\nWelcome.\n")
    stage.story("lamp", title="A lamp in the rain")
    for path, content in files_of(check.bad).items():
        stage.write(path, content)


def published_before(stage: Stage) -> dict[str, bytes]:
    """Put something in the place of an earlier build, and give it byte for byte."""
    for path in ("index.html", "stories/lamp/index.html", SEARCH):
        file = stage.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<p>{path}, as it was", encoding="utf-8")
    return contents(stage.site)


def test_every_rule_of_these_families_is_looked_at() -> None:
    """A new rule cannot be added without saying here where its example is found."""
    assert sorted(FOUND) == [check.code for check in RULES]


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.code)
def test_a_strict_build_stops_at_the_fault_and_publishes_nothing(stage: Stage, check: Check) -> None:
    """The writer reads the rule, the file, the line and the column, and readers keep the site they had."""
    draw(stage, check)
    before = published_before(stage)

    outcome = stage.build(strict=True)

    assert (outcome.exit_code, outcome.findings) == (1, (finding(check),))
    assert outcome.ended == "Nothing was published: 1 of the findings above must be put right first."
    assert contents(stage.site) == before


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.code)
def test_a_lenient_build_leaves_out_the_fault_and_nothing_else(stage: Stage, check: Check) -> None:
    """A faulty story is in no page, list or search, not even in part. A warning hides nothing."""
    draw(stage, check)

    outcome = stage.build(strict=False)

    site = BuiltSite(outcome.folder)
    left = {words: seen(outcome.folder, words) for words in FOUND[check.code].hidden}
    assert (outcome.exit_code, outcome.findings) == (0, (finding(check),))
    assert left == {words: [] for words in FOUND[check.code].hidden}
    assert {"index.html", "stories/lamp/index.html", SEARCH} <= set(
        seen(outcome.folder, "A lamp in the rain")
    )
    assert site.broken_references() == []
    if check.severity is Severity.WARNING:
        assert site["stories/example/"].texts("h1") == ["Refund in one call"]


@pytest.mark.parametrize("code", ["CX001", "CX009", "CX101"])
def test_the_program_ends_with_the_same_words(stage: Stage, code: str) -> None:
    """`mkdocs build --strict` ends with 1 and plain words; an earlier build stays as it was."""
    check = next(check for check in RULES if check.code == code)
    draw(stage, check)
    sound = {path: file for path, file in contents(stage.content).items() if path not in files_of(check.bad)}
    for path in files_of(check.bad):
        (stage.content / path).unlink()
    assert stage.build(strict=True).exit_code == 0
    before = contents(stage.site)
    draw(stage, check)
    assert sound.items() <= contents(stage.content).items()

    exit_code, printed = run_mkdocs(stage.folder / "mkdocs.yml", stage.site, "--strict")

    assert exit_code == 1
    assert finding(check) in printed
    assert "Traceback" not in printed
    assert contents(stage.site) == before


def test_all_faults_are_said_in_one_run(stage: Stage) -> None:
    """A writer mends everything at once, in the order of the files."""
    stage.story("b-lamp", title="")
    stage.story("a-lamp", polarity="no", date="2024-02-30")
    stage.write("people/mina.md", "---\ntitle: Mina\nheight: tall\n---\n")

    assert stage.build().findings == (
        "content/people/mina.md:3:1  CX103 unknown-key  error",
        "content/stories/a-lamp.md:4:7  CX106 invalid-date  error",
        "content/stories/a-lamp.md:5:11  CX105 ambiguous-scalar  error",
        "content/stories/b-lamp.md:8:1  CX101 blank-title  error",
    )


def test_a_fault_in_a_translation_keeps_both_tellings_back(stage: Stage) -> None:
    """A story is not published in one language while the other is being mended."""
    stage.configure(CONFIG.replace("[search, cx-stories]", "[search, {cx-stories: {languages: [en, nl]}}]"))
    stage.story("lamp", title="A lamp in the rain")
    stage.write(
        "stories/lamp.nl.md", "---\ntitle: 012\nsummary: Geleend.\nlessons: [Leen.]\n---\nZe vroeg het.\n"
    )
    stage.story("bulb", title="Another light")

    outcome = stage.build(strict=False)

    left = {words: seen(outcome.folder, words) for words in ("A lamp in the rain", "Geleend", "Ze vroeg het")}
    assert outcome.findings == ("content/stories/lamp.nl.md:2:8  CX105 ambiguous-scalar  error",)
    assert left == {words: [] for words in left}
    assert "nl/stories/bulb/" in BuiltSite(outcome.folder).pages


def test_a_story_whose_pair_is_kept_back_stands_alone(stage: Stage) -> None:
    """A sound story does not point at one that is not there."""
    stage.story("lamp", title="A lamp in the rain", pair="dark")
    stage.story("dark", title="Left in the dark", polarity="negative", pair="lamp", date="2024-02-30")

    outcome = stage.build(strict=False)

    site = BuiltSite(outcome.folder)
    assert outcome.findings == ("content/stories/dark.md:4:7  CX106 invalid-date  error",)
    assert (seen(outcome.folder, "Left in the dark"), site.broken_references()) == ([], [])
    assert site["stories/lamp/"].texts("h1") == ["A lamp in the rain"]


@pytest.mark.parametrize("path", ["index.md", "about.md", "elements/surprising.md", "people/mina.md"])
def test_a_page_with_a_fault_is_not_published_as_text(stage: Stage, path: str) -> None:
    """Front matter that has no end is never shown to readers, on whatever page it stands."""
    stage.story("lamp")
    stage.write(path, "---\ntitle: Hushed words\n\nHushed as well.\n")

    outcome = stage.build(strict=False)

    assert outcome.findings == (f"content/{path}:1:1  CX003 unclosed-front-matter  error",)
    assert seen(outcome.folder, "Hushed") == []


def test_a_link_to_nothing_stops_a_strict_build(stage: Stage) -> None:
    """A link in the words of a story that leads nowhere is named with the file it stands in."""
    stage.story("lamp", body="See [the other one](not-there.md).\n")

    outcome = stage.build()

    assert (outcome.exit_code, len(outcome.said)) == (1, 1)
    assert "stories/lamp.md" in outcome.said[0]
    assert "not-there.md" in outcome.said[0]
