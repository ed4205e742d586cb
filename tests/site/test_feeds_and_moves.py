"""A site with an address tells of its new stories, and leads on from where they were."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest

from tests.pictures import PNG
from tests.site.html_reading import BuiltSite
from tests.site.made_site import BODY, TWO_LANGUAGES, Stage, found_in, quoted
from tests.site.nginx import find_nginx, nginx

AT = "https://stories.example/cases/"
HOSTILE = 'AT&T "x" <y> ]]> </title><script>alert(1)</script> =1+1 \u202eabc \U0001f3ad'
LONG = ("A very long title " * 17)[:300].strip()
CONFIG = TWO_LANGUAGES.format("en, nl") + (
    f"      comments: {{mail: stories@example.com}}\n      images: false\nsite_url: {AT}\n"
)
TEXT = (
    f"{BODY}\nSee [[coat]], [there](2024/coat.md#lesson.1) and [Mina](../people/mina.md).\n\n"
    "![A lamp](lamp.png)\n"
)
NGINX = find_nginx()


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Build a small site with hostile titles, strictly."""
    stage = Stage(tmp_path_factory.mktemp("feeds"))
    stage.configure(CONFIG)
    stage.write("people/mina.md", f"---\ntitle: {quoted(HOSTILE)}\n---\n")
    stage.write("series/columns.md", f"---\ntitle: {quoted(HOSTILE)}\n---\n")
    stage.write("stories/lamp.png", PNG)
    named = quoted(HOSTILE)
    fields = {"title": named, "teller": "mina", "series": "columns", "image": "{file: lamp.png, alt: A lamp}"}
    stage.story("lamp", TEXT, **fields, aliases='[old-lamp, "caf\u00e9 \'s"]')
    stage.translation("lamp", title=named, aliases="[oude-lamp]")
    stage.story("2024/coat", title=LONG, date="2024-02-01")
    assert stage.build(strict=True).said == ()
    return stage


@pytest.fixture(scope="module")
def site(stage: Stage) -> BuiltSite:
    """Give its pages."""
    return BuiltSite(stage.site)


def test_every_feed_can_be_read_and_has_the_titles_as_typed(stage: Stage) -> None:
    """By a program that is not ours; both formats say the same."""
    feeds = {path.relative_to(stage.site).as_posix(): path for path in sorted(stage.site.rglob("feed.xml"))}
    read = {path: feedparser.parse(file.read_bytes()) for path, file in feeds.items()}
    twins = {path: json.loads(file.with_suffix(".json").read_text("utf-8")) for path, file in feeds.items()}

    titles = {path: [entry.title for entry in feed.entries] for path, feed in read.items()}
    both, one = [HOSTILE, LONG], [HOSTILE]
    about_both = [f"{at}{about}feed.xml" for at in ("", "nl/") for about in ("", "elements/surprising/")]
    assert {path: feed.bozo for path, feed in read.items()} == dict.fromkeys(feeds, False)
    assert titles == {
        **dict.fromkeys(about_both, both),
        **dict.fromkeys(("series/columns/feed.xml", "nl/series/columns/feed.xml"), one),
    }
    assert {path: [item["title"] for item in feed["items"]] for path, feed in twins.items()} == titles
    shown = [item["content_html"] for feed in twins.values() for item in feed["items"]]
    assert "<script" not in "".join(shown)


def test_whatever_a_feed_leads_to_is_there(stage: Stage, site: BuiltSite) -> None:
    """Pages, places on them, pictures, and the feed itself."""
    lost = []
    for file in stage.site.rglob("feed.json"):
        for address in re.findall(rf'{AT}[^"\\ <]*', file.read_text("utf-8")):
            parts = urlsplit(address)
            path = unquote(parts.path.removeprefix("/cases/"))
            page = site.pages.get(path)
            there = parts.fragment in page.ids if page and parts.fragment else (stage.site / path).exists()
            lost += [] if there else [address]

    assert lost == []


def test_pages_lead_to_their_feeds(site: BuiltSite) -> None:
    """In the head for programs, and at the foot for people."""
    page = site.pages["nl/series/columns/"]
    foot = [one.attributes["href"] for one in page.all("a", type="application/atom+xml")]
    head = [one.attributes["href"] for one in page.all("link", rel="alternate", type="application/atom+xml")]

    assert site.broken(page) == []
    assert head == ["feed.xml", "../../feed.xml"]
    assert foot == ["../../../nl/series/columns/feed.xml", "../../../nl/feed.xml"]


def test_an_earlier_address_leads_on_without_being_offered(stage: Stage, site: BuiltSite) -> None:
    """Browsers go on by themselves, search engines learn the true address, and nobody finds the old one."""
    page = site.pages["nl/stories/oude-lamp/"]
    (refresh,) = page.all("meta", http_equiv="refresh")
    (canonical,) = page.all("link", rel="canonical")
    offered = (stage.site / "sitemap.xml").read_text("utf-8") + "".join(found_in(stage.site))

    assert refresh.attributes["content"] == "0; url=../../../nl/stories/lamp/"
    assert canonical.attributes["href"] == f"{AT}nl/stories/lamp/"
    assert page.all("meta", name="robots")[0].attributes["content"] == "noindex"
    assert page.texts("h1") == [HOSTILE]
    assert page.all("a", href="../../../nl/stories/lamp/")
    assert ("oude-lamp" in offered, "caf" in offered, "stories/lamp/" in offered) == (False, False, True)


def test_a_server_leads_on_as_the_pages_do(stage: Stage, tmp_path: Path) -> None:
    """A static host by a file that it knows; nginx, asked as a browser asks."""
    lines = (stage.site / "_redirects").read_text("utf-8").splitlines()
    moves = {old: new for old, new, _ in map(str.split, lines)}

    assert (len(lines), set(moves.values())) == (12, {"/stories/lamp/", "/nl/stories/lamp/"})
    if NGINX is None and not os.environ.get("CI"):
        pytest.skip("needs nginx (on Debian: nginx-light)")
    assert NGINX
    with nginx(NGINX, stage.site, tmp_path) as server:
        answers = {old: server.get(old) for old in moves}
    assert {old: (one.status, one.headers["Location"]) for old, one in answers.items()} == {
        old: (301, new) for old, new in moves.items()
    }


def test_a_site_that_takes_letters_lets_nothing_in(site: BuiltSite) -> None:
    """A link to write, on stories alone; no script, and no other site within a page."""
    (letter,) = _links(site.pages["stories/lamp/"].source)

    assert letter.startswith("mailto:stories@example.com?subject=About%20%E2%80%9CAT%26T%20%22x%22")
    assert [
        at for at, page in site.pages.items() if "frame-src" in page.source or "/comments." in page.source
    ] == []
    assert {address for address, page in site.pages.items() if _links(page.source)} == {
        "stories/lamp/",
        "stories/coat/",
        "nl/stories/lamp/",
        "nl/stories/coat/",
    }


def _links(source: str) -> list[str]:
    return re.findall(r'<a class="button ghost" href="(mailto:[^"]*)"', source)
