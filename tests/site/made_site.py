"""Draw a small site in a folder of its own, build it through MkDocs and see how that went."""

from __future__ import annotations

import gzip
import json
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from tests.site.html_reading import BuiltSite

CONFIG = "site_name: Small stage\ndocs_dir: content\nplugins: [cx-stories]\n"
TWO_LANGUAGES = (
    "site_name: Small stage\ndocs_dir: content\nplugins:\n  - cx-stories:\n      languages: [{}]\n"
)

STORY = {
    "title": "A lamp in the rain",
    "summary": "A cyclist without a light gets one on loan from a shop that is closing.",
    "date": "2024-03-01",
    "polarity": "positive",
    "elements": "{surprising: He gave her the light from his own bicycle.}",
    "lessons": "[Lend what somebody needs tonight.]",
    "provenance": "fictional",
}
"""What a story of a drawn site says, unless the test says otherwise."""

NEGATIVE = {"missed": "[repeatable]"}
"""What a negative story says besides."""

TRANSLATION = {
    "nl": {
        "title": "Een lamp in de regen",
        "summary": "Een fietser zonder licht krijgt er een te leen van een winkel die sluit.",
        "lessons": "[Leen uit wat iemand vanavond nodig heeft.]",
    },
    "en": {key: STORY[key] for key in ("title", "summary", "lessons")},
}
"""What a story says again in another language."""

BODY = """\
The shutters were half down when she asked for a lamp. It rained, and home was nine kilometres away.
The man behind the counter looked at the clock, and then at her bicycle.
He took the light from his own handlebars, put it on hers and told her to bring it back on Monday.
"""
"""Enough text for a story, and too little to be taken for another one of the same words."""

BODY_IN = {
    "nl": """\
De luiken waren half dicht toen ze om een lamp vroeg. Het regende, en naar huis was het negen kilometer.
De man achter de toonbank keek op de klok, en toen naar haar fiets.
Hij nam het licht van zijn eigen stuur, deed het op het hare en zei dat ze het maandag terug kon brengen.
""",
    "en": BODY,
}
"""The same text by language."""


@dataclass(frozen=True)
class Outcome:
    """How a build went.

    said:   every message at the level of a warning or above, and every deprecation
    ended:  the words it stopped with, empty for a build that went through
    folder: where the site is
    told:   what our plugin said besides, that need not worry anybody; two outcomes may differ in it
    """

    exit_code: int
    said: tuple[str, ...]
    ended: str
    folder: Path
    told: tuple[str, ...] = field(default=(), compare=False)

    @property
    def findings(self) -> tuple[str, ...]:
        """The first line of every message: the place, the rule and how bad it is."""
        return tuple(message.partition("\n")[0] for message in self.said)

    @property
    def remarks(self) -> tuple[str, ...]:
        """The first line of every finding that stops nobody."""
        return tuple(message.partition("\n")[0] for message in self.told if "  CX" in message)


class Stage:
    """The folder of a site to be: `mkdocs.yml` and a content folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.site = folder / "site"
        self.content.mkdir()
        self.write("../mkdocs.yml", CONFIG)

    def configure(self, text: str) -> None:
        """Replace `mkdocs.yml`."""
        self.write("../mkdocs.yml", text)

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file below the content folder."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def story(self, name: str, body: str = BODY, **changes: str) -> None:
        """Write `stories/NAME.md`: the sample story with these fields changed or added."""
        fields = {**STORY, "title": f"The story of {name}"}
        if changes.get("polarity") == "negative":
            fields |= NEGATIVE
        self.write(f"stories/{name}.md", front_matter({**fields, **changes}) + body)

    def translation(self, name: str, language: str = "nl", body: str = "", **changes: str) -> None:
        """Write `stories/NAME.LANGUAGE.md`: what the sample story says again in that language."""
        fields = {**TRANSLATION[language], **changes}
        text = front_matter(fields) + (body or BODY_IN[language])
        self.write(f"stories/{name}.{language}.md", text)

    def published(self, base: str = "") -> BuiltSite:
        """Build a site that must go through strictly without a word, and give its pages.

        base:  the folder of the server in which it will stand
        """
        outcome = self.build(strict=True)
        assert outcome == Outcome(0, (), "", self.site)
        return BuiltSite(self.site, base)

    def build(self, *, strict: bool = True, command: str = "build") -> Outcome:
        """Build the site within this process; for the command `serve`, as a preview."""
        return build_site(self.folder / "mkdocs.yml", self.site, command=command, strict=strict)


def front_matter(fields: Mapping[str, str]) -> str:
    """Give fields, with their values as they are to be typed, between two fences."""
    lines = (f"{key}: {value}" for key, value in fields.items() if value)
    return "\n".join(("---", *lines, "---", ""))


def quoted(text: str) -> str:
    """Put a value in single quotes, as YAML wants it."""
    return "'" + text.replace("'", "''") + "'"


def build_site(config_file: Path, folder: Path, command: str = "build", **options: object) -> Outcome:
    """Build a site within this process, the way `mkdocs build` does.

    command:  what MkDocs tells its plugins it is doing
    options:  what mkdocs.yml may say, and `strict`
    """
    exit_code, ended = 0, ""
    with _listening() as (said, told):
        try:
            config = load_config(config_file=str(config_file), site_dir=str(folder), **options)
            config.plugins.on_startup(command=command, dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except MkDocsException as error:
            exit_code, ended = int(getattr(error, "exit_code", 1)), str(error)
    return Outcome(exit_code, tuple(said), ended, folder, tuple(told))


def run_mkdocs(config_file: Path, folder: Path, *arguments: str, hash_seed: int = 0) -> tuple[int, str]:
    """Run `mkdocs build` as a program of its own; give its exit code and everything it printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config_file)]
    run = subprocess.run(
        [*command, "--site-dir", str(folder), *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=config_file.parent,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": str(hash_seed), "SITE_URL": ""},
    )
    return run.returncode, run.stdout + run.stderr


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path, as bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def seen(folder: Path, words: str) -> list[str]:
    """Give the files of a site with these words in text or name; the theme and made-up examples left out.

    What the search shows of its pages counts as one file, `SEARCH`.
    """
    return seen_in(shown(folder), words)


def shown(folder: Path) -> Mapping[str, bytes]:
    """Give what readers can meet in a site, by path, for who looks for more than one thing in it."""
    files = {
        path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()
    }
    return {
        path: _without_examples(path, unpacked(file))
        for path, file in files.items()
        if not path.startswith(("assets/", "pagefind/index/", *_EXAMPLES))
    }


def seen_in(files: Mapping[str, bytes], words: str) -> list[str]:
    """Give the files with these words in text or name."""
    typed = (
        words,
        words.replace("&", "&amp;"),
        json.dumps(words)[1:-1],
        json.dumps(words, ensure_ascii=False)[1:-1],
    )
    wanted = {one: one.encode() for one in typed}
    found = (
        path
        for path, content in files.items()
        if any(one in path or encoded in content for one, encoded in wanted.items())
    )
    return list(dict.fromkeys(SEARCH if path.startswith(SEARCH) else path for path in found))


_EXAMPLES = ("contribute/rules", "nl/contribute/rules")
"""The page of the rules, which shows what the examples of the checks say."""
SEARCH = "pagefind/fragment/"
"""Where the search keeps what it shows of each page that it finds."""
_PACKED = (".pf_fragment", ".pf_index", ".pf_filter", ".pf_meta", ".gz")


def found_in(folder: Path) -> dict[str, dict[str, Any]]:
    """Give what the search of a site finds, by address: the words of a page, its title and its filters."""
    pages = (json.loads(unpacked(file).removeprefix(b"pagefind_dcd")) for file in folder.glob(f"{SEARCH}*"))
    return {page["url"].removeprefix("/"): page for page in pages}


def unpacked(file: Path) -> bytes:
    """Read a file as a reader's browser does."""
    content = file.read_bytes()
    return gzip.decompress(content) if file.suffix in _PACKED else content


def _without_examples(path: str, content: bytes) -> bytes:
    """Take the page of the rules out of what the search finds."""
    shown = path.startswith(SEARCH) and json.loads(content.removeprefix(b"pagefind_dcd"))["url"]
    return b"" if shown and shown[1:].startswith(_EXAMPLES) else content


@contextmanager
def _listening() -> Iterator[tuple[list[str], list[str]]]:
    """Hear what a build says: what should worry somebody, and what our plugin says besides."""
    said: list[str] = []
    told: list[str] = []
    with _heard("mkdocs", logging.WARNING, said), _heard("mkdocs.plugins.cx_stories", logging.INFO, told):
        with warnings.catch_warnings(record=True) as raised:
            warnings.simplefilter("always")
            yield said, told
        said += [f"{one.category.__name__}: {one.message}" for one in raised]
        told[:] = [message for message in told if message not in said]


@contextmanager
def _heard(name: str, level: int, messages: list[str]) -> Iterator[None]:
    handler = logging.Handler(level)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger(name)
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)
