"""CX601: HTML that a page may not have."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import itemgetter

from cx_stories.checks.base import Check, Fault
from cx_stories.checks.context import CheckContext
from cx_stories.checks.examples import BODY
from cx_stories.checks.html_words import dropped, dropped_together, no_box, refused
from cx_stories.checks.markup import ELEMENTS, allows, allows_somewhere, unfit_classes
from cx_stories.checks.nesting import never_closed, outside_tables
from cx_stories.checks.reached import Target, targets_in
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, Span
from cx_stories.reading.prose import Attribute, Prose, Tag


def _find(document: Document, context: CheckContext) -> Iterator[Fault]:
    if not document.fenced and document.kind is not Kind.ARTICLE:
        return
    prose = context.prose(document)
    yield from _tags(document, prose)
    yield from _files(document, prose)
    yield from _boxes(prose)
    yield from _astray(document, prose)
    removed = tuple(_removed(prose))
    owners = _owners(prose)
    for attributes in prose.attribute_lists:
        before = bisect_right(removed, attributes.span, key=itemgetter(0))
        if before and attributes.span < removed[before - 1][1]:
            continue
        fence = document.lines[attributes.span.line - 1][: attributes.span.column - 1].lstrip("> \t")[:3]
        for attribute in attributes.attributes:
            of_code = fence in _FENCES and attribute.name in _OF_CODE
            owner = owners.get((attributes.span.line, attributes.span.column), "")
            fit = of_code or _fits(owner, attribute)
            if not fit and not _elsewhere("", attribute):
                yield Fault(attribute.span, f"{dropped(attribute.name, attribute.value)} {_BRACES}")


def _owners(prose: Prose) -> Mapping[tuple[int, int], str]:
    """Give by where they end, and a list of attributes may begin, pictures and links."""
    ends = {(one.whole.end_line, one.whole.end_column): "a" for one in prose.links}
    return ends | {(one.whole.end_line, one.whole.end_column): "img" for one in prose.images}


def _fits(owner: str, attribute: Attribute) -> bool:
    """Whether something may have an attribute; whose a list of attributes is, is not always known."""
    if owner:
        return allows(owner, attribute.name, attribute.value)
    return allows_somewhere(attribute.name, attribute.value)


def _tags(document: Document, prose: Prose) -> Iterator[Fault]:
    opened: set[str] = set()
    figures = 0
    for tag in prose.tags:
        if tag.name == "figure":
            figures += -1 if tag.closing else 1
        if tag.name in ELEMENTS:
            yield from _attributes(tag)
            yield from _unfollowed(tag, in_figure=figures > 0)
        elif _ADDRESS.fullmatch(tag.name):
            continue
        elif not tag.closing or tag.name not in opened:
            opened.add(tag.name)
            ticked = document.lines[tag.span.line - 1][: tag.span.column - 1].endswith("`")
            said = refused(tag.name, closing=tag.closing)
            yield Fault(tag.span, f"{said} {_ABOVE}" if ticked and prose.doubt else said)


def _files(document: Document, prose: Prose) -> Iterator[Fault]:
    """Find where a text asks for that of another file; some programs look for this in code too."""
    for text, sign, typed in ((prose.text, "8<", _SNIPPET), (document.body, "{%", _INCLUDE)):
        for found in typed.finditer(text) if sign in text else ():
            yield Fault(
                prose.at(*found.span(1)),
                f"`{found[1]}` asks for another file, which no text may. {_OWN_WORDS}",
            )


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
    unfit = [
        attribute
        for attribute in tag.attributes
        if not allows(tag.name, attribute.name, attribute.value) and not _elsewhere(tag.name, attribute)
    ]
    if unfit:
        yield Fault(unfit[0].span, dropped_together(tag.name, unfit))


def _unfollowed(tag: Tag, *, in_figure: bool) -> Iterator[Fault]:
    """Find addresses of other files, which Markdown follows and HTML does not."""
    name = {"a": "href", "img": "src"}.get(tag.name)
    for attribute in tag.attributes:
        target = Target(attribute.value, attribute.span)
        if attribute.name != name or target.scheme or target.other_host:
            continue
        if (address := target.text.strip()) and not address.startswith("#"):
            said = f"`{name}` in HTML is not followed to the file."
            yield Fault(attribute.span, f"{said} {_as_markdown(tag, address, in_figure=in_figure)}")


def _as_markdown(tag: Tag, address: str, *, in_figure: bool) -> str:
    """Say how to write a link or a picture."""
    address = f"<{address}>" if re.search(r"[\s()]", address) else address
    if tag.name == "a":
        return f"Write the link as `[words]({address})`."
    words = next((one.value for one in tag.attributes if one.name == "alt"), "")
    words = words if _PLAIN.fullmatch(words) else "what it shows"
    picture = f"`![{words}]({address})`"
    if in_figure:
        return (
            f"Write the picture as {picture} in the place of the whole `<figure>`, and its caption below it."
        )
    return f"Write the picture as {picture}."


def _boxes(prose: Prose) -> Iterator[Fault]:
    """Find boxes of a kind that there is not."""
    if "!!!" not in prose.text and "???" not in prose.text:
        return
    for found in _BOX.finditer(prose.text):
        for kind in unfit_classes(found[1].lower())[:1]:
            yield Fault(prose.at(*found.span(1)), no_box(kind))


def _astray(document: Document, prose: Prose) -> Iterator[Fault]:
    """Find tags that stand where a browser makes something else of them."""
    for tag in outside_tables(document, prose.tags):
        yield Fault(
            tag.span,
            f"`<{tag.name}>` stands in no table and is left out. Write `<table>` before it, or take it out.",
        )
    for tag in never_closed(document, prose):
        yield Fault(tag.span, f"`<{tag.name}>` is never closed. Write `</{tag.name}>` where it ends.")


def _elsewhere(element: str, attribute: Attribute) -> bool:
    """Whether the rules about links and pictures speak of it."""
    return any(target.unsafe or target.remote for target in targets_in(element, attribute))


_ADDRESS = re.compile(r"https?:|[^<>@]+@[^<>@]+")
"""What stands in angle brackets to be a link. Within HTML that goes on it is none; the last look tells."""
_ABOVE = "If it stands between backticks to be seen, move it above the first line that begins with HTML."
_FENCES = frozenset({"```", "~~~"})
_OF_CODE = frozenset({"class", "hl_lines", "linenums"})
"""What says of code how it is shown: its language first of all. What becomes of that only the HTML tells."""
_OWN_WORDS = "Write here what readers are to read."
_SNIPPET = re.compile(r"^[ \t]*(-+8<-+)(?=[ \t]*$|[ \t]+[\"'])", re.MULTILINE)
_INCLUDE = re.compile(r"(\{%[-+]?[ \t]*include(?:-markdown)?)\b")
_BRACES = "If readers are to see the brackets, write `\\{`."
_BOX = re.compile(
    r"""^[ \t>]*+(?:!!!|\?\?\?\+?)[ \t]*+([\w-]++(?>(?:[ ]++[\w-]++)*))(?=[ \t]*+(?:"[^\n]*)?$)""",
    re.MULTILINE,
)
_PLAIN = re.compile(r"[^\[\]`\n]{1,60}")

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
