"""Every form in which `cx check` can print, by the name to ask for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cx_stories.cli.formats.concise import concise
from cx_stories.cli.formats.full import full
from cx_stories.cli.formats.github import github
from cx_stories.cli.formats.gitlab import gitlab
from cx_stories.cli.formats.json_text import json_text
from cx_stories.cli.formats.junit import junit
from cx_stories.cli.formats.markdown import markdown
from cx_stories.cli.formats.paint import Paint
from cx_stories.cli.formats.report import Report
from cx_stories.cli.formats.sarif import sarif

Format = Callable[[Report, Paint], str]
"""Puts a report into words that end with a line break, the same for the same report."""

FORMATS: Mapping[str, Format] = {
    "full": full,
    "concise": concise,
    "json": json_text,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
}
