"""A preview shows what is wrong with a story where the story would be; a build shows nothing of it."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import files_of
from tests.site.html_reading import BuiltSite, HtmlPage
from tests.site.made_site import TWO_LANGUAGES, Stage, contents

UNFIT = "This page cannot be shown yet."
CONFIG = TWO_LANGUAGES.format("en, nl") + "  - search\ntheme: material\n"
HOSTILE = "<script>alert(1)</script>"


def write(stage: Stage, name: str, text: str = "") -> None:
    """Write a story; text is laid over a sound one."""
    for path, content in files_of({f"stories/{name}.md": text}).items():
        stage.write(path, content)


def preview(stage: Stage) -> BuiltSite:
    """Build what `mkdocs serve` shows, which goes on whatever is wrong."""
    outcome = stage.build(strict=False, command="serve")
    assert (outcome.exit_code, outcome.ended) == (0, "")
    return BuiltSite(stage.site)


def findings(page: HtmlPage) -> list[tuple[str, str, str]]:
    """Give for each finding on a page its head, its words, and what in the line is marked."""
    heads = page.texts("p", **{"class": "finding-head"})
    words = page.texts("p", **{"class": "finding-message"})
    return list(zip(heads, words, page.texts("mark"), strict=True))


@pytest.fixture
def drawn(stage: Stage) -> Stage:
    """Draw a site with one sound story, a faulty one that it links to, and one with a remark."""
    stage.configure(CONFIG)
    write(stage, "half", "elements: [surprizing]\ntitle: Half a story\n")
    write(stage, "lamp")
    sound = (stage.content / "stories/lamp.md").read_text(encoding="utf-8")
    stage.write("stories/lamp.md", sound + "\nSee [the other half](half.md) of it.\n")
    write(stage, "remark", "channels: [web, web]\n")
    return stage


def test_story_that_cannot_be_shown_says_why_at_its_own_address(drawn: Stage) -> None:
    """Title, file, line, rule, words and the line itself, with a link to the rule; the frame stays."""
    site = preview(drawn)
    page = site["stories/half/"]
    expected = (
        "Error CX201 unknown-term content/stories/half.md:2",
        '"surprizing" is not one of the elements. Did you mean "surprising"?',
        "surprizing",
    )

    assert (page.texts("h1"), UNFIT in page.main, findings(page)[0]) == (["Half a story"], True, expected)
    assert "contribute/rules/#CX201" in page.links("main")
    assert "stories/" in page.links("header")


def test_it_is_told_in_every_language(drawn: Stage) -> None:
    """A Dutch writer reads in Dutch what to do; what the checks say is marked as English."""
    page = preview(drawn)["nl/stories/half/"]
    words = page.all("p", **{"class": "finding-message"})[0]

    assert (page.language, words.language, UNFIT in page.main) == ("nl", "en", False)
    assert "nl/contribute/rules/#CX201" in page.links("main")


def test_links_lead_to_a_faulty_story_in_a_folder(drawn: Stage) -> None:
    """Wherever its file stands, a link to it gets there."""
    drawn.write("stories/2024/dark.md", "---\ntitle: No: end\n---\nOnce.\n")
    drawn.write("about.md", "---\ntitle: About\n---\nSee [a dark one](stories/2024/dark.md).\n")
    site = preview(drawn)

    assert "stories/dark/" in site["about/"].links("main")
    assert "nl/stories/dark/" in site["nl/about/"].links("main")
    assert site.broken_references() == []


def test_links_lead_there_and_the_rest_goes_on(drawn: Stage) -> None:
    """Nothing on the way to a faulty story is broken, and nobody lists it."""
    site = preview(drawn)

    assert site.broken_references() == []
    assert "stories/half/" in site["stories/lamp/"].links("main")
    assert "stories/half/" not in site["stories/"].links("main")


def test_remarks_on_a_story_that_is_shown_are_folded_away_above_it(drawn: Stage) -> None:
    """The story is there, and what could be better in it is one click away."""
    page = preview(drawn)["stories/remark/"]
    (box,) = page.all("details", **{"class": "notes"})

    assert ("open" in box.attributes, page.texts("h1")) == (False, ["Refund in one call"])
    assert "CX203 duplicate-value" in box.text
    assert page.main.index("CX203") < page.main.index("She rang at nine.")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("people/mina.md", "people/mina/"),
        ("series/nights.md", "series/nights/"),
        ("elements/surprising.md", "elements/surprising/"),
        ("stories/index.md", "stories/"),
    ],
)
def test_any_page_that_cannot_be_shown_says_why(drawn: Stage, path: str, address: str) -> None:
    """Also the front page, and the pages that a site would have by itself."""
    drawn.write(path, "---\ntitle: Ours: the page\n---\nHello.\n")
    site = preview(drawn)
    head, _, marked = findings(site[address])[0]

    assert (head, marked) == (f"Error CX009 unquoted-colon content/{path}:2", "Ours: the page")
    assert site.broken_references() == []


def test_a_site_of_faulty_stories_alone_can_be_seen(stage: Stage) -> None:
    """Whoever begins with a mistake, or with ten, sees a site and the mistakes."""
    stage.configure(CONFIG)
    for name in ("first", "second", "third"):
        stage.write(f"stories/{name}.md", "---\ntitle: No: end\n---\nOnce.\n")
    stage.write("index.md", "---\nno end\n")
    site = preview(stage)

    faulty = {"", "stories/first/", "stories/second/", "stories/third/"}

    assert {address for address, page in site.pages.items() if page.all("ol", **{"class": "findings"})} == {
        prefix + address for prefix in ("", "nl/") for address in faulty
    }
    assert site.broken_references() == []


def test_what_somebody_typed_is_shown_and_not_run(stage: Stage) -> None:
    """Markup in a key, a value or a title is text like any other."""
    stage.configure(CONFIG)
    write(stage, "hostile", f"title: '{HOSTILE}'\n'{HOSTILE}': {HOSTILE}\n")
    page = preview(stage)["stories/hostile/"]

    assert [one.pieces for one in page.all("script") if not one.attributes.get("src")][1:] == []
    assert page.texts("h1") == [HOSTILE]
    assert HOSTILE in page.main


def test_mended_story_comes_back(drawn: Stage) -> None:
    """The next build of the preview has the story again, without anything left of the findings."""
    preview(drawn)
    write(drawn, "half")
    page = preview(drawn)["stories/half/"]

    assert (UNFIT in page.main, "She rang at nine." in page.main) == (False, True)


def test_build_shows_no_finding(drawn: Stage) -> None:
    """Neither page nor search nor any file of a site tells of what was wrong with a story."""
    outcome = drawn.build(strict=False)
    told = ("cannot be shown yet", "surprizing", "stories/half", 'class="notes"', "duplicate-value content")
    files = {
        path: content
        for path, content in contents(outcome.folder).items()
        if not path.startswith("assets/") and "contribute/rules" not in path
    }
    leaks = [(path, words) for path, content in files.items() for words in told if words.encode() in content]

    assert [path for path in files if "half" in path] == []
    assert [leak for leak in leaks if leak[0] not in ("stories/lamp/index.html", "stories/lamp.md")] == []
    assert {words for path, words in leaks} <= {"stories/half"}
