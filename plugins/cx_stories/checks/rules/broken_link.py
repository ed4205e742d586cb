"""CX210: a link that leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from babel import Locale

from cx_stories.checks.abstract import Abstract, Way
from cx_stories.checks.base import CollectionCheck, Fault, Mended
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Address, Destination, Destinations, address_of
from cx_stories.checks.fixes import retyped
from cx_stories.checks.meant import Guesses, Meant
from cx_stories.checks.typed import closest, suggestion
from cx_stories.model.diagnostic import Severity

OWN_SIGN = "cx:"
"""What the anchors begin with that the site's own templates print."""
_FROM_HERE = "a link begins at the file it stands in"
_OF_A_PAGE = "this is the address of a page, and a link names its file"
_LEFT_OUT = "`exclude_docs:` or `draft_docs:`"


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    for way in abstract.ways:
        if not way.picture:
            yield from _faults(way, abstract, context)


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
        yield from _without_place(way, address, Destination("", abstract, page=True), "", context)


def _leading_elsewhere(
    way: Way, address: Address, abstract: Abstract, context: CollectionContext
) -> Iterator[Fault]:
    targets = context.once(Destinations)
    for language in targets.shown_in(abstract):
        target = None if address.from_top else targets.find(abstract, address.path, language)
        if target is None:
            faults = [_nowhere(way, address, abstract, context)]
        elif hidden := _hidden(target, abstract):
            faults = [Fault(way.span, f'"{way.target}" leads to {target.source}, which {hidden}')]
        else:
            faults = list(_without_place(way, address, target, _reader(language, abstract), context))
        if faults:
            yield from faults
            return


def _nowhere(way: Way, address: Address, abstract: Abstract, context: CollectionContext) -> Fault:
    meant = context.once(Guesses).page(abstract, address)
    if meant and meant.sure:
        words = f"leads nowhere: {_slip(address, meant)}. Write `{meant.typed}`."
    else:
        words, cure = _loss(address, abstract, context)
        words += f" Did you mean `{meant.typed}`?" if meant else f" {cure}"
    fix = retyped(way.span, way.target, meant.typed, safe=meant.sure) if meant else None
    return Fault(way.span, f'"{way.target}" {words}', fix)


def _loss(address: Address, abstract: Abstract, context: CollectionContext) -> tuple[str, str]:
    """Say what is wrong with an address of which it is not clear what it was meant to be, and the cure."""
    folder = posixpath.dirname(abstract.path)
    wanted = posixpath.normpath(posixpath.join(folder, address.path))
    first = context.once(_folders).get(wanted)
    if address.from_top:
        cure = "Write the way from this file to the other, such as `../stories/refund.md`."
        return f"leads nowhere: {_FROM_HERE}.", cure
    if address.path.casefold().startswith("www."):
        return "is no file of this site.", f"Write `https://{address.path}` for a page on the web."
    if wanted.startswith(".."):
        cure = "Put the file in that folder, or take the link out."
        return "leads out of the folder that is published.", cure
    if context.left_out(wanted):
        cure = "Take the link out, or ask for the file to be published."
        return f"leads to a file that the site leaves out, by {_LEFT_OUT} in mkdocs.yml.", cure
    if first:
        cure = f"Name a file in it, such as `{posixpath.relpath(first, folder or '.')}`."
        return "leads to a folder.", cure
    return _missing(address, wanted)


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


def _hidden(target: Destination, abstract: Abstract) -> str:
    """Say why readers of a text cannot go where its link leads; nothing if they can."""
    other = target.abstract
    if other is None or not other.readable or other.status in ("published", ""):
        return ""
    if other.status == "retired":
        return "is retired and has no page any more. Take the link out."
    if abstract.status != "published":
        return ""
    what = "is a draft" if other.status == "draft" else "is not published"
    return f"{what} and has no page yet. Take the link out until it has one."


def _without_place(
    way: Way, address: Address, target: Destination, reader: str, context: CollectionContext
) -> Iterator[Fault]:
    places = _places(target, context)
    if not address.anchor or places is None or address.anchor in places:
        return
    page = target.source and way.target[: -len(address.anchor) - 1]
    if address.anchor.startswith(OWN_SIGN):
        cure = f"Write `{page}`" if page else "Name a heading of the text"
        words = f'"#{address.anchor}" belongs to the design of the site and may change. {cure}.'
        yield Fault(way.span, words)
        return
    named = target.abstract.path if target.abstract else target.source
    where = f"{reader}{named} has no place called" if target.source else "This text has no place called"
    cure = suggestion(address.anchor, places) if places else "Leave out what follows the `#`."
    meant = closest(address.anchor, places)
    fix = retyped(way.span, way.target, f"{page}#{meant}", safe=False) if meant else None
    yield Fault(way.span, f'{where} "#{address.anchor}". {cure}', fix)


def _places(target: Destination, context: CollectionContext) -> Sequence[str] | None:
    """Give the anchors of a page; None where nothing is known of them, or where there are no pages."""
    written = target.abstract
    if not target.page or (written and not written.readable):
        return None
    return (*(written.anchors if written else ()), *sorted(context.anchors.get(target.source, ())))


def _reader(language: str, abstract: Abstract) -> str:
    """Say who sees a text in a language that it is not written in."""
    if language == abstract.language:
        return ""
    name = Locale.parse(language, sep="-").english_name
    return f"Readers of {name} see this text too, as it has not been translated, and "


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
)
