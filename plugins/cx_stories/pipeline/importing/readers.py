"""A reader for each kind of file: text, Markdown, HTML, Word. Each gives the same pieces."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from cx_stories.model.document import ListNode, MapNode, Node, ScalarNode
from cx_stories.pipeline.importing.blocks import blocks_of
from cx_stories.pipeline.importing.floods import TOO_MUCH, shallow, tamed
from cx_stories.pipeline.importing.opening import bytes_of, text_of
from cx_stories.pipeline.importing.pieces import Block, Old, Read, Remark, UnfitError
from cx_stories.pipeline.importing.washing import credits_of, lost_in, washed
from cx_stories.pipeline.importing.word_file import html_of
from cx_stories.reading.front_matter import split
from cx_stories.reading.yaml_nodes import UnreadableError

_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{2,2000}[^\s<>\".,;:!?)”’']")
_WRAPPED = 120
"""Lines that are longer were not cut to fit a page: each is a paragraph."""
_EARLY = 0.8
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s*\Z")
_YAML = re.compile(r"-{3}[ \t]*\n(.*?\n)?-{3}[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+{3}[ \t]*\n(.*?\n)?\+{3}[ \t]*(?:\n|\Z)", re.DOTALL)
_WIKI = re.compile(r"(!?)\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")


def read(file: Path, name: str) -> Read:
    """Read a file that is no table.

    name:    how it is called in the report
    Raises:  UnfitError
    """
    ending = file.suffix.lower()
    raw = bytes_of(file)
    if ending == ".docx":
        html, credits, said = html_of(raw, name)
        return Read(name, _blocks(html, name), (), credits, [*said, *lost_in(html, name, 0)])
    return _READERS[ending](text_of(raw, name), name)


def _blocks(html: str, name: str) -> Sequence[Block]:
    return blocks_of(shallow(washed(tamed(html, name)), name))


def from_html(text: str, name: str) -> Read:
    """Read a page of the web."""
    return Read(name, _blocks(text, name), (), credits_of(text), tuple(lost_in(text, name)))


def from_text(text: str, name: str) -> Read:
    """Read plain text: empty lines part its paragraphs, or else each line is one."""
    _refuse_crowds(text, name)
    parts = [part for block in re.split(r"\n[ \t]*\n", text) for part in _paragraphs(block)]
    return Read(name, _blocks("".join(map(_as_html, parts)), name))


def _paragraphs(block: str) -> Iterator[str]:
    """Part lines that have no empty line between them: where one is long, or ends a sentence early."""
    lines = [line for line in block.split("\n") if line.strip()]
    longest = max(map(len, lines), default=0)
    if len(lines) > 1 and all(map(_ITEM.match, lines)):
        yield block
        return
    paragraph: list[str] = []
    for line in lines:
        if _HEADING.fullmatch(line.strip()) or (_ITEM.match(line) and paragraph):
            yield "\n".join(paragraph)
            paragraph = []
        paragraph.append(line)
        early = _SENTENCE_END.search(line) and len(line) < _EARLY * longest
        if longest > _WRAPPED or early or _HEADING.fullmatch(line.strip()):
            yield "\n".join(paragraph)
            paragraph = []
    yield "\n".join(paragraph)


def from_markdown(text: str, name: str) -> Read:
    """Read Markdown of whatever program, with the front matter it may have."""
    olds, body, line, said = _front_matter(text, name)
    _refuse_crowds(body, name)
    wiki = [found for found in _WIKI.finditer(body) if found[1]]
    html = _MARKDOWN.render(_WIKI.sub(_without_brackets, body))
    remarks = [*said, *lost_in(html, name, 0)]
    if wiki:
        at = line + body.count("\n", 0, wiki[0].start())
        remarks.append(Remark(name, at, "A picture or a file in double brackets. It was left out."))
    return Read(name, _blocks(html, name), olds, (), remarks)


def _without_brackets(found: re.Match[str]) -> str:
    """Give the words of a link between notes; a note that is put in whole is left out."""
    return "" if found[1] else found[3] or found[2]


_MARKDOWN = MarkdownIt("commonmark", {"html": True, "maxNesting": 20}).enable(["table", "strikethrough"])
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 (all are washed later)
_READERS: Mapping[str, Callable[[str, str], Read]] = {
    ".txt": from_text,
    ".text": from_text,
    ".md": from_markdown,
    ".markdown": from_markdown,
    ".html": from_html,
    ".htm": from_html,
}
TEXTS = (*_READERS, ".docx")
"""The endings of files that are read as texts."""


def _refuse_crowds(text: str, name: str) -> None:
    try:
        split(f"---\n---\n{text}")
    except UnreadableError as error:
        raise UnfitError(TOO_MUCH.format(name)) from error


def _as_html(part: str) -> str:
    """Give a paragraph of plain text, or a list if each of its lines begins like an item."""
    lines = [line for line in part.split("\n") if line.strip()]
    if len(lines) > 1 and all(map(_ITEM.match, lines)):
        items = "".join(f"<li>{_linked(_ITEM.sub('', line, count=1))}</li>" for line in lines)
        return f"<ul>{items}</ul>"
    return f"<p>{_linked(chr(10).join(lines))}</p>" if lines else ""


_HEADING = re.compile(
    r"(?i:\W{0,3}(?:positi|negati)[^\W\d_]{0,9}(?: [^\W\d_]{4,12})?\s?[:–—-].{0,100})"
    r"|(?i:over de (?:auteur|schrijver|schrijfster)|about the (?:author|writer)|reactie plaatsen)\W?"
)
"""A line that stands above the others, and does not run on in them."""


def _linked(text: str) -> str:
    return _ADDRESS.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', escape(text, quote=False))


def _front_matter(text: str, name: str) -> tuple[Sequence[Old], str, int, Sequence[Remark]]:
    """Give what stands between the fences, the body, the line it starts on, and what is to be told."""
    text = text.lstrip("\ufeff")
    if toml := _TOML.match(text):
        olds, said = _toml(toml[1] or "", name)
        return olds, text[toml.end() :], 1 + toml[0].count("\n"), said
    fenced = _YAML.match(text)
    if fenced is None:
        return (), text, 1, ()
    line = 1 + fenced[0].count("\n")
    for typed in (fenced[0], _in_quotes(fenced[0])):
        with suppress(UnreadableError):
            return _olds(split(typed).fields), text[fenced.end() :], line, ()
    return _unread(fenced[1] or "", name), text[fenced.end() :], line, [Remark(name, 1, _NOT_READ)]


_NOT_READ = "What stands between the fences cannot be read as a whole, so it was read line by line."
_COLON = re.compile(
    r"^(?P<key>[\w][\w -]{0,60}:[ \t]+|[ \t]*-[ \t]+)"
    r"(?P<value>[^\s\"'\[\]{}|>#&*!%@`-][^\n]*?:(?:[ \t][^\n]*?)?)[ \t]*$",
    re.MULTILINE,
)
_ONE_LINE = re.compile(r"([\w -]{1,60}?)[ \t]*:[ \t]+(\S.*)")


def _in_quotes(block: str) -> str:
    """Put values in quotes that have a colon in them: most programs forgive that, and YAML does not."""
    return _COLON.sub(lambda found: f"{found['key']}{json.dumps(found['value'], ensure_ascii=False)}", block)


def _unread(block: str, name: str) -> Sequence[Old]:
    """Give the lines of front matter that nobody can read as a whole: a key and a value, or words alone."""
    if len(block) > 64 * 1024:
        raise UnfitError(TOO_MUCH.format(name))
    return [_of_line(line, number) for number, line in enumerate(block.split("\n"), start=2) if line.strip()]


def _of_line(line: str, number: int) -> Old:
    found = _ONE_LINE.fullmatch(line.rstrip())
    return Old(found[1], found[2].strip("\"'[]"), number) if found else Old("", line.strip(), number)


def _toml(block: str, name: str) -> tuple[Sequence[Old], Sequence[Remark]]:
    try:
        values = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return _unread(block, name), [Remark(name, 1, _NOT_READ)]
    return [Old(key, _as_text(value)) for key, value in values.items()], ()


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return str(value)


def _olds(fields: MapNode) -> Sequence[Old]:
    return [Old(entry.key.text, _flat(entry.value), entry.key.span.line) for entry in fields.entries]


def _flat(node: Node) -> str:
    """Give a value as text, an item to a line."""
    if isinstance(node, ScalarNode):
        return node.text.strip()
    if isinstance(node, ListNode):
        return "\n".join(map(_flat, node.items))
    return "\n".join(f"{entry.key.text}: {_flat(entry.value)}" for entry in node.entries)
