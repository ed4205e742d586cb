"""What the documentation shows is what happens: commands, examples, messages, links and reasons."""

from __future__ import annotations

import logging
import re
import runpy
import shutil
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from cx_stories.checks.run import RULES
from cx_stories.cli.main import main
from cx_stories.mkdocs_plugin import keeping_pages
from cx_stories.mkdocs_plugin.config import CxStoriesConfig
from cx_stories.pipeline import checking, history, indexing, keeping, keeping_files, keeping_reports, relating
from cx_stories.pipeline.comment_options import Comments, Giscus
from cx_stories.pipeline.form_options import Form
from cx_stories.pipeline.option_faults import names_of
from cx_stories.pipeline.option_words import OPTIONS, Option
from cx_stories.pipeline.options import Options, options_of
from cx_stories.pipeline.picturing import KEPT

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "owners-guide.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
NAME = "refund-in-one-call"
FENCED = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def block(start: str) -> str:
    """Give the one code block of the README or the guide that starts with these words."""
    (found,) = (text for text in FENCED.findall(README + GUIDE) if text.startswith(start))
    return str(found)


def commands(text: str) -> set[str]:
    """Give the targets of `make` that a page shows, in blocks of code and between backticks."""
    spans = re.findall(r"`([^`]+)`", FENCED.sub("", text))
    return set(re.findall(r"\bmake ([a-z]+)", "\n".join((*FENCED.findall(text), *spans))))


class ReadersSite:
    """A folder in which somebody does what the README says."""

    def __init__(self, folder: Path) -> None:
        self.config_file = folder / "mkdocs.yml"
        self.stories = folder / "content" / "stories"
        self.pages = folder / "site" / "stories"
        self.stories.mkdir(parents=True)
        self.config_file.write_text(CONFIGURATION, encoding="utf-8")

    def write(self, text: str, name: str = NAME) -> None:
        """Save a story."""
        (self.stories / f"{name}.md").write_text(text, encoding="utf-8")

    def configure(self, option: str) -> None:
        """Put an option of the guide below the plugin."""
        below = CONFIGURATION.rstrip().removesuffix(":")
        self.config_file.write_text(f"{below}:\n      {option}\n", encoding="utf-8")

    def build(self, command: str = "build") -> Sequence[str]:
        """Build strictly and give what is printed; a preview shows drafts."""
        printed: list[str] = []
        handler = logging.Handler(logging.INFO)
        handler.emit = lambda record: printed.append(f"{record.levelname:<8}-  {record.getMessage()}")  # type: ignore[method-assign]
        logger = logging.getLogger("mkdocs")
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        try:
            config = load_config(str(self.config_file), strict=True, site_dir=str(self.pages.parent))
            config.plugins.on_startup(command=command, dirty=False)
            build(config)
        except Abort as stopped:
            printed.append(str(stopped))
        finally:
            logger.removeHandler(handler)
        return printed

    def published(self) -> Sequence[str]:
        """Give the names of the stories that have a page."""
        return sorted(page.parent.name for page in self.pages.glob("*/index.html"))


CONFIGURATION = block("site_name:")
DRAFT = block("---\ntitle: Refund in one call\nstatus: draft\n")
BODY = DRAFT.rpartition("---\n")[2]
STORY = block("---\ntitle: Refund in one call\nsummary:")
MISSPELT = STORY.replace("surprising:", "surprizing:")
MESSAGE = block("content/stories/")


@pytest.fixture
def site(tmp_path: Path) -> ReadersSite:
    """Give a folder with the `mkdocs.yml` of the guide and no stories yet."""
    return ReadersSite(tmp_path)


def test_readme_shows_commands_that_make_has() -> None:
    """Whoever types a command of README or guide gets what it says, not "no rule to make target"."""
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

    assert commands(README + GUIDE) - targets == set()


def test_contributing_shows_every_command_of_make_help() -> None:
    """A developer finds every command in one table, and none that is gone."""
    offered = set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))

    assert commands(CONTRIBUTING) == offered - {"help"}


def test_needed_python_is_the_one_of_the_package() -> None:
    """The Python that the documentation asks for is the one that the package accepts."""
    version = PYPROJECT["project"]["requires-python"].removeprefix(">=")
    asked = set(re.findall(r"Python (\d\.\d+) or newer", README + CONTRIBUTING))

    assert asked == {version}


def test_draft_has_five_lines_and_is_left_out_of_the_site(site: ReadersSite) -> None:
    """A first draft takes five lines, builds strictly on a new site, and is published nowhere."""
    site.write(DRAFT)
    printed = site.build()

    assert (DRAFT.count("\n"), site.published(), _masked(printed[-2:])) == (
        5,
        [],
        ["INFO    -  CX Stories: N stories, N pages (en)", "INFO    -  Documentation built in N seconds"],
    )


def test_draft_is_shown_in_the_preview(site: ReadersSite) -> None:
    """The draft of the README can be read with `make serve`."""
    site.write(DRAFT)
    site.build("serve")

    assert BODY.strip() in (site.pages / NAME / "index.html").read_text(encoding="utf-8")


def test_story_is_published_by_a_strict_build(site: ReadersSite) -> None:
    """The front matter that the README calls enough is enough."""
    site.write(STORY)
    site.build()

    assert site.published() == [NAME]


def test_message_is_what_cx_check_prints(site: ReadersSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message in the README is the one that a writer gets, to the letter."""
    site.write(MISSPELT)
    monkeypatch.chdir(site.config_file.parent)
    result = CliRunner().invoke(main, ["check"])

    assert (result.exit_code, result.output.rpartition("0 stories")[0]) == (1, MESSAGE)


def test_message_stands_where_the_readme_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes the example among the stories of this repository sees it so, and a count."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "content" / "stories" / f"{NAME}.md").write_text(MISSPELT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before, _, after = CliRunner().invoke(main, ["check"]).output.partition(MESSAGE)

    assert (
        re.findall(r"  CX\d+ [a-z-]+  (\w+)$", before, re.MULTILINE),
        _masked(after.splitlines()[:1]),
    ) == (
        ["info", "info"],
        ["N stories are fit to publish; N error, N warnings, N infos."],
    )


def test_message_is_what_a_build_prints_before_it_stops(site: ReadersSite) -> None:
    """A strict build says the same as the check, publishes nothing and leaves what was there."""
    site.write(STORY)
    site.build()
    site.write(MISSPELT)
    printed = site.build()
    said = "\n".join(MESSAGE.splitlines()[:2])

    assert (printed[:-1], site.published()) == ([f"ERROR   -  {said}"], [NAME])


def test_closing_lines_of_make_site_are_those_of_a_build(site: ReadersSite) -> None:
    """A newcomer recognises the end of a build; only the numbers differ."""
    site.configure("languages: [en, nl]")
    site.write(STORY)
    site.write(STORY.replace("title: ", "title: Another "), "another-refund")
    printed = site.build()
    said = re.findall(r'^site:.*\n(?:\t.*\n)*?\t@echo "(.*)"', MAKEFILE, re.MULTILINE)
    shown = block("INFO    -  CX Stories").splitlines()

    assert _masked(shown) == _masked([*printed[-2:], *said])


def _masked(lines: Sequence[str]) -> Sequence[str]:
    return [re.sub(r"\d+(?:\.\d+)?", "N", line) for line in lines]


def test_list_of_settings_is_what_the_program_knows() -> None:
    """The guide has every option, in its own words: `make reference` writes them, and nobody else."""
    written = runpy.run_path(str(ROOT / "docs" / "reference.py"))["with_settings"](GUIDE)

    named = [option.name for option in OPTIONS]

    assert (written, named) == (GUIDE, [name for name, _ in CxStoriesConfig._schema])


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_example_of_a_setting_sets_it(option: Option) -> None:
    """Whoever copies the example gets something else than a site that sets nothing."""
    read = options_of(yaml.safe_load(option.example), lambda _: (None, 0, 0))

    assert read != Options()


def test_settings_below_a_setting_are_those_that_there_are() -> None:
    """The tables of the guide lack nothing that the form and comments take, and name nothing else."""
    giscus = [f"giscus.{name}" for name in names_of(Giscus)]
    below = {option.name: list(option.below) for option in OPTIONS if option.below}

    assert below == {"comments": [*names_of(Comments), *giscus], "form": list(names_of(Form))}


def _examples_of_settings() -> Sequence[str]:
    """Give the blocks of YAML in the guide that stand below `cx-stories`; others are stories or terms."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", GUIDE.partition("<!-- settings")[0], re.M | re.S)
    return [text for text in blocks if not set(yaml.safe_load(text)) & {"id", "ignore", "site_name"}]


@pytest.mark.parametrize("text", _examples_of_settings(), ids=lambda text: text.partition(":")[0])
def test_settings_that_the_guide_shows_are_understood(text: str) -> None:
    """Whoever copies a block into the settings gets what the text beside it says, and no fault."""
    typed = yaml.safe_load(text)
    for plugin in typed.pop("plugins", ()):
        typed |= plugin["cx-stories"]

    assert options_of(typed, lambda _: (None, 0, 0)) != Options()


def test_finding_is_accepted_as_the_guide_shows(site: ReadersSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines of the guide are understood: a story without that finding is told only that it has none."""
    site.write(STORY.replace("provenance:", block("ignore:") + "provenance:"))
    monkeypatch.chdir(site.config_file.parent)
    said = CliRunner().invoke(main, ["check", "--format", "concise"]).output.splitlines()

    assert said[:-1] == [
        f"content/stories/{NAME}.md:11:12: warning CX901 CX406 finds nothing here. Remove it from `ignore:`."
    ]


def test_vocabulary_file_adds_its_term(site: ReadersSite) -> None:
    """A site that copies the vocabulary file of the guide can use the term."""
    (site.config_file.parent / "channels.yml").write_text(block("id: channels"), encoding="utf-8")
    site.configure("vocabularies: [channels.yml]")
    site.write(STORY.replace("provenance:", "channels: [video]\nprovenance:"))
    site.build()

    assert "Video call" in (site.pages / NAME / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_relative_links_lead_somewhere(document: Path) -> None:
    """No link or picture of the documentation is broken, the heading in an address included."""
    text = re.sub(r"`[^`\n]+`", "", FENCED.sub("", document.read_text(encoding="utf-8")))
    links = re.findall(r"\]\((?!\w+:)([^)\s]+)\)", text)

    assert [link for link in links if not _leads(document, link)] == []


def test_page_on_security_names_rules_and_files_that_there_are() -> None:
    """Nothing is promised that has gone: every rule, file and folder that it names is there."""
    text = re.sub(r"\]\([^)]*\)", "]", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))
    named = re.findall(r"`([\w./]+)`", FENCED.sub("", text))
    paths = [name for name in named if "/" in name or name.endswith((".py", ".md", ".yml"))]
    places = [ROOT, ROOT / "plugins" / "cx_stories", ROOT / ".github" / "workflows"]
    lost = [path for path in paths if not any((place / path).exists() for place in places)]
    rules = [name for name in named if re.fullmatch(r"CX\d+", name) and name.casefold() not in RULES]

    assert (rules, lost) == ([], [])


def test_page_on_performance_names_all_that_is_remembered() -> None:
    """Who keeps a folder for a build server knows what is in it."""
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    memories = [
        *(keeping.NAME, keeping_pages.NAME, keeping_files.NAME, indexing.NAME),
        *(relating.NAME, history.NAME, checking.NAME),
    ]

    named = re.findall(r"^\| `([\w.-]+/?)` \|", text, re.MULTILINE)
    assert named == [*memories, f"{KEPT.name}/", keeping_reports.NAME]


def _leads(document: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = document.parent / path if path else document
    return target.exists() and (not anchor or anchor in _anchors(target))


def _anchors(document: Path) -> Iterator[str]:
    """Give the anchors that a reader of Markdown makes of the headings of a file."""
    for heading in re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_decision_has_its_number_and_its_headings(page: Path) -> None:
    """A decision says why, what, what follows and what it weighs, under the number of its file."""
    text = page.read_text(encoding="utf-8")
    number = re.findall(r"^# (\d+)\. ", text, re.MULTILINE)
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)

    assert (number, headings) == (
        [str(int(page.name[:4]))],
        ["Context", "Decision", "Consequences", "How heavy"],
    )


def test_decisions_are_numbered_without_gaps() -> None:
    """No decision is lost and no number is given twice."""
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_runtime_dependency_has_a_reason() -> None:
    """What a site installs is named in a decision; whoever adds a dependency says why."""
    reasons = "\n".join(page.read_text(encoding="utf-8") for page in DECISIONS).casefold()
    names = [re.split(r"[^\w-]", line)[0] for line in PYPROJECT["project"]["dependencies"]]

    assert [name for name in names if not re.search(rf"\b{name.casefold()}\b", reasons)] == []


def test_architecture_has_the_layers_of_the_contract() -> None:
    """The page on the architecture names the layers that import-linter holds, in their order."""
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", ARCHITECTURE, re.MULTILINE)

    assert [re.findall(r"\w+", row) for row in rows] == _layers()


def test_picture_in_contributing_has_the_layers_of_the_contract() -> None:
    """The picture for developers shows the same layers."""
    (picture,) = (text for text in FENCED.findall(CONTRIBUTING) if text.startswith("mkdocs_plugin"))
    rows = [line.strip().partition("  ")[0] for line in picture.splitlines()]

    assert [re.findall(r"\w+", row) for row in rows] == _layers()


def _layers() -> list[list[str]]:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [re.findall(r"\w+", layer) for layer in layers]


def test_table_of_fonts_is_that_of_the_files() -> None:
    """The decision on fonts lists every cut that readers are sent, with its size."""
    (page,) = (page.read_text(encoding="utf-8") for page in DECISIONS if "fonts" in page.name)
    rows = re.findall(r"^\| `([\w-]+\.woff2)` .*\| ([\d,]+) \|$", page, re.MULTILINE)
    files = (ROOT / "plugins" / "cx_stories" / "assets" / "fonts").glob("*.woff2")

    assert {name: int(size.replace(",", "")) for name, size in rows} == {
        file.name: file.stat().st_size for file in files
    }
