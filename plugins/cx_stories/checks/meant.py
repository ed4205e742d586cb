"""What a link or picture that leads nowhere was meant to lead to."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Address, Destination, Destinations, source_of
from cx_stories.checks.other_names import old_ids
from cx_stories.checks.typed import closest
from cx_stories.model.document import SHELVES, Kind

NEIGHBOURS = 40
"""How many names on either side are looked at: enough for a slip, and few however long the list is."""
ALIKE = 0.7
"""How much a name must have in common with what was typed: "draft" is no slip for "data"."""
_SIGNS = re.compile(r"[ ()<>\"]")
_OLD_ENDING = re.compile(r"(?:\.[a-z]{2,3}(?:-[a-z]+)?)?(?:\.md|\.html?|/)?\Z", re.IGNORECASE)
"""What follows the name of a story: of a file with or without its language, or of a page."""
_PAGE = re.compile(r"(?:/index)?\.(?:html?|md)$|/$")


class Names:
    """Destinations by the names of their files, where the closest is found without reading them all."""

    def __init__(self, targets: Iterable[Destination]) -> None:
        self._targets = {_name(target.source): target for target in targets}
        self._targets.pop("index", None)
        self._sorted = sorted(self._targets)
        self._reversed = sorted(name[::-1] for name in self._sorted)

    def closest(self, path: str) -> Destination | None:
        """Give the target whose name begins or ends much like the last part of a path."""
        typed = _name(path.replace("\\", "/").rstrip("/"))
        backwards = (name[::-1] for name in _around(self._reversed, typed[::-1]))
        near = sorted({*_around(self._sorted, typed), *backwards})
        return self._targets.get(typed) or self._targets.get(closest(typed, near, ALIKE))


def _name(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md").casefold()


def _around(names: Sequence[str], typed: str) -> Sequence[str]:
    at = bisect_left(names, typed)
    return names[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]


@dataclass(frozen=True, slots=True)
class Meant:
    """What to type instead: the way from one file to another.

    sure:     whether it can be nothing else; otherwise it is a guess
    renamed:  whether a story is meant that had another name
    """

    typed: str
    target: Destination
    sure: bool
    renamed: bool = False


class Guesses:
    """What the links of a collection may have been meant to lead to."""

    def __init__(self, context: CollectionContext) -> None:
        self._targets = context.once(Destinations)
        self._abstracts = context.abstracts
        self._shown = [target for target in self._targets.by_source.values() if _may_be_shown(target)]
        self._languages = context.languages[1:]
        self._old_ids = context.once(old_ids)

    def page(self, abstract: Abstract, address: Address) -> Meant | None:
        """Give the file that a link was meant to name."""
        folders = (posixpath.dirname(abstract.path), abstract.page, "")
        sure = next(self._sure(folders, address.path), None)
        renamed = None if sure else self._renamed(folders[0], address.path)
        if renamed:
            return _meant(folders[0], renamed, address, sure=True, renamed=True)
        return _meant(folders[0], sure or self._pages_by_name.closest(address.path), address, bool(sure))

    def _renamed(self, folder: str, path: str) -> Destination | None:
        """Give the story that had the name of the file that a link names."""
        wanted = posixpath.normpath(posixpath.join(folder, path.replace("\\", "/"))).lstrip("/")
        shelf, name = posixpath.split(self._without_language(_OLD_ENDING.sub("", wanted)))
        story = self._old_ids.get(name) if shelf.split("/")[0] == SHELVES[Kind.STORY] else None
        target = self._targets.by_page.get(f"{SHELVES[Kind.STORY]}/{story}") if story else None
        return target if target and _may_be_shown(target) else None

    def picture(self, folder: str, address: Address) -> Meant | None:
        """Give the file of a picture that was meant, seen from a folder."""
        found = self._sure((folder, ""), address.path)
        sure = next((one for one in found if not one.page), None)
        return _meant(folder, sure or self._files_by_name.closest(address.path), address, bool(sure))

    def _sure(self, folders: Sequence[str], path: str) -> Iterator[Destination]:
        """Give the targets that are named in another way than a link names them."""
        path = path.replace("\\", "/")
        page = _PAGE.sub("", path)
        for folder in [""] if path.startswith("/") else folders:
            named = [posixpath.normpath(posixpath.join(folder, one.lstrip("/"))) for one in (path, page)]
            for name in [*named, *map(self._without_language, named)]:
                for index in (self._folded, self._folded_pages):
                    if found := index.get(name.casefold()):
                        yield found

    def _without_language(self, path: str) -> str:
        for language in self._languages:
            path = path.removeprefix(f"{language}/")
        return path

    @cached_property
    def _folded(self) -> Mapping[str, Destination]:
        """By every name of a file: that of a translation leads to the page that all languages share."""
        known = {target.source: target for target in self._shown}
        named = {source.casefold(): target for source, target in known.items()}
        for abstract in self._abstracts:
            target = known.get(source_of(abstract))
            if target and abstract.markdown:
                named.setdefault(abstract.path.casefold(), target)
        return named

    @cached_property
    def _folded_pages(self) -> Mapping[str, Destination]:
        pages = self._targets.by_page.items()
        return {page.casefold() or ".": target for page, target in pages if _may_be_shown(target)}

    @cached_property
    def _pages_by_name(self) -> Names:
        return Names(self._shown)

    @cached_property
    def _files_by_name(self) -> Names:
        return Names(target for target in self._shown if not target.page)


def _may_be_shown(target: Destination) -> bool:
    one = target.abstract
    return one is None or not one.readable or one.status in ("published", "")


def _meant(
    folder: str, target: Destination | None, address: Address, sure: bool, renamed: bool = False
) -> Meant | None:
    if target is None:
        return None
    way = posixpath.relpath(target.source, folder or ".")
    typed = _SIGNS.sub(lambda sign: f"%{ord(sign[0]):02X}", way)
    return Meant(typed + address.rest, target, sure, renamed)
