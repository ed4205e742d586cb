"""How stories hang together is found out beside a build, and remembered by the next."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from cx_stories.library import Library
from cx_stories.pipeline import relating as module
from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.build_parts import Kept
from cx_stories.pipeline.collecting import editions_of
from cx_stories.pipeline.keys import relating_key
from cx_stories.pipeline.relating import NAME, Relating
from cx_stories.pipeline.remembering import entries_of, pieces_of
from cx_stories.relations import keeping, ranking
from cx_stories.relations.contrast import contrast
from cx_stories.relations.related import related
from tests.conftest import Site
from tests.relations.test_since import body, library, told

RANDOM = Random(7)  # noqa: S311
MANY = 105
"""More than are all compared with all."""
Answers = tuple[object, object]


@pytest.fixture(scope="module")
def whole() -> Library:
    """Give a library of more stories than are all compared."""
    return library([told(RANDOM, f"story-{number}") for number in range(MANY)])


@pytest.fixture(scope="module")
def right(whole: Library) -> Answers:
    """Give what a build from nothing finds."""
    return related(whole), contrast(whole)


def found(relating: Relating, whole: Library) -> Answers:
    """Have a build find it out."""
    beside = relating.begin(whole)
    return beside.related, beside.contrasts


@pytest.fixture
def ranked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Give who is compared with others, from now on."""
    places: list[int] = []
    rank = ranking.Ranker.ranking

    def counted(self: ranking.Ranker, place: int, *given: object) -> ranking.Ranking:
        places.append(place)
        return rank(self, place, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(ranking.Ranker, "ranking", counted)
    return places


def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Have processes be worth their start here, and give who counts as here."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(module, "WORTH_A_PROCESS", 1)
    return [os.getpid()]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
def test_process_beside_a_build_finds_it_out_and_remembers_it(
    whole: Library, right: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ranked: list[int]
) -> None:
    """The builder gets the same stories from it, and the next build those that it has remembered."""
    _elsewhere(monkeypatch)
    first, second = found(Relating(tmp_path), whole), found(Relating(tmp_path), whole)
    monkeypatch.setattr(module, "WORTH_A_PROCESS", MANY + 1)

    assert (first, second, ranked) == (right, right, [])
    assert (found(Relating(tmp_path), whole), ranked) == (right, [])


@pytest.mark.parametrize("kept", [Kept(used=0, made=3), Kept(used=MANY, made=0)], ids=["few", "many"])
def test_build_without_a_change_writes_nothing_and_says_what_was_known(
    whole: Library, tmp_path: Path, kept: Kept
) -> None:
    """The file stays as it is; few stories are all compared each time, for that is as quick."""
    some = library(list(whole.stories)[: kept.used + kept.made])
    found(Relating(tmp_path), some)
    before = (tmp_path / NAME).stat()
    stopwatch.begin()
    found(Relating(tmp_path), some)

    assert (tmp_path / NAME).stat() == before
    assert stopwatch.running().kept("relations") == kept


def test_preview_has_at_hand_what_it_found_and_writes_it_when_it_ends(
    whole: Library, tmp_path: Path, ranked: list[int]
) -> None:
    """After an edit a few stories are compared again, and the next build need not do it either."""
    preview = Relating(tmp_path, lasting=True)
    found(preview, whole)
    (tmp_path / NAME).unlink(missing_ok=True)
    stories = list(whole.stories)
    body(stories, RANDOM)
    edited = library(stories)
    ranked.clear()

    assert found(preview, edited) == (related(edited), contrast(edited))
    compared = len(ranked) - MANY
    assert 0 < compared < MANY // 2
    assert not (tmp_path / NAME).exists()
    preview.close()
    ranked.clear()
    assert found(Relating(tmp_path), edited)
    assert ranked == []


def _sealed(change: Callable[[keeping.Memory], keeping.Memory]) -> Callable[[bytes], bytes]:
    """Have a memory say something else, sealed as it should be."""
    stamp = relating_key().hex()
    return lambda entry: keeping.packed(change(keeping.unpacked(entry, stamp)), stamp)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda entry: entry[:-1],
        lambda entry: entry[:2000] + bytes([entry[2000] ^ 1]) + entry[2001:],
        lambda entry: b"\0" * len(entry),
        _sealed(lambda _: keeping.Memory()),
        _sealed(lambda _: keeping.relate(library([told(RANDOM, "elsewhere")]), keeping.Memory()).memory),
    ],
    ids=["empty", "cut off", "damaged", "nothing", "forgetful", "another site"],
)
def test_memory_of_whatever_kind_gives_the_same_stories(
    whole: Library, right: Answers, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """Somebody may have restored the folder of another site, or half of it."""
    found(Relating(tmp_path), whole)
    entries = {key: spoil(bytes(entry)) for key, entry in entries_of(tmp_path / NAME)}
    assert entries
    (tmp_path / NAME).write_bytes(b"".join(pieces_of(entries)))

    assert found(Relating(tmp_path), whole) == right


def test_folder_that_leads_away_or_cannot_be_written_is_no_fault(
    whole: Library, right: Answers, tmp_path: Path
) -> None:
    """Nothing is written where a link leads, and a build goes on without a memory."""
    (tmp_path / "away").write_text("mine")
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory" / NAME).symlink_to(tmp_path / "away")
    (tmp_path / "file").write_text("")

    assert found(Relating(tmp_path / "memory"), whole) == right
    assert found(Relating(tmp_path / "file"), whole) == right
    assert (tmp_path / "away").read_text() == "mine"


def test_editions_in_all_languages_hang_together_alike(site: Site) -> None:
    """It is found out once."""
    for name in ("calls", "queue", "refund"):
        site.story(name)
    collection = site.collect()
    relations = [edition.relations for edition in editions_of(collection)]

    assert [one.related for one in relations] == [related(collection.library)] * 2
    assert relations[0].related is relations[1].related
