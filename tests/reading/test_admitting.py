"""Which files a site takes is known from where they stand and what they are called."""

from __future__ import annotations

import pytest

from cx_stories.reading.admitting import misplaced

TAKEN = (
    "stories/a.md",
    "stories/2024/coat.JPG",
    "coat.png",
    "assets/coat.avif",
    "assets/form.pdf",
    "assets/Form.DOCX",
    "people/budget.ods",
    "downloads/cards.csv",
    "downloads/interview.mp3",
    "notes/robots.txt",
    "assets/images-of-ours/coat.png",
    ".well-known/change.txt",
    "Stories/form.pdf",
)
NOT_TAKEN = {
    "stories/form.pdf": "foreign .pdf",
    "stories/Makefile": "foreign Makefile",
    "stories/logo.svg": "foreign .svg",
    "evil.html": "unlisted .html",
    "x.js": "unlisted .js",
    "x.css": "unlisted .css",
    "x.xml": "unlisted .xml",
    "x.svg": "unlisted .svg",
    "assets/x.svgz": "unlisted .svgz",
    "index.php": "unlisted .php",
    "assets/macro.docm": "unlisted .docm",
    "sitemap.xml": "unlisted .xml",
    "404.html": "unlisted .html",
    "_headers": "unlisted _headers",
    "CNAME": "unlisted CNAME",
    "robots.txt": "steering robots.txt",
    "ROBOTS.TXT": "steering robots.txt",
    "assets/javascripts/bundle.12345678.min.js": "reserved assets/javascripts",
    "assets/stylesheets/main.css": "reserved assets/stylesheets",
    "Assets/StyleSheets/main.css": "reserved assets/stylesheets",
    "assets/images/favicon.png": "reserved assets/images",
    "\uff41ssets/images/favicon.png": "reserved assets/images",
    "assets/cx-stories/site.0123456789.css": "reserved assets/cx-stories",
    "pagefind/pagefind.txt": "reserved pagefind",
    "pageﬁnd/pagefind.txt": "reserved pagefind",
    "search/coat.png": "reserved search",
    "_headers/coat.png": "reserved _headers",
    "Sitemap.XML/coat.png": "reserved Sitemap.XML",
    ".git/config": "hidden",
    "stories/.old/a.md": "hidden",
    ".well-known/a.md": "hidden",
    ".htaccess": "hidden",
    "about.markdown": "ending",
    "stories/a.MD": "ending",
}


@pytest.mark.parametrize("path", TAKEN)
def test_words_pictures_and_documents_are_taken(path: str) -> None:
    """What readers expect of a site is published."""
    assert misplaced(path, named=False) is None


@pytest.mark.parametrize(("path", "told"), NOT_TAKEN.items())
def test_everything_else_is_not(path: str, told: str) -> None:
    """No program, and nothing in the place of what the site is made of, by whatever spelling."""
    obstacle = misplaced(path, named=False)

    assert obstacle is not None
    assert (obstacle.rule, obstacle.detail) == ("unsafe-file", told)


def test_what_the_configuration_names_is_taken() -> None:
    """Its owner has chosen a style sheet, a script or a logo; hidden things and odd names stay out."""
    named = {
        path: misplaced(path, named=True) is None
        for path in (
            *("extra.css", "assets/images/favicon.png", "logo.svg", "robots.txt"),
            *(".x/a.css", "a?.css", "_headers/a.css"),
        )
    }

    assert named == {
        "extra.css": True,
        "assets/images/favicon.png": True,
        "logo.svg": True,
        "robots.txt": True,
        ".x/a.css": False,
        "a?.css": False,
        "_headers/a.css": False,
    }


@pytest.mark.parametrize(
    "path",
    [
        "assets/a\nb.png",
        "assets/a\u202egnp.png",
        "assets/a\u200b.png",
        "assets/con.png",
        "LPT\u00b9/coat.png",
        "assets./coat.png",
        "assets/coat.png.",
        "assets/ coat.png",
        "assets/cafe\u0301.png",
        "caf\\udce9.png",
        'a"b.png',
        "a/" * 100 + "b.png",
        "x" * 10_000 + ".png",
    ],
)
def test_name_that_does_not_travel_is_refused(path: str) -> None:
    """A picture can be stored, checked out and linked on every computer, like a story."""
    obstacle = misplaced(path, named=False)

    assert obstacle is not None
    assert obstacle.rule == "unsafe-file-name"
