"""What a site makes of the findings counts in a build as it does in a check: both doors, one judgement."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from click.testing import CliRunner

from cx_stories.cli.main import main
from tests.site.html_reading import BuiltSite
from tests.site.made_site import Stage, seen

CONFIG = "site_name: Small stage\ndocs_dir: content\nplugins:\n  - cx-stories:\n      languages: [en]\n"
WARNING = {"channels": "[web, web]"}
ERROR = {"lessons": "[]"}
STRICT, LENIENT, CHECK = "strict build", "lenient build", "check"


@dataclass(frozen=True)
class Went:
    """How it went at each door: the exit status, and whether readers see the story."""

    strict: int
    lenient: int
    check: int
    seen: bool


GOOD = Went(0, 0, 0, seen=True)
TOLD = Went(1, 0, 0, seen=True)
TOO_MANY = Went(1, 0, 1, seen=True)
REFUSED = Went(1, 0, 1, seen=False)


def configure(stage: Stage, *lines: str) -> None:
    """Set options below the plugin, a line for each."""
    stage.configure(CONFIG + "".join(f"      {line}\n" for line in lines))


def check(stage: Stage, *arguments: str) -> tuple[int, str]:
    """Type `cx check` with the configuration of the site; give its exit status and what it printed."""
    typed = ["check", "--no-cache", "--config-file", str(stage.folder / "mkdocs.yml"), *arguments]
    result = CliRunner().invoke(main, typed)
    return result.exit_code, result.output


def went(stage: Stage) -> Went:
    """Build strictly, build leniently, and check."""
    strict, lenient = stage.build(strict=True), stage.build(strict=False)
    seen = "stories/refund/" in BuiltSite(stage.site).pages
    return Went(strict.exit_code, lenient.exit_code, check(stage)[0], seen)


@pytest.mark.parametrize(
    ("fields", "options", "expected"),
    [
        (WARNING, "", TOLD),
        (WARNING, "severities: {CX203: off}", GOOD),
        (WARNING, "severities: {CX203: info}", GOOD),
        (WARNING, "severities: {duplicate-value: error}", REFUSED),
        (WARNING, "max_warnings: 0", TOO_MANY),
        (WARNING, "max_warnings: 1", GOOD),
        (WARNING, "severities_per_path: {'stories/refund.md': {CX203: off}}", GOOD),
        (WARNING, "severities_per_path: {'refund*': {CX203: off}}", GOOD),
        (WARNING, "severities_per_path: {'people/': {CX203: off}}", TOLD),
        (WARNING, "severities_per_path: {'stories/': {CX203: error}}", REFUSED),
        (ERROR, "", REFUSED),
        (ERROR, "max_warnings: 9", REFUSED),
        (ERROR, "severities: {CX306: off}", GOOD),
        (ERROR, "severities: {no-lesson: warning}", TOLD),
        (ERROR, "severities: {no-lesson: warning}\nmax_warnings: 0", TOO_MANY),
        (ERROR, "severities: {no-lesson: warning}\nmax_warnings: 1", GOOD),
        (ERROR, "severities: {CX306: off}\nseverities_per_path: {'stories/': {CX306: error}}", REFUSED),
        (ERROR, "severities_per_path: {'stories/': {CX306: off}, 'refund.md': {CX306: warning}}", TOLD),
    ],
)
def test_a_site_decides_how_bad_a_fault_is(
    stage: Stage, fields: dict[str, str], options: str, expected: Went
) -> None:
    """Off, softened, hardened or tolerated, for all files or some: a build and a check do the same."""
    configure(stage, *options.splitlines())
    stage.story("refund", **fields)

    assert went(stage) == expected


@pytest.mark.parametrize(
    "options",
    [
        "",
        "severities: {CX203: error, CX306: warning, CX301: off}",
        "severities_per_path: {'b*': {CX203: info}, 'c*': {CX306: off}}",
    ],
    ids=["as they are", "for all", "for some"],
)
def test_a_build_and_a_check_find_the_same(stage: Stage, options: str) -> None:
    """What was mended after a check is mended for the build."""
    configure(stage, *options.splitlines())
    stage.story("bulb", **WARNING, elements="[surprising]")
    stage.story("coat", **ERROR)
    stage.story("draft", status="draft", polarity="odd")
    outcome = stage.build(strict=False)

    found = json.loads(check(stage, "--format", "json")[1])["diagnostics"]

    assert sorted(outcome.findings + outcome.remarks) == sorted(
        f"content/{one['path']}:{one['line']}:{one['column']}  {one['code']} {one['name']}  {one['severity']}"
        for one in found
    )


def test_what_was_there_before_is_put_up_with(stage: Stage) -> None:
    """A site that begins to check with old faults in it is built; what comes after is refused."""
    configure(stage)
    stage.story("refund", **ERROR, **WARNING)
    stage.story("lamp")
    assert check(stage, "--write-baseline")[0] == 0

    before = went(stage)
    stage.story("lamp", **ERROR)
    outcome = stage.build(strict=True)

    assert before == GOOD
    assert (outcome.exit_code, outcome.findings) == (
        1,
        ("content/stories/lamp.md:7:1  CX306 no-lesson  error",),
    )


def test_a_baseline_may_have_another_name(stage: Stage) -> None:
    """The file that the configuration names is the one that counts."""
    configure(stage, "baseline: known.json")
    stage.story("refund", **ERROR)
    check(stage, "--write-baseline")

    known = went(stage)
    (stage.folder / "known.json").rename(stage.folder / "cx-baseline.json")

    assert (known, went(stage)) == (GOOD, REFUSED)


@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
def test_a_denied_name_is_in_no_page_and_in_no_message(stage: Stage, *, strict: bool) -> None:
    """A name from the private list keeps its story back, and nobody reads it, in the log neither."""
    configure(stage, "deny_list: names.txt")
    stage.write("../names.txt", "Mina Jansen\n")
    stage.story("refund", questions="[What would you have told Mina Jansen?]")
    stage.story("lamp")

    outcome = stage.build(strict=strict)

    said = "".join((*outcome.said, *outcome.told, outcome.ended))
    assert outcome.findings == ("content/stories/refund.md:9:38  CX410 denied-name  error",)
    assert (outcome.exit_code, seen(outcome.folder, "Mina Jansen"), "Mina" in said) == (
        int(strict),
        [],
        False,
    )


@pytest.mark.parametrize("options", ["", "severities: {no-lesson: warning}"], ids=["error", "warning"])
def test_a_preview_goes_on_whatever_a_site_decides(stage: Stage, options: str) -> None:
    """Whoever writes sees the finding and goes on."""
    configure(stage, *options.splitlines())
    stage.story("refund", **ERROR)

    outcome = stage.build(strict=False, command="serve")

    assert (outcome.exit_code, len(outcome.findings)) == (0, 1)
    assert "stories/refund/" in BuiltSite(stage.site).pages


def test_log_shows_what_steers_a_terminal_as_an_escape(stage: Stage) -> None:
    """The name of a file colours nothing, and forges no line of its own for a build server to obey."""
    configure(stage)
    stage.story("refund")
    stage.write("stories/b\x1b[31m\n::error::x.md", "---\ntitle: [\n---\n")
    findings = "".join(stage.build(strict=False).findings)

    assert ("\x1b" in findings, "\n::error" in findings, r"b\x1b[31m\x0a::error::x.md" in findings) == (
        False,
        False,
        True,
    )
