"""The demonstration site in a real Chromium, from a real server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from find_chromium import INSTALL_HINT, find_chromium
from playwright.sync_api import Browser, Page, expect, sync_playwright
from rooms import House, Room, Window
from served_site import PATIENCE, Open, serving
from tests.site.demonstrated import demonstrated
from tests.site.made_site import Outcome

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A room that is kept shows its pages in one process.
    "--process-per-site",
]


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the demonstration site, serve it and give the address of its home page."""
    outcome = demonstrated(tmp_path_factory)
    assert outcome == Outcome(0, (), "", outcome.folder)
    with serving(outcome.folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once, with a profile of its own."""
    expect.set_options(timeout=PATIENCE)
    program = find_chromium()
    assert program, INSTALL_HINT
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def house(chromium: Browser) -> House:
    """Keep rooms for the readers of a site who come one after another."""
    return House(chromium)


@pytest.fixture
def open_page(house: House, origin: str) -> Iterator[Open]:
    """Give a way to open pages, each in a window of a new reader; the test fails if one complains."""
    windows: list[Window] = []

    def open_one(address: str, *, interceptable: bool = False, **options: Any) -> Page:
        windows.append(Window(house.room(origin, options), interceptable=interceptable))
        return windows[-1].show(address)

    yield open_one
    for window in windows:
        window.close()
    assert [heard for window in windows for heard in window.complaints.heard] == []


@pytest.fixture(scope="session")
def windows() -> Iterator[dict[str, Window]]:
    """Keep windows open between tests, one for each look, for tests that only look."""
    opened: dict[str, Window] = {}
    yield opened
    for window in opened.values():
        window.close()


@pytest.fixture
def look_at(chromium: Browser, origin: str, windows: dict[str, Window]) -> Iterator[Open]:
    """Give a way to look at pages without touching them, which is quick; the test fails if one complains."""
    used: list[Window] = []

    def look(address: str, **options: Any) -> Page:
        name = repr(sorted(options.items()))
        if name not in windows:
            windows[name] = Window(Room(chromium, origin, options))
        used.append(windows[name])
        return windows[name].show(address)

    yield look
    assert [heard for window in used for heard in window.complaints.heard] == []
