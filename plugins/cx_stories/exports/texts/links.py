"""The links in a body of Markdown, made to lead to the same pages from a copy of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from cx_stories.exports.texts.definitions import unused
from cx_stories.model.cross_reference import SCHEME, CrossReference
from cx_stories.model.story import Story, Telling
from cx_stories.reading.cross_references import find_pointers, unescaped
from cx_stories.reading.links import LinkFinder
from cx_stories.reading.masking import without_code, without_escapes
from cx_stories.reading.prose_parts import Places
from cx_stories.views.destinations import Destinations
from cx_stories.views.edition import Edition
from cx_stories.views.references import referred_to

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_IN_TAG = re.compile(r"""(?<=\s)(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_LEADS = re.compile(r"\]\(|\[\[|\]:|<(?:a|img)\b", re.IGNORECASE)
"""What a text has that leads anywhere; one without need not be read for that."""
_PLAIN = re.compile(
    r"(?P<sign>[\\`*_\[\]])|^(?P<first>[#+>-])|^(?P<number>\d+)(?P<stop>[.)])(?=\s)"
    r"|(?P<tag><)(?=[a-zA-Z/!?])|(?P<named>&)(?=#?\w+;)"
)
"""What Markdown could take for a sign of its own."""
_UNREAD = ("`", "~", "<", "\\", "\t", "\x02", "\x03", "[[", "]:", "\n    ")
"""Without these there is no code in a text, no HTML, and no link but those with their target behind them."""
_SIMPLE = re.compile(r"""\]\(([^\s()"'<>]+)(?=\))""")
"""A target that can be read in one way only."""
_OF_ANY_STORY = re.compile(r"[\w./]")
"""How a target begins that means the same in all stories of a folder, unlike a place in one of them."""
_SIGN = re.compile(r"[\\`*_\[\]<&]")
_FIRST = frozenset("#+>-")
Change = tuple[int, int, str]
"""Two offsets, the second exclusive, and what stands there instead."""


def plain(text: str) -> str:
    """Write words on one line of Markdown so that they read as they are."""
    line = " ".join(text.split())
    first = line[:1]
    if first in _FIRST or first.isdecimal() or _SIGN.search(line):
        return _PLAIN.sub(_escaped, line)
    return line


def _escaped(sign: re.Match[str]) -> str:
    if sign["tag"]:
        return "&lt;"
    if sign["named"]:
        return "&amp;"
    return f"{sign['number'] or ''}\\{sign['sign'] or sign['first'] or sign['stop']}"


class Links:
    """Gives addresses for the copies of an edition.

    home:  the way to the top of the site: its whole address, or `../` if nobody has said where it stands
    """

    def __init__(self, edition: Edition, home: str) -> None:
        self._edition = edition
        self._home = home
        self._placed = bool(edition.whereabouts.url)
        self._known: dict[str, str] = {}
        self._targets: dict[tuple[str, str], str] = {}
        self._destinations = Destinations(edition)

    def page(self, address: str) -> str:
        """Give the address of a page of the edition."""
        if address not in self._known:
            found = self._edition.permalink(address)
            self._known[address] = found if self._placed else self._home + found
        return self._known[address]

    def file(self, path: str) -> str:
        """Give the address of a file, which is seen from the top of the site."""
        found = self._edition.whereabouts.file(path)
        return found if self._placed else self._home + found

    def link(self, words: str, address: str) -> str:
        """Give a link in Markdown."""
        return f"[{plain(words)}]({address})"

    def body(self, story: Story, telling: Telling) -> str:
        """Give the text of a story with links that lead to the same pages; all else is as it was typed."""
        simply = self._simply(story, telling)
        if simply is not None:
            return simply.strip()
        if not _LEADS.search(telling.body):
            return telling.body.strip()
        changes = sorted(_changes(telling.body, self, story, telling))
        pieces, done = list[str](), 0
        for start, end, instead in changes:
            if start >= done:
                pieces += telling.body[done:start], instead
                done = end
        return "".join((*pieces, telling.body[done:])).strip()

    def _simply(self, story: Story, telling: Telling) -> str | None:
        """Give a text in which nobody could mistake what is a link; None for every other one."""
        body = telling.body
        if body.startswith("    ") or any(sign in body for sign in _UNREAD):
            return None
        if not (links := body.count("](")):
            return body
        said, found = _SIMPLE.subn(lambda typed: f"]({self.target(typed[1], story, telling)}", body)
        return said if found == links else None

    def reference(self, typed: str, words: str) -> str:
        """Give what stands for `[[typed|words]]`; words alone if there is no page of it."""
        pointed = CrossReference.read(typed)
        found = referred_to(pointed.address.removeprefix(SCHEME), self._edition)
        if found is None:
            return words or plain(pointed.name)
        said = words or plain(found.title)
        return f"[{said}]({self.page(found.path)}{found.place})"

    def target(self, typed: str, story: Story, telling: Telling) -> str:
        """Give the address that stands for one that was typed in the text of a story."""
        if not _OF_ANY_STORY.match(typed):
            return self._target(typed, story, telling)
        key = telling.path.rpartition("/")[0], typed
        if key not in self._targets:
            self._targets[key] = self._target(typed, story, telling)
        return self._targets[key]

    def _target(self, typed: str, story: Story, telling: Telling) -> str:
        try:
            ahead = self._destinations.of(typed, story, telling)
        except ValueError:
            return typed
        if ahead is None or ahead.from_top:
            return typed
        if ahead.is_page:
            return self.page(ahead.path) + ahead.rest
        return self.file(ahead.path) + quote(ahead.rest, safe="#?=&%+,;:@/!$'()*~-._")


def _changes(body: str, links: Links, story: Story, telling: Telling) -> Iterator[Change]:
    """Give what must be written otherwise: references, targets, addresses in tags, and pauses."""
    places = Places.of(body, 1)
    coded, raw, _ = without_code(body)
    signs = without_escapes(coded)
    found = LinkFinder(body, coded, signs, raw, places).find()
    pointers = find_pointers(body, signs, found, places)
    for pointer, (start, end) in zip(pointers.found, pointers.ranges, strict=True):
        yield start, end, links.reference(unescaped(pointer.target), pointer.words)
    for start, end in pointers.pauses:
        yield start, end + len(body[end:]) - len(body[end:].lstrip("\n")), ""
    for start, end in unused(body, signs, found):
        yield start, end, ""
    for one in found:
        start, end = one.target
        if one.inline or one.image or one.defines:
            yield start, end, links.target(body[start:end], story, telling)
    for tag in _TAG.finditer(coded):
        for typed in _IN_TAG.finditer(coded, *tag.span()):
            start, end = typed.span(1 if typed[1] is not None else 2)
            yield start, end, links.target(body[start:end], story, telling)
