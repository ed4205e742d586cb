"""From a rule's example to whole files that can be read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cx_stories.checks.base import Example

SAMPLE = {
    "title": "title: Refund in one call",
    "summary": "summary: A wrong size is put right before the customer has finished her sentence.",
    "date": "date: 2024-03-01",
    "polarity": "polarity: positive",
    "elements": "elements: [surprising]",
    "lessons": "lessons:\n  - Give the person who answers the phone the power to refund.",
    "provenance": "provenance: fictional",
}
BODY = "She rang at nine. At four minutes past nine she had her money back.\n"
PATH = "stories/example.md"
_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def files_of(example: Example) -> Mapping[str, bytes]:
    """Give the files of an example by path; a fragment of front matter is laid over the sample story."""
    files = example if isinstance(example, Mapping) else {PATH: example}
    return {path: _whole(content) for path, content in files.items()}


def _whole(content: str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    if content.startswith("---"):
        return content.encode()
    typed = set(_KEY.findall(content))
    kept = [lines for key, lines in SAMPLE.items() if key not in typed]
    return "\n".join(["---", content.rstrip("\n"), *kept, "---", BODY]).encode()
