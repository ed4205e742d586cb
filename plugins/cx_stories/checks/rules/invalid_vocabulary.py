"""CX904: a file of words that cannot be used."""

from __future__ import annotations

from cx_stories.checks.base import Rule
from cx_stories.model.diagnostic import Severity

_SITE = (
    b"site_name: Stories\ndocs_dir: content\nplugins:\n  - cx-stories:\n      vocabularies: [channels.yml]\n"
)

INVALID_VOCABULARY = Rule(
    code="CX904",
    name="invalid-vocabulary",
    severity=Severity.ERROR,
    summary="A site's own file of words gives each word an id, a label and a definition.",
    why="Every story is checked against these words; where they cannot be read, nothing is.",
    good={
        "../mkdocs.yml": _SITE,
        "../channels.yml": b"id: channels\nterms:\n  - id: kiosk\n    labels: {en: Kiosk}\n"
        b"    definition: {en: A counter without staff.}\n",
        "stories/example.md": "channels: [kiosk]\n",
    },
    bad={
        "../mkdocs.yml": _SITE,
        "../channels.yml": b"id: channels\nterms:\n  - id: kiosk\n    lables: {en: Kiosk}\n",
        "stories/example.md": "channels: [web]\n",
    },
)
