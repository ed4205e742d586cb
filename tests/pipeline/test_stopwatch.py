"""What a build takes is counted part by part, in all its processes, and adds up."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Iterator

import pytest

from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.ahead import Ahead
from cx_stories.pipeline.build_parts import Kept, Taken
from cx_stories.pipeline.side_by_side import side_by_side
from cx_stories.pipeline.stopwatch import add, begin, begin_build, hand_over, hear, kept, phase, turn_to


class Clock:
    """A clock that goes on only when somebody works; the processor is busy for half of that."""

    def __init__(self) -> None:
        self.now = 1000.0

    def work(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Give a clock, and begin to count by it."""
    made = Clock()
    monkeypatch.setattr(stopwatch, "perf_counter", lambda: made.now)
    monkeypatch.setattr(stopwatch, "process_time", lambda: made.now / 2)
    monkeypatch.setattr(stopwatch, "ended", lambda: 0.0)
    begin()
    yield made
    monkeypatch.undo()
    begin()


def test_parts_add_up_to_the_whole(clock: Clock) -> None:
    """Nobody wonders where the rest of the time went, and nothing is counted twice."""
    clock.work(1)
    with phase("reading", count=3):
        clock.work(4)
        with phase("markdown", count=2):
            clock.work(6)
        clock.work(8)
    turn_to("theme")
    clock.work(10)

    watch = begin_looking()
    assert watch.told.parts == {
        "other": Taken(1.0, 0.5),
        "reading": Taken(12.0, 6.0, count=3),
        "markdown": Taken(6.0, 3.0, count=2),
        "theme": Taken(10.0, 5.0),
    }
    assert watch.whole == (29.0, 14.5)


def test_part_ends_with_the_fault_that_ends_it(clock: Clock) -> None:
    """A build that goes on after a fault counts what follows for what it is."""

    def fail() -> None:
        with phase("pictures"):
            clock.work(2)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    clock.work(3)

    assert begin_looking().told.parts == {"other": Taken(3.0, 1.5), "pictures": Taken(2.0, 1.0)}


def test_within_a_part_somebody_may_turn_to_another(clock: Clock) -> None:
    """Where a part begins and ends in different places, the one around it is found again."""
    with phase("pages"):
        turn_to("theme")
        clock.work(2)
        turn_to("writing")
        clock.work(4)
    clock.work(6)

    parts = {part: taken.wall for part, taken in begin_looking().told.parts.items() if taken.wall}
    assert parts == {"theme": 2.0, "writing": 4.0, "other": 6.0}


def test_what_others_do_counts_for_the_part_they_work_for(clock: Clock) -> None:
    """What no process could name is for whoever heard of it; what it named is for that part."""
    begin(whole=False)
    clock.work(20)
    with phase("markdown", count=5):
        clock.work(40)
    add("markdown", size=700)
    kept("stories", used=2, made=3)
    told = pickle.loads(pickle.dumps(hand_over()))  # noqa: S301 (our own)
    begin()
    kept("stories", used=1)
    with phase("reading"):
        hear(told)
    add("search", processor=0.25)

    watch = begin_looking()
    assert watch.told.parts == {
        "other": Taken(),
        "reading": Taken(beside=10.0),
        "markdown": Taken(beside=20.0, count=5, size=700),
        "search": Taken(beside=0.25),
    }
    assert watch.told.kept == {"stories": Kept(used=3, made=3)}


def test_process_counts_anew_after_it_has_handed_over(clock: Clock) -> None:
    """A batch is not counted again with the next one."""
    begin(whole=True)
    clock.work(2)
    first = hand_over().parts["other"].processor
    clock.work(4)

    assert (first, hand_over().parts["other"].processor) == (501.0, 2.0)


def test_first_build_of_a_process_has_started_it(clock: Clock) -> None:
    """Python reads its packages once; the rebuilds of a preview do not pay for that again."""
    begin(whole=True, part="starting")
    begin_build()
    clock.work(2)
    first = {part: taken.own for part, taken in begin_looking().told.parts.items()}
    begin_build()
    clock.work(4)

    assert first == {"starting": 500.0, "other": 1.0}
    assert begin_looking().told.parts == {"other": Taken(4.0, 2.0)}


def test_what_takes_long_is_told_by_its_name_the_slowest_first(clock: Clock) -> None:
    """A person can look at the three texts that cost most."""
    for name, seconds in (("quick.md", 0.02), ("slow.md", 0.2), ("slowest.md", 2.0)):
        with phase("markdown", of=name):
            clock.work(seconds)
    with phase("markdown", of="elsewhere.md"):
        add(processor=0.5)

    slow = [(name, round(seconds, 6)) for seconds, name in begin_looking().told.slow]
    assert slow == [("slowest.md", 1.0), ("elsewhere.md", 0.5), ("slow.md", 0.1)]


def test_no_more_slow_texts_are_kept_than_can_be_of_use(clock: Clock) -> None:
    """A site of which every text is slow takes no memory for that."""
    for number in range(300):
        with phase("markdown", of=f"{number}.md"):
            clock.work(1)

    assert len(begin_looking().told.slow) == 100


def test_what_a_thread_does_meanwhile_is_no_part_of_the_build(clock: Clock) -> None:
    """A preview answers browsers while it builds, and neither gets into the way of the other."""

    def answer() -> None:
        with phase("theme", count=1):
            turn_to("search")

    with phase("reading"):
        thread = threading.Thread(target=answer)
        thread.start()
        thread.join()
        clock.work(2)

    assert begin_looking().told.parts == {"other": Taken(), "reading": Taken(2.0, 1.0)}


@pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
def test_processes_hand_over_what_they_have_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether stories are read here or elsewhere, the report says what that took."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    begin()
    with phase("reading"):
        batches = list(side_by_side(_counted, range(60), worth=1))
    with phase("relations"):
        here = Ahead(lambda: _counted(1))()

    parts = begin_looking().told.parts
    assert os.getpid() not in {one for batch in batches for one in batch} | {here}
    assert (parts["markdown"].count, parts["markdown"].own) == (61, 0.0)
    assert min(parts[part].beside for part in ("reading", "relations", "markdown")) > 0.0


def _counted(_number: int) -> int:
    with phase("markdown", count=1):
        sum(range(1000))
    return os.getpid()


def begin_looking() -> stopwatch.Stopwatch:
    """Give what is counted up to now."""
    watch = stopwatch.running()
    watch.book()
    return watch
