"""A server shows "not found" at any address, however deep; it must work from there."""

from __future__ import annotations

import pytest

from tests.site.html_reading import HtmlPage
from tests.site.made_site import Stage

CONFIG = """\
site_name: Small stage
docs_dir: content
theme: material
plugins: [search, {cx-stories: {languages: [en, nl]}}]
"""


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("", ""),
        ("site_url: https://stories.example/\n", ""),
        ("site_url: https://stories.example/cases/\n", "cases/"),
        ("site_url: https://stories.example/cases\n", "cases/"),
    ],
    ids=["no address", "a server of its own", "a folder", "a folder without a slash"],
)
@pytest.mark.parametrize("directories", ["true", "false"], ids=["folders", "flat"])
def test_not_found_works_wherever_it_is_shown(
    stage: Stage, address: str, base: str, directories: str
) -> None:
    """Every link, style and script of the page is found from a wrong address five folders down."""
    stage.configure(f"{CONFIG}{address}use_directory_urls: {directories}\n")
    stage.story("lamp")
    site = stage.published(base)

    page = HtmlPage(site["404.html"].source, f"{base}stories/that/never/was/told/")

    ways = [
        (one.attributes["hreflang"], page.resolved(one.attributes["href"]))
        for one in page.all("a")
        if one.within("main")
    ]
    home, explore = ("", "explore/") if directories == "true" else ("index.html", "explore.html")
    assert site.broken(page) == []
    assert [(language, way.removesuffix(home)) for language, way in ways] == [
        ("en", base),
        ("en", f"{base}{explore}"),
        ("nl", f"{base}nl/"),
        ("nl", f"{base}nl/{explore}"),
    ]
    assert page.all("meta", name="robots", content="noindex") != []


def test_not_found_speaks_every_language_of_the_site(stage: Stage) -> None:
    """Nobody knows which language a reader who is lost was reading in; the site's first comes first."""
    stage.configure(CONFIG.replace("en, nl", "nl, en"))
    stage.story("lamp")

    page = stage.published()["404.html"]

    headings = [one for tag in ("h1", "h2") for one in page.all(tag) if one.within("main")]
    assert page.language == "nl"
    assert [(one.tag, one.language) for one in headings] == [("h1", "nl"), ("h2", "en")]
    assert headings[1].text == "The stage is empty"
    assert headings[0].text != headings[1].text
