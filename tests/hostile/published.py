# ruff: noqa: E501
"""A site of hostile stories, published with one defence at a time taken away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from cx_stories.checks import run
from cx_stories.checks.base import Fault, Rule
from cx_stories.checks.rendered import Lost, Unmade, faults_in_rendered
from cx_stories.mkdocs_plugin import pages
from cx_stories.model.document import Document
from cx_stories.pipeline import making
from cx_stories.views import sanitising
from tests.hostile.case import PNG, STORY, Case
from tests.hostile.front_matter import WORDS
from tests.site.made_site import Stage

CONFIG = """\
site_name: "Hostile </title><script>alert(1)</script>"
docs_dir: content
plugins: [cx-stories: {vocabularies: [own.yml], history: false}]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc: {permalink: true}
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {clickable_checkbox: true}
  - pymdownx.tilde
"""
"""More extensions of Markdown than anybody has, for each makes HTML of its own."""

OWN_TERM = """\
id: channels
terms:
  - id: kiosk
    labels: {en: "Kiosk <img src=x onerror=alert(1)>"}
    definition: {en: "A kiosk {{ 7 * 7 }} <script>alert(1)</script>."}
    source: made up
"""
LOUDEST = ("tag", "template", "attribute that closes", "markdown", "end of a script")
"""The words that are shown on every kind of page."""
_ASSETS = re.compile(
    rb'<script[^>]* src="[^"]*assets/[^"]*"[^>]*></script>|<link[^>]* href="[^"]*assets/[^"]*"[^>]*>'
)
_MAIN = re.compile(rb"<main.*</main>", re.DOTALL)
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MARKUP = ("CX014", "CX1", "CX2", "CX3", "CX4", "CX6")


def without_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing refused for what is in it, so that whatever makes pages harmless stands alone."""
    monkeypatch.setattr(
        run, "_CHECKS", tuple(rule for rule in run._CHECKS if not rule.code.startswith(_MARKUP))
    )
    monkeypatch.setattr(run, "_COLLECTION_CHECKS", ())

    def only_unmade(document: Document, result: Unmade | Sequence[Lost]) -> Iterator[tuple[Rule, Fault]]:
        return faults_in_rendered(document, result) if isinstance(result, Unmade) else iter(())

    monkeypatch.setattr(making, "faults_in_rendered", only_unmade)


def without_sanitiser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have HTML published as Markdown makes it."""
    monkeypatch.setattr(pages, "harmless", lambda html: html)
    monkeypatch.setattr(pages, "sanitised", sanitising.Cleaned)


def published(folder: Path, cases: Sequence[Case]) -> Path:
    """Build a site of these cases, each a story by the number of its case, and a few with hostile words everywhere."""
    stage = Stage(folder)
    stage.configure(CONFIG)
    stage.write("../own.yml", OWN_TERM)
    for number, case in enumerate(cases):
        stage.write(f"stories/case-{number}.md", case.files[STORY])
    _draw_words(stage)
    outcome = stage.build(strict=False)
    assert (outcome.exit_code, outcome.ended) == (0, "")
    return stage.site


def _draw_words(stage: Stage) -> None:
    """Draw a story, a person and a series for each kind of words, with those words in every field."""
    for number, name in enumerate(LOUDEST):
        words = WORDS[name]
        value = f'"{words}"'
        stage.write(f"stories/lamp-{number}.png", PNG)
        for folder in ("people", "series"):
            stage.write(f"{folder}/w{number}.md", f"---\ntitle: {value}\nsummary: {value}\n---\nWords.\n")
        stage.story(
            f"words-{number}",
            title=value,
            summary=value,
            elements=f"{{surprising: {value}}}",
            missed=f"{{unique: {value}}}",
            lessons=f"[{value}]",
            questions=f"[{value}]",
            theatre=f"{{cast: {value}}}",
            channels="[kiosk]",
            organisation=value,
            teller=f"w{number}",
            series=f"w{number}",
            pair=f"pair-{number}",
            source=f"{{title: {value}, publication: {value}, author: {value}}}",
            image=f"{{file: lamp-{number}.png, alt: {value}, credit: {value}}}",
        )
        stage.story(
            f"pair-{number}", polarity="negative", pair=f"words-{number}", body=f"[[words-{number}]]\n"
        )


def without_policy(site: Path) -> Path:
    """Take the policy out of every page of a site."""
    for page in site.rglob("*.html"):
        page.write_bytes(_POLICY.sub(b"", page.read_bytes()))
    return site


def together(site: Path, addresses: Sequence[str], number: int) -> list[str]:
    """Put what these pages show beside one another, so many on a page; give the addresses of the new pages."""
    made = []
    for start in range(0, len(addresses), number):
        pages = [
            (site / address / "index.html").read_bytes() for address in addresses[start : start + number]
        ]
        shown = b"".join(main.group() for main in map(_MAIN.search, pages) if main)
        made.append(f"stories/together-{start}/")
        page = site / made[-1] / "index.html"
        page.parent.mkdir()
        page.write_bytes(_MAIN.sub(lambda _, shown=shown: shown, pages[0]))
    return made


def shows(page: Path, words: bytes) -> bool:
    """Whether words are shown on a page, and not only around what it is about."""
    main = _MAIN.search(page.read_bytes())
    return bool(main) and words in main.group()


def without_assets(site: Path, addresses: Iterable[str]) -> Path:
    """Take our own scripts and styles out of some pages, which then open in no time; the rest stays."""
    for address in addresses:
        page = site / address / "index.html"
        page.write_bytes(_ASSETS.sub(b"", page.read_bytes()))
    return site
