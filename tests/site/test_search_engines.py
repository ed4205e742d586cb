"""What a site with an address of its own tells search engines."""

from __future__ import annotations

import gzip
from xml.etree import ElementTree

from tests.site.made_site import TWO_LANGUAGES, Stage

AT = "https://stories.example/cases/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

UNOFFERED = ("404.html", "nl/stories/bulb/", "random/", "nl/random/")
"""No page, one without words of its own in this language, and what is another one at every visit."""


def test_search_engines_learn_which_pages_say_the_same(stage: Stage) -> None:
    """Every page is offered once, with its date and its twin in the other language."""
    stage.configure(TWO_LANGUAGES.format("en, nl") + f"site_url: {AT}\n")
    stage.story("lamp")
    stage.translation("lamp")
    stage.story("bulb")

    site = stage.published()

    sitemap = (stage.site / "sitemap.xml").read_text(encoding="utf-8")
    offered = {
        entry.findtext(f"{SITEMAP}loc", ""): (
            entry.findtext(f"{SITEMAP}lastmod"),
            {link.get("hreflang"): link.get("href") for link in entry.iterfind(f"{XHTML}link")},
        )
        for entry in ElementTree.fromstring(sitemap)  # noqa: S314 (our own)
    }
    first = f"{AT}stories/lamp/"
    twins = {"en": first, "nl": f"{AT}nl/stories/lamp/", "x-default": first}
    assert set(offered) == {AT + one for one in site.pages if one not in UNOFFERED}
    assert offered[f"{AT}stories/lamp/"] == offered[f"{AT}nl/stories/lamp/"] == ("2024-03-01", twins)
    assert offered[f"{AT}stories/bulb/"] == ("2024-03-01", {})
    assert gzip.decompress((stage.site / "sitemap.xml.gz").read_bytes()).decode() == sitemap


def test_a_page_names_its_own_full_address(stage: Stage) -> None:
    """A copy of the site elsewhere does not compete with it."""
    stage.configure(TWO_LANGUAGES.format("en, nl") + f"site_url: {AT}\n")
    stage.story("lamp")

    site = stage.published()

    canonical = {
        address: [one.attributes["href"] for one in page.all("link", rel="canonical")]
        for address, page in site.pages.items()
    }
    assert canonical == {address: [] if address == "404.html" else [AT + address] for address in site.pages}
