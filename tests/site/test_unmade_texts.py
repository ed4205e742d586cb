"""A text that Markdown cannot make is left out with a reason, and the rest of the site is published."""

from __future__ import annotations

from functools import partial

import pytest

from cx_stories.mkdocs_plugin import converting
from cx_stories.pipeline.bounded import Bounded
from tests.site.html_reading import BuiltSite
from tests.site.made_site import BODY, CONFIG, Stage

EXTENSIONS = "markdown_extensions: [admonition]\n"
HOOK = """
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Failing(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Words(md), "words", 1)

class Words(Preprocessor):
    def run(self, lines):
        raise LookupError("no lamp")

def on_config(config):
    config.markdown_extensions.append(Failing())
"""
"""Another program that puts an object of its own among the extensions; it fails at every text."""


def _findings(stage: Stage) -> tuple[str, ...]:
    findings = stage.build(strict=False).findings
    return tuple(one for one in findings if "CX008" in one)


def test_stories_beside_one_that_cannot_be_made_are_published(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One story pasted together by accident costs its own page and no other."""
    monkeypatch.setattr(converting, "Bounded", partial(Bounded, seconds=1.0))
    stage.configure(CONFIG + EXTENSIONS)
    stage.story("fine")
    stage.story("slow", body=BODY + "\n" + "[a" * 4_900)
    stage.story("deep", body=BODY + "\n" + "".join("    " * depth + "!!! note\n" for depth in range(400)))

    assert _findings(stage) == tuple(
        f"content/stories/{name}.md:10:1  CX008 too-large  error" for name in ("deep", "slow")
    )
    assert sorted(page for page in BuiltSite(stage.site).pages if page.startswith("stories/")) == [
        "stories/",
        "stories/fine/",
    ]


def test_extension_of_another_program_that_fails_is_named_with_its_page(stage: Stage) -> None:
    """It cannot be tried before, and still nobody has to read a traceback."""
    (stage.folder / "hook.py").write_text(HOOK)
    stage.configure(CONFIG + "hooks: [hook.py]\n")
    stage.story("lamp")

    assert stage.build().said == (
        "Error reading page 'stories/lamp.md':",
        "CX Stories: Markdown cannot read stories/lamp.md (LookupError: no lamp).",
    )
