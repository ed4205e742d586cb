"""`cx doctor`: what is wrong here, in a line each, with what to do about it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pagefind_bin_extended
import pytest
from click.testing import CliRunner
from filelock import FileLock

from cx_stories.cli.health import machine, project
from cx_stories.cli.main import main
from tests.cli.conftest import CONFIGURATION, Desk
from tests.cli.test_untrusted_configuration import CANARY, TRAPS


def told(desk: Desk, state: str) -> Sequence[str]:
    """Give what the doctor says of one kind, without the kind."""
    lines = desk.type("doctor").output.splitlines()
    return [line.removeprefix(state).strip() for line in lines if line.startswith(f"{state} ")]


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, version: str, *lines: str) -> None:
    """Put the papers of a package where they are found first."""
    papers = folder / "packages" / f"{name.replace('-', '_')}-{version}.dist-info"
    papers.mkdir(parents=True)
    head = ("Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}")
    (papers / "METADATA").write_text("\n".join((*head, *lines, "")), encoding="utf-8")
    monkeypatch.syspath_prepend(str(papers.parent))


@pytest.fixture
def sound(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a site with a story, of which Git knows the whole history."""
    monkeypatch.setenv("CHROMIUM", sys.executable)
    desk.story("")
    git(desk.folder, "init", "--quiet")
    git(desk.folder, "add", ".")
    git(desk.folder, "commit", "--quiet", "--message=All")
    return desk


def git(folder: Path, *arguments: str) -> None:
    """Type a command of Git."""
    person = ("-c", "user.name=Mina", "-c", "user.email=mina@example.org")
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *person, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={**os.environ, **nothing},
    )


def test_sound_site_is_told_to_be_so(sound: Desk) -> None:
    """A line for each thing that was looked at, and the answer at the end."""
    result = sound.type("doctor")
    lines = [re.sub(r"\d[\d.,]*", "N", line) for line in result.output.splitlines()]

    assert (result.exit_code, lines) == (
        0,
        [
            "ok       Python N",
            "ok       N packages, of versions that fit.",
            "ok       Material for MkDocs N with its style sheet.",
            "ok       The program that makes the index runs: pagefind N",
            "ok       The console and the disk take every letter.",
            "ok       A browser of the Chromium family, for the tests.",
            "ok       mkdocs.yml and the files that it names can be read.",
            "ok       content/ can be read.",
            "ok       A site may be put in site/.",
            "ok       The disk has room: N MB free.",
            "ok       Git knows the whole history of the stories.",
            "Nothing stops a build.",
        ],
    )


def test_folder_without_a_site_is_said_to_be_one(desk: Desk) -> None:
    """Whoever stands in the wrong folder is not told that all is well; the machine is looked at."""
    (desk.folder / "mkdocs.yml").unlink()
    result = desk.type("doctor")

    assert (result.exit_code, result.output.splitlines()[-1], told(desk, "error")) == (
        1,
        "1 thing stops a build.",
        [
            "There is no mkdocs.yml here, so there is nothing to build. "
            "Go to the folder of the site, or name the file with -f."
        ],
    )


@pytest.mark.parametrize(
    ("version", "lines", "said"),
    [
        (
            "1.0",
            ["Requires-Python: >=9.1", "Requires-Dist: click"],
            "This is Python {python}, and Python >=9.1 is needed. Install a newer Python.",
        ),
        (
            "2.0",
            ["Requires-Dist: cx-missing>=3"],
            'The package cx-missing is not installed. Type: python -m pip install "cx-missing>=3"',
        ),
        (
            "3.0",
            ["Requires-Dist: click<1", "Requires-Dist: cx-missing; extra == 'test'"],
            'The package click is {click}, and click<1 is needed. Type: python -m pip install "click<1"',
        ),
    ],
)
def test_machine_that_does_not_fit_is_told_first_and_alone(
    sound: Desk, monkeypatch: pytest.MonkeyPatch, version: str, lines: Sequence[str], said: str
) -> None:
    """What cannot be trusted to read a site does not read it."""
    installed(sound.folder, monkeypatch, "cx-stories", version, *lines)
    python = ".".join(map(str, sys.version_info[:3]))

    assert told(sound, "error") == [said.format(python=python, click=machine._version("click"))]
    assert told(sound, "warning") == [
        "Nothing else was looked at. Mend this first, then type `cx doctor` again."
    ]


def test_next_mkdocs_is_refused(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its second version builds other sites than this package makes."""
    installed(sound.folder, monkeypatch, "mkdocs", "2.0")

    assert told(sound, "error") == [
        "The package mkdocs is 2.0, and mkdocs<2,>=1.6.1 is needed. "
        'Type: python -m pip install "mkdocs<2,>=1.6.1"'
    ]


def test_package_made_for_another_machine_is_told(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its papers are in order, and it cannot be loaded."""
    sound.write("packages/cbor2.py", "raise ImportError('wrong ELF class')\n")
    monkeypatch.delitem(sys.modules, "cbor2", raising=False)
    monkeypatch.syspath_prepend(str(sound.folder / "packages"))

    assert told(sound, "error") == [
        "The package cbor2 is installed and cannot be used: it may be made for another machine. "
        "Type: python -m pip install --force-reinstall cbor2"
    ]


def test_versions_other_than_the_tested_ones_are_told(sound: Desk) -> None:
    """A difference is good to know, and stops nothing."""
    sound.write("requirements.txt", "click==0.1 \\\n    --hash=sha256:00\ncx-missing==1 ; os_name == 'x'\n")

    assert (sound.type("doctor").exit_code, told(sound, "info")) == (
        0,
        [
            f"Versions differ from requirements.txt: click {machine._version('click')} (there 0.1). "
            "Type: python -m pip install --require-hashes -r requirements.txt"
        ],
    )


def test_theme_without_its_style_sheet_is_told(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A half-installed Material gives bare pages."""
    sound.write("packages/material/__init__.py", "")
    monkeypatch.delitem(sys.modules, "material", raising=False)
    monkeypatch.syspath_prepend(str(sound.folder / "packages"))

    assert told(sound, "error") == [
        "Material for MkDocs, or its style sheet, is not where it should be. "
        "Type: python -m pip install --force-reinstall mkdocs-material"
    ]


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/pagefind"])
def test_program_that_does_not_run_is_told(
    sound: Desk, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """Without it a build ends before it publishes."""
    monkeypatch.setattr(pagefind_bin_extended, "get_executable", lambda: program)

    assert told(sound, "error") == [
        "Pagefind, which makes the index of the search, does not run here. "
        'Type: python -m pip install --force-reinstall "pagefind[extended]"; if that does not help, see '
        "whether programs may be run from that disk."
    ]


@pytest.mark.usefixtures("sound")
def test_console_without_all_letters_is_told() -> None:
    """Messages are still right, and harder to read."""
    result = CliRunner(charset="ascii").invoke(main, ["doctor"])

    assert "Not every letter can be printed here: some are shown as escapes such as \\xe9." in result.output


def test_browser_that_is_none_is_only_a_remark(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who builds a site needs no browser."""
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    assert (sound.type("doctor").exit_code, told(sound, "info")) == (
        0,
        ["CHROMIUM does not name a program; only the tests need it. Change it, or unset it."],
    )


def test_day_that_is_none_is_told(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build would stop at it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")

    assert told(sound, "error") == [
        'SOURCE_DATE_EPOCH is "yesterday", which is not a number of seconds. '
        "Set it to seconds since 1970, or unset it."
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            CONFIGURATION.replace("content", "nowhere"),
            "There is no folder nowhere/ to read stories from. Make it, or name it right.",
        ),
        (
            CONFIGURATION[:-1] + ":\n      langauges: [en]\n",
            "mkdocs.yml:5:7 CX905 invalid-configuration error `langauges:` is not an option of "
            '`cx-stories:`. Did you mean "languages"?',
        ),
        (
            CONFIGURATION[:-1] + ":\n      vocabularies: [channels.yml]\n",
            "channels.yml CX904 invalid-vocabulary error There is no such file. Look at its name, and at the "
            "folder it should be in.",
        ),
        (
            CONFIGURATION + "theme: readthedocs\n",
            'mkdocs.yml:5:1 CX905 invalid-configuration error The theme is "readthedocs", and our pages need '
            '"material". Write `theme: material`.',
        ),
        (
            CONFIGURATION + "site_dir: content/site\n",
            "The output folder site/ and the folder of the stories stand in one another. Name another "
            "`site_dir:`.",
        ),
    ],
)
def test_configuration_that_stops_a_build_is_told(sound: Desk, text: str, said: str) -> None:
    """With the place, and what to change."""
    sound.write("mkdocs.yml", text)

    assert (sound.type("doctor").exit_code, told(sound, "error")) == (1, [said])


def test_nothing_that_the_configuration_names_is_run_for_the_doctor(sound: Desk) -> None:
    """He looks at the sites of others, too."""
    sound.write("mkdocs.yml", TRAPS.replace("theme: {name: trap,", "theme: {name: material,"))
    for path in ("trap.py", "trap/__init__.py", "content/trap.py"):
        sound.write(path, CANARY)

    assert sound.type("doctor").exit_code == 0
    assert list(sound.folder.rglob("ran")) == []


@pytest.mark.parametrize("content", [b"", b'msgid "A"\nmsgstr "\xff"\n', b"msgid unquoted\n"])
def test_words_of_the_interface_that_cannot_be_read_are_told(
    sound: Desk, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    """A file of the package was damaged on its way."""
    broken = sound.folder / "nl.po"
    broken.write_bytes(content)
    monkeypatch.setattr(project, "catalogue_file", lambda language: broken if language == "nl" else None)
    sound.configure("languages: [en, nl]")

    assert told(sound, "error") == [
        'The words of the interface in "nl" cannot be read. '
        "Type: python -m pip install --force-reinstall cx-stories"
    ]


def test_language_without_words_of_its_own_is_a_remark(sound: Desk) -> None:
    """A site in it can be made, with English around its stories."""
    sound.configure("languages: [nl-BE, fr]")

    assert told(sound, "info") == [
        'Pages in "fr" have English words around the stories: nobody has translated them.'
    ]


def test_output_folder_of_somebody_else_is_told(sound: Desk) -> None:
    """A build refuses it; better to hear that before."""
    sound.write("site/thesis.txt", "Years of work.")

    assert [line.partition(",")[0] for line in told(sound, "error")] == [
        "The output folder site/ has files in it that no build of CX Stories has made"
    ]


def test_what_a_build_left_behind_is_told(sound: Desk) -> None:
    """It is harmless, and the next build clears it away."""
    (sound.folder / ".site.building").mkdir()

    assert told(sound, "info") == [
        "A build was ended from outside and left .site.building/ behind. The next one clears it away."
    ]


def test_build_on_its_way_is_told(sound: Desk) -> None:
    """Whoever wonders why a build waits sees another at work."""
    (sound.folder / ".site.building").mkdir()
    with FileLock(sound.folder / ".site.building" / "lock"):
        assert told(sound, "info") == ["A build is on its way to site/; another waits for it."]


@pytest.mark.parametrize(
    ("large", "free", "said"),
    [
        (0, 60, "ok The disk has room: 60 MB free."),
        (
            0,
            40,
            "info There is little room on the disk: 40 MB free. Make some, if a build says that it is full.",
        ),
        (
            200,
            150,
            "error The disk is too full: 150 MB free; the site that is there takes 200 MB, and a new one is "
            "made beside it. Make room.",
        ),
        (
            3,
            150,
            "ok The disk has room: 150 MB free; the site that is there takes 3 MB, and a new one is made "
            "beside it.",
        ),
    ],
)
def test_room_is_told_against_the_site_that_is_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, large: int, free: int, said: str
) -> None:
    """A new site stands beside the old one until it is whole; where there is none, nothing is reckoned."""
    desk.story("")
    if large:
        desk.write("site/.cx-stories", "")
        with (desk.folder / "site" / "large").open("wb") as file:
            file.truncate(large * 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 8, free * 1_000_000))

    remarks = [" ".join(str(one).split()) for one in project.site(desk.folder / "mkdocs.yml")]
    assert [one for one in remarks if "disk" in one and "MB" in one] == [said]


def test_part_of_the_history_is_told_with_its_cure(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build server fetches the last commit only, unless it is told otherwise."""
    sound.story("summary: She got her money back at once.\n")
    git(sound.folder, "commit", "--all", "--quiet", "--message=More")
    git(sound.folder, "clone", "--quiet", "--depth=1", sound.folder.as_uri(), "copy")
    monkeypatch.chdir(sound.folder / "copy")

    assert told(sound, "warning") == [
        "Git has fetched only a part of the history, so no page tells on which days a story changed. "
        "Type: git fetch --unshallow; in a workflow of GitHub, give the checkout fetch-depth: 0."
    ]


def test_folder_that_git_does_not_know_is_a_remark(sound: Desk) -> None:
    """Most sites begin so; nothing is wrong."""
    shutil.rmtree(sound.folder / ".git")

    assert told(sound, "info") == [
        "content/ is not under Git, so no page tells on which days a story changed."
    ]


def test_repository_that_git_refuses_is_told(sound: Desk) -> None:
    """Git says nothing where the folder belongs to somebody else, or is damaged."""
    (sound.folder / ".git" / "HEAD").unlink()

    assert told(sound, "warning") == [
        "Git does not answer for content/, so no page tells on which days a story changed. "
        "Type `git status` there to see why: often the folder belongs to somebody else."
    ]


def test_git_that_is_missing_is_a_remark(sound: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site can be built, without the days of its stories."""
    monkeypatch.setenv("PATH", str(sound.folder))
    said = told(sound, "info")

    assert [line for line in said if line.startswith("Git")] == [
        "Git is not installed, so no page tells on which days a story changed, and `--diff-base` does not "
        "work. Install Git, if you miss that; else set `history: false`."
    ]


def test_disk_that_takes_capitals_for_small_letters_is_a_remark(sound: Desk) -> None:
    """A link with other capitals works here and breaks on a server."""
    (sound.folder / "CONTENT").symlink_to(sound.folder / "content")

    assert told(sound, "info") == [
        "This disk does not tell Refund.md from refund.md, and a server does. "
        "Write links to files with the same capitals as their names."
    ]


def test_programs_get_the_same_as_json(sound: Desk) -> None:
    """A dashboard need not read sentences."""
    (sound.folder / ".site.building").mkdir()
    with FileLock(sound.folder / ".site.building" / "lock"):
        remarks = json.loads(sound.type("doctor", "--format", "json").output)["remarks"]

    assert [one for one in remarks if one["state"] == "info"] == [
        {
            "state": "info",
            "says": "A build is on its way to site/; another waits for it.",
            "cure": "",
        }
    ]


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("doctor", 1, b"msgspec is not installed. Type: python -m pip install --force-reinstall cx-stories"),
        ("check", 1, b"The package msgspec is not installed. Type `cx doctor` to see what is wrong."),
    ],
)
def test_package_that_is_missing_brings_no_traceback(
    sound: Desk, command: str, status: int, said: bytes
) -> None:
    """The doctor comes where the other commands cannot."""
    code = "import sys; sys.modules['msgspec'] = None; from cx_stories.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, command], cwd=sound.folder, capture_output=True, check=False
    )

    assert (done.returncode, said in done.stdout + done.stderr, b"Traceback" in done.stderr) == (
        status,
        True,
        False,
    )
