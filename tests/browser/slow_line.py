"""What a reader meets on a slow line."""

from __future__ import annotations

from playwright.sync_api import Page, Route
from served_site import PATIENCE

_STEP = 10


def search_on_its_way(page: Page) -> Route:
    """Open the search with the keyboard; give its script, which is still on its way.

    page:  opened as one whose requests may be held
    """
    held: list[Route] = []
    page.route("**/dialog.*.js", lambda route: held.extend([route]))
    page.keyboard.press("/")
    for _ in range(PATIENCE // _STEP):
        if held:
            break
        page.wait_for_timeout(_STEP)
    return held[0]
