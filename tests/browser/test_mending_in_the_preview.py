"""A writer at work: `mkdocs serve` as a program of its own, a browser beside it, and mistakes in between."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect
from rooms import Room, Window
from served_site import PHONE
from test_every_kind_of_page import violations
from tests.site.made_site import TWO_LANGUAGES, Stage

from cx_stories.checks.examples import files_of

BROKEN = "elements: [surprizing]\n"
UNTIL_SHOWN = 60_000
"""For how many milliseconds a build of the preview may take."""
DARK = {"viewport": PHONE, "color_scheme": "dark"}


@contextmanager
def preview_of(stage: Stage) -> Iterator[str]:
    """Run `mkdocs serve` on a free port while in use; give the address of its home page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = "{}:{}".format(*free.getsockname())
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", place]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    with (stage.folder / "said.txt").open("wb") as said:
        program = subprocess.Popen(command, cwd=stage.folder, env=environment, stdout=said, stderr=said)
        try:
            _wait_for(f"http://{place}/", program)
            yield f"http://{place}/"
        finally:
            program.terminate()
            program.wait()


def _wait_for(address: str, program: subprocess.Popen[bytes]) -> None:
    while program.poll() is None:
        try:
            with urlopen(address):  # noqa: S310 (our own server)
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError("mkdocs serve has ended by itself")


def save(stage: Stage, text: str) -> None:
    """Save a story that is sound but for this text."""
    path = "stories/refund.md"
    stage.write(path, files_of({path: text})[path])


def bilingual(folder: Path) -> Stage:
    """Draw a site in two languages with search."""
    stage = Stage(folder)
    stage.configure(TWO_LANGUAGES.format("en, nl") + "  - search\ntheme: material\n")
    return stage


def test_story_goes_and_comes_back_while_its_writer_works(chromium: Browser, tmp_path: Path) -> None:
    """Started with a mistake, mended, broken and mended again: the open page follows, without a restart."""
    stage = bilingual(tmp_path)
    save(stage, BROKEN)
    with preview_of(stage) as origin:
        window = Window(Room(chromium, origin, {}))
        page = window.show("stories/refund/")
        finding, story = page.get_by_text('"surprizing" is not one of'), page.get_by_text("She rang at nine.")
        expect(finding).to_be_visible()
        expect(page.locator("mark")).to_have_text("surprizing")
        page.get_by_role("link", name="CX201").click()
        expect(page).to_have_url(f"{origin}contribute/rules/#CX201")
        page.go_back()

        for text, shown, gone in (("", story, finding), (BROKEN, finding, story), ("", story, finding)):
            page.wait_for_load_state("load")
            save(stage, text)
            expect(shown).to_be_visible(timeout=UNTIL_SHOWN)
            expect(gone).to_have_count(0)
        window.close()


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Preview a story that cannot be shown, and one with a remark; give the address of the home page."""
    stage = bilingual(tmp_path_factory.mktemp("faulty"))
    save(stage, BROKEN + f"sector: {'x' * 200}\n")
    sound = files_of({"stories/lamp.md": "channels: [web, web]\n"})["stories/lamp.md"]
    stage.write("stories/lamp.md", sound)
    with preview_of(stage) as origin:
        yield origin


@pytest.mark.parametrize("look", [{}, DARK], ids=["light and wide", "dark and narrow"])
def test_findings_are_accessible(chromium: Browser, faulty: str, look: dict[str, object]) -> None:
    """In the place of a story and above one, unfolded, in both languages; nobody scrolls sideways."""
    window = Window(Room(chromium, faulty, look))
    for address in ("stories/refund/", "nl/stories/refund/", "stories/lamp/"):
        page = window.show(address)
        for box in page.locator("details.notes summary").all():
            box.click()
        widths = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")

        assert (violations(page), widths[0] - widths[1]) == ([], 0)
    window.close()
