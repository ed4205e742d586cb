"""Relations are remembered from one build to the next, and a bad memory is of no harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from cx_stories.library import Library
from cx_stories.relations.contrast import contrast
from cx_stories.relations.keeping import Memory, packed, relate, unpacked
from cx_stories.relations.ranking import Ranker
from cx_stories.relations.related import related
from tests.relations.test_since import body, library, told

RANDOM = Random(5)  # noqa: S311


@pytest.fixture(scope="module")
def whole() -> Library:
    """Give a library of more stories than are all compared."""
    return library([told(RANDOM, f"story-{number}") for number in range(110)])


@pytest.fixture(scope="module")
def memory(whole: Library) -> Memory:
    """Give what a build keeps."""
    return relate(whole, Memory()).memory


def test_memory_that_was_packed_saves_the_next_build_its_work(
    whole: Library, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes back from a file is what went into it, apart from what pages show."""
    back = unpacked(packed(memory, "1"), "1")
    ranked: list[int] = []
    monkeypatch.setattr(Ranker, "ranking", lambda *given: ranked.append(given[1]))
    found = relate(whole, back)
    monkeypatch.undo()

    assert not back.related.kinships
    assert ranked == []
    assert (found.related, found.contrasts) == (related(whole), contrast(whole))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[:1000] + bytes([data[1000] ^ 1]) + data[1001:],
        lambda data: data + b"\0",
    ],
)
def test_damaged_memory_is_no_memory(memory: Memory, spoil: Callable[[bytes], bytes]) -> None:
    """A file that was cut off or has one wrong bit is not believed in any part."""
    assert unpacked(spoil(packed(memory, "1")), "1") == Memory()


def test_memory_of_another_version_is_no_memory(memory: Memory) -> None:
    """What another version found out may be something else, so that it is found out again."""
    assert unpacked(packed(memory, "1"), "2") == Memory()


@pytest.mark.parametrize("part", ["wordings", "prints", "seating", "readers", "rankings", "weighed"])
def test_forged_memory_cannot_keep_a_site_from_being_built(whole: Library, memory: Memory, part: str) -> None:
    """Somebody who can write into the cache of a build gets no traceback out of it, and no unknown story."""
    compared = memory.related.compared
    forged = replace(compared, **{part: type(getattr(compared, part))()})
    stories = list(whole.stories)
    body(stories, RANDOM)
    edited = library(stories)
    found = relate(edited, replace(memory, related=replace(memory.related, compared=forged)))

    assert set(found.related) == {story.id for story in edited.stories}
    assert {kin.story for row in found.related.values() for kin in row} <= set(found.related)
