"""A page may load files of the site and nothing else, whether its server says so or only the page itself."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.request import urlopen

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


META = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def said_of(origin: str) -> dict[str, str]:
    """Give the policy of the demonstration: what the server says, and what its home page says."""
    with urlopen(origin) as answer:  # noqa: S310 (a server of this test)
        header, page = answer.headers["Content-Security-Policy"], answer.read().decode()
    (meta,) = META.findall(page)
    return {"server": header, "page": unescape(meta)}


def test_server_and_page_say_the_same(origin: str) -> None:
    """All but what a page cannot say: that nobody may show it within another one."""
    said = said_of(origin)

    assert said["server"] == f"{said['page']}; frame-ancestors 'none'"


@pytest.mark.parametrize("speaker", ["server", "page"])
@pytest.mark.parametrize("html", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_page_that_does_what_is_forbidden_is_complained_of(
    chromium: Browser, origin: str, tmp_path: Path, html: str, speaker: str
) -> None:
    """Nothing runs; and what the other tests do not hear has not happened."""
    policy = said_of(origin)[speaker]
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if speaker == "page" else ""
    start = f'<!doctype html><html lang="en">{meta}<link rel="icon" href="data:,"><title>Still</title>'
    (tmp_path / "index.html").write_text(start + html, encoding="utf-8")

    with serving(tmp_path, {"/*": {"Content-Security-Policy": policy}} if speaker == "server" else {}) as own:
        window = Window(chromium, own, {})
        page = window.show("")
        page.wait_for_load_state("networkidle")
        button = page.get_by_role("button")
        if button.count():
            button.click()
        title, heard = page.title(), window.complaints.heard
        window.close()

    assert (title, ["Content Security Policy" in one for one in heard[:1]]) == ("Still", [True])
