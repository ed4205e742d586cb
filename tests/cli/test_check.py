"""`cx check`: what it prints and how it ends, run as a person runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cx_stories.checks.examples import files_of
from cx_stories.cli.main import main

CONFIGURATION = "site_name: Small stage\ndocs_dir: content\nplugins:\n  - cx-stories\n"


class Desk:
    """A folder with a site, and the command typed in it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.chdir(folder)
        self.write("mkdocs.yml", CONFIGURATION)

    def write(self, path: str, text: str) -> None:
        """Write a file of the site."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def story(self, fragment: str) -> None:
        """Write a story; the fragment is laid over a sound sample."""
        path = "stories/refund.md"
        self.write(f"content/{path}", files_of({path: fragment})[path].decode())

    def check(self, *arguments: str) -> Result:
        """Type `cx check`."""
        return CliRunner().invoke(main, ["check", *arguments])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a folder with a configuration and nothing else."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Desk(tmp_path, monkeypatch)


def test_sound_collection_ends_with_zero(desk: Desk) -> None:
    """One line says what there is."""
    desk.story("")
    result = desk.check()

    assert (result.exit_code, result.output) == (
        0,
        "1 story is fit to publish; 0 errors, 0 warnings, 0 infos.\n",
    )


def test_error_ends_with_one_and_names_its_place(desk: Desk) -> None:
    """The path is one that can be opened from where the command was typed."""
    desk.story("elements: [surprizing]\n")
    result = desk.check()

    assert (result.exit_code, result.output) == (
        1,
        "content/stories/refund.md:2:12  CX201 unknown-term  error\n"
        '  "surprizing" is not one of the elements. Did you mean "surprising"?\n'
        "0 stories are fit to publish; 1 error, 0 warnings, 0 infos.\n",
    )


def test_warning_ends_with_zero(desk: Desk) -> None:
    """What may be published does not fail the check."""
    desk.story("channels: [web, web]\n")

    assert desk.check().exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plugins: [search]\n", "mkdocs.yml: add `- cx-stories` to the list under `plugins:`.\n"),
        ("- a\n", "mkdocs.yml: the configuration has no keys such as `site_name:`.\n"),
        ("a: [\n", "mkdocs.yml:2: the configuration cannot be read from here on.\n"),
        (
            CONFIGURATION + "INHERIT: base.yml\n",
            "mkdocs.yml: `INHERIT:` is not followed. Name the inherited file with -f.\n",
        ),
        (
            CONFIGURATION[:-1] + ":\n      languages: en\n",
            "mkdocs.yml: `languages:` is a list, such as `languages: [en, nl]`.\n",
        ),
        (
            CONFIGURATION[:-1] + ":\n      languages: [xx]\n",
            '`languages:` names "xx", which is not a language. Write codes such as en, nl or pt-BR.\n',
        ),
        (CONFIGURATION.replace("content", "nowhere"), "There is no folder nowhere/ to read stories from.\n"),
    ],
)
def test_configuration_that_cannot_be_used_ends_with_two(desk: Desk, text: str, said: str) -> None:
    """One line, and no traceback."""
    desk.story("")
    desk.write("mkdocs.yml", text)
    result = desk.check()

    assert (result.exit_code, result.output) == (2, said)


def test_nothing_that_the_configuration_names_is_run(desk: Desk) -> None:
    """Tags, hooks and dates of MkDocs are read as words."""
    desk.story("")
    desk.write(
        "mkdocs.yml",
        "site_name: S\ndocs_dir: !ENV [CX_NO_SUCH_VARIABLE, content]\nextra: {day: 2024-13-45}\n"
        "markdown_extensions:\n  - x: {y: !!python/name:os.system }\nhooks: [no.py]\n"
        "plugins: {cx-stories: {}}\n",
    )

    assert desk.check().exit_code == 0


def test_day_of_the_check_can_be_set(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check can be repeated as of a day, as a build can; a value that is no day is answered in one line."""
    desk.story("date: 2024-03-01\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000")
    before = desk.check().output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = desk.check()

    assert "CX107" in before
    assert (result.exit_code, result.output) == (
        2,
        'SOURCE_DATE_EPOCH is "soon", which is not a number of seconds.\n',
    )


def test_no_configuration_ends_with_two(desk: Desk) -> None:
    """A writer in the wrong folder is told so."""
    result = desk.check("-f", "elsewhere.yml")

    assert (result.exit_code, result.output) == (
        2,
        "There is no elsewhere.yml here. Go to the folder of the site, or name the file with -f.\n",
    )
