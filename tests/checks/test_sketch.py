"""The numbers by which nearly the same texts are known."""

from __future__ import annotations

import re
from zlib import crc32

import pytest

from cx_stories.checks.sketch import SIZE, WORDS, sketch

TEXT = " ".join(f"word_{number} and, the {number % 7} of: it's" for number in range(60))


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("and", "én"), "again and again " * 40])
def test_sketch_is_the_smallest_numbers_of_all_runs_of_words(text: str) -> None:
    """Texts are compared by the same numbers whatever their letters, however often they repeat a thing."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1)}

    assert sketch(text) == tuple(sorted(crc32(run.encode()) for run in runs)[:SIZE])
