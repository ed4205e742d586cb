"""See whether stories about the same thing find each other by their words alone, among many others.

Into a made-up collection a hundred groups of four are planted: the texts of each have a few rare words in
common, and their facts have nothing to do with each other. Printed is how many of its group stand beside a
story.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.pipeline import Settings, collect
from cx_stories.relations.related import related

sys.path.insert(0, str(Path(__file__).parents[1]))
from stories import collection, write

GROUPS, SIZE = 100, 4


def planted(library: Library, words: int, random: Random) -> tuple[Library, Sequence[Sequence[str]]]:
    """Give a library with groups in it, and the ids of each; there are no picks, vetoes or pairs."""
    stories = [_free(story) for story in library.stories]
    places = random.sample(range(len(stories)), GROUPS * SIZE)
    groups = [places[start : start + SIZE] for start in range(0, len(places), SIZE)]
    for number, group in enumerate(groups):
        added = " ".join(f"zy{_letters(number)}{_letters(word)}" for word in range(words))
        for place in group:
            stories[place] = _saying(stories[place], added)
    return replace(library, stories=stories), [[stories[place].id for place in group] for group in groups]


def found(library: Library, groups: Sequence[Sequence[str]]) -> float:
    """Give the part of the others of its group that stand beside a story."""
    beside = {story: {kin.story for kin in kinships} for story, kinships in related(library).items()}
    hits = [other in beside[one] for group in groups for one in group for other in group if other != one]
    return sum(hits) / len(hits)


def _free(story: Story) -> Story:
    return story.model_copy(update={"related": (), "unrelated": (), "pair": ""})


def _saying(story: Story, added: str) -> Story:
    telling = story.tellings[story.language]
    longer = telling.model_copy(update={"body": f"{telling.body} {added}"})
    return story.model_copy(update={"tellings": {story.language: longer}})


def _letters(number: int) -> str:
    return chr(ord("a") + number // 26) + chr(ord("a") + number % 26)


def main() -> int:
    """Plant, look and print."""
    parser = argparse.ArgumentParser(description="See whether stories find each other by their words.")
    parser.add_argument("--stories", type=int, default=10_000, help="how many stories (default: 10000)")
    count = parser.parse_args().stories
    with tempfile.TemporaryDirectory() as folder:
        write(collection(count), Path(folder))
        library = collect(Settings(Path(folder), ("en",), today=date.max)).library
    for words in (4, 6, 12):
        part = found(*planted(library, words, Random(words)))
        print(f"{words} words in common, {count:,} stories: {part:.3f} found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
