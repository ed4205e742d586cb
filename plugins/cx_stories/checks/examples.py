"""From a rule's example to whole files that can be read and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cx_stories.checks.base import Example
from cx_stories.checks.picture import PICTURE

SAMPLE = {
    "title": "title: Refund in one call",
    "summary": "summary: A wrong size is put right before the customer has finished her sentence.",
    "date": "date: 2024-03-01",
    "polarity": "polarity: positive",
    "elements": "elements:\n  surprising: She had her money before she had finished her sentence.",
    "lessons": "lessons:\n  - Give the person who answers the phone the power to refund.",
    "provenance": "provenance: fictional",
}
BODY = (
    "She rang at nine. The blue coat was a size too small, and she had read the rules: send it back, wait "
    "two weeks, hope.\n\n"
    "The woman on the phone asked one question. At four minutes past nine she had her money back, and the "
    "coat could go to her sister.\n"
)
PATH = "stories/example.md"
MOST_SHOWN = 3
_KEY = re.compile(r"^(\w+):", re.MULTILINE)


def files_of(example: Example) -> Mapping[str, bytes]:
    """Give the files of an example by path; a fragment of front matter is laid over the sample story.

    What follows a line `---` in a fragment takes the place of the sample's text.
    """
    files = example if isinstance(example, Mapping) else {PATH: example}
    return {path: _whole(content) for path, content in files.items()}


def passages_of(example: Example) -> Sequence[tuple[str, str]]:
    """Give the files of an example as they are shown: path and text, of many alike only the first three.

    Of a picture only the path is shown.
    """
    files = example if isinstance(example, Mapping) else {PATH: example}
    return [(path, _readable(content)) for path, content in list(files.items())[:MOST_SHOWN]]


def _readable(content: str | bytes) -> str:
    if isinstance(content, str):
        return content
    return "" if content == PICTURE else content.decode(errors="replace")


def _whole(content: str | bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    if content.startswith("---"):
        return content.encode()
    fields, fence, body = content.partition("\n---\n")
    typed = set(_KEY.findall(fields))
    kept = [lines for key, lines in SAMPLE.items() if key not in typed]
    return "\n".join(["---", fields.rstrip("\n"), *kept, "---", body if fence else BODY]).encode()
