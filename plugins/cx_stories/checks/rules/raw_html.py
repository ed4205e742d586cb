"""CX601: HTML that a page may not have."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.markup import ELEMENTS, allows, allows_somewhere
from cx_stories.checks.reached import targets_in
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span
from cx_stories.reading.prose import Attribute, Prose, Tag


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not document.fenced and document.kind is not Kind.ARTICLE:
        return
    prose = context.prose(document)
    yield from _tags(document, prose)
    removed = tuple(_removed(prose))
    for attributes in prose.attribute_lists:
        before = bisect_right(removed, attributes.span, key=itemgetter(0))
        if before and attributes.span < removed[before - 1][1]:
            continue
        for attribute in attributes.attributes:
            if not allows_somewhere(attribute.name, attribute.value) and not _elsewhere("", attribute):
                yield Fault(attribute.span, f"{_dropped(attribute)} {_BRACES}")


def _tags(document: Document, prose: Prose) -> Iterator[Fault]:
    opened: set[str] = set()
    for tag in prose.tags:
        if tag.name in ELEMENTS:
            yield from _attributes(tag)
        elif not tag.closing or tag.name not in opened:
            opened.add(tag.name)
            ticked = document.lines[tag.span.line - 1][: tag.span.column - 1].endswith("`")
            yield Fault(tag.span, f"{_refused(tag)} {_ABOVE}" if ticked and prose.doubt else _refused(tag))


def _removed(prose: Prose) -> Iterator[tuple[Span, Span]]:
    """Give from where to where programs and styles go, which are no text and have braces of their own."""
    opened: Tag | None = None
    for tag in prose.tags:
        if opened is None and tag.name in ("script", "style") and not tag.closing:
            opened = tag
        elif opened and tag.name == opened.name and tag.closing:
            yield opened.span, tag.span
            opened = None


def _attributes(tag: Tag) -> Iterator[Fault]:
    for attribute in tag.attributes:
        if not allows(tag.name, attribute.name, attribute.value) and not _elsewhere(tag.name, attribute):
            yield Fault(attribute.span, f"{_dropped(attribute, tag.name)} {_SIGN}")


def _elsewhere(element: str, attribute: Attribute) -> bool:
    """Whether the rules about links and pictures speak of it."""
    return any(target.unsafe or target.remote for target in targets_in(element, attribute))


def _refused(tag: Tag) -> str:
    if tag.name == "!--":
        return (
            "A remark between `<!--` and `-->` is sent to every reader. Take it out; "
            "in the front matter, a line that begins with `#` is a remark of your own."
        )
    if tag.name in ("!", "?"):
        return f"What begins with `<{tag.name}` cannot stand in a page. Take it out. {_SIGN}"
    cure = _CURES.get(tag.name, _WORDS_ALONE)
    return f"`<{'/' * tag.closing}{tag.name}>` cannot stand in a page. {cure} {_SIGN}"


def _dropped(attribute: Attribute, element: str = "") -> str:
    name = attribute.name
    if name.startswith("on"):
        return f"`{name}=` would run a program in the reader's browser. Take it out."
    if name == "style":
        return "`style=` changes how a page looks, which is for the site to decide. Take it out."
    if element:
        return f"`{name}` cannot stand in `<{element}>`, or not with this value. Take it out."
    return f"`{name}` in curly brackets would change what stands before it, and cannot. Take it out."


_WORDS_ALONE = "Keep the words and take out what is around them."
_SIGN = "If readers are to see the `<` itself, write `&lt;`."
_ABOVE = "If it stands between backticks to be seen, move it above the first line that begins with HTML."
_BRACES = "If readers are to see the brackets, write `\\{`."
_CURES = {
    **dict.fromkeys(
        (
            "applet",
            "base",
            "embed",
            "frame",
            "link",
            "meta",
            "noscript",
            "object",
            "script",
            "style",
        ),
        "Take it out, with all that belongs to it.",
    ),
    **dict.fromkeys(("audio", "iframe", "picture", "source", "track", "video"), "Link to it instead."),
    "strike": "Write `<del>` instead.",
    "tt": "Put the words between backticks instead.",
}

RAW_HTML = Check(
    code="CX601",
    name="raw-html",
    severity=Severity.ERROR,
    summary="The text of a page has only HTML that is safe and looks right everywhere.",
    why="Anything else is dropped, or could run in the reader's browser.",
    good=f"title: Refund in one call\n---\n{BODY}\nShe pressed <kbd>9</kbd> and waited, though 3 < 4.\n",
    bad=f'title: Refund in one call\n---\n{BODY}\nShe pressed <b onclick="call()">nine</b> and waited.\n',
    find=_find,
)
