"""How a check prints, where to, and with which status it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.conftest import Desk

WARNING = "channels: [web, web]\n"


@pytest.mark.parametrize(
    ("fragment", "fail_on", "status"),
    [
        ("elements: [surprizing]\n", "error", 1),
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        ("channels: [winkel]\n", "warning", 0),
        ("channels: [winkel]\n", "info", 1),
        ("", "info", 0),
    ],
)
def test_status_depends_on_how_bad_it_is(desk: Desk, fragment: str, fail_on: str, status: int) -> None:
    """Each team decides what stops it."""
    desk.story(fragment)

    assert desk.check("--fail-on", fail_on).exit_code == status


@pytest.mark.parametrize("module", ["cx_stories", "cx_stories.cli.main"])
def test_it_runs_as_a_module_of_python(desk: Desk, module: str) -> None:
    """Where `cx` is not on the path, the same check is made, and a fault is never passed over in silence."""
    desk.story("elements: [surprizing]\n")
    run = subprocess.run(
        [sys.executable, "-m", module, "check", "--format", "concise"],
        cwd=desk.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (run.returncode, "CX201" in run.stdout) == (1, True)


def test_more_warnings_than_the_site_lets_pass_fail(desk: Desk) -> None:
    """A collection can only get better: so many warnings, and not one more."""
    desk.named_story("a", WARNING)
    desk.named_story("b", f"title: Other\n{WARNING}")
    desk.configure("max_warnings: 2")
    enough = desk.check().exit_code
    desk.configure("max_warnings: 1")
    result = desk.check("--format", "concise")

    assert (enough, result.exit_code, result.stderr) == (
        0,
        1,
        "`max_warnings` lets 1 warnings pass, and there are more.\n",
    )


def test_statistics_count_by_rule(desk: Desk) -> None:
    """An editor sees where a workshop would help most."""
    desk.named_story("a", "channels: [web, web, web]\n")
    desk.named_story("b", "elements: [surprizing]\n")

    assert desk.check("--statistics").output == (
        "     2  CX203  duplicate-value\n"
        "     1  CX201  unknown-term\n"
        "1 story is fit to publish; 1 error, 2 warnings, 0 infos.\n"
        "2 findings can be mended with `cx check --fix`, 1 more with `--unsafe-fixes`.\n"
    )


def test_output_goes_into_a_file(desk: Desk) -> None:
    """A build server keeps the report; the screen stays empty."""
    desk.story(WARNING)
    result = desk.check("--format", "json", "--output-file", "report.json")
    report = json.loads((desk.folder / "report.json").read_text(encoding="utf-8"))

    assert (result.output, report["summary"]) == (
        "",
        {"stories": 1, "errors": 0, "warnings": 1, "infos": 0},
    )


def test_file_that_cannot_be_written_ends_with_two(desk: Desk) -> None:
    """No traceback, and no report that is half there."""
    desk.story("")
    result = desk.check("--output-file", "nowhere/report.json")

    assert (result.exit_code, result.output) == (
        2,
        "nowhere/report.json  CX905 invalid-configuration  error\n  This file cannot be written.\n",
    )


def test_configuration_fault_is_a_finding_for_programs(desk: Desk) -> None:
    """A pull request that breaks the configuration is annotated there, like any other."""
    desk.story("")
    desk.configure("max_warnings: many")
    result = desk.check("--format", "json")

    assert (result.exit_code, json.loads(result.output)) == (
        2,
        {
            "version": 1,
            "summary": {"stories": 0, "errors": 1, "warnings": 0, "infos": 0},
            "diagnostics": [
                {
                    "path": "mkdocs.yml",
                    "line": 5,
                    "column": 7,
                    "end_line": 5,
                    "end_column": 8,
                    "code": "CX905",
                    "name": "invalid-configuration",
                    "severity": "error",
                    "message": "`max_warnings:` is a number, such as `max_warnings: 20`.",
                    "fix": None,
                }
            ],
        },
    )


def test_github_gets_annotations_and_a_table(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The annotations go to the log, everything to the summary of the step, after what is there already."""
    desk.story(WARNING)
    desk.write("summary.md", "Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    result = desk.check("--format", "github")
    summary = (desk.folder / "summary.md").read_text(encoding="utf-8")

    assert result.output.startswith("::warning file=content/stories/refund.md,line=2,endLine=2,col=17")
    assert summary.startswith("Before\n")
    assert "CX203" in summary


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours_can_be_asked_for_and_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    """What is not a terminal gets none, unless it says so."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    desk.story(WARNING)

    assert ("\x1b[" in desk.check().output) == coloured


def test_what_has_not_changed_is_remembered_and_still_told(desk: Desk) -> None:
    """The second check says the same, and so does one that remembers nothing."""
    desk.story(WARNING)
    first = desk.check().output
    remembered = (desk.folder / ".cache" / "cx-stories" / "checks.memory").exists()

    assert (remembered, desk.check().output, desk.check("--no-cache").output) == (True, first, first)


def test_no_cache_leaves_nothing_behind(desk: Desk) -> None:
    """A folder that must stay as it is stays so."""
    desk.story("")
    desk.check("--no-cache")

    assert not (desk.folder / ".cache").exists()


def test_baseline_silences_what_is_there_and_nothing_new(desk: Desk) -> None:
    """An old collection is adopted as it is; lines may move, new faults are told."""
    desk.story("channels: [web, web]\nstages: [nowhere]\n")
    written = desk.check("--write-baseline")
    quiet = desk.check()
    desk.story("sector: food\nstages: [nowhere]\nchannels: [web, web]\ndate: 2024-02-30\n")
    result = desk.check("--format", "concise")

    assert written.output == (
        "2 findings are written down in cx-baseline.json, and will not be told again. "
        "Take a line out of it to hear of it once more.\n"
    )
    assert quiet.output == (
        "1 story is fit to publish; 0 errors, 0 warnings, 0 infos.\n2 findings of before are put up with.\n"
    )
    assert result.output.splitlines()[0].startswith("content/stories/refund.md:5:7: error CX106")
    assert len(result.output.splitlines()) == 3


def test_baseline_does_not_hide_what_keeps_a_site_whole(desk: Desk) -> None:
    """A file that cannot be read, and HTML that must not be published, are told each time."""
    desk.named_story("a", 'title: "Open\n')
    desk.named_story("b", "title: B\n---\nHe wrote <script>alert(1)</script> on the wall.\n")
    desk.check("--write-baseline")
    result = desk.check("--format", "concise")

    assert [line.split(" ")[2] for line in result.output.splitlines()[:2]] == ["CX004", "CX601"]


def test_baseline_is_written_anew_with_all_findings(desk: Desk) -> None:
    """Writing it twice keeps what the first one silenced."""
    desk.story("channels: [web, web]\n")
    desk.check("--write-baseline")
    first = (desk.folder / "cx-baseline.json").read_bytes()
    desk.check("--write-baseline")

    assert (desk.folder / "cx-baseline.json").read_bytes() == first


def test_files_that_a_build_leaves_out_are_not_checked(desk: Desk) -> None:
    """The check and the build look at the same files."""
    desk.named_story("a", "elements: [surprizing]\n")
    desk.named_story("b", "elements: [surprizing]\n")
    desk.write("content/templates/c.md", "---\ntitle: [\n---\n")
    desk.write(
        "mkdocs.yml",
        "docs_dir: content\nexclude_docs: |\n  a.md\ndraft_docs: b.md\nplugins: [cx-stories]\n",
    )

    assert desk.check().exit_code == 0


def test_inherited_configuration_counts(desk: Desk) -> None:
    """What several sites share stands in one file."""
    desk.story("channels: [web, web]\n")
    desk.write(
        "shared/base.yml", "docs_dir: content\nplugins:\n  cx-stories:\n    severities:\n      CX203: off\n"
    )
    desk.write("mkdocs.yml", "INHERIT: shared/base.yml\nsite_name: S\n")

    assert desk.check().output == "1 story is fit to publish; 0 errors, 0 warnings, 0 infos.\n"


def test_configuration_that_inherits_from_itself_is_refused(desk: Desk) -> None:
    """No hang and no traceback."""
    desk.write("mkdocs.yml", "INHERIT: mkdocs.yml\n")

    assert desk.check().output == (
        "mkdocs.yml:1:1  CX905 invalid-configuration  error\n  `INHERIT:` goes on without end here.\n"
    )


def test_baseline_says_what_nobody_may_put_up_with(desk: Desk) -> None:
    """What keeps the site whole is neither in the file nor in the number, and is not promised away."""
    desk.named_story("a", 'title: "Open\n')
    desk.named_story("b", "title: B\nchannels: [web, web]\n")
    result = desk.check("--write-baseline")
    written = json.loads((desk.folder / "cx-baseline.json").read_text(encoding="utf-8"))

    assert [finding["code"] for finding in written["findings"]] == ["CX203"]
    assert result.output == (
        "1 finding is written down in cx-baseline.json, and will not be told again. "
        "Take a line out of it to hear of it once more.\n"
        "1 finding stays to be mended, because nobody may put up with what keeps the site whole.\n"
    )


def test_report_for_a_program_that_cannot_be_written_is_told_to_people(desk: Desk) -> None:
    """The reason goes where somebody can read it."""
    desk.story("")
    result = desk.check("--format", "json", "-o", "nowhere/x.json")

    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        "nowhere/x.json  CX905 invalid-configuration  error\n  This file cannot be written.\n",
    )


@pytest.mark.parametrize(
    ("form", "shown"), [("concise", rb'"web \U0001f600"'), ("json", '\\"web 😀\\"'.encode())]
)
def test_console_without_a_sign_for_a_letter_shows_an_escape(desk: Desk, form: str, shown: bytes) -> None:
    """An old console goes on; what a program reads is UTF-8 everywhere."""
    desk.story('channels: ["web 😀"]\n')
    code = "from cx_stories.cli.main import main; main()"
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--format", form],
        check=False,
        capture_output=True,
        env=environment,
    )

    assert (done.stderr, shown in done.stdout) == (b"", True)


def test_warnings_of_drafts_do_not_count(desk: Desk) -> None:
    """An author at work uses up nothing of what the site lets pass; a build counts the same."""
    desk.story(f"status: draft\n{WARNING}")
    desk.configure("max_warnings: 0")

    assert desk.check().exit_code == 0
