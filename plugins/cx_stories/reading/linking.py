"""The links of a body that may lead to another page of the site, without the rest of a scan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cx_stories.reading.cross_references import find_pointers
from cx_stories.reading.links import Found, LinkFinder
from cx_stories.reading.masking import Range, without_code, without_escapes
from cx_stories.reading.prose_parts import Places

_USE = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\s?\[([^\[\]]*)\])?(?![(:])")


class Linking(Struct, frozen=True, gc=False, array_like=True):
    """A link.

    target:    as typed
    words:     as typed, in Markdown; nothing where the title of the target is shown
    within:    where all of it stands, as offsets
    pointing:  whether it stands in two square brackets
    """

    target: str
    words: str
    within: Range
    pointing: bool = False


def linkings(body: str) -> Sequence[Linking]:
    """Give the links of a body, in the order typed."""
    if "](" not in body and "[[" not in body and "]:" not in body:
        return ()
    coded, raw, _ = without_code(body)
    signs = without_escapes(coded)
    places = Places((0,), 1)
    found = LinkFinder(body, coded, signs, raw, places).find()
    opened = (one for one in found if one.inline and body.startswith("[", one.whole[0]))
    every = [Linking(one.link.target, one.link.text, one.whole) for one in opened]
    if "]:" in body:
        every += _by_label(signs, found)
    if "[[" in body:
        pointers = find_pointers(body, signs, found, places)
        every += (
            Linking(one.target, one.words, within, pointing=True)
            for one, within in zip(pointers.found, pointers.ranges, strict=True)
        )
    return tuple(sorted(every, key=lambda one: one.within))


def _by_label(signs: str, found: Sequence[Found]) -> Iterator[Linking]:
    """Give the places where the definition of a link is used."""
    targets = {_label(one.link.text): one.link.target for one in found if one.defines}
    for use in _USE.finditer(signs):
        target = targets.get(_label(use[2] or use[1]))
        if target is not None:
            yield Linking(target, use[1], use.span())


def _label(typed: str) -> str:
    return " ".join(typed.casefold().split())
