"""Everything that a story may honestly be marked up with, in blocks that can be put together."""

from __future__ import annotations

from pathlib import Path

EXTENSIONS = """\
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - toc: {permalink: true}
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.highlight: {anchor_linenums: true, line_spans: __span}
  - pymdownx.inlinehilite
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.superfences
  - pymdownx.tabbed: {alternate_style: true}
  - pymdownx.tasklist: {custom_checkbox: true}
  - pymdownx.tilde
"""
"""What a site asks of Markdown that wants all of it."""

_BETWEEN = "\n\nMeanwhile, on the other side of the street, it went on raining as it had before.\n\n"
_STEPS = (1, 3, 5, 9, 11, 13)


def _blocks() -> dict[str, str]:
    typed = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in typed.split("%%% ")[1:])
    return {name: text.removesuffix("\n") for name, _, text in parts}


BLOCKS = _blocks()
"""By what it is: Markdown in which `~N~` stands for the number of the story."""


def body(number: int) -> str:
    """Give the text of a story, of six kinds of markup; a hundred stories go through all of them in turn."""
    kinds = tuple(BLOCKS.values())
    chosen = [kinds[(number * step + offset) % len(kinds)] for offset, step in enumerate(_STEPS)]
    return _BETWEEN.join(dict.fromkeys(chosen)).replace("~N~", f"{number}")
