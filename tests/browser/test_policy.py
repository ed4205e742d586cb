"""A server may forbid a page all but its own files: `origin` does, so every test in the browser holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from served_site import Window, serving

FORBIDDEN = {
    "a program in the page": '<script>document.title = "Run"</script>',
    "a program of a button": "<button onclick=\"document.title = 'Run'\">Press</button>",
    "a style in the page": "<style>h1 { color: red }</style>",
    "a style of an element": '<h1 style="color: red">Still</h1>',
    "a file of elsewhere": '<img src="https://elsewhere.invalid/lamp.png" alt="">',
}


@pytest.mark.parametrize("html", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_page_that_does_what_is_forbidden_is_complained_of(
    chromium: Browser, tmp_path: Path, html: str
) -> None:
    """What the other tests do not hear has not happened."""
    start = '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Still</title>'
    (tmp_path / "index.html").write_text(start + html, encoding="utf-8")

    with serving(tmp_path) as origin:
        window = Window(chromium, origin, {})
        page = window.show("")
        page.wait_for_load_state("networkidle")
        button = page.get_by_role("button")
        if button.count():
            button.click()
        title, heard = page.title(), window.complaints.heard
        window.close()

    assert (title, ["Content Security Policy" in one for one in heard[:1]]) == ("Still", [True])
