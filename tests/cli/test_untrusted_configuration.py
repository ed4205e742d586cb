"""Somebody else's `mkdocs.yml` is read and never obeyed: it runs nothing, fills nothing and takes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cx_stories.cli.health import project
from tests.cli.conftest import CONFIGURATION, Desk

CANARY = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\n"
TRAPS = """site_name: !!python/object/apply:os.system ["touch ran"]
docs_dir: content
theme: {name: trap, custom_dir: trap}
hooks: [trap.py]
plugins:
  - trap
  - search: {separator: !!python/name:trap.anything }
  - cx-stories
markdown_extensions:
  - trap
  - toc: {slugify: !!python/object/apply:trap.anything {args: [1]}}
  - pymdownx.snippets: {base_path: /, url_download: true, check_paths: true}
  - x: !relative $docs_dir
watch: [/]
extra: !!python/object/new:subprocess.Popen [touch ran]
"""


def test_nothing_that_is_named_is_run(desk: Desk) -> None:
    """Plugins, hooks, themes, extensions and tags of Python: a check as people run it, in that folder."""
    desk.story("")
    desk.write("mkdocs.yml", TRAPS)
    for path in ("trap.py", "trap/__init__.py", "trap/main.py"):
        desk.write(path, CANARY)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "cx_stories", "check"], cwd=desk.folder, capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert list(desk.folder.rglob("ran")) == []


def inherit(where: str) -> str:
    """Give a configuration that inherits from a file."""
    return f"INHERIT: {where}\n{CONFIGURATION}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (inherit("/dev/zero"), "`INHERIT:` names zero, which cannot be read."),
        (inherit("pipe"), "`INHERIT:` names pipe, which cannot be read."),
        (inherit("content"), "`INHERIT:` names content, which cannot be read."),
        (inherit("mkdocs.yml"), "`INHERIT:` goes on without end here."),
        (inherit("secret"), "The configuration has no keys such as `site_name:`."),
        (CONFIGURATION + "x: " + "[" * 500, "This is nested too deep."),
        (CONFIGURATION.replace("content", "."), "`docs_dir:` names a folder that this file stands in."),
        (CONFIGURATION.replace("content", "/"), "`docs_dir:` names a folder that this file stands in."),
        (CONFIGURATION.replace("content", "../.."), "`docs_dir:` names a folder that this file stands in."),
        (CONFIGURATION.replace("content", "pipe"), "There is no folder pipe/ to read stories from."),
    ],
)
def test_configuration_that_leads_astray_is_refused(desk: Desk, text: str, said: str) -> None:
    """One sentence, without what stands in other files, and no wait."""
    desk.story("")
    desk.write("secret", "hunter2:x:0:0\n")
    os.mkfifo(desk.folder / "pipe")
    desk.write("mkdocs.yml", text)
    result = desk.check()

    assert (result.exit_code, said in result.output, "hunter2" in result.output) == (2, True, False)


@pytest.mark.parametrize("path", [r'"a\0b"', "x" * 300, "é" * 200, "x/" * 3_000])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("INHERIT: {}\n" + CONFIGURATION, "mkdocs.yml:1:1"),
        (CONFIGURATION.replace("content", "{}"), "mkdocs.yml:2:1"),
        (f"{CONFIGURATION}site_dir: {{}}\n", "mkdocs.yml:5:1"),
        (CONFIGURATION.replace("-stories\n", "-stories:\n      deny_list: {}\n"), "mkdocs.yml:5:7"),
        (CONFIGURATION.replace("-stories\n", "-stories:\n      baseline: {}\n"), "mkdocs.yml:5:7"),
        (CONFIGURATION.replace("-stories\n", "-stories:\n      vocabularies: [{}]\n"), "mkdocs.yml:5:22"),
    ],
)
def test_path_that_no_disk_can_have_is_told(desk: Desk, text: str, place: str, path: str) -> None:
    """Asked for such a file, a disk does not answer but ends the program; doctor and check say it alike."""
    desk.story("")
    desk.write("mkdocs.yml", text.format(path))
    (remark,) = project.site(desk.folder / "mkdocs.yml")
    result = desk.check("--format", "concise")

    key = re.findall(r"(\w+):", text[: text.index("{}")])[-1]
    said = f"`{key}:` names no file or folder that there can be."
    assert remark.says.startswith(f"{place} CX905 invalid-configuration error {said}")
    assert (result.exit_code, said in result.output) == ((0, False) if key == "site_dir" else (2, True))


@pytest.mark.parametrize("option", ["vocabularies: [{}]", "deny_list: {}", "baseline: {}"])
@pytest.mark.parametrize("where", ["secret", "/dev/zero", "pipe", "content"])
def test_file_that_an_option_names_is_not_quoted(desk: Desk, option: str, where: str) -> None:
    """What is said lands in a pull request, for all to read; and a device has no end."""
    desk.story("summary: Mina hunter2\n")
    desk.write("secret", "hunter2:x:0:0:Super user:/root:/bin/sh\n")
    os.mkfifo(desk.folder / "pipe")
    desk.configure(option.format(where))
    result = desk.check("--format", "concise")
    expected = 0 if (option, where) == ("deny_list: {}", "secret") else 2

    assert (result.exit_code, "Super user" in result.output) == (expected, False)


@pytest.mark.parametrize("form", ["full", "github", "markdown"])
@pytest.mark.parametrize(
    "options",
    [
        'vocabularies: ["\\e[2J\\n::add-mask::x ##[stop-commands]y.yml"]',
        '"\\e[2J\\n::add-mask::x ##[stop-commands]y": 1',
        'severities: {"\\e[2J\\n::add-mask::x ##[stop-commands]y": off}',
    ],
)
def test_what_is_said_of_a_configuration_steers_nothing(desk: Desk, options: str, form: str) -> None:
    """Its names and words clear no screen, begin no line and give no orders to a build server."""
    desk.story("")
    desk.configure(options)
    result = desk.check("--format", form)
    lines = [line for line in result.output.splitlines() if not line.startswith("::error file=")]

    assert (result.exit_code, "\x1b" in result.output) == (2, False)
    assert [line for line in lines if line.lstrip().startswith("::") or "##[" in line] == []


def test_names_of_the_private_list_are_not_told(desk: Desk) -> None:
    """Neither that which stands in a story, nor any other."""
    desk.story("summary: Mina Jansens got her money back.\n")
    desk.write("names.txt", "Mina Jansens\nDoug Other\n")
    desk.configure("deny_list: names.txt")
    results = [desk.check("--format", form) for form in ("concise", "full", "github", "json", "markdown")]

    assert {result.exit_code for result in results} == {1}
    assert [
        result.output for result in results if "Jansens" in result.output or "Other" in result.output
    ] == []


def test_file_of_a_hundred_megabytes_is_refused_at_once(desk: Desk) -> None:
    """It is not read to its end."""
    with Path("mkdocs.yml").open("wb") as file:
        file.truncate(100_000_000)
    result = desk.check()

    assert (result.exit_code, "This file is too large to be a configuration." in result.output) == (2, True)
