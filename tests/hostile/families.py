"""Thousands of inputs: every payload in every place where a writer can put words."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import BODIES

CONTEXTS = {
    "as it is": "{}",
    "within a paragraph": "One {} two.",
    "in a heading": "## {}",
    "in a heading under a line": "{}\n---",
    "in a quotation": "> {}",
    "in a list": "- {}\n- x",
    "in a list in a list": "- x\n    1. {}",
    "in a task": "- [ ] {}",
    "in a table": "| a | b |\n| - | - |\n| {} | x |",
    "in the head of a table": "| {} | b |\n| - | - |\n| x | y |",
    "in a term": "{}\n:   x",
    "in a definition": "Term\n:   {}",
    "in a footnote": "x[^1]\n\n[^1]: {}",
    "in the name of a footnote": "x[^{}]\n\n[^{}]: y",
    "in an abbreviation": "*[HTML]: {}\n\nHTML",
    "in an admonition": "!!! note\n    {}",
    "in the title of an admonition": '!!! note "{}"\n    x',
    "in the kind of an admonition": "!!! {}\n    x",
    "in details": '??? note "x"\n    {}',
    "in the title of details": '???+ tip "{}"\n    x',
    "in a tab": '=== "x"\n    {}',
    "in the name of a tab": '=== "{}"\n    x',
    "in emphasis": "*{}*",
    "in strong emphasis": "**{}**",
    "in code": "`{}`",
    "behind code": "`x`{}",
    "in a fence": "```\n{}\n```",
    "in the first line of a fence": "```{}\nx\n```",
    "in the title of a fence": '``` {{ .python title="{}" }}\nx\n```',
    "in a list of attributes": "*x*{{{}}}",
    "in the value of an attribute": '*x*{{title="{}"}}',
    "in a class": "*x*{{.{}}}",
    "in an id": "## x {{#{}}}",
    "in the words of a link": "[{}](https://example.org)",
    "in the address of a link": "[x]({})",
    "in the brackets of a link": "[x](<{}>)",
    "in the title of a link": '[x](https://example.org "{}")',
    "in a definition of a link": "[x][y]\n\n[y]: {}",
    "in the title of a definition": '[x][y]\n\n[y]: https://example.org "{}"',
    "in an address by itself": "<{}>",
    "in the words of a picture": "![{}](x.png)",
    "in the address of a picture": "![x]({})",
    "in a cross-reference": "[[{}]]",
    "in the words of a cross-reference": "[[warm-light|{}]]",
    "in a title of HTML": '<abbr title="{}">x</abbr>',
    "in an address of HTML": "<a href='{}'>x</a>",
    "in HTML": "<div>\n{}\n</div>",
    "in markdown in HTML": '<div markdown="1">\n{}\n</div>',
    "in a remark": "<!-- {} -->",
    "in mathematics": "$${}$$",
    "in criticism": "{{++{}++}}",
    "in a key": "++{}++",
    "in a mark": "=={}==",
}
"""Places; the payload stands for `{}`."""


def combinations() -> Iterator[str]:
    """Give every text that one of our own bodies makes in one of the places."""
    payloads = dict.fromkeys(typed for table in BODIES.values() for typed, _ in table.values())
    short = [payload for payload in payloads if len(payload) < MAX_PAYLOAD and not _refused_at_once(payload)]
    for context in CONTEXTS.values():
        parts = [part.replace("{{", "{").replace("}}", "}") for part in context.split("{}")]
        yield from (payload.join(parts) for payload in short)


MAX_PAYLOAD = 400


def _refused_at_once(payload: str) -> bool:
    """Whether no file with this in it is read at all."""
    return any(
        not sign.isprintable() and sign not in "\n\t\u200b\u200d\u200f\u202c\u202e\u2060\u2066\u2069"
        for sign in payload
    )
