"""A Chromium that asks sites, served as a static host serves them."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

_FINDER = Path(__file__).parents[2] / "tests" / "browser" / "find_chromium.py"
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt"}
"""What static hosts send compressed. Pagefind's own files are not among them: they are compressed already."""
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


class _Host(SimpleHTTPRequestHandler):
    """Serves a folder over connections that stay open, text compressed."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, or say that it is not there."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        small = file.suffix in COMPRESSED
        body = _compressed(file) if small else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@cache
def _compressed(file: Path) -> bytes:
    """Compress a file, once: a host keeps what it has compressed."""
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a site on a free port while in use; give the address of its home page."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that the tests use, while in use.

    Raises:  CalledProcessError if there is none; what to install has been said by then
    """
    program = subprocess.run([sys.executable, _FINDER], check=True, stdout=subprocess.PIPE, text=True).stdout
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program.strip(), args=_ARGUMENTS)
        yield browser
        browser.close()
