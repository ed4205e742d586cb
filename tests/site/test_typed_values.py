"""What a writer types is what a reader sees: nothing lost, nothing run, nothing escaped twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from xml.etree import ElementTree

import pytest

from tests.pictures import PNG
from tests.site.html_reading import BuiltSite, Element, HtmlPage
from tests.site.made_site import BODY, Stage, found_in, quoted

MARKUP = "AT&T \"x\" <y> & 'z'"
SCRIPT = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"
TEMPLATE = "{{ 7 * 7 }} {name} %(num)s 100% {% raw %} \\n *a* _b_ [c](d) `e` &amp; &lt;"
BEYOND = "Café Ünïcode — “quoted” ‘so’ 🎭 中文 שלום"
MARKDOWN = "She *really* asked for {{ 7 * 7 }} and {% raw %} lamps & <3.\n"
VALUES = {"markup": MARKUP, "script": SCRIPT, "template": TEMPLATE, "beyond": BEYOND}

CONFIG = """\
site_name: Small stage
site_url: https://stories.example/
docs_dir: content
theme: material
plugins: [search, {cx-stories: {languages: [en, nl]}}]
"""


@dataclass(frozen=True)
class Typed:
    """A value as typed, and a site that has it in every field that is text."""

    value: str
    site: BuiltSite


@pytest.fixture(scope="module", params=VALUES.values(), ids=VALUES)
def typed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """Draw a site around a value and build it, strictly."""
    stage = Stage(tmp_path_factory.mktemp("typed"))
    _draw(stage, request.param)
    return Typed(request.param, stage.published())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give the same site around words that mean nothing to any program."""
    stage = Stage(tmp_path_factory.mktemp("plain"))
    _draw(stage, "Plain words")
    return stage.published()


def _draw(stage: Stage, typed: str) -> None:
    value = quoted(typed)
    stage.configure(CONFIG)
    stage.write("people/mina.md", f"---\ntitle: {value}\nsummary: {value}\n---\nMina.\n")
    stage.write("series/nights.md", f"---\ntitle: {value}\nmenu: {value}\nsummary: {value}\n---\nNights.\n")
    stage.story(
        "lamp",
        title=value,
        summary=value,
        date="2024-03-02",
        elements=f"{{surprising: {value}}}",
        missed=f"{{unique: {value}}}",
        lessons=f"[{value}]",
        questions=f"[{value}]",
        theatre=f"{{cast: {value}}}",
        organisation=value,
        issue=value,
        teller="mina",
        author="mina",
        series="nights",
        pair="dark",
        source=f"{{title: {value}, publication: {value}, author: {value}}}",
        image=f"{{file: lamp.png, alt: {value}, credit: {value}}}",
    )
    stage.write("stories/lamp.png", PNG)
    stage.story("dark", title="Left in the dark", polarity="negative", pair="lamp", date="2024-03-01")
    stage.story("late", title="A later one", date="2024-03-03")


def test_a_title_and_a_summary_are_shown_as_typed(typed: Typed) -> None:
    """In the tab, the heading, the standfirst, lists, the pair and before and after."""
    site, value = typed.site, typed.value

    story, other, later = site["stories/lamp/"], site["stories/dark/"], site["stories/late/"]
    shown = {
        "tab": story.title,
        "heading": story.texts("h1"),
        "description": story.description,
        "standfirst": value in story.texts("p"),
        "own side": value in story.texts("h3"),
        "pair": [one.text for one in other.all("h3") if one.parents[-2].attributes.get("class") == "pair"],
        "pair's summary": value in other.texts("p"),
        "before": [value in one.text for one in later.all("a", rel="prev")],
        "after": [value in one.text for one in other.all("a", rel="next")],
        "home": value in site[""].texts("a"),
        "list": value in site["stories/"].texts("a"),
        "summary in the list": value in site["stories/"].texts("p"),
        "verdict": value in site["polarity/positive/"].texts("a"),
        "element": value in site["elements/surprising/"].texts("a"),
        "other language": site["nl/stories/lamp/"].texts("h1"),
    }
    assert shown == {
        **dict.fromkeys(shown, True),
        "tab": f"{value} · Small stage",
        "heading": [value],
        "description": value,
        "pair": ["Left in the dark", value],
        "before": [True],
        "after": [True],
        "other language": [value],
    }


def test_every_other_field_is_shown_as_typed(typed: Typed) -> None:
    """Evidence, lessons, questions, theatre, source, picture, people and series."""
    site, value = typed.site, typed.value

    story = site["stories/lamp/"]
    shown = {
        "evidence": value in site["elements/surprising/"].texts("p"),
        "missed evidence": value in site["elements/unique/"].texts("p"),
        "lesson": f"{value} #" in story.texts("p", **{"class": "lesson"}),
        "question": [one.text for one in story.all("li") if _in_questions(one)] == [value],
        "theatre": value in story.texts("dd"),
        "organisation": story.texts("dd").count(value) == 2,
        "source": value in story.texts("cite"),
        "picture": [one.attributes["alt"] for one in story.all("img")] == [value],
        "credit": value in story.texts("figcaption"),
        "teller": story.texts("a").count(value) >= 3,
        "person": site["people/mina/"].texts("h1") == [value],
        "person's tab": site["people/mina/"].title == f"{value} · Small stage",
        "people": value in site["people/"].texts("h2"),
        "series": site["series/nights/"].texts("h1") == [value],
    }
    assert shown == dict.fromkeys(shown, True)


def _in_questions(one: Element) -> bool:
    return any(up.attributes.get("class") == "questions" for up in one.parents)


def markup(site: BuiltSite) -> dict[str, list[str]]:
    """Give for each page what a value might have planted there."""
    return {
        address: [
            one.tag for one in page.elements if one.tag in {"y", "em", "code"} or "onerror" in one.attributes
        ]
        for address, page in site.pages.items()
    }


def run(page: HtmlPage) -> list[str]:
    """Give the scripts of a page; a block of data is none, whatever is said in it."""
    scripts = page.all("script")
    return [one.text for one in scripts if one.attributes.get("type") != "application/ld+json"]


def test_no_value_becomes_markup(typed: Typed, plain: BuiltSite) -> None:
    """A value cannot add an element, an attribute or a script to any page."""
    site = typed.site

    theirs = {address: tags for address, tags in markup(plain).items() if tags}
    scripts = {one.attributes.get("src", "") for page in site.pages.values() for one in page.all("script")}
    assert {address: tags for address, tags in markup(site).items() if tags} == theirs
    assert [address for address in theirs if address.startswith("stories/lamp/")] == []
    assert all(script == "" or "assets/" in script for script in scripts)
    assert [address for address, page in site.pages.items() if "alert(1)" in "".join(run(page))] == []
    assert site.broken_references() == []


def test_a_value_reads_as_typed_on_every_kind_of_page(typed: Typed) -> None:
    """Ways in, lists, workshops, insights and the glossary have it whole, in both languages, or not."""
    having = {
        address
        for address, page in typed.site.pages.items()
        if any(typed.value in text for text in page.texts("body"))
    }
    kinds = {address.removeprefix("nl/").partition("/")[0] for address in having}

    assert kinds >= {
        "",
        "elements",
        "insights",
        "lessons",
        "pairs",
        "people",
        "series",
        "stories",
        "workshop",
    }
    assert {address for address in having if not address.startswith("nl/")} == {
        address.removeprefix("nl/") for address in having if address.startswith("nl/")
    }


def test_no_value_is_escaped_twice(typed: Typed) -> None:
    """What was typed without entities has none in the site, and files for programs can be read."""
    folder = typed.site.folder
    twice = ("&amp;amp;", "&amp;lt;", "&amp;gt;", "&amp;quot;", "&amp;#34;", "&amp;#39;")
    pages = (
        {} if "&amp;" in typed.value else {file: file.read_text("utf-8") for file in folder.rglob("*.html")}
    )

    assert [file.name for file, text in pages.items() for one in twice if one in text] == []
    for file in folder.rglob("*.json"):
        json.loads(file.read_bytes())
    for file in folder.rglob("*.xml"):
        ElementTree.fromstring(file.read_bytes())  # noqa: S314 (made by us)


def test_search_has_the_words_as_they_were_typed(typed: Typed) -> None:
    """The search finds a story by any word of its title, and shows that as it is."""
    titles = {address: page["meta"]["title"] for address, page in found_in(typed.site.folder).items()}

    assert titles["stories/lamp/"] == typed.value
    assert titles["people/mina/"] == typed.value


@pytest.mark.parametrize("name", VALUES.values(), ids=VALUES)
def test_a_site_may_have_any_name(stage: Stage, name: str) -> None:
    """The name of the site stands in every tab and at the top of every page as its owner wrote it."""
    stage.configure(f"site_name: {quoted(name)}\ndocs_dir: content\nplugins: [cx-stories]\n")
    stage.story("lamp")

    site = stage.published()

    assert [address for address, page in site.pages.items() if not page.title.endswith(name)] == []
    assert [address for address, page in site.pages.items() if name not in page.texts("a")] == []


def test_words_of_a_story_are_markdown_and_not_a_template(stage: Stage) -> None:
    """Emphasis works in the story itself; curly brackets mean nothing."""
    stage.story("lamp", body=f"{MARKDOWN}\n{BODY}")

    page = stage.published()["stories/lamp/"]

    assert "She really asked for {{ 7 * 7 }} and {% raw %} lamps & <3." in page.texts("p")
    assert page.texts("em") == ["really"]
