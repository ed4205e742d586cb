"""Short ways through Python-Markdown lead to what Python-Markdown makes, to the byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

import pytest
from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor as AllPatterns

from cx_stories.mkdocs_plugin.markdown_reader import Reader
from cx_stories.mkdocs_plugin.quick.patterns import QuickInline
from tests.mkdocs_plugin.quick import any_text
from tests.mkdocs_plugin.quick.any_text import RICH, USUAL, any_texts, by_itself, reading
from tests.mkdocs_plugin.test_converting import TEXTS

PLAIN = (
    "## She came\n\nA *lamp*, [another](other.md), and **light**.\n\n> She said.\n> Yes.\n\n- One\n- Two\n"
)


@pytest.mark.parametrize("extensions", [USUAL, RICH, ()], ids=["usual", "rich", "none"])
def test_texts_become_what_they_become_without_short_ways(extensions: Sequence[str | Extension]) -> None:
    """Whatever somebody types, plain or odd, and whatever was read before it."""
    texts = [*TEXTS, PLAIN, *any_texts(400, seed=7)]
    read = reading(extensions)

    assert [(text, read(text)) for text in texts] == [*zip(texts, by_itself(texts, extensions), strict=True)]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (PLAIN, ["_Ending"]),
        (
            f"{PLAIN}\n<b>",
            [
                *("NormalizeWhitespace", "SuperFencesBlockPreprocessor", "_RawHTMLPreprocessor"),
                *("HtmlBlockPreprocessor", "_Nesting"),
            ],
        ),
    ],
    ids=["plain", "with HTML"],
)
def test_text_of_plain_words_takes_few_steps(text: str, steps: Sequence[str]) -> None:
    """Most stories are plain, and should not wait for what only others need."""
    reader = Reader(USUAL, {})
    reader.convert(text)

    assert [type(one).__name__ for one in reader._markdown.preprocessors] == steps


def test_plain_blocks_and_pieces_are_shown_to_nobody_who_has_no_use_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That is what makes reading quick."""
    reader = Reader(USUAL, {})
    shown: list[str] = []
    for name in ("table", "setextheader", "olist", "deflist"):
        processor = reader._markdown.parser.blockprocessors[name]
        monkeypatch.setattr(processor, "test", lambda _parent, block: shown.append(block))
    for name in ("backtick", "reference", "html"):
        pattern = reader._markdown.inlinePatterns[name]
        monkeypatch.setattr(pattern, "getCompiledRegExp", lambda: shown.append("a piece"))
    reader.convert(PLAIN)

    assert shown == []


def test_version_that_nobody_knows_is_left_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new Python-Markdown reads as it reads, if more slowly, until somebody has looked at it."""
    steps: list[type] = []
    monkeypatch.setattr(any_text, "reading", lambda extensions: lambda _: steps.append(_inline(extensions)))
    any_text.by_itself(["one text"], USUAL)

    assert (steps, _inline(USUAL)) == ([AllPatterns], QuickInline)


def _inline(extensions: Sequence[str | Extension]) -> type:
    return type(Reader(extensions, {})._markdown.treeprocessors["inline"])


class _Greeting(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        mark = Element("mark")
        mark.text = f"*met* `{len(data)}`"
        return mark, m.start(), m.end()


class _Asides(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return block.startswith("Aside") and parent.tag == "div"

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "aside").text = blocks.pop(0)


class _Marking(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [line.replace("Lamp", "`<lamp>`{.x}\n    more") for line in lines]


class Adding(Extension):
    """An extension with something of its own at one of the places where a reader looks."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register it."""
        if self._what == "pattern":
            md.inlinePatterns.register(_Greeting("[Hh]ello", md), "greeting", 65)
        elif self._what == "block":
            md.parser.blockprocessors.register(_Asides(md.parser), "asides", 12)
        elif self._what == "lines":
            md.preprocessors.register(_Marking(md), "marking", 40)
        else:
            md.treeprocessors.register(AllPatterns(md), "inline", 20)


@pytest.mark.parametrize("what", ["pattern", "block", "lines", "all patterns"])
def test_extension_that_nobody_knows_is_asked_of_every_text(what: str) -> None:
    """It may look for anything, also in plain words."""
    texts = ["Hello, *hello*.\n\nAside\n\n- Lamp\n", "Lamp", "- Aside\n\nAside, [hello](a.md)", PLAIN]
    extensions = (*USUAL, Adding(what))

    assert [*map(reading(extensions), texts)] == by_itself(texts, extensions)
