"""CX004: a line of the front matter cannot be read."""

from __future__ import annotations

from cx_stories.checks.base import Check, obstacle
from cx_stories.model.diagnostic import Severity

_WORDS = {
    "quote": "A quotation mark opens here and is never closed. Add the closing one.",
    "apostrophe": (
        "An apostrophe at the start is taken for a quotation mark. Put the whole value in double quotes."
    ),
    "hyphen": "Put a space after the hyphen at the start of this line.",
    "quote too early": (
        "The quotation closed before this point. Put the whole value in double quotes, "
        "and use curly quotes “ ” within it."
    ),
    "escape": "A backslash in double quotes needs a second one: write \\\\.",
    "start": (
        "A value cannot start with this character. Put the whole value in double quotes; "
        "if it is a tab, use spaces instead."
    ),
    "dash": "A list starts on the line below its key. Move each `- ` to a line of its own.",
    "bracket": "A square bracket opens here and is never closed. Add `]`.",
    "brace": "A curly bracket opens here and is never closed. Add `}`.",
    "no colon": (
        "This line has no `key: value`. Add the key and a colon, "
        "or indent the line if it belongs to the one above."
    ),
    "no space": "There is no space after the colon. Write `key: value`, with a space between the two.",
    "block": "After `|` or `>` the text starts on the next line, indented by two spaces.",
    "after": (
        "There is something here that does not belong after the value. Put the whole value in double quotes."
    ),
    "alignment": (
        "This line is not in line with its neighbours. "
        "Give it as many spaces at the start as the line it belongs with."
    ),
    "key": "A key is a plain word followed by a colon, such as `title:`.",
    "second document": "This line ends the front matter before its closing fence. Remove it.",
}

INVALID_YAML = Check(
    code="CX004",
    name="invalid-yaml",
    severity=Severity.ERROR,
    summary="Every line of the front matter can be read.",
    why="A story that is half read would be published half.",
    good='title: "A quote that closes"\n',
    bad='title: "A quote that never closes\n',
    find=obstacle("invalid-yaml", lambda detail: _WORDS[detail]),
)
