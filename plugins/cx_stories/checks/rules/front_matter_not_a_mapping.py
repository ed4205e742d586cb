"""CX006: the front matter is not `key: value` lines."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

FRONT_MATTER_NOT_A_MAPPING = Check(
    code="CX006",
    name="front-matter-not-a-mapping",
    severity=Severity.ERROR,
    summary="The front matter is made of lines with a key, a colon and a value.",
    why="Words without a key say nothing about the story.",
    good="title: Refund in one call\n",
    bad="---\nRefund in one call\n---\nShe rang at nine.\n",
    find=obstacle(
        "front-matter-not-a-mapping",
        lambda _: (
            "The front matter has no keys. Write each line as `key: value`, "
            "such as `title: Refund in one call`."
        ),
    ),
)
