"""The programs that a reader's browser is sent: few, small, and only those that a page has use for."""

from __future__ import annotations

import gzip
import re

from cx_stories.views.assets import assets
from tests.site.conftest import Demonstration

MOST = 30_000
"""How many bytes all scripts may be together on their way to a reader."""
PURPOSES = {
    "scheme.js": "<html",
    "search.js": 'class="search-open"',
    "cards.js": '<template id="cx:cards"',
    "explore.js": 'class="wrap explore"',
    "glossary.js": "data-glossary",
    "pack.js": 'class="wrap pack',
    "previews.js": '<template id="cx:previews"',
    "print.js": " data-print",
    "random.js": "data-ids=",
    "share.js": "data-story=",
    "workshop.js": 'href="#cx:decide"',
}
"""By script what it works on: pages that have it load the script."""
LOADED = re.compile(r'<script[^>]* src="[^"]*assets/cx-stories/([\w-]+)\.\w+\.js"></script>')


def test_all_scripts_together_are_small() -> None:
    """A site costs a reader on a slow line less than one picture, whatever they use of it."""
    scripts = b"".join(asset.content for asset in assets() if asset.name.endswith(".js"))

    assert len(gzip.compress(scripts, 9, mtime=0)) <= MOST


def test_a_page_loads_the_scripts_it_has_use_for_and_no_other(demonstration: Demonstration) -> None:
    """Nothing is fetched that does nothing, and nothing that is on a page is without its script."""
    pages = demonstration.site.pages
    loaded = {
        address: sorted(f"{name}.js" for name in LOADED.findall(page.source))
        for address, page in pages.items()
    }
    used = {
        address: sorted(name for name, sign in PURPOSES.items() if sign in page.source)
        for address, page in pages.items()
    }

    assert loaded == used
    assert {name for names in loaded.values() for name in names} == set(PURPOSES)
