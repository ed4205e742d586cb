"""Have Lighthouse look at one page of every kind, as on a phone, served by nginx as the site asks.

Prints the scores of each page, and returns 1 when one is too low: accessibility, best practices and search
engines must have 100, performance 95. Needs Node.js, nginx, and the path of a Chromium in CHROMIUM.
Lighthouse itself is pinned in this folder's package-lock.json; `make lighthouse` fetches it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.browser.page_types import PAGES
from tests.site.nginx import find_nginx, nginx

KINDS = {**PAGES, "explore": "explore/"}
UNSEEN = ("not found",)
"""Lighthouse does not look at an answer that says 404."""
_PIPE = subprocess.PIPE
_NOINDEX = '<meta name="robots" content="noindex">'


def pages_of(site: Path) -> Sequence[Mapping[str, object]]:
    """Give one page of every kind, and whether search engines are to list it."""
    found = []
    for address in (address for kind, address in KINDS.items() if kind not in UNSEEN):
        html = (site / address.partition("?")[0] / "index.html").read_text(encoding="utf-8")
        found.append({"address": address, "listed": _NOINDEX not in html})
    return found


def looks(site: Path, pages: Sequence[Mapping[str, object]]) -> Iterator[dict[str, Any]]:
    """Give what Lighthouse says of each page, as soon as it does."""
    program = find_nginx()
    if program is None:
        raise SystemExit("Lighthouse looks at what nginx serves. Install it: on Debian, nginx-light.")
    command = ["node", str(Path(__file__).parent / "audit.js")]
    with TemporaryDirectory() as folder, nginx(program, site.resolve(), Path(folder)) as server:
        command.append(f"http://127.0.0.1:{server.port}/")
        with subprocess.Popen(command, text=True, stdin=_PIPE, stdout=_PIPE) as run:
            assert run.stdin
            assert run.stdout
            run.stdin.write(json.dumps(pages))
            run.stdin.close()
            yield from map(json.loads, run.stdout)


def main() -> int:
    """Look at all pages, print what is found; return 0 (all are good), 1 (some are not) or 2 (not seen)."""
    parser = argparse.ArgumentParser(description="Have Lighthouse look at one page of every kind.")
    parser.add_argument(
        "site", type=Path, nargs="?", default=Path("site"), help="the folder with the built site"
    )
    site = parser.parse_args().site

    pages, seen, bad = pages_of(site), 0, 0
    print("performance, accessibility, best practices, search engines")
    for found in looks(site, pages):
        scores = " ".join(f"{score:3}" for score in found["scores"].values())
        print(scores, found["address"] or "(home)", *found["failed"], sep="  ", flush=True)
        seen, bad = seen + 1, bad + (not found["good"])
    print(f"Lighthouse: {bad} of {seen} pages are not good enough.")
    return 2 if seen < len(pages) else int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
