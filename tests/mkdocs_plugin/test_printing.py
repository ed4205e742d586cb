"""Pages are made in processes of their own, and are the same as if they were not."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from typing import cast

import pytest

from cx_stories.errors import EndedProcessError
from cx_stories.mkdocs_plugin import printing
from cx_stories.mkdocs_plugin.pages import CxPage
from cx_stories.mkdocs_plugin.printing import Press, Sheet, Steps

forking = pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
HERE = os.getpid()
HERE_DONE, ELSEWHERE = b"here", b"elsewhere"
"""Where a page was made, told as if it were to be remembered."""
COUNT = 3 * printing.BATCH + 1


class _Blank:
    """Stands in for a page: the press only hands it on."""

    def __init__(self, number: int) -> None:
        self.number = number


Open = Callable[..., Press]


@pytest.fixture
def blanks() -> list[CxPage]:
    """Give enough pages for several batches."""
    return [cast("CxPage", _Blank(number)) for number in range(COUNT)]


@pytest.fixture
def press(blanks: list[CxPage], monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Give what starts a press for the pages; it is closed in the end. Two processors are at hand."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    opened: list[Press] = []

    def start_press(
        make: Callable[[CxPage], Sheet] = _make,
        prepare: Callable[[], object] = lambda: None,
        worth: int = 1,
    ) -> Press:
        def steps(page: CxPage) -> Steps:
            yield
            return make(page)

        opened.append(Press(blanks, steps, prepare, worth))
        opened[-1].start()
        return opened[-1]

    yield start_press
    for one in opened:
        one.close()


def _number(page: CxPage) -> int:
    return cast("_Blank", page).number


def _make(page: CxPage) -> Sheet:
    """Tell the number of a page, and where that was done."""
    return Sheet(b"%d" % _number(page), b"", HERE_DONE if os.getpid() == HERE else ELSEWHERE, {})


def _sheets(press: Press) -> list[tuple[bytes, bytes | None]]:
    return [(sheet.key, sheet.found) for _, sheet in press.sheets()]


@forking
def test_pages_are_made_elsewhere_and_come_in_their_order(press: Open, blanks: list[CxPage]) -> None:
    """While one page is indexed the next ones are printed."""
    one = press()

    assert [page for page, _ in one.sheets()] == blanks
    assert _sheets(press()) == [(b"%d" % number, ELSEWHERE) for number in range(COUNT)]


@forking
def test_no_page_is_left_out_where_few_may_be_made_ahead(
    press: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large site more pages are only begun when somebody has taken the first."""
    monkeypatch.setattr(printing, "AHEAD", 2)

    assert _sheets(press()) == [(b"%d" % number, ELSEWHERE) for number in range(COUNT)]


@forking
def test_other_processes_take_over_before_one_holds_too_much(
    press: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a very large site no process makes so many pages that it no longer shares what all of them know."""
    monkeypatch.setattr(printing, "ROUND", 2)

    made = press(lambda page: Sheet(b"%d" % _number(page), b"%d" % os.getpid(), b"", {})).sheets()
    sheets = [sheet for _, sheet in made]

    first, second = (
        {sheet.proof for sheet in sheets[start : start + 2 * printing.BATCH]}
        for start in (0, 2 * printing.BATCH)
    )
    assert [sheet.key for sheet in sheets] == [b"%d" % number for number in range(COUNT)]
    assert first.isdisjoint(second)


@pytest.mark.parametrize(
    ("processors", "threads", "worth"),
    [(1, 1, 1), (2, 2, 1), (2, 1, COUNT + 1)],
    ids=["one core", "threads", "few pages"],
)
def test_pages_are_made_here_where_that_is_quicker_or_safer(
    press: Open, monkeypatch: pytest.MonkeyPatch, processors: int, threads: int, worth: int
) -> None:
    """A thread could be cut off in the middle of something that another process would wait for."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: threads)

    assert _sheets(press(worth=worth)) == [(b"%d" % number, HERE_DONE) for number in range(COUNT)]


@forking
def test_what_every_process_needs_is_made_once_before_they_start(press: Open) -> None:
    """No process does again what another has done."""
    ready: list[int] = []

    def make_ready(_page: CxPage) -> Sheet:
        return Sheet(str(ready).encode(), b"", b"", {})

    one = press(make_ready, prepare=lambda: ready.append(os.getpid()))

    assert {sheet.key for _, sheet in one.sheets()} == {f"[{HERE}]".encode()}


@forking
def test_error_in_a_page_comes_when_it_is_the_turn_of_that_page(press: Open) -> None:
    """Whoever builds is told of the first page that went wrong, and by the process that can tell."""

    def refuse(page: CxPage) -> Sheet:
        if _number(page) == 2:
            raise LookupError(f"no ink {'here' if os.getpid() == HERE else 'elsewhere'}")
        return _make(page)

    sheets = press(refuse).sheets()

    assert [next(sheets)[1].key for _ in range(2)] == [b"0", b"1"]
    with pytest.raises(LookupError, match="no ink here"):
        next(sheets)


@forking
@pytest.mark.usefixtures("press")
def test_each_step_is_taken_for_all_pages_of_a_batch_before_the_next(
    blanks: list[CxPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A processor has at hand what a step needs; pages made one by one take a third longer."""
    monkeypatch.setattr(printing, "BATCH", 3)
    taken: list[int] = []

    def steps(page: CxPage) -> Steps:
        taken.append(_number(page))
        yield
        return Sheet(b"", b"", str(taken[-3:]).encode(), {})

    one = Press(blanks[:6], steps, worth=1)
    one.start()
    found = [sheet.found for _, sheet in one.sheets()]
    one.close()

    assert found == [b"[0, 1, 2]"] * 3 + [b"[3, 4, 5]"] * 3


@forking
def test_what_is_said_of_a_page_is_heard_here(press: Open, caplog: pytest.LogCaptureFixture) -> None:
    """A strict build counts the warnings of all pages, in the order of the pages, and each once."""

    def warn(page: CxPage) -> Sheet:
        logging.getLogger("mkdocs.structure.pages").warning("page %d", _number(page))
        return _make(page)

    assert len(_sheets(press(warn))) == COUNT
    assert [record.getMessage() for record in caplog.records] == [f"page {number}" for number in range(COUNT)]
    assert {(record.name, record.levelname) for record in caplog.records} == {
        ("mkdocs.structure.pages", "WARNING")
    }


@forking
def test_process_that_is_ended_from_outside_ends_the_build_with_one_sentence(press: Open) -> None:
    """Nobody waits for a page that will never be printed."""

    def end(page: CxPage) -> Sheet:
        if _number(page) == printing.BATCH and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return _make(page)

    one = press(end)

    with pytest.raises(EndedProcessError, match=r"^A process that worked on the stories was ended"):
        _sheets(one)


@forking
def test_press_leaves_no_process_behind(press: Open) -> None:
    """Also where a build ends before all pages are asked for; what comes after is made here."""
    one = press()
    next(one.sheets())
    working = len(active_children())
    one.close()

    assert (working, active_children()) == (2, [])
    assert {entry for _, entry in _sheets(one)} == {HERE_DONE}
