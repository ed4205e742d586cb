"""Measure what a first search costs a reader: `make bench OF=search N=5000`.

Prints the table that stands in the README of the benchmarks.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from visiting import chromium, hosted

sys.path.insert(0, str(Path(__file__).parents[1]))
from measure import BuildError, build
from rows import Rows
from run import machine
from sites import write_bare, write_ours
from stories import File, collection

QUIET = 1500
"""For how many milliseconds nothing may happen any more before the next thing is done."""
PATIENCE = 120_000
KEYS = 60
"""How many milliseconds a reader takes from one letter to the next."""
_WATCH = """([box, result]) => {
  window.measured = { done: 0, shown: 0 };
  const begin = () => { window.measured = { done: performance.now(), shown: 0 }; };
  for (const name of ["input", "change"]) document.addEventListener(name, begin, true);
  new MutationObserver((changes) => {
    const told = changes.some(({ target }) => target.closest?.(box)) && document.querySelector(box);
    if (told?.querySelector(result) && !window.measured.shown) window.measured.shown = performance.now();
  }).observe(document.body, { childList: true, subtree: true });
}"""
_SHOWN = "() => window.measured.done > 0 && window.measured.shown > 0"
_WAIT = "() => window.measured.shown - window.measured.done"


@dataclass(frozen=True, slots=True)
class Search:
    """What a search took.

    transferred:  bytes that came over the network for it, with their headers
    wait:         milliseconds from the last letter, or the click, until the first results stood on the page
    """

    transferred: float
    wait: float


_ROWS: Rows[Search] = Rows(
    {
        "KB transferred": (lambda one: one.transferred / 1000, ",.0f"),
        "ms to the first results": (lambda one: one.wait, ",.0f"),
    }
)


class Visit:
    """A new reader, who has nothing of the site yet, on a page of it."""

    def __init__(self, browser: Browser, address: str, box: str, result: str) -> None:
        """Open a page.

        box, result:  selectors: of what results are shown in, and of one of them
        """
        self._context = browser.new_context(viewport={"width": 1280, "height": 900})
        self.page = self._context.new_page()
        self._sizes: dict[str, float] = {}
        self._addresses: dict[str, str] = {}
        log = self._context.new_cdp_session(self.page)
        log.send("Network.enable")
        log.on("Network.responseReceived", self._received)
        log.on("Network.loadingFinished", self._finished)
        self.page.goto(address, wait_until="networkidle")
        self.page.evaluate(_WATCH, [box, result])

    def _received(self, event: Mapping[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["response"]["url"]

    def _finished(self, event: Mapping[str, Any]) -> None:
        self._sizes[event["requestId"]] = event["encodedDataLength"]

    def seen(self) -> frozenset[str]:
        """Give what has been transferred up to now, as something to leave out later."""
        return frozenset(self._sizes)

    def search(self, do: Callable[[Page], None], before: frozenset[str]) -> Search:
        """Let the reader do something that searches, and measure it; what came before is left out."""
        do(self.page)
        self.page.wait_for_function(_SHOWN, timeout=PATIENCE)
        wait = self.page.evaluate(_WAIT)
        self.page.wait_for_timeout(QUIET)
        return Search(sum(size for key, size in self._sizes.items() if key not in before), wait)

    def of_the_index(self) -> frozenset[str]:
        """Give what has been transferred, but for the index of Material, which comes with the page."""
        return frozenset(key for key in self._sizes if "/search/search_index" not in self._addresses[key])

    def close(self) -> None:
        """Forget the reader."""
        self._context.close()


def _type(query: str, field: str, key: str = "") -> Callable[[Page], None]:
    """Give what a reader does who types words into a field, after a key that opens the search."""

    def do(page: Page) -> None:
        if key:
            page.keyboard.press(key)
        page.locator(field).wait_for()
        page.locator(field).focus()
        page.keyboard.type(query, delay=KEYS)

    return do


def _tick(page: Page) -> None:
    """Choose a value of a filter that is open: one that narrows what is shown."""
    page.locator(".facet[open] input[type=checkbox]:visible").first.click()


def searches(browser: Browser, ours: str, bare: str, query: str) -> Iterator[tuple[str, Search]]:
    """Search for words in every way, each as a new reader, and choose a filter after that."""
    visit = Visit(browser, ours, ".finder-body", ".card")
    yield "ours, header", visit.search(_type(query, "dialog[open] input", "/"), visit.seen())
    visit.close()
    visit = Visit(browser, f"{ours}explore/", ".explore-found", ".card")
    yield "ours, Explore", visit.search(_type(query, ".explore-words input"), visit.seen())
    yield "ours, a filter chosen in Explore", visit.search(_tick, visit.seen())
    visit.close()
    visit = Visit(browser, bare, ".md-search-result__list", ".md-search-result__item")
    yield "Material's", visit.search(_type(query, ".md-search__input", "/"), visit.of_the_index())
    visit.close()


def measure(ours: Path, bare: Path, asked: Sequence[str]) -> Mapping[str, Sequence[Search]]:
    """Search both sites for the same, one after the other, so that a slow spell of the machine hits both."""
    measured: dict[str, list[Search]] = {}
    with hosted(ours) as our_home, hosted(bare) as bare_home, chromium() as browser:
        for number, query in enumerate(asked, 1):
            print(f"Run {number} of {len(asked)}: {query}", file=sys.stderr)
            for name, search in searches(browser, our_home, bare_home, query):
                measured.setdefault(name, []).append(search)
    return measured


def questions(files: Sequence[File], runs: int) -> Sequence[str]:
    """Give the titles of some stories, in small letters, from all over the collection."""
    titles = [str(file.fields["title"]).lower() for file in files if file.path.startswith("stories/")]
    return [titles[len(titles) * number // runs] for number in range(runs)]


def build_sites(files: Sequence[File], folder: Path) -> tuple[Path, Path]:
    """Write and build both sites; give their folders, ours first.

    Raises:  BuildError if MkDocs does not end well
    """
    for name, write in (("ours", write_ours), ("bare", write_bare)):
        (folder / name).mkdir()
        write(files, ("en",), folder / name)
        print(f"Building: {name}", file=sys.stderr)
        build(folder / name)
    return folder / "ours" / "site", folder / "bare" / "site"


def main(arguments: list[str] | None = None) -> int:
    """Build, search, measure and print; return 1 if a build fails."""
    parser = argparse.ArgumentParser(description="Measure a first search beside one of bare Material.")
    parser.add_argument("--stories", type=int, default=1000, help="how many stories (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="how many queries (default: 3)")
    parser.add_argument("--sites", type=Path, help="a folder with both sites, written and built before")
    options = parser.parse_args(arguments)
    files = collection(options.stories)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            given = options.sites
            ours, bare = (
                (given / "ours/site", given / "bare/site") if given else build_sites(files, Path(scratch))
            )
        except BuildError as error:
            print(error, file=sys.stderr)
            return 1
        measured = measure(ours, bare, questions(files, options.runs))
    print(f"{machine()}; stories: {options.stories:,}; runs: {options.runs}\n")
    print("\n".join((*_ROWS.head(), *(_ROWS.row(name, took) for name, took in measured.items()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
