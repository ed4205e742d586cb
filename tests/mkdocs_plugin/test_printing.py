"""Pages are printed ahead in processes of their own, and are the same as if they were not."""

from __future__ import annotations

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
from cx_stories.mkdocs_plugin.pages import CxPage, Printed
from cx_stories.mkdocs_plugin.printing import Press

forking = pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
HERE = os.getpid()
HERE_DONE, ELSEWHERE = frozenset({"here"}), frozenset({"elsewhere"})
"""Where a page was printed, told as if it were a place in it."""
COUNT = 3 * printing.BATCH + 1


class _Sheet:
    """Stands in for a page: the press only hands it on."""

    def __init__(self, number: int) -> None:
        self.number = number


Open = Callable[..., Press]


@pytest.fixture
def sheets() -> list[CxPage]:
    """Give enough pages for several batches."""
    return [cast("CxPage", _Sheet(number)) for number in range(COUNT)]


@pytest.fixture
def press(sheets: list[CxPage], monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Give what opens a press for the pages; it is closed in the end. Two processors are at hand."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    opened: list[Press] = []

    def open_press(
        print_page: Callable[[CxPage], Printed] = _print,
        prepare: Callable[[], object] = lambda: None,
        worth: int = 1,
    ) -> Press:
        opened.append(Press(sheets, print_page, prepare, worth))
        return opened[-1]

    yield open_press
    for one in opened:
        one.close()


def _number(page: CxPage) -> int:
    return cast("_Sheet", page).number


def _print(page: CxPage) -> Printed:
    """Print the number of a page, and where that was done."""
    return Printed(str(_number(page)), HERE_DONE if os.getpid() == HERE else ELSEWHERE)


@forking
def test_pages_are_printed_elsewhere_and_come_as_they_are_asked_for(
    press: Open, sheets: list[CxPage]
) -> None:
    """While one page is written the next ones are printed."""
    one = press()

    assert [one.printed(page) for page in sheets] == [(str(number), ELSEWHERE) for number in range(COUNT)]


@pytest.mark.parametrize(
    ("processors", "threads", "worth"),
    [(1, 1, 1), (2, 2, 1), (2, 1, COUNT + 1)],
    ids=["one core", "threads", "few pages"],
)
def test_pages_are_printed_here_where_that_is_quicker_or_safer(
    press: Open, monkeypatch: pytest.MonkeyPatch, processors: int, threads: int, worth: int
) -> None:
    """A thread could be cut off in the middle of something that another process would wait for."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    one = press(worth=worth)

    assert [one.printed(page).places for page in one.pages] == [HERE_DONE] * COUNT


@forking
def test_what_every_process_needs_is_made_once_before_they_start(sheets: list[CxPage], press: Open) -> None:
    """No process does again what another has done."""
    ready: list[int] = []

    def print_ready(_page: CxPage) -> Printed:
        return Printed(str(ready), frozenset())

    one = press(print_ready, prepare=lambda: ready.append(os.getpid()))

    assert {one.printed(page).html for page in sheets} == {f"[{HERE}]"}


@forking
def test_page_that_is_not_asked_for_in_its_turn_is_printed_here(press: Open, sheets: list[CxPage]) -> None:
    """Another plugin may have pages made in another order, or not at all."""
    one, order = press(), (0, COUNT - 1, 3, 1)
    stray = cast("CxPage", _Sheet(-1))

    assert [one.printed(sheets[number]).html for number in order] == [str(number) for number in order]
    assert one.printed(stray) == ("-1", HERE_DONE)


@forking
def test_error_in_a_page_comes_when_that_page_is_asked_for(press: Open, sheets: list[CxPage]) -> None:
    """MkDocs can say on which page it is."""

    def refuse(page: CxPage) -> Printed:
        if _number(page) == 2:
            raise LookupError("no ink")
        return _print(page)

    one = press(refuse)

    assert [one.printed(page).html for page in sheets[:2]] == ["0", "1"]
    with pytest.raises(LookupError, match="no ink"):
        one.printed(sheets[2])
    assert one.printed(sheets[3]) == ("3", ELSEWHERE)


@forking
def test_process_that_is_ended_from_outside_ends_the_build_with_one_sentence(
    press: Open, sheets: list[CxPage]
) -> None:
    """Nobody waits for a page that will never be printed."""

    def end(page: CxPage) -> Printed:
        if _number(page) == printing.BATCH and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return _print(page)

    one = press(end)

    with pytest.raises(EndedProcessError, match=r"^A process that worked on the stories was ended"):
        [one.printed(page) for page in sheets]


@forking
def test_press_leaves_no_process_behind(press: Open, sheets: list[CxPage]) -> None:
    """Also where a build ends before all pages are asked for; what comes after is printed here."""
    one = press()
    one.printed(sheets[0])
    working = len(active_children())
    one.close()

    assert (working, active_children()) == (2, [])
    assert one.printed(sheets[1]) == ("1", HERE_DONE)
