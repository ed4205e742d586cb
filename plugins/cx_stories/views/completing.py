"""The references in a text as HTML get the addresses they have on the page that shows it.

A reference to a story or a term is an `a` whose `href` is `cx:story/ID` or `cx:VOCABULARY/TERM`. It becomes
the address of that page in the same language. With the attribute `data-title` it also gets the title of that
page as its text; the attribute itself is taken out. What there is no page for keeps its words and is no link.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import escape

from cx_stories.model.cross_reference import SCHEME, UNTITLED

Target = tuple[str, str, str]
"""The link to a page, its title, and the language of the title if it is not that of the page around it."""
Resolve = Callable[[str], Target | None]
"""Gives what `story/refund` leads to; None if there is no page of it."""
_LINK = re.compile(
    rf'<a\b(?P<before>[^<>]*) href="{SCHEME}(?P<to>[^"<>]*)"(?P<after>[^<>]*)>(?P<words>.*?)</a>', re.DOTALL
)
_TITLED = re.compile(rf' {UNTITLED}(?:="[^"]*")?')


def complete_references(html: str, resolve: Resolve) -> str:
    """Fill in the references to stories and terms."""
    if f'href="{SCHEME}' not in html:
        return html
    return _LINK.sub(lambda found: _reference(found, resolve), html)


def _reference(found: re.Match[str], resolve: Resolve) -> str:
    before, after = (_TITLED.sub("", found[part]) for part in ("before", "after"))
    titled = (before, after) != (found["before"], found["after"])
    target = resolve(found["to"])
    if target is None:
        return f"<a{before}{after}>{found['words']}</a>"
    link, title, language = target
    spoken = f' lang="{escape(language)}"' if language and titled else ""
    words = escape(title) if titled else found["words"]
    return f'<a{before} href="{escape(link)}"{after}{spoken}>{words}</a>'
