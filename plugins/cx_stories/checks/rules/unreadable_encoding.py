"""CX001: the file is not UTF-8 text."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity


def _say(encoding: str) -> str:
    seen = (
        f"This file was saved as {encoding}"
        if encoding
        else "There is a character here that was not saved as UTF-8"
    )
    return f"{seen}. Save the file again with Save as, and choose the encoding UTF-8."


UNREADABLE_ENCODING = Check(
    code="CX001",
    name="unreadable-encoding",
    severity=Severity.ERROR,
    summary="Every file is saved as UTF-8 text.",
    why="In another encoding letters such as é turn into nonsense.",
    good="title: Café on the quay\n",
    bad=b"---\ntitle: Caf\xe9 on the quay\n---\n",
    find=obstacle("unreadable-encoding", _say),
)
