"""A built site on a real server, and what a browser had to complain about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import ConsoleMessage, Page, Request, Response

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 10_000
"""For how many milliseconds something may take to appear."""

Rules = Mapping[str, Mapping[str, str]]
Open = Callable[..., Page]
"""Opens an address of the site in a window of its own; what it is given more are options of the window."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder; what is not there is answered with the site's own "not found".

    rules:  what answers say besides, by path; one that ends in a star is for all below it
    """

    def __init__(self, *arguments: Any, rules: Rules, **options: Any) -> None:
        self._rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        """Say what the answer is to say."""
        path = self.path.partition("?")[0]
        for place, headers in self._rules.items():
            if path == place or (place.endswith("*") and path.startswith(place[:-1])):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show 404.html where a page is missing."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """A server that does not mind a browser that goes away in the middle of an answer."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of everything else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def rules_of(folder: Path) -> Rules:
    """Read the file `_headers` of a site, as a static host does."""
    rules: dict[str, dict[str, str]] = {}
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            headers = rules.setdefault(line, {})
        elif line:
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return rules


@contextmanager
def serving(folder: Path, rules: Rules | None = None) -> Iterator[str]:
    """Serve a folder on a free port while in use; give the address of its home page.

    rules:  what answers say besides; by default what the site asks of its host
    """
    handler = partial(_Handler, directory=str(folder), rules=rules_of(folder) if rules is None else rules)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class Complaints:
    """Everything that goes wrong on a page from now on: in its scripts, its console and its requests."""

    def __init__(self, page: Page, origin: str) -> None:
        self.heard: list[str] = []
        self._origin = origin
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        """Note errors and warnings; that a page which is not there came with 404 is as it should be."""
        missing = message.type == "error" and "404 (Not Found)" in message.text
        if message.type in {"error", "warning"} and not missing:
            self.heard.append(f"{message.type}: {message.text}")

    def _failed(self, request: Request) -> None:
        """Note a request that failed; one that was cut off by going to another page did not."""
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"failed: {request.url} {request.failure}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._origin, "data:", "blob:")):
            self.heard.append(f"elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST and not response.request.is_navigation_request():
            self.heard.append(f"{response.status}: {response.url}")
