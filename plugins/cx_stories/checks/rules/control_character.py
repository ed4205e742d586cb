"""CX010: an invisible character that is not text."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

CONTROL_CHARACTER = Check(
    code="CX010",
    name="control-character",
    severity=Severity.ERROR,
    summary="A file holds visible text, spaces and line ends only.",
    why="Invisible characters break search and can hide things from reviewers.",
    good="title: Refund in one call\n",
    bad=b"---\ntitle: Refund\x07 in one call\n---\n",
    find=obstacle(
        "control-character",
        lambda code: f"There is an invisible character here ({code}). Delete it, or type the line anew.",
    ),
)
