"""`cx init`: what stands in the folder afterwards, what is said, and what is never touched."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from cx_stories.cli.main import main
from cx_stories.cli.starting.asking import codes_in
from cx_stories.pipeline import drafting
from cx_stories.pipeline.configuration_file import ConfigurationFile

SITE = (
    ".github/dependabot.yml",
    ".github/workflows/check.yml",
    ".github/workflows/extra.yml",
    ".github/workflows/publish.yml",
    ".gitignore",
    ".vscode/cx-stories.code-snippets",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    "README.md",
    "content/contribute/index.md",
    "content/index.md",
    "content/stories/ready-said-the-message.md",
    "content/stories/the-bell-she-chose.md",
    "mkdocs.yml",
    "requirements.txt",
)
"""What a site in English has."""
ENVIRONMENT = (
    ("  py -m venv .venv", r"  .venv\Scripts\Activate.ps1")
    if sys.platform == "win32"
    else ("  python3 -m venv .venv", "  . .venv/bin/activate")
)
WHEEL = "cx_stories-9.9-py3-none-any.whl"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder, in which the command is typed."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _init(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments])


def _check(site: str = ".") -> Result:
    return CliRunner().invoke(main, ["check", "--no-cache", "-f", f"{site}/mkdocs.yml"])


def _files(folder: Path) -> Sequence[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_fresh_site_has_nothing_to_put_right(here: Path) -> None:
    """One command makes a site with a pair of stories, and says every file and what comes next."""
    result = _init("shop", "--name", "Our customers")

    assert (result.exit_code, result.output, _files(here / "shop"), _check("shop").output) == (
        0,
        "\n".join(
            (
                "Made in shop, 16 files:",
                *(f"  {path}" for path in SITE),
                "",
                "Next:",
                "  cd shop",
                *ENVIRONMENT,
                f"  pip wheel --no-deps --wheel-dir . {Path(__file__).parents[2]}",
                "  pip install -r requirements.txt",
                "  mkdocs serve --livereload    shows the site in your browser while you write",
                "  cx new                       asks you for a story and writes the file",
                "  cx check                     says what is still wrong, and how to put it right",
                "",
                "The two stories are made up and show how it is done. README.md says the rest.",
                "Git does not know this folder yet. To keep its history, publish it or use the form, type:",
                "  git init -b main",
                "",
            )
        ),
        list(SITE),
        "2 stories are fit to publish; 0 errors, 0 warnings, 0 infos.\n",
    )


@pytest.mark.parametrize("languages", ["en", "nl", "en nl", "nl en"])
def test_site_is_sound_in_any_languages(here: Path, languages: str) -> None:
    """The stories pair both ways and say the same facts, whichever language is the first."""
    chosen = [word for language in languages.split() for word in ("--language", language)]
    result = _init(".", *chosen, "--with", "vale")

    assert (result.exit_code, _check().output) == (
        0,
        "2 stories are fit to publish; 0 errors, 0 warnings, 0 infos.\n",
    )
    assert f"languages: [{', '.join(languages.split())}]" in _read(here / "mkdocs.yml")


def test_dutch_site_is_dutch_down_to_its_addresses(here: Path) -> None:
    """A Dutch team finds its README, its settings and the names of its files in Dutch."""
    _init(".", "--language", "nl", "--language", "en")

    assert [path for path in _files(here) if path.startswith("content/")] == [
        "content/contribute/index.en.md",
        "content/contribute/index.md",
        "content/index.en.md",
        "content/index.md",
        "content/stories/de-bel-die-ze-koos.en.md",
        "content/stories/de-bel-die-ze-koos.md",
        "content/stories/staat-klaar-zei-het-bericht.en.md",
        "content/stories/staat-klaar-zei-het-bericht.md",
    ]
    assert "Wat staat waar" in _read(here / "README.md")
    assert "# Hoe de site heet." in _read(here / "mkdocs.yml")


@pytest.mark.parametrize(
    "name",
    ['AT&T "x" <y>', "No", "# 1: <<name>> {{ x }} !ENV", "مرحبا 🎭", "N" * 300, "a\\b 'c'"],
)
def test_name_is_read_as_it_was_typed(here: Path, name: str) -> None:
    """No name breaks the settings, whatever YAML makes of its signs."""
    _init("site", "--name", name)
    yes = CliRunner().invoke(main, ["doctor", "-f", "site/mkdocs.yml"])

    assert "mkdocs.yml and the files that it names can be read." in yes.output
    assert _configured_name(here / "site") == name


def _configured_name(folder: Path) -> str:
    return ConfigurationFile(folder / "mkdocs.yml").text("site_name")


@pytest.mark.parametrize("name", ["", "   ", "two\nlines", "\x1b[31mred"])
def test_name_that_is_none_is_refused(here: Path, name: str) -> None:
    """Nothing is made under a name that nobody can read."""
    result = _init("site", "--name", name)

    assert (result.exit_code, result.output.splitlines()[-1], _files(here)) == (
        2,
        "Error: The name of a site is one line of letters and signs that can be seen.",
        [],
    )


@pytest.mark.parametrize("folder", ["a shop", "winkel één", "deep/er/down", "-dash", "кафе"])
def test_folder_may_have_any_name(here: Path, folder: str) -> None:
    """Spaces, letters of any script and folders that are not there yet are no obstacle."""
    result = _init("--", folder)

    assert (result.exit_code, _files(here / folder)) == (0, list(SITE))


def test_site_is_called_as_its_folder_where_nobody_answers(here: Path) -> None:
    """A script that forgot the name is not kept waiting."""
    _init("customer-stories")

    assert _configured_name(here / "customer-stories") == "Customer stories"


def test_somebody_at_the_keyboard_is_asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name and languages are asked for in plain words; a wrong answer is asked again."""
    monkeypatch.setattr("cx_stories.cli.starting.asking._somebody_is_there", lambda: True)
    result = CliRunner().invoke(main, ["init", "shop"], input="Our customers\nklingon\nNL, en\n")

    assert result.output.splitlines()[:7] == [
        "What is the site called? [Shop]: Our customers",
        "In which languages is it written? The main one first, with a comma between them:",
        "  1  English (en)",
        "  2  Nederlands (nl)",
        "Languages [English]: klingon",
        "Error: Type English or Nederlands, or both with a comma between them.",
        "Languages [English]: NL, en",
    ]
    assert "languages: [nl, en]" in _read(here / "shop" / "mkdocs.yml")
    assert _configured_name(here / "shop") == "Our customers"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("2", ["nl"]),
        ("2,1", ["nl", "en"]),
        ("English and Dutch", ["en", "nl"]),
        ("Nederlands en Engels", ["nl", "en"]),
        ("both", ["en", "nl"]),
        ("Allebei.", ["en", "nl"]),
        (" nl / nl ", ["nl"]),
    ],
)
def test_languages_may_be_told_in_any_words(typed: str, codes: Sequence[str]) -> None:
    """A number, a name in either language, a code or "both": nobody has to know what a code is."""
    assert list(codes_in(typed)) == codes


def test_folder_with_something_in_it_is_left_alone(here: Path) -> None:
    """Nobody loses a file: what is in the way is named, and so is the way to add what is missing."""
    (here / "README.md").write_bytes(b"Ours\r\n")
    (here / ".git").mkdir()
    result = _init(".")

    assert (result.exit_code, result.stdout, result.stderr, _files(here)) == (
        1,
        "",
        "There is something in this folder already, so nothing was made: README.md.\n"
        "To add what is missing and leave all of that as it is, type: cx init . --add\n",
        ["README.md"],
    )


def test_full_folder_is_not_told_to_the_last_file(here: Path) -> None:
    """Whoever names the wrong folder gets a sentence, not a list of their documents."""
    for number in range(20):
        (here / f"{number:02}\x1b.txt").touch()
    result = _init(".")

    assert result.stderr.splitlines()[0] == (
        "There is something in this folder already, so nothing was made: "
        + ", ".join(f"{number:02}\\x1b.txt" for number in range(12))
        + " and 8 more."
    )


def test_what_is_missing_is_added_beside_what_is_there(here: Path) -> None:
    """A repository with a README and a licence becomes a site; its own files stay, to the byte."""
    (here / "README.md").write_bytes(b"Ours\r\n")
    (here / "LICENSE").write_bytes(b"MIT\r\n")
    result = _init(".", "--add")

    assert (result.exit_code, _files(here)) == (0, sorted(("LICENSE", *SITE)))
    assert [(here / name).read_bytes() for name in ("README.md", "LICENSE")] == [b"Ours\r\n", b"MIT\r\n"]


def test_stories_that_are_there_get_no_examples_among_them(here: Path) -> None:
    """Whoever has stories of their own finds no invented ones beside them."""
    (here / "content").mkdir()
    (here / "content" / "ours.md").write_text("---\ntitle: Ours\n---\n\nA text.\n", encoding="utf-8")
    _init(".", "--add")

    assert [path for path in _files(here) if path.startswith("content/")] == ["content/ours.md"]
    assert "The two that are there" not in _read(here / "README.md")


def test_old_site_gets_editor_settings_with_its_own_words(here: Path) -> None:
    """The snippets of a site offer its sixth element; its settings, folder and name stay what they were."""
    (here / "mkdocs.yml").write_text(
        "site_name: Old\ndocs_dir: texts\nplugins:\n  - cx-stories:\n      languages: [nl]\n"
        "      vocabularies: [words.yml]\n",
        encoding="utf-8",
    )
    (here / "words.yml").write_text(
        "id: elements\nterms:\n  - id: generous\n    labels: {nl: Gul}\n    definition: {nl: Het geeft.}\n",
        encoding="utf-8",
    )
    result = _init(".", "--add", "--ci", "none", "--with", "vale")

    assert (result.exit_code, [path for path in _files(here) if not path.startswith(".vscode/")]) == (
        0,
        [
            ".gitignore",
            ".vale.ini",
            "README.md",
            "mkdocs.yml",
            "requirements.txt",
            "styles/CXStoriesNl/Elements.yml",
            "styles/CXStoriesNl/Jargon.yml",
            "styles/CXStoriesNl/SentenceLength.yml",
            "words.yml",
        ],
    )
    assert ",generous|}" in _read(here / ".vscode" / "cx-stories.code-snippets")
    assert "[texts/**/*.md]" in _read(here / ".vale.ini")
    assert _read(here / "README.md").startswith("# Old\n")


@pytest.mark.usefixtures("here")
def test_name_of_a_site_that_is_there_is_not_given_again() -> None:
    """An option that would do nothing is refused."""
    _init(".")
    result = _init(".", "--add", "--name", "Other")

    assert (result.exit_code, result.output.splitlines()[-1]) == (
        2,
        "Error: There is a site already, and mkdocs.yml says its name and languages: leave out --name and "
        "--language.",
    )


def test_second_time_nothing_is_missing(here: Path) -> None:
    """The command can be typed again without harm."""
    _init(".")
    before = {path: (here / path).stat().st_mtime_ns for path in _files(here)}
    result = _init(".", "--add")

    assert (result.exit_code, result.output) == (0, "Nothing is missing in this folder.\n")
    assert {path: (here / path).stat().st_mtime_ns for path in _files(here)} == before


def test_configuration_that_cannot_be_read_is_named(here: Path) -> None:
    """A fault in an old site is told with its line, and nothing is added to it."""
    (here / "mkdocs.yml").write_text(
        "site_name: Old\nplugins:\n  - cx-stories:\n      langages: [nl]\n", encoding="utf-8"
    )
    result = _init(".", "--add")

    assert (result.exit_code, result.stderr.splitlines(), _files(here)) == (
        2,
        [
            "mkdocs.yml:4:7  CX905 invalid-configuration  error",
            '  `langages:` is not an option of `cx-stories:`. Did you mean "languages"?',
            "Nothing was added. Put this right and type the same again; cx doctor says what else is amiss.",
        ],
        ["mkdocs.yml"],
    )


@pytest.mark.parametrize("stopped", [KeyboardInterrupt(), drafting.TakenError("README.md is there already.")])
def test_what_stops_half_way_leaves_nothing_half(
    here: Path, monkeypatch: pytest.MonkeyPatch, stopped: BaseException
) -> None:
    """After Ctrl-C, or a file that somebody else made meanwhile, the folder is as it was."""
    (here / "LICENSE").touch()

    def write(file: Path, text: str) -> None:
        if file.name == "README.md":
            raise stopped
        drafting.write_new(file, text)

    monkeypatch.setattr("cx_stories.pipeline.starting.laying.write_new", write)
    result = _init("deep/site")

    assert (result.exit_code, sorted(path.name for path in here.rglob("*"))) == (1, ["LICENSE"])
    assert "Traceback" not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes into folders of whom it pleases")
def test_file_in_the_place_of_a_folder_is_told(here: Path) -> None:
    """A path that cannot be is answered in a sentence."""
    (here / "shop").touch()
    results = [_init("shop"), _init("shop/site", "--name", "Shop"), _init("x" * 300)]

    assert [(result.exit_code, result.output.splitlines()[-1]) for result in results] == [
        (2, "Error: Invalid value for 'DIR': Directory 'shop' is a file."),
        (
            1,
            "shop/site/.github is no folder, so shop/site/.github/dependabot.yml cannot be written. "
            "Nothing was written.",
        ),
        (
            1,
            f"{'x' * 300}/.github/dependabot.yml cannot be written: File name too long. Nothing was written.",
        ),
    ]


def test_files_end_their_lines_as_everywhere(here: Path) -> None:
    """A site made on Windows is to the byte the one made elsewhere."""
    _init(".", "--with", "vale", "--language", "nl", "--language", "en")

    assert [path for path in _files(here) if b"\r" in (here / path).read_bytes()] == []


@pytest.mark.parametrize(
    ("recipe", "files"),
    [("gitlab", [".gitlab-ci.yml"]), ("rsync", ["publish.sh"]), ("none", [])],
)
def test_somebody_else_may_publish(here: Path, recipe: str, files: Sequence[str]) -> None:
    """The workflow is that of the chosen server, the README speaks of no other, and "none" brings nothing."""
    _init(".", "--ci", recipe)
    always = [path for path in SITE if not path.startswith(".github/")]

    assert _files(here) == sorted((*always, *files))
    assert [
        name for name in (".github", ".gitlab-ci.yml", "publish.sh") if name in _read(here / "README.md")
    ] == files


@pytest.fixture
def wheel(here: Path) -> bytes:
    """Give the content of a wheel that stands beside the site to be."""
    with zipfile.ZipFile(here / WHEEL, "w") as packed:
        packed.writestr("cx_stories/__init__.py", "")
    return (here / WHEEL).read_bytes()


def test_site_takes_the_program_along(here: Path, wheel: bytes) -> None:
    """Where no index has the program it stands in the site, and nothing is asked for by a name."""
    result = _init("shop", "--wheel", WHEEL)
    again = _init("shop", "--add", "--wheel", WHEEL)

    assert ((here / "shop" / WHEEL).read_bytes(), _required(here / "shop")) == (wheel, [f"./{WHEEL}"])
    assert ("pip wheel" in result.output, again.output) == (
        False,
        f"Nothing is missing in shop.\nrequirements.txt is left as it is. It has to say: ./{WHEEL}\n",
    )


def _required(site: Path) -> Sequence[str]:
    return [line for line in _read(site / "requirements.txt").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize("name", ["pip-9.9-py3-none-any.whl", "cx_stories.whl", WHEEL])
def test_file_that_is_no_wheel_of_ours_is_refused(here: Path, name: str) -> None:
    """Nothing else gets into the list of what is installed on servers, and no site is made."""
    (here / name).write_text("no wheel", encoding="utf-8")
    result = _init("shop", "--wheel", name)

    assert (result.exit_code, result.stderr.splitlines()[-1], (here / "shop").exists()) == (
        2,
        f"Error: Invalid value for --wheel: {name} is no wheel of cx-stories, such as "
        "cx_stories-0.1.0-py3-none-any.whl.",
        False,
    )


def test_site_that_has_its_environment_is_not_told_to_make_one(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has installed the program into the site's own folder can go on at once."""
    monkeypatch.setattr(sys, "prefix", str(here.resolve() / "shop" / ".venv"))
    result = _init("shop")

    assert result.output.partition("Next:\n")[2].splitlines()[:2] == [
        "  cd shop",
        "  mkdocs serve --livereload    shows the site in your browser while you write",
    ]


def test_stories_of_a_fork_are_taken_from_the_folder_that_the_site_has(here: Path) -> None:
    """A site with its stories in another folder has proposals from forks checked, too."""
    (here / "mkdocs.yml").write_text(
        "site_name: Old\ndocs_dir: ./our texts/\nplugins: [cx-stories]\n", encoding="utf-8"
    )
    _init(".", "--add")
    job = yaml.safe_load(_read(here / ".github" / "workflows" / "check.yml"))["jobs"]["fork"]

    assert job["env"] == {"CONTENT": "our texts"}
