"""Every command that the documentation shows can be typed, and does not end in a fault.

What costs nothing is really run, in a fresh site; what waits for a person or another computer has its options
looked up.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from cx_stories.checks.examples import files_of
from cx_stories.cli.main import main

ROOT = Path(__file__).parent.parent
PAGES = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "content" / "contribute").glob("*.md")),
    *sorted((ROOT / "plugins" / "cx_stories" / "starters").glob("*/README.md")),
    *sorted((ROOT / "plugins" / "cx_stories" / "starters").glob("*/content/contribute/index.md")),
)
FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
TOLD = re.compile(r"^\| `cx ([\w-]+)[^`]*` \|(.*)", re.MULTILINE)
"""A row of a table that tells of a command: its name, and what is said of it."""
SHELLS = ("sh", "powershell")
WAITING = ("cx explain", "cx import", "cx init", "cx new", "cx check --watch")
"""Names of commands that need more words, ask a person, or run until somebody stops them."""
LOOKING_AT_THIS_MACHINE = ("cx doctor", "cx build-report", "cx build-report --json")
"""What these say depends on what is installed, and on whether the site was built: something may be amiss."""
ELSEWHERE = {
    "py": "the launcher of Windows",
    "pip": "needs an index",
    "pybabel": "test of the catalogue",
    "python": "of the environment",
    "python3": "of the system",
    "nginx": "tests/site/test_nginx.py",
    "curl": "needs a server",
    "git": "not ours",
    "Activate.ps1": "of the environment",
    "vale": "not ours",
    "sh": "tests/test_recipes.py",
    "make": "test_every_target_is_one_that_make_has",
    "mkdocs": "test_mkdocs_knows_what_is_typed",
    ".": "of the shell",
    "cd": "of the shell",
}
"""Programs that are not run here, and who looks after them."""
COLUMN = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body>
</w:document>"""


def typed(text: str) -> Iterator[str]:
    """Give the lines of a page that somebody could type: in blocks of a shell, and between backticks."""
    for _, language, lines in FENCED.findall(text):
        if language in SHELLS:
            yield from whole_commands(lines)
    for span in re.findall(r"`([^`\n]+)`", FENCED.sub("", text)):
        if re.match(r"(?:\.venv/bin/)?(?:cx|mkdocs|make|sh|git|pip|vale|nginx) [-.\w]", span):
            yield span


def whole_commands(lines: str) -> Iterator[str]:
    """Give each command on one line, also one that goes on after a backslash or within quotation marks."""
    joined = re.sub(r"'[^']*'", lambda quoted: quoted.group().replace("\n", " "), lines.replace("\\\n", " "))
    yield from (" ".join(line.split()) for line in joined.splitlines() if line.strip())


def plain(line: str) -> str:
    """Give a command without where its program is, and what it is told of the site's address."""
    bare = re.sub(r"^(?:[A-Z_]+=\S+ +)+|^\$env:.*$", "", line)
    return re.sub(r"^(?:&\s*)?\.venv[/\\](?:bin|Scripts)[/\\]", "", bare)


COMMANDS = sorted({plain(line) for page in PAGES for line in typed(page.read_text(encoding="utf-8"))} - {""})
OURS = [line for line in COMMANDS if line.startswith("cx ")]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a fresh site with the files that the commands name, in a repository."""
    site = tmp_path_factory.mktemp("fresh") / "site"
    made = CliRunner().invoke(main, ["init", str(site), "--name", "Our stories", "--language", "en"])
    assert made.exit_code == 0, made.output
    (site / "content" / "stories" / "refund.md").write_bytes(files_of({"refund.md": ""})["refund.md"])
    _column(site / "column.docx")
    for words in (("init", "--quiet", "--initial-branch=main"), ("add", "--all"), _COMMIT):
        subprocess.run(["git", *words], cwd=site, check=True, capture_output=True)
    return site


_PERSON = ("-c", "user.name=Mina", "-c", "user.email=mina@example.org")
_COMMIT = (*_PERSON, "commit", "--quiet", "--message=Begin")


def _column(file: Path) -> None:
    """Write a column of Word."""
    paragraphs = (
        "Experience first",
        "Positive: a refund in one call",
        "She rang at nine and had her money back.",
        "Negative: a queue for nothing",
        "He waited an hour, and the desk closed.",
    )
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _RELATIONS)
        packed.writestr("word/document.xml", COLUMN.format(body))


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def asked(line: str) -> Sequence[str]:
    """Give the words after the program; what waits for somebody is only asked what it can do."""
    words = shlex.split(line)[1:]
    return [*words, "--help"] if line in WAITING else words


@pytest.mark.parametrize("line", OURS)
def test_command_that_is_shown_does_what_it_should(
    line: str, fresh: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever copies a command into a fresh site gets no "No such option", and no fault."""
    site = shutil.copytree(fresh, tmp_path / "site")
    monkeypatch.chdir(site)
    result = CliRunner().invoke(main, asked(line))

    assert result.exit_code in ((0, 1) if line in LOOKING_AT_THIS_MACHINE else (0,)), result.output


def test_options_in_the_tables_are_those_of_the_command() -> None:
    """What a table says of an option beside its command is true of that command."""
    rows = [
        (command, option)
        for page in PAGES
        for command, rest in TOLD.findall(page.read_text(encoding="utf-8"))
        for option in re.findall(r"`(--[a-z-]+)", rest)
    ]
    helps = {command: CliRunner().invoke(main, [command, "--help"]).output for command, _ in rows}

    assert [(command, option) for command, option in rows if option not in helps[command]] == []
    assert rows


def test_every_program_that_is_shown_is_looked_after() -> None:
    """A command of a new kind does not slip into the documentation without a test."""
    programs = {line.split()[0] for line in COMMANDS}

    assert programs - set(ELSEWHERE) == {"cx"}


def test_every_target_is_one_that_make_has() -> None:
    """Nobody reads "No rule to make target"."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    shown = {line.split()[1] for line in COMMANDS if line.startswith("make ")}

    assert shown - set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) == set()


def test_mkdocs_knows_what_is_typed() -> None:
    """The commands of MkDocs that are shown are those of the version that comes with the plugin."""
    shown = [line for line in COMMANDS if line.startswith("mkdocs ")]
    results = [CliRunner().invoke(mkdocs, [*line.split()[1:], "--help"]) for line in shown]

    assert [line for line, result in zip(shown, results, strict=True) if result.exit_code] == []
