# ruff: noqa: E501
"""Hostile stories in a real Chromium: nothing runs, nothing is fetched from elsewhere, no page is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from served_site import serving
from tests.hostile.case import STORY, bodies
from tests.hostile.published import (
    published,
    shows,
    together,
    without_assets,
    without_policy,
    without_rules,
    without_sanitiser,
)
from tests.hostile.visiting import Visitor

CASES = tuple(bodies())
ARMED = tuple(case for case in CASES if b"alert(1)" in case.files[STORY])
KEPT = {"Cache-Control": "max-age=3600"}
"""What a browser has asked for once it need not ask for again."""


@pytest.fixture(scope="module")
def patched() -> Iterator[None]:
    """Have the rules about markup off, as long as these tests run."""
    with pytest.MonkeyPatch.context() as patch:
        without_rules(patch)
        yield


@pytest.fixture(scope="module")
def sanitised(patched: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    """Publish all of them with nothing but the sanitiser between them and the reader."""
    site = without_policy(published(tmp_path_factory.mktemp("sanitised"), CASES))
    return without_assets(site, stories_of(site))


def stories_of(site: Path) -> list[str]:
    """Give the addresses of the hostile bodies that were published."""
    return sorted(f"stories/{file.parent.name}/" for file in site.glob("stories/case-*/index.html"))


def others_of(site: Path) -> list[str]:
    """Give the addresses of all other pages that show hostile words, and of those that scripts fill."""
    files = (file for file in sorted(site.rglob("index.html")) if shows(file, b"alert(1)"))
    pages = (file.parent.relative_to(site).as_posix() for file in files)
    found = [page for page in pages if not page.startswith(("stories/case-", "stories/together-"))]
    return [
        *(f"{page}/" if page != "." else "" for page in found),
        "404.html",
        "explore/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        "explore/?q=alert#%3Cscript%3Ealert(1)%3C/script%3E",
    ]


def test_the_sanitiser_alone_keeps_stories_harmless(chromium: Browser, sanitised: Path) -> None:
    """With no rule and no policy no story runs, fetches or leads anywhere it may not."""
    addresses = stories_of(sanitised)

    with serving(sanitised, KEPT) as origin, Visitor(chromium, origin) as visitor:
        found, shown = [], 0
        for page in together(sanitised, addresses, 15):
            found += visitor.visit([page])
            shown += visitor.count("main")

    assert (len(addresses) > 360, shown, found) == (True, len(addresses), [])


def test_our_own_scripts_do_not_bring_harm_back(chromium: Browser, sanitised: Path) -> None:
    """A reading pack takes the texts of stories from their pages, and shows them side by side."""
    names = [address.split("/")[1] for address in stories_of(sanitised)[::2]]
    packs = [
        f"reading-pack/?stories={','.join(names[start : start + 20])}" for start in range(0, len(names), 20)
    ]

    with serving(sanitised, KEPT) as origin, Visitor(chromium, origin) as visitor:
        found = visitor.visit(packs, until="networkidle")
        shown = visitor.count("article .prose")

    assert (shown > 0, found) == (True, [])


def test_hostile_words_are_harmless_wherever_they_are_shown(chromium: Browser, sanitised: Path) -> None:
    """Titles, people, series and terms stand on every kind of page, in previews, packs and results."""
    addresses = others_of(sanitised)

    with serving(sanitised, KEPT) as origin, Visitor(chromium, origin) as visitor:
        found = visitor.visit(addresses)
        found += visitor.search_for(["onerror=alert(1)", "__class__"])

    assert (len(addresses) > 50, found) == (True, [])


@pytest.mark.usefixtures("patched")
def test_the_policy_alone_lets_no_story_run(chromium: Browser, tmp_path: Path) -> None:
    """With no rule and no sanitiser, what a story brings along is there, and does nothing.

    Every second one is looked at: what holds here is one line for all pages, and takes a page of its own to show.
    """
    with pytest.MonkeyPatch.context() as patch:
        without_sanitiser(patch)
        site = published(tmp_path, ARMED[::2])
    armed = stories_of(without_assets(site, stories_of(site)))

    with serving(site, KEPT) as origin, Visitor(chromium, origin) as visitor:
        ran = visitor.provoke(armed)

    assert (len(armed) > 100, ran) == (True, [])


def test_what_runs_is_heard(chromium: Browser, tmp_path: Path) -> None:
    """What the other tests do not hear has not happened: here everything happens."""
    for name, html in HAPPENING.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(
            f'<!doctype html><link rel="icon" href="data:,"><title>x</title><main class="prose">{html}</main>',
            encoding="utf-8",
        )

    with serving(tmp_path, KEPT) as origin, Visitor(chromium, origin) as visitor:
        heard = {name: bool(visitor.visit([f"{name}/"])) for name in HAPPENING}

    assert heard == dict.fromkeys(HAPPENING, True)


HAPPENING = {
    "program": "<script>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "handler that waits": "<b onpointerrawupdate=alert(1)>x</b>",
    "link": "<a href='javascript:alert(1)'>x</a>",
    "frame": "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "picture": "<img src=https://elsewhere.invalid/x.png alt=x>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://elsewhere.invalid'>",
    "style": "<style>b {background: url(https://elsewhere.invalid)}</style>",
    "base": "<base href=https://elsewhere.invalid/>",
}
