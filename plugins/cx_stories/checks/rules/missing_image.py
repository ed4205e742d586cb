"""CX211: a picture that is not there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import urlsplit

from cx_stories.checks.abstract import Abstract, Way
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Address, Destinations, address_of
from cx_stories.checks.fixes import retyped
from cx_stories.checks.meant import Guesses
from cx_stories.checks.picture import PICTURE
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import SHELVES, Kind
from cx_stories.reading.pictures import PICTURES

_SHELF = SHELVES[Kind.STORY]
_SHOWN = PICTURES | {".svg"}
"""A drawing is there only if the configuration names it."""
_OTHER_ENDING = f"Save it with one of these endings: {', '.join(sorted(PICTURES))}."


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for way in abstract.ways:
        if way.picture:
            yield from _in_text(way, abstract, context)
    if abstract.image and abstract.base:
        yield from _beside_text(abstract.image, context)


def _in_text(way: Way, abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    try:
        address = address_of(way.target)
    except ValueError:
        words = "cannot be read as an address. Look for a bracket too many, or write it anew."
        yield Fault(way.span, f'"{way.target}" {words}')
        return
    if address is None:
        return
    if not address.path:
        yield Fault(way.span, "This picture has no file. Write its name between the round brackets.")
        return
    target = None
    if not address.from_top:
        target = context.once(Destinations).find(abstract, address.path, abstract.language)
    if target is None:
        yield _missing(way, address, abstract, context)
    elif target.page:
        yield Fault(way.span, f'"{way.target}" is a page and no picture. Take the `!` away for a link.')
    elif target.abstract is None and posixpath.splitext(target.source)[1].lower() not in _SHOWN:
        yield Fault(way.span, f'Browsers do not show "{way.target}". {_OTHER_ENDING}')


def _missing(way: Way, address: Address, abstract: Abstract, context: CollectionContext) -> Fault:
    folder = posixpath.dirname(abstract.path)
    meant = context.once(Guesses).picture(folder, address)
    if meant and meant.sure:
        cure = f"Write `{meant.typed}`; capitals count, and the way begins at this file."
    elif meant:
        cure = f"Did you mean `{meant.typed}`?"
    elif address.from_top:
        cure = "Write the way from this file to the picture, such as `barbecue.jpg`."
    else:
        cure = _cure(posixpath.normpath(posixpath.join(folder, address.path)))
    fix = retyped(way.span, way.target, meant.typed, safe=meant.sure) if meant else None
    return Fault(way.span, f'The picture "{way.target}" is not there. {cure}', fix)


def _beside_text(way: Way, context: CollectionContext) -> Iterator[Fault]:
    """The picture of a story is looked for in stories/, wherever below it the story stands."""
    path = f"{_SHELF}/{way.target}"
    if path in context.files and not path.endswith(".md"):
        return
    elsewhere = bool(urlsplit(way.target).scheme)
    meant = None if elsewhere else context.once(Guesses).picture(_SHELF, Address(way.target))
    here = meant and not meant.typed.startswith("..")
    if elsewhere:
        cure = f"Keep the picture in {_SHELF}/ and write the name of its file."
    elif meant and here:
        cure = f"Did you mean `{meant.target.source.removeprefix(_SHELF + '/')}`?"
    elif meant:
        cure = f"Move {meant.target.source} there, and write its name without a folder."
    else:
        cure = _cure(path)
    fix = retyped(way.span, way.target, meant.typed, safe=False) if meant and here else None
    yield Fault(way.span, f'The picture "{way.target}" is not in {_SHELF}/. {cure}', fix)


def _cure(path: str) -> str:
    """Say where a picture would have to be, or as what it would have to be kept."""
    if path.startswith(".."):
        return "Put the file in the folder that is published, and write the way to it from this file."
    if posixpath.splitext(path)[1].lower() not in PICTURES:
        return _OTHER_ENDING
    return f"Put the file there as {path}, or take the picture out."


MISSING_IMAGE = CollectionCheck(
    code="CX211",
    name="missing-image",
    severity=Severity.ERROR,
    summary="Every picture of a story or page is there.",
    why="In the place of a picture that is not there, readers see a broken frame.",
    good={"stories/example.md": "image: {file: coat.png, alt: A blue coat}\n", "stories/coat.png": PICTURE},
    bad={"stories/example.md": "image: {file: Coat.png, alt: A blue coat}\n", "stories/coat.png": PICTURE},
    mended=Mended.EITHER,
    find=_find,
)
