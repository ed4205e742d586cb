"""Stories may be marked up as richly as Markdown lets them: nobody complains, and nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from cx_stories.mkdocs_plugin.extensions import with_own_extensions
from tests.site.html_elements import Element
from tests.site.html_reading import BuiltSite, HtmlPage
from tests.site.made_site import BODY, Stage
from tests.site.rich_markup import BLOCKS, EXTENSIONS, body

NUMBER = 100
CONFIG = (
    "site_name: Rich stage\ndocs_dir: content\nplugins:\n  - cx-stories:\n      severities: {CX308: off}\n"
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f00"
    "0284017fb7a4a8130000000049454e44ae426082"
)
"""The smallest picture."""
TAGS = """
    a abbr bdi bdo blockquote br caption cite code dd del details div dl dt em figcaption figure h2 hr img
    input ins kbd label li mark ol p pre q rp rt ruby samp small span strong sub summary sup table td th
    time ul var
"""
"""What their HTML is made of."""
_LEADING = {"href", "src", "data-title", "rel"}
"""What depends on where a page stands, and is compared by itself."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Draw a hundred stories that make use of everything."""
    stage = Stage(tmp_path_factory.mktemp("rich"))
    stage.configure(CONFIG + EXTENSIONS)
    stage.write("stories/lamp.png", PNG)
    for number in range(NUMBER):
        stage.story(f"s{number}", f"{BODY}\n{body(number)}\n")
    return stage


@pytest.fixture(scope="module")
def site(stage: Stage) -> BuiltSite:
    """Build them strictly, without a word of anybody."""
    return stage.published()


@pytest.fixture(scope="module")
def made(stage: Stage) -> list[list[Element]]:
    """Give what Markdown makes of each story, as nobody has looked at it yet."""
    config = with_own_extensions(load_config(str(stage.folder / "mkdocs.yml")))
    made = []
    for number in range(NUMBER):
        reader = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        html = reader.convert(
            (stage.content / f"stories/s{number}.md").read_text(encoding="utf-8").split("---\n")[2]
        )
        made.append(list(HtmlPage(f"<main>{html}</main>").elements))
    return made


def _of_the_page(page: HtmlPage) -> list[Element]:
    """Give what stands in the prose of a story, before its pause and behind it."""
    prose = {id(one) for one in page.all("div") if "telling" in one.attributes.get("class", "")}
    assert prose
    return [one for one in page.elements if any(id(up) in prose for up in one.parents)]


def _told(elements: Iterable[Element]) -> Counter[tuple[str, tuple[tuple[str, str], ...], str]]:
    """Give elements with their attributes and the words right in them; a browser adds `tbody` by itself."""
    return Counter(
        (
            one.tag,
            tuple(sorted((k, v) for k, v in one.attributes.items() if k not in _not_compared(one))),
            _words(one),
        )
        for one in elements
        if one.tag not in ("main", "tbody", "cx-pause")
    )


def _not_compared(one: Element) -> set[str]:
    """Give what the page knows better: where things are, and what the box of a task is called."""
    return {*_LEADING, "aria-label"} if one.tag == "input" else _LEADING


def _words(one: Element) -> str:
    return re.sub(r"\s+", " ", "" if one.attributes.get("class") == "ref" else one.text)


def test_everything_that_markdown_made_is_on_the_page(made: list[list[Element]], site: BuiltSite) -> None:
    """Every word, picture, link, cell, tab and footnote of a hundred stories reaches the reader."""
    lost = []
    for number, elements in enumerate(made):
        shown = _told(_of_the_page(site[f"stories/s{number}/"]))
        expected = _told(elements)
        if shown != expected:
            lost.append((number, expected - shown, shown - expected))

    assert lost == []


def test_every_kind_of_markup_was_among_them(made: list[list[Element]]) -> None:
    """The stories do make what they are to show."""
    tags = {one.tag for elements in made for one in elements}
    used = {
        kind
        for kind, block in BLOCKS.items()
        for n in range(NUMBER)
        if block.replace("~N~", f"{n}") in body(n)
    }

    assert (used, set(TAGS.split()) - tags) == (set(BLOCKS), set())


def test_every_link_leads_where_it_was_meant_to(site: BuiltSite) -> None:
    """To other stories, places on the page, footnotes and pictures; those to other sites are as typed."""
    pages = [site[f"stories/s{number}/"] for number in range(NUMBER)]
    away = Counter(
        one.attributes["href"]
        for page in pages
        for one in _of_the_page(page)
        if one.attributes.get("href", "").startswith("https:")
    )
    typed = (re.findall(r"https://example\.org/[^\s()<>{}]*", body(number)) for number in range(NUMBER))

    assert (
        Counter(address for found in typed for address in found),
        [site.broken(page) for page in pages],
    ) == (
        away,
        [[]] * NUMBER,
    )
