"""See whether our search finds the right story, beside the one built into Material: `make relevance`.

Prints the table that stands in the README of the benchmarks.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from engines import DEFAULT, Answers, material, ours
from judged import Query, Rightness, queries, rightness
from playwright.sync_api import Browser
from visiting import chromium

sys.path.insert(0, str(Path(__file__).parents[1]))
from measure import BuildError
from sites import CONFIGURATION, write_bare
from stories import File

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "nl")
_HEAD = (
    "| language | search | queries | right story in the first three | mean reciprocal rank |",
    "| --- | --- | ---: | ---: | ---: |",
)


def stories_in(language: str, content: Path = ROOT / "content") -> Sequence[File]:
    """Give the stories of the demonstration as if they had only ever been told in one language."""
    files = []
    for path in sorted((content / "stories").glob("*.md")):
        if path.suffixes == [".md"]:
            told = path if language == DEFAULT else path.with_suffix(f".{language}.md")
            fields, body = _read(told)
            files.append(File(f"stories/{path.name}", "", {**_read(path)[0], **fields}, body))
    return files


def _read(path: Path) -> tuple[Mapping[str, Any], str]:
    """Give the front matter and the body of a story."""
    _, block, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(block), body.lstrip("\n")


def build_sites(folder: Path) -> Path:
    """Build the demonstration, and a bare site for each language; give the folder in which they are.

    Raises:  BuildError if MkDocs does not end well
    """
    _build(ROOT, folder / "ours")
    for language in LANGUAGES:
        site = folder / f"{language}-source"
        site.mkdir()
        write_bare(stories_in(language), [language], site)
        _build(site, folder / language)
    return folder


def _build(folder: Path, target: Path) -> None:
    """Build the site in a folder into another one; nothing is left in the first."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    done = subprocess.run(
        [*command, "--config-file", str(folder / CONFIGURATION), "--site-dir", str(target)],
        cwd=target.parent,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildError(done.stderr or done.stdout)


def answers(
    browser: Browser, sites: Path, language: str, asked: Sequence[str]
) -> Iterator[tuple[str, Answers]]:
    """Ask both searches the same."""
    yield "ours", ours(browser, sites / "ours", language, asked)
    yield "Material's", material(browser, sites / language, asked)


def table(browser: Browser, sites: Path, judged: Sequence[Query]) -> Iterator[str]:
    """Give the lines of the table: each language, then the queries that were kept aside."""
    yield from _HEAD
    groups = {language: [one for one in judged if one.language == language] for language in LANGUAGES}
    told = {
        language: dict(answers(browser, sites, language, [one.text for one in asked]))
        for language, asked in groups.items()
    }
    for language, asked in groups.items():
        for name in told[language]:
            yield _row(language, name, rightness(asked, told[language][name]))
    for name in told[DEFAULT]:
        both = {text: found for language in LANGUAGES for text, found in told[language][name].items()}
        yield _row("kept aside", name, rightness([one for one in judged if one.aside], both))


def _row(group: str, name: str, found: Rightness) -> str:
    return f"| {group} | {name} | {found.queries} | {found.first:.3f} | {found.reciprocal:.3f} |"


def main() -> int:
    """Build, ask, judge and print; return 1 if that cannot be done."""
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        try:
            print("\n".join(table(browser, build_sites(Path(scratch)), queries())))
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
