"""CX003: the front matter has no end."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

UNCLOSED_FRONT_MATTER = Check(
    code="CX003",
    name="unclosed-front-matter",
    severity=Severity.ERROR,
    summary="The front matter ends with a line of three hyphens.",
    why="Without it the story itself would be read as fields.",
    good="title: Refund in one call\n",
    bad=b"---\ntitle: Refund in one call\n\nShe rang at nine.\n",
    find=obstacle(
        "unclosed-front-matter",
        lambda _: "The front matter starts here but has no end. Add a line with `---` after its last field.",
    ),
)
