"""Compare the stories we show beside a story with those of others: `make relevance`.

Prints the table that stands in the README of the benchmarks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from quality import Quality, judgements, quality
from systems import SYSTEMS

from cx_stories.library import Library
from cx_stories.pipeline import Settings, collect

CONTENT = Path(__file__).parents[2] / "content"
LANGUAGES = ("en", "nl")
_HEAD = (
    "| language | system | useful, of 5 | very useful, of 5 | nDCG of 5 | unjudged |",
    "| --- | --- | ---: | ---: | ---: | ---: |",
)


def told_only_in(language: str, library: Library) -> Library:
    """Give a library as if its stories had only ever been told in one language."""
    stories = [
        story.model_copy(update={"language": language, "tellings": {language: story.tellings[language]}})
        for story in library.stories
        if language in story.tellings
    ]
    return replace(library, languages=(language,), stories=stories)


def measured(language: str) -> Iterator[tuple[str, Quality]]:
    """Judge every system over the stories of the demonstration, told in one language."""
    settings = Settings(CONTENT, LANGUAGES, today=date.max)
    library, judged = told_only_in(language, collect(settings).library), judgements()
    for name, system in SYSTEMS.items():
        yield name, quality(system(library), judged)


def main() -> int:
    """Print the table."""
    print("\n".join(_HEAD))
    for language in LANGUAGES:
        for name, found in measured(language):
            figures = f"{found.useful:.3f} | {found.very_useful:.3f} | {found.gain:.3f} | {found.unjudged}"
            print(f"| {language} | {name} | {figures} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
