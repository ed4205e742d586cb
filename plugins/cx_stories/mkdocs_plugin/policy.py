"""The content security policy of a site: what its pages may load, and run.

It is taken from the theme, printed around nothing. No story has a say in it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import urlsplit

NONE, SELF = "'none'", "'self'"
Sources = Mapping[str, frozenset[str]]
OURS: Sources = {
    "default-src": frozenset(),
    "script-src": frozenset({SELF, "'wasm-unsafe-eval'"}),
    "style-src": frozenset({SELF}),
    "img-src": frozenset({SELF}),
    "font-src": frozenset({SELF}),
    "connect-src": frozenset({SELF}),
    "form-action": frozenset({SELF}),
    "base-uri": frozenset(),
    "object-src": frozenset(),
}
"""What our own pages need, also what they load later: the search is WebAssembly, and asks for its index."""
HEADER_ONLY = f"frame-ancestors {NONE}"
"""What a page cannot say of itself, only the server that sends it."""

_LOADS: Mapping[tuple[str, str], Sequence[str]] = {
    ("script", "src"): ("script-src", "connect-src"),
    ("img", "src"): ("img-src",),
    ("iframe", "src"): ("frame-src",),
    ("audio", "src"): ("media-src",),
    ("video", "src"): ("media-src",),
    ("form", "action"): ("form-action",),
}
_LINKED: Mapping[str, Sequence[str]] = {
    "stylesheet": ("style-src", "font-src", "img-src"),
    "icon": ("img-src",),
    "manifest": ("manifest-src",),
    "modulepreload": ("script-src",),
}
"""What comes from another host may fetch from there what belongs to it: fonts, pictures, answers."""
_PRELOADED = {"font": "font-src", "script": "script-src", "style": "style-src", "image": "img-src"}
_RUNS = re.compile(r"(?i)|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma)script")
"""The types of scripts that a browser runs; any other is data."""
_HOST = re.compile(r"https?://[\w.-]+(?::\d+)?", re.ASCII)
_DRAWN = re.compile(r"url\(\s*[\"']?data:image/")


@dataclass(frozen=True, slots=True)
class ContentPolicy:
    """What pages may load, by directive. As a text it is what a page says of itself.

    refused:  what the theme has within its pages, and no policy can allow without allowing it to stories
    """

    sources: Sources = field(default_factory=lambda: OURS)
    refused: Sequence[str] = ()

    def __str__(self) -> str:
        """Give the policy as browsers read it."""
        names = (*OURS, *sorted(set(self.sources) - set(OURS)))
        return "; ".join(f"{name} {_in_order(self.sources[name])}" for name in names)

    @property
    def header(self) -> str:
        """Give what a server sends with every page."""
        return f"{self}; {HEADER_ONLY}"

    def beyond(self, other: ContentPolicy) -> str:
        """Give what this policy allows and another does not, as browsers read it."""
        more = {name: found - other.sources.get(name, frozenset()) for name, found in self.sources.items()}
        return "; ".join(f"{name} {_in_order(found)}" for name, found in sorted(more.items()) if found)

    def allowing(self, directive: str, source: str) -> ContentPolicy:
        """Give a policy that allows one thing more."""
        found = self.sources.get(directive, frozenset())
        return ContentPolicy({**self.sources, directive: found | {source}}, self.refused)


def policy_of(documents: Iterable[str], styles: Iterable[str]) -> ContentPolicy:
    """Give the policy that lets documents of the theme work.

    styles:  the style sheets of the theme; some draw their signs as pictures within themselves
    """
    policy, refused = ContentPolicy(), []
    for document in documents:
        found = _Reader(document)
        refused += found.refused
        for directive, source in found.needs:
            policy = policy.allowing(directive, source)
    if any(_DRAWN.search(style) for style in styles):
        policy = policy.allowing("img-src", "data:")
    return ContentPolicy(policy.sources, tuple(dict.fromkeys(refused)))


def _in_order(sources: Iterable[str]) -> str:
    """Give sources in words: the site itself first."""
    return " ".join(sorted(sources, key=lambda source: (source != SELF, source))) or NONE


class _Reader(HTMLParser):
    """What a document loads, and what programs and styles it has in itself.

    needs:    directive and source
    refused:  attributes that are programs or styles, and addresses that are none
    """

    def __init__(self, document: str) -> None:
        super().__init__()
        self.needs: list[tuple[str, str]] = []
        self.refused: list[str] = []
        self._inside, self._text = "", ""
        self.feed(document.replace("\r\n", "\n"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element loads."""
        values = {name: value or "" for name, value in attrs}
        self.refused += [f"{name}= on <{tag}>" for name in values if name == "style" or name[:2] == "on"]
        for name, value in values.items():
            self._load(value, _LOADS.get((tag, name), ()))
        if tag == "link":
            self._link(values)
        if tag == "style" or (tag == "script" and "src" not in values and _runs(values)):
            self._inside, self._text = tag, ""

    def _link(self, values: Mapping[str, str]) -> None:
        for rel in values.get("rel", "").casefold().split():
            preloaded = [_PRELOADED[kind] for kind in [values.get("as", "")] if kind in _PRELOADED]
            self._load(values.get("href", ""), preloaded if rel == "preload" else _LINKED.get(rel, ()))

    def _load(self, address: str, directives: Sequence[str]) -> None:
        if not directives:
            return
        source = _source(address)
        if source:
            self.needs += [(directive, source) for directive in directives]
        else:
            self.refused.append(f'the address "{address}"')

    def handle_data(self, data: str) -> None:
        """Collect a program or style."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Note a program or style by its sum: a word more or less, and it is another one."""
        if self._inside and tag == self._inside:
            digest = b64encode(sha256(self._text.encode()).digest()).decode()
            self.needs.append((f"{tag}-src", f"'sha256-{digest}'"))
            self._inside = ""


def _runs(values: Mapping[str, str]) -> bool:
    return bool(_RUNS.fullmatch(values.get("type", "").strip()))


def _source(address: str) -> str:
    """Give where an address leads as a policy says it; nothing if it is not one of the web."""
    parts = urlsplit(address.strip())
    if parts.netloc:
        host = f"{parts.scheme or 'https'}://{parts.netloc}"
        return host if _HOST.fullmatch(host) else ""
    if parts.scheme:
        return "data:" if parts.scheme == "data" else ""
    return SELF
