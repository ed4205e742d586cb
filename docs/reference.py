"""Writes the list of settings into the guide for owners, as the program knows them."""

from __future__ import annotations

from pathlib import Path

from cx_stories.pipeline.option_words import OPTIONS, Option

GUIDE = Path(__file__).parent / "owners-guide.md"
BEGIN, END = "<!-- settings: written by `make reference` -->\n", "<!-- end of settings -->\n"


def with_settings(guide: str) -> str:
    """Give the guide with the list of settings in its place."""
    before, begin, rest = guide.partition(BEGIN)
    _, end, after = rest.partition(END)
    return "".join((before, begin, "\n", *map(_section, OPTIONS), end, after))


def _section(option: Option) -> str:
    said = (
        f"### `{option.name}`\n\n{option.does} Default: {option.default}.\n\n```yaml\n{option.example}```\n\n"
    )
    rows = "".join(f"| `{name}` | {does} |\n" for name, does in option.below.items())
    return f"{said}| Below `{option.name}` | What it says |\n| --- | --- |\n{rows}\n" if rows else said


if __name__ == "__main__":
    GUIDE.write_text(with_settings(GUIDE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
