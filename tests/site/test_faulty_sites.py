"""What is wrong in the content folder is said once, in the right place, and never published."""

from __future__ import annotations

import pytest

from cx_stories.checks.base import Rule
from cx_stories.checks.registry import CHECKS
from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline.publishing import MARK
from tests.site.faulty_examples import BOTH, FOUND, draw, faulty, findings, told
from tests.site.html_reading import BuiltSite
from tests.site.made_site import BODY, BODY_IN, SEARCH, Stage, contents, run_mkdocs, seen, seen_in, shown

OF_SITES = ("CX904", "CX905")
"""The rules about a site's own files: without these there is no site to look at."""
OF_STORIES = [rule for rule in CHECKS if rule.code not in OF_SITES]
EVERY_RULE = pytest.mark.parametrize("rule", OF_STORIES, ids=lambda rule: rule.code)
EVERY_FAULT = pytest.mark.parametrize(
    "rule", [rule for rule in OF_STORIES if rule.severity is not Severity.INFO], ids=lambda rule: rule.code
)


def published_before(stage: Stage) -> dict[str, bytes]:
    """Put something in the place of an earlier build, and give it byte for byte."""
    for path in ("index.html", "stories/lamp/index.html", f"{SEARCH}en_1.pf_fragment", MARK):
        file = stage.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<p>{path}, as it was", encoding="utf-8")
    return contents(stage.site)


def test_every_rule_is_looked_at() -> None:
    """A new rule cannot be added without saying here where its example is found."""
    assert sorted(FOUND) == [rule.code for rule in CHECKS]


@EVERY_FAULT
def test_a_strict_build_stops_at_the_fault_and_publishes_nothing(stage: Stage, rule: Rule) -> None:
    """The writer reads the rule, the file, the line and the column, and readers keep the site they had."""
    draw(stage, rule)
    before = published_before(stage)

    outcome = stage.build(strict=True)

    lines = findings(rule)
    ended = f"Nothing was published: {len(lines)} of the findings above must be put right first."
    assert (outcome.exit_code, outcome.findings, outcome.remarks) == (1, lines, ())
    assert (outcome.ended, contents(stage.site) == before) == (ended, True)


@EVERY_RULE
def test_a_lenient_build_leaves_out_the_fault_and_nothing_else(stage: Stage, rule: Rule) -> None:
    """A faulty story is in no page, list or search, not even in part. A warning or remark hides nothing.

    A sound story beside it is on the front page, on its own and in the search. A remark is told and stops
    nobody, not even a strict build.
    """
    draw(stage, rule)
    remark = rule.severity is Severity.INFO

    outcome = stage.build(strict=remark)

    site, files = BuiltSite(outcome.folder), shown(outcome.folder)
    error = rule.severity is Severity.ERROR
    kept = told(rule) - (faulty(rule) if error else set()) | ({"lamp"} if FOUND[rule.code].beside else set())
    left = {words: seen_in(files, words) for words in (FOUND[rule.code].hidden if error else ())}
    lines = ((), findings(rule)) if remark else (findings(rule), ())
    pages = {
        address.removeprefix("stories/").strip("/") for address in site.pages if "stories/" in address[:8]
    }
    assert (outcome.exit_code, outcome.findings, outcome.remarks) == (0, *lines)
    assert left == {words: [] for words in left}
    assert (pages, site.broken_references()) == ({"", *kept}, [])
    if FOUND[rule.code].beside:
        everywhere = {"index.html", "stories/lamp/index.html", SEARCH}
        assert everywhere - set(seen_in(files, "A lamp in the rain")) == set()


@pytest.mark.parametrize(
    "rule", [rule for rule in CHECKS if rule.code in OF_SITES], ids=lambda rule: rule.code
)
@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_a_site_that_cannot_be_set_up_is_not_built(stage: Stage, rule: Rule, *, strict: bool) -> None:
    """Whoever sets up a site reads which line to mend, and readers keep the site they had."""
    draw(stage, rule)
    before = published_before(stage)

    outcome = stage.build(strict=strict)

    assert (outcome.exit_code, outcome.findings) == (1, findings(rule))
    assert (outcome.ended, contents(stage.site) == before) == ("Aborted with a BuildError!", True)


@pytest.mark.parametrize("code", ["CX001", "CX009", "CX101"])
def test_the_program_ends_with_the_same_words(stage: Stage, code: str) -> None:
    """`mkdocs build --strict` ends with 1 and plain words; an earlier build stays as it was."""
    rule = next(rule for rule in CHECKS if rule.code == code)
    draw(stage, rule)
    before = published_before(stage)

    exit_code, printed = run_mkdocs(stage.folder / "mkdocs.yml", stage.site, "--strict")

    assert exit_code == 1
    assert findings(rule)[0] in printed
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
    stage.configure(BOTH)
    stage.story("lamp", title="A lamp in the rain")
    stage.translation("lamp", title="012", summary="Geleend.", body=f"Ze vroeg het.\n{BODY_IN['nl']}")
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


def test_a_page_with_a_fault_is_not_published_as_text(stage: Stage) -> None:
    """Front matter that has no end is never shown to readers, on whatever page it stands."""
    paths = ("about.md", "elements/surprising.md", "index.md", "people/mina.md")
    stage.story("lamp")
    for path in paths:
        stage.write(path, "---\ntitle: Hushed words\n\nHushed as well.\n")

    outcome = stage.build(strict=False)

    lines = tuple(f"content/{path}:1:1  CX003 unclosed-front-matter  error" for path in paths)
    assert (outcome.findings, seen(outcome.folder, "Hushed")) == (lines, [])


def test_a_link_to_nothing_stops_a_strict_build(stage: Stage) -> None:
    """A link in the words of a story that leads nowhere is named with the file it stands in."""
    stage.story("lamp", body=f"{BODY}\nSee [the other one](not-there.md).\n")

    outcome = stage.build()

    assert (outcome.exit_code, len(outcome.said)) == (1, 1)
    assert "stories/lamp.md" in outcome.said[0]
    assert "not-there.md" in outcome.said[0]
