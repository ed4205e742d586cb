"""CX905: a configuration that cannot be used."""

from __future__ import annotations

from cx_stories.checks.base import Rule
from cx_stories.model.diagnostic import Severity

_SITE = "site_name: Stories\ndocs_dir: content\nplugins:\n  - cx-stories:\n      {}\n"

INVALID_CONFIGURATION = Rule(
    code="CX905",
    name="invalid-configuration",
    severity=Severity.ERROR,
    summary="What stands below `cx-stories:` in `mkdocs.yml` are options, each with a value it can have.",
    why="A misspelt option would be passed over, and the site would not be what was asked for.",
    good={
        "../mkdocs.yml": _SITE.format("languages: [en, nl]").encode(),
        "stories/example.md": "title: Refund in one call\n",
    },
    bad={
        "../mkdocs.yml": _SITE.format("langauges: [en, nl]").encode(),
        "stories/example.md": "title: Refund in one call\n",
    },
)
