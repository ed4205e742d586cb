"""What programs find on a built site: pictures of its stories, data in its pages, copies of its texts."""

from __future__ import annotations

import json
import re
from posixpath import join, normpath

import pytest
from PIL import Image

from cx_stories.pipeline.picturing import KEPT
from tests.site.html_reading import BuiltSite, HtmlPage
from tests.site.made_site import TWO_LANGUAGES, Stage, contents, quoted

AT = "https://stories.example/cases/"
HOSTILE = 'AT&T "x" <y> ]]> </script><img src=x> &amp; \U0001f3ad'
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
PICTURES = "assets/cx-stories/pictures"


@pytest.fixture(scope="module")
def stage_of_all(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Build one site with an address, in two languages, with a title that tries everything."""
    stage = Stage(tmp_path_factory.mktemp("previews"))
    stage.configure(TWO_LANGUAGES.format("en, nl") + f"site_url: {AT}\n")
    stage.story("lamp", title=quoted(HOSTILE))
    stage.translation("lamp")
    stage.story("bulb", body="See [the lamp](lamp.md) and [[lamp]].\n\n" + "He took it. " * 40)
    outcome = stage.build(strict=True)
    assert (outcome.exit_code, outcome.said) == (0, ())
    return stage


@pytest.fixture(scope="module")
def built(stage_of_all: Stage) -> BuiltSite:
    """Give the pages of that site, as far as programs read them: their heads."""
    site = BuiltSite(stage_of_all.site)
    site.pages = {
        address: HtmlPage(page.source.partition("<body")[0], address) for address, page in site.pages.items()
    }
    return site


def shown(page: HtmlPage) -> dict[str, str]:
    """Give what a page tells those who show a card of it."""
    return {
        one.attributes["property"]: one.attributes["content"]
        for one in page.all("meta")
        if "property" in one.attributes
    }


def test_every_page_has_a_picture_that_is_there(built: BuiltSite) -> None:
    """Whoever shows a card of a page finds the picture that the page names, of the size it says."""
    images = {shown(page)["og:image"] for address, page in built.pages.items() if address != "404.html"}
    paths = [built.folder / image.removeprefix(AT) for image in images]

    assert {Image.open(path).size for path in paths} == {(1200, 630)}
    assert sorted(path.name for path in paths) == sorted(
        path.name for path in (built.folder / PICTURES).iterdir()
    )
    assert len(paths) == 6


def test_data_of_every_page_can_be_read_where_it_stands(built: BuiltSite) -> None:
    """No title ends the element around the data; each page has one block of it."""
    files = sorted(built.folder.rglob("index.html"))
    blocks = {path: _DATA.findall(path.read_text(encoding="utf-8")) for path in files}

    assert {len(found) for found in blocks.values()} == {1}
    read = {path: json.loads(found[0])["@graph"][0] for path, found in blocks.items()}
    assert read[built.folder / "stories/lamp/index.html"]["headline"] == HOSTILE


def test_title_on_a_card_is_what_somebody_typed(built: BuiltSite) -> None:
    """A browser reads it as it was typed."""
    assert shown(built["stories/lamp/"])["og:title"] == HOSTILE


def test_copy_lies_beside_its_page_and_the_page_names_it(built: BuiltSite) -> None:
    """Every story has one in each language it is told in, and the page points there."""
    found = {
        address: normpath(join(address, link.attributes["href"]))
        for address, page in built.pages.items()
        for link in page.all("link", rel="alternate", type="text/markdown")
    }
    assert found == {
        "stories/lamp/": "stories/lamp.md",
        "nl/stories/lamp/": "nl/stories/lamp.md",
        "stories/bulb/": "stories/bulb.md",
    }
    assert [path for path in found.values() if not (built.folder / path).is_file()] == []
    copy = (built.folder / "stories/bulb.md").read_text(encoding="utf-8")
    assert copy.count(f"({AT}stories/lamp/)") == 2


def test_overview_leads_to_the_copies(built: BuiltSite) -> None:
    """Every address in it is that of a file of the site."""
    text = "".join((built.folder / f"{folder}llms.txt").read_text("utf-8") for folder in ("", "nl/"))
    paths = [address.removeprefix(AT) for address in re.findall(r"\]\(([^)]*)\)", text)]

    assert [one for one in paths if not (built.folder / one).exists()] == []
    assert {one for one in paths if one.endswith(".md")} == {
        "stories/lamp.md",
        "stories/bulb.md",
        "nl/stories/lamp.md",
    }


def test_pictures_are_kept_for_the_next_build(stage_of_all: Stage) -> None:
    """They lie beside mkdocs.yml as they are in the site; nothing else does, and none is half drawn."""
    kept = contents(stage_of_all.folder / KEPT)

    assert kept == contents(stage_of_all.site / PICTURES)
