"""CX210: a link that leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from cx_stories.checks.abstract import Abstract, Way
from cx_stories.checks.arriving import hidden, reader_of, without_place
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Address, Destination, Destinations, address_of
from cx_stories.checks.fixes import retyped
from cx_stories.checks.meant import Guesses, Meant
from cx_stories.checks.pointing import faults_between_brackets
from cx_stories.model.diagnostic import Severity

_FROM_HERE = "a link begins at the file it stands in"
_OF_A_PAGE = "this is the address of a page, and a link names its file"
_RENAMED = "the story has another name now"
_LEFT_OUT = "`exclude_docs:` or `draft_docs:`"


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for way in abstract.ways:
        if not way.picture:
            yield from _faults(way, abstract, context)
    if abstract.pointers or abstract.loose:
        yield from faults_between_brackets(abstract, context)


def _among(context: CollectionContext) -> Iterable[Abstract]:
    return [one for one in context.abstracts if one.ways or one.pointers or one.loose]


def _faults(way: Way, abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    try:
        address = address_of(way.target)
    except ValueError:
        words = "cannot be read as an address. Look for a bracket too many, or write the link anew."
        yield Fault(way.span, f'"{way.target}" {words}')
        return
    if not way.target.strip():
        yield Fault(
            way.span, "This link has no address. Write the name of a file between the round brackets."
        )
    elif address and address.path:
        yield from _leading_elsewhere(way, address, abstract, context)
    elif address and address.anchor:
        yield from without_place(way, address.anchor, Destination("", abstract, page=True), "", context)


def _leading_elsewhere(
    way: Way, address: Address, abstract: Abstract, context: CollectionContext
) -> Iterator[Fault]:
    targets = context.once(Destinations)
    for language in targets.shown_in(abstract):
        target = None if address.from_top else targets.find(abstract, address.path, language)
        if target is None:
            faults = [_nowhere(way, address, abstract, context)]
        elif why := hidden(target, abstract):
            faults = [Fault(way.span, f'"{way.target}" leads to {target.source}, which {why}')]
        elif address.anchor:
            reader = reader_of(language, abstract)
            faults = list(without_place(way, address.anchor, target, reader, context))
        else:
            continue
        if faults:
            yield from faults
            return


def _nowhere(way: Way, address: Address, abstract: Abstract, context: CollectionContext) -> Fault:
    meant = context.once(Guesses).page(abstract, address)
    if meant and meant.sure:
        why = _RENAMED if meant.renamed else _slip(address, meant)
        words = f"leads nowhere: {why}. Write `{meant.typed}`."
    else:
        words, cure, known = _loss(address, abstract, context)
        meant = None if known else meant
        words += f" Did you mean `{meant.typed}`?" if meant else f" {cure}"
    fix = retyped(way.span, way.target, meant.typed, safe=meant.sure) if meant else None
    return Fault(way.span, f'"{way.target}" {words}', fix)


def _loss(address: Address, abstract: Abstract, context: CollectionContext) -> tuple[str, str, bool]:
    """Say what is wrong with an address of which it is not clear what it was meant to be, and the cure.

    Returns  also whether that is known so well that no guess is needed
    """
    folder = posixpath.dirname(abstract.path)
    wanted = posixpath.normpath(posixpath.join(folder, address.path))
    first = context.once(_folders).get(wanted)
    if address.from_top:
        cure = "Write the way from this file to the other, such as `../stories/refund.md`."
        return f"leads nowhere: {_FROM_HERE}.", cure, False
    if address.path.casefold().startswith("www."):
        return "is no file of this site.", f"Write `https://{address.path}` for a page on the web.", True
    if wanted.startswith(".."):
        cure = "Put the file in that folder, or take the link out."
        return "leads out of the folder that is published.", cure, False
    if context.left_out(wanted):
        cure = "Take the link out, or ask for the file to be published."
        return f"leads to a file that the site leaves out, by {_LEFT_OUT} in mkdocs.yml.", cure, False
    if first:
        cure = f"Name a file in it, such as `{posixpath.relpath(first, folder or '.')}`."
        return "leads to a folder.", cure, True
    return (*_missing(address, wanted), False)


def _missing(address: Address, wanted: str) -> tuple[str, str]:
    if address.path.endswith("/"):
        cure = "Write the name of that file, such as `../stories/refund.md`."
        return f"leads nowhere: {_OF_A_PAGE}.", cure
    cure = "Look at its name and its folder, or take the link out."
    return f"leads nowhere: there is no file {wanted}.", cure


def _slip(address: Address, meant: Meant) -> str:
    """Say what is wrong with an address of which it is clear what it was meant to be."""
    name, wanted = posixpath.basename(address.path), posixpath.basename(meant.target.source)
    if address.from_top or name == wanted:
        return _FROM_HERE
    if "\\" in address.path:
        return 'folders are divided by "/"'
    if name.casefold() == wanted.casefold():
        return "capitals count"
    if name.casefold().startswith(wanted.casefold().removesuffix("md")):
        return "a link names no language, and every reader is led to their own"
    if name.casefold().endswith(".md"):
        return "the text of that page is in another file"
    return _OF_A_PAGE if address.path.endswith(("/", ".html", ".")) else "the ending is missing"


def _folders(context: CollectionContext) -> Mapping[str, str]:
    """Map each folder to the first file in it that a link may name."""
    folders: dict[str, str] = {}
    for source in sorted(context.once(Destinations).by_source):
        folder = posixpath.dirname(source)
        while folder:
            folders.setdefault(folder, source)
            folder = posixpath.dirname(folder)
    return folders


BROKEN_LINK = CollectionCheck(
    code="CX210",
    name="broken-link",
    severity=Severity.ERROR,
    summary="Every link in a text leads to a page or file of the site.",
    why="A reader who follows a link that is broken is lost, and so is what the link was to explain.",
    good={
        "people/mina.md": "---\ntitle: Mina\n---\nShe told of [a refund](../stories/refund.md).\n",
        "stories/refund.md": "title: Refund in one call\n",
    },
    bad={
        "people/mina.md": "---\ntitle: Mina\n---\nShe told of [a refund](../stories/refund/).\n",
        "stories/refund.md": "title: Refund in one call\n",
    },
    mended=Mended.EITHER,
    find=_find,
    among=_among,
)
