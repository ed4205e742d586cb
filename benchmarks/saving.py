"""From saving a story to its new page: a preview with a page open in it, as a writer at work has it."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).parent / "dependable"))
from preview import PATIENCE, Preview, of_session

from measure import BuildError, Run

_RELOADS = re.compile(rb"livereload\(([0-9]+), ([0-9]+)\)")
_PAUSE = 0.02
_REST = 2.0
"""For how many seconds a page is read; a fraction more each time: a preview may look at fixed times."""
_TICKS = os.sysconf("SC_CLK_TCK")


def savings(site: Path, stories: Sequence[Path], times: int = 3) -> Iterator[Run]:
    """Save a story again and again under a preview; give what each took, until its page had the new words.

    The first that is saved does not count: it is how the preview is told to be warm.

    stories:  the files of stories, of which some are saved, one after the other
    Raises:   BuildError if the preview does not show what was saved
    """
    with tempfile.TemporaryDirectory(prefix="cx-bench-") as scratch:
        preview = Preview(Path(scratch), site)
        try:
            for number in range(times + 1):
                story = stories[number * (len(stories) // (times + 1))]
                took = _saved(preview, story, f"Sent{number}inel")
                if number:
                    yield took
                time.sleep(_REST + number / times)
        except TimeoutError as error:
            raise BuildError(f"{error}\n{preview.said()}") from error
        finally:
            preview.close()


def _saved(preview: Preview, story: Path, words: str) -> Run:
    """Save a story with some words more; wait until a reader is told to reload, and then for the page.

    Raises:  TimeoutError
    """
    address = f"stories/{story.stem}/"
    page = _Page(preview, address)
    text = f"{story.read_text(encoding='utf-8')}\nThen she laughed, and said {words}.\n"
    before, watch = _processor(preview), _Watch(preview)
    watch.start()
    start = time.perf_counter()
    story.write_text(text, encoding="utf-8")
    page.reload(words.encode())
    wall = time.perf_counter() - start
    watch.stopped.set()
    watch.join()
    return Run(wall, _processor(preview) - before, watch.largest, watch.most)


class _Page:
    """A page that is open in a browser: it asks whether to reload, as MkDocs's own script does."""

    def __init__(self, preview: Preview, address: str) -> None:
        """Open it.

        Raises:  TimeoutError if there is none
        """
        self._preview, self._address = preview, address
        if not preview.shows(address, "livereload("):
            raise TimeoutError(f"No page was served at {address}")
        self._epoch, self._request = self._asks(preview.answer(address) or b"")

    def reload(self, words: bytes) -> None:
        """Wait until there is a page with these words, reloading when told to.

        Raises:  TimeoutError
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            told = self._preview.answer(f"livereload/{self._epoch}/{self._request}")
            if told and told.isdigit() and int(told) > self._epoch:
                content = self._preview.answer(self._address) or b""
                if words in content:
                    return
                self._epoch, self._request = self._asks(content)
            else:
                time.sleep(_PAUSE)
        raise TimeoutError(f"What was saved did not come to be shown at {self._address}")

    def _asks(self, content: bytes) -> tuple[int, int]:
        """Give what the script of a page asks with: a state of the site, and a number of its own."""
        found = _RELOADS.search(content)
        if not found:
            raise TimeoutError(f"The page at {self._address} does not reload by itself")
        return int(found[1]), int(found[2])


class _Watch(Thread):
    """Looks at the memory of a preview until it is told to stop; in megabytes."""

    def __init__(self, preview: Preview) -> None:
        super().__init__(daemon=True)
        self.stopped, self.most, self.largest, self._preview = Event(), 0.0, 0.0, preview

    def run(self) -> None:
        """Look, at least once."""
        while True:
            use = self._preview.use()
            self.most, self.largest = max(self.most, use.memory), max(self.largest, use.largest)
            if self.stopped.wait(0.2):
                return


def _processor(preview: Preview) -> float:
    """Give the seconds that cores have worked for a preview and its processes, those that have ended too."""
    return sum(_ticks(one) for one in of_session(preview.process)) / _TICKS


def _ticks(process: Path) -> int:
    with suppress(OSError):
        values = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return sum(map(int, values[11:15]))
    return 0
