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
        "No value starts with this character. Put the whole value in double quotes; "
        "if it is a tab, which looks like some spaces, type spaces instead."
    ),
    "dash": (
        "A list starts on the line below its key. Move each `- ` to a line of its own; "
        "if this is no list, put the whole value in double quotes."
    ),
    "bracket": "A square bracket opens here and is never closed. Add `]`.",
    "brace": "A curly bracket opens here and is never closed. Add `}`.",
    "no colon": (
        "This line is not `key: value`, such as `title: Refund in one call`. Add the key and a colon; "
        "if it belongs to the line above, begin it with two spaces, or with `- ` in a list."
    ),
    "no space": (
        "There is no ordinary space after the colon. Write `key: value`, with a space typed between the two."
    ),
    "block": (
        "`|` or `>` at the start has a special meaning. Put the whole value in double quotes, "
        "or start it on the next line, after two spaces."
    ),
    "after": (
        "There is something here that does not belong after the value. Put the whole value in double quotes."
    ),
    "alignment": (
        "This line is not in line with its neighbours. "
        "Give it as many spaces at the start as the line it belongs with; "
        "if it goes on with a sentence that has a colon, put the whole sentence in double quotes."
    ),
    "key": "A key is a plain word followed by a colon, such as `title:`.",
    "second document": "This line ends the front matter too early. Remove it.",
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
