"""CX008: a part of the file is too large."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

_WORDS = {
    "file": "This file is too large to be a story. Was something pasted by accident?",
    "front matter": "The front matter is larger than 64 KiB. Shorten it.",
    "body": "The story is larger than 500 KB. Shorten it or split it in two.",
    "signs": "This text has more than 5,000 links, headings, brackets or @ signs, or 20,000 digits. "
    "Remove what was pasted by accident.",
    "nesting": "More than 20 brackets are open here at once. Remove what was pasted by accident.",
}

TOO_LARGE = Check(
    code="CX008",
    name="too-large",
    severity=Severity.ERROR,
    summary="Front matter stays under 64 KiB and 20 levels, the story under 500 KB.",
    why="Huge files make the site slow or stop it from being built.",
    good="senses: [sight]\n",
    bad="senses: " + "[" * 21 + "sight" + "]" * 21 + "\n",
    find=obstacle("too-large", lambda detail: _WORDS[detail]),
)
