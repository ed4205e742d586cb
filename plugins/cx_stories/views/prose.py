"""Prose as HTML, before it is known where its page stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from cx_stories.checks.rendered import Lost


class Left(Struct, frozen=True, gc=False):
    """A text that is left to MkDocs, and what will be taken out of its HTML, because no page may have it."""

    lost: Sequence[Lost]


class Converted(Struct, frozen=True, gc=False, array_like=True):
    """A text as HTML whose links are still as they were typed.

    parts:     the HTML, parted where the address of a link or a picture belongs
    targets:   these addresses as typed, one fewer than there are parts
    headings:  the main headings in it: their text as HTML, and their place
    places:    the ids in it that a link may lead to
    lost:      what was taken out, because no page may have it
    """

    parts: tuple[str, ...]
    targets: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    places: frozenset[str] = frozenset()
    lost: tuple[Lost, ...] = ()

    def completed(self, address: Callable[[str], str]) -> str:
        """Give the HTML with the addresses that this gives for what was typed, in the order typed."""
        if not self.targets:
            return self.parts[0]
        return "".join(self._pieces(address))

    def _pieces(self, address: Callable[[str], str]) -> Iterator[str]:
        yield self.parts[0]
        for target, part in zip(self.targets, self.parts[1:], strict=True):
            yield address(target)
            yield part
