"""Prose that is converted ahead of MkDocs comes out as MkDocs makes it, to the byte."""

from __future__ import annotations

import logging
import pickle
import warnings
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from cx_stories.checks.rendered import Lost, Unmade
from cx_stories.mkdocs_plugin import converting as module
from cx_stories.mkdocs_plugin.completing import complete_links
from cx_stories.mkdocs_plugin.converting import Converter, converter_for
from cx_stories.pipeline.making import Convert
from cx_stories.views.prose import Converted, Left

EXTENSIONS: Sequence[Any] = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "smarty"),
    {"toc": {"permalink": True, "title": "On this page"}},
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tabbed", "pymdownx.emoji"),
)
DEEP = "".join("    " * depth + "!!! note\n" for depth in range(400))
"""Notes within notes, until nothing holds any more."""
TEXTS = (
    "Plain words, and **strong** ones.",
    "## A heading\n\nText.\n\n## A heading\n\n### Below [a link](other.md) it\n\n# Above & <beyond>\n",
    "## A heading\n\nThe same place as in the text before.",
    "[other](other.md), [there](other.md#there), [gone](gone.md), [no file](other/), [here](#here), [up](..)",
    "[absolute](/stories/other.md) [mail](mailto:a@example.org) <a@example.org> <https://example.org/?a=1&b=2>",
    '[quotes](other.md?a="b"&c=<d>) [amp](other.md?a&amp;b) [space](<a b.md>) [](other.md)',
    "[percent](%6Fther.md)",
    '![lamp](lamp.png "A lamp") [![lamp](lamp.png)](other.md){.x #pic} ![gone](gone.png)',
    "[by name][one], [one], ![one]\n\n[one]: other.md 'Other'\n",
    "[by name][one] of the text before is none here.",
    "A note[^1] and again[^1].\n\n[^1]: With [a link](other.md).\n",
    "A note[^1] that is another.\n\n[^1]: The second.\n",
    "An HTML abbreviation.\n\n*[HTML]: Hyper Text\n",
    "An HTML abbreviation of the text before.",
    "[TOC]\n\n## One\n\n## Two\n",
    '<div markdown="1" id="held">\n[inside](other.md) `<a id="no">`\n</div>\n',
    'Raw <a name="spot" href="other.md">raw</a>:\n\n<p id="block"><a href="other.md">raw</a></p>\n',
    '- [x] done\n- [ ] to [do](other.md)\n\n??? note "Look"\n    [inside](gone.md)\n',
    '```html\n<a href="other.md">&amp;</a>\n```\n\n=== "Tab"\n    One\n\n=== "Tab"\n    Two\n',
    '| a | b |\n|---|---|\n| [x](other.md) | :smile: |\n\nTerm\n:   Meaning "quoted" -- so\n',
    '!!! note\n    An [odd](<other.md\\>>) one, and <span id="kept">raw [x](other.md)</span>\n',
)
"""Texts in the order in which one process may meet them: nothing of one is left in the next."""
Outcome = tuple[object, ...]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give the folder of a site that has pages `stories/page.md` and `stories/other.md`, and a picture."""
    (tmp_path / "docs").mkdir()
    return tmp_path


def _config(site: Path, extensions: Sequence[Any] = EXTENSIONS) -> MkDocsConfig:
    """Configure a site that minds every link."""
    (site / "mkdocs.yml").write_text("site_name: Small stage\n")
    levels = dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn")
    config = load_config(
        config_file=str(site / "mkdocs.yml"),
        markdown_extensions=deepcopy(list(extensions)),
        validation={"links": levels},
    )
    config.plugins._current_plugin = "cx-stories"
    return config


def _files(config: MkDocsConfig) -> Files:
    names = ("stories/page.md", "stories/other.md", "stories/lamp.png")
    return Files([File.generated(config, name, content="") for name in names])


def _by_mkdocs(text: str, config: MkDocsConfig, said: list[str]) -> Outcome:
    """Give the HTML, its headings, its places and its links that MkDocs makes, and what it says of them."""
    files = _files(config)
    file = next(iter(files))
    page = Page("Page", file, config)
    page.markdown = text
    said.clear()
    page.render(config, files)
    headings = tuple((item.title, item.id) for item in page.toc if item.level == 2)
    return page.content, headings, page.present_anchor_ids, _links(page.links_to_anchors), tuple(said)


def _by_us(converted: Converted, config: MkDocsConfig, said: list[str]) -> Outcome:
    files = _files(config)
    said.clear()
    html, links = complete_links(converted, next(iter(files)), files, config)
    return html, converted.headings, set(converted.places), _links(links), tuple(said)


def _links(links: dict[File, dict[str, str]] | None) -> object:
    return links and {file.src_uri: anchors for file, anchors in links.items()}


@pytest.fixture
def said() -> Iterator[list[str]]:
    """Hear what MkDocs says of links, with its level."""
    messages: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: messages.append(f"{record.levelname} {record.getMessage()}")  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs.structure.pages")
    logger.addHandler(handler)
    yield messages
    logger.removeHandler(handler)


class Talking(Extension):
    """An extension that says something of a text with a question mark, and fails at one with an x."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Read each text before it is converted."""
        md.preprocessors.register(_Remarks(md), "remarks", 1)


class _Remarks(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "??" in text:
            warnings.warn("A text asks twice.", stacklevel=1)
        elif "?" in text:
            logging.getLogger("tests.asking").warning("A text asks.")
        if "x" in text:
            raise LookupError("x")
        return lines


class Counting(Extension):
    """An extension that numbers the texts it has seen, as one may that was made for a page each."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Put a number above each text."""
        md.preprocessors.register(_Numbers(md), "numbers", 1)


class _Numbers(Preprocessor):
    seen = 0

    def run(self, lines: list[str]) -> list[str]:
        self.seen += 1
        return [str(self.seen), *lines]


class Rewriting(Extension):
    """An extension that looks at addresses once MkDocs has set them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Look at the HTML."""
        md.postprocessors.register(_Addresses(md), "addresses", 1)


class _Addresses(Postprocessor):
    def run(self, text: str) -> str:
        return text.replace("../other/", "https://example.org/other/")


class Late(Extension):
    """An extension that looks at links after MkDocs."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Look at the elements."""
        md.treeprocessors.register(_Outward(md), "outward", -1)


class _Outward(Treeprocessor):
    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("rel", "external" if "://" in link.get("href", "") else "internal")


HERE = __name__


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """End the process that converts; another test has other extensions."""
    yield
    module.end_converting()


def _made(converter: Convert, text: str) -> Converted:
    converted = converter(text)
    assert isinstance(converted, Converted)
    return converted


def test_texts_become_what_mkdocs_makes_of_them(site: Path, said: list[str]) -> None:
    """HTML, headings, places, links and warnings are the same, and nothing of a text is left in the next."""
    config = _config(site)
    converter = converter_for(config)
    by_us = [_by_us(_made(converter, text), config, said) for text in TEXTS]

    assert by_us == [_by_mkdocs(text, config, said) for text in TEXTS]


def test_another_process_makes_the_same(site: Path) -> None:
    """A converter can be handed over, also after it has worked."""
    converter = converter_for(_config(site))
    first = [_made(converter, text) for text in TEXTS]
    copied = pickle.loads(pickle.dumps(converter))  # noqa: S301 (made above)

    assert [copied(text) for text in TEXTS] == first


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", None),
        ("  \n", None),
        ("Marked \x1a0\x1a.", None),
        ("[odd](http://[)", Unmade.REFUSED),
        (DEEP, Unmade.TANGLED),
        ("*[ab]: " + "long " * 2000 + "\n\n" + "ab " * 1500, Unmade.SWOLLEN),
    ],
    ids=["empty", "blank", "marked", "no address", "deep", "swollen"],
)
def test_text_that_is_odd_is_left_to_mkdocs_or_refused(site: Path, text: str, result: Unmade | None) -> None:
    """Nothing is made that might not be what MkDocs makes, and MkDocs is left nothing that it fails at."""
    assert converter_for(_config(site))(text) is result


def test_text_of_which_something_is_said_is_left_to_mkdocs(caplog: pytest.LogCaptureFixture) -> None:
    """A warning is given once, where it counts for a strict build."""
    converter = Converter([f"{HERE}:Talking"], {})
    texts = ("Told.", "Told?", "Told??", "Told.")

    assert [converter(text) is None for text in texts] == [False, True, True, False]
    assert caplog.messages == []


@pytest.mark.parametrize("text", ["x", "x?", "x??"])
def test_text_at_which_an_extension_fails_is_refused(site: Path, text: str) -> None:
    """Its writer reads in one sentence what a page of the program's own words would not say."""
    converter = converter_for(_config(site, [f"{HERE}:Talking"]))

    assert [converter(text), converter("Told.") is None] == [Unmade.REFUSED, False]


def test_extension_of_somebody_else_begins_anew_with_each_text(site: Path, said: list[str]) -> None:
    """MkDocs makes one for each page, and it may rely on that."""
    config = _config(site, [f"{HERE}:Counting"])
    converter = converter_for(config)
    by_us = [_by_us(_made(converter, text), config, said)[0] for text in ("One.", "Two.")]

    assert by_us == [_by_mkdocs(text, config, said)[0] for text in ("One.", "Two.")]


def test_footnotes_with_numbers_of_their_own_begin_anew_with_each_text(site: Path, said: list[str]) -> None:
    """The places of footnotes are the same however many texts there are."""
    config = _config(site, [{"footnotes": {"UNIQUE_IDS": True}}])
    converter = converter_for(config)
    text = "A note[^1].\n\n[^1]: This.\n"
    by_us = [_by_us(_made(converter, text), config, said) for _ in range(2)]

    assert by_us == [_by_mkdocs(text, config, said)] * 2


@pytest.mark.parametrize("extension", ["Rewriting", "Late"])
def test_links_are_left_to_mkdocs_where_an_extension_looks_at_them_later(site: Path, extension: str) -> None:
    """It sees the address that the page has, and not a mark of ours."""
    converter = converter_for(_config(site, [f"{HERE}:{extension}"]))

    assert [converter(text) is None for text in ("No link.", "[other](other.md)")] == [False, True]


@pytest.mark.parametrize(
    ("extensions", "typed"),
    [
        (["Rewriting"], "[other](other.md)"),
        (["Talking"], "Who?"),
        ([Counting()], "Plain."),
        ([], "Marked \x1a0\x1a."),
        (["Rewriting"], "[other](other.md) \x1a7\x1a"),
    ],
    ids=["links", "said", "object", "marked", "marked twice"],
)
def test_what_is_left_to_mkdocs_says_what_will_be_taken_out(
    site: Path, extensions: Sequence[str | Extension], typed: str
) -> None:
    """Its writer hears of it as of any other text: with its place, before anything is built."""
    named = [f"{HERE}:{one}" if isinstance(one, str) else one for one in extensions]
    config = _config(site)
    config["markdown_extensions"] = named
    converter = converter_for(config)

    assert [converter(f"{typed} <b onclick=y>a</b>"), converter(f"{typed} <b>a</b>")] == [
        Left((Lost("b", "onclick", "y"),)),
        None,
    ]


def test_extension_of_another_plugin_gets_its_page_from_mkdocs(site: Path) -> None:
    """A plugin that puts an object of its own among the extensions keeps hold of it."""
    config = _config(site)
    config["markdown_extensions"] = [*config.markdown_extensions, Counting()]

    assert _tried(config) == [None, Unmade.TANGLED]


def test_settings_that_cannot_be_handed_over_are_left_to_mkdocs(site: Path) -> None:
    """Such as a function without a name."""
    config = _config(site, ["admonition", {"toc": {"slugify": lambda text, _separator: text}}])

    assert _tried(config) == [None, Unmade.TANGLED]


def _tried(config: MkDocsConfig) -> list[object]:
    """Give what comes of a text that MkDocs can make, and of one that it cannot."""
    converter = converter_for(config)
    return [converter("Plain words."), converter(DEEP)]


def test_preview_keeps_what_it_has_until_its_configuration_changes(site: Path) -> None:
    """A process is not started again for each rebuild, and does not live on beside its successor."""
    first, again, other = (converter_for(_config(site, some)) for some in (EXTENSIONS, EXTENSIONS, ["abbr"]))

    assert (again is first, other is first, list(module._kept.values())) == (True, False, [other])


def test_site_whose_extension_is_unknown_here_is_tried_without_it() -> None:
    """What fails for want of it is for MkDocs to make."""
    trial = module.Trial(Converter([f"{HERE}:Talking"], {}))

    assert [trial(text) for text in ("Told.", "Told?", "x")] == [None, None, None]
