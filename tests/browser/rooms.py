"""Readers of a built site: what a browser keeps for each, and the windows they open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, Page
from served_site import DESK, PATIENCE, Complaints

_SPARE = 4
"""How many rooms in which nobody is are kept."""


class Room:
    """What a browser keeps for a reader, whatever windows they open: cookies, what pages store, permissions.

    options:  what Playwright knows about windows: `viewport`, `color_scheme`, `java_script_enabled`
    """

    def __init__(self, browser: Browser, origin: str, options: Mapping[str, Any]) -> None:
        self.origin = origin
        self._context = browser.new_context(**{"viewport": DESK, **options})
        self._context.set_default_timeout(PATIENCE)

    def page(self) -> Page:
        """Open an empty page."""
        return self._context.new_page()

    def leave(self) -> None:
        """Forget everything."""
        self._context.close()


class KeptRoom(Room):
    """A room for readers who come one after another, each to a site that is new to them.

    The process that shows the pages goes on behind its door, a page that stays: a new one takes a second of a
    processor, for it has to read all fonts and scripts anew.
    """

    def __init__(self, browser: Browser, origin: str, options: Mapping[str, Any]) -> None:
        super().__init__(browser, origin, options)
        self.options = dict(options)
        self._door = self.page()
        self._door.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
        self._door.goto(f"{origin}door")
        self._tools = self._context.new_cdp_session(self._door)
        self.empty = True

    def page(self) -> Page:
        """Open an empty page."""
        self.empty = False
        return super().page()

    def leave(self) -> None:
        """Close what the reader has opened, and forget what the browser knows of them."""
        for page in self._context.pages:
            if page != self._door:
                page.close()
        self._context.clear_cookies()
        self._context.clear_permissions()
        if "permissions" in self.options:
            self._context.grant_permissions(self.options["permissions"])
        self._context.set_offline(False)
        self._tools.send(
            "Storage.clearDataForOrigin", {"origin": self.origin.rstrip("/"), "storageTypes": "all"}
        )
        self.empty = True

    def give_up(self) -> None:
        """Forget the room itself."""
        super().leave()


class House:
    """The rooms that are kept: those in use, and a few more, for a process takes memory."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._rooms: list[KeptRoom] = []

    def room(self, origin: str, options: Mapping[str, Any]) -> KeptRoom:
        """Give a room in which nobody is."""
        empty = [room for room in self._rooms if room.empty]
        fitting = [room for room in empty if (room.origin, room.options) == (origin, options)]
        if fitting:
            self._rooms.remove(fitting[-1])
        elif len(empty) >= _SPARE:
            self._rooms.remove(empty[0])
            empty[0].give_up()
        self._rooms.append(fitting[-1] if fitting else KeptRoom(self._browser, origin, options))
        return self._rooms[-1]


class Window:
    """A window of the browser at the site of a room.

    interceptable:  the test will hold or break requests of a page that is open. That must be known before the
                    page comes: switched on later, Chromium lets some requests pass unseen on a busy machine.
    """

    def __init__(self, room: Room, *, interceptable: bool = False) -> None:
        self._room = room
        self._page = room.page()
        if interceptable:
            self._page.route("**/is-never-asked-for", lambda route: route.abort())
        self.complaints = Complaints(self._page, room.origin)

    def show(self, address: str) -> Page:
        """Go to an address of the site, and forget earlier complaints."""
        self.complaints.heard.clear()
        self._page.goto(self._room.origin + address)
        self._page.evaluate("document.fonts.ready.then(() => null)")
        return self._page

    def close(self) -> None:
        """Close the window and forget everything it remembered."""
        self._room.leave()
