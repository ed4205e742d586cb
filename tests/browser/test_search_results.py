"""What the search of a browser makes of words that look like markup."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Dialog
from served_site import Window, serving
from tests.site.made_site import Stage, quoted

TITLE = "AT&T \"x\" <y> & 'z' {{ 7 * 7 }} <img src=x onerror=alert(1)> lantern"
SUMMARY = "<b>Not bold</b> &amp; not <script>alert(2)</script> run"


def test_results_show_words_as_typed(chromium: Browser, tmp_path: Path) -> None:
    """A title is found and shown with every sign in it, and nothing in it is run."""
    stage = Stage(tmp_path)
    stage.configure("site_name: x\ndocs_dir: content\ntheme: material\nplugins: [search, cx-stories]\n")
    stage.story("lamp", title=quoted(TITLE), summary=quoted(SUMMARY))
    stage.published()
    ran: list[str] = []

    def note(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    with serving(stage.site) as origin:
        window = Window(chromium, origin, {})
        page = window.show("")
        page.on("dialog", note)
        page.keyboard.press("/")
        page.keyboard.type("lantern", delay=20)
        first = page.get_by_role("search").get_by_role("link").first
        first.wait_for()
        shown = [first.get_by_role("heading").inner_text(), SUMMARY in first.inner_text()]
        planted = page.locator("img, y, b").count()
        complaints = window.complaints.heard
        window.close()

    assert shown == [TITLE, True]
    assert (planted, ran, complaints) == (0, [], [])
