"""Where everything stands in a body of Markdown, without rendering it.

Python-Markdown makes HTML and forgets where it came from. This scan finds what a rule has to point at. It
takes time in proportion to the length of the body, whatever the body holds, and has no errors: any text is
Markdown. Where Python-Markdown could read a place in two ways, the scan reports both: a false alarm can be
answered, what is missed is published.
"""

from __future__ import annotations

from cx_stories.reading.cross_references import find_pointers
from cx_stories.reading.headings import find_headings
from cx_stories.reading.links import Found, LinkFinder
from cx_stories.reading.markup import TagFinder, find_lists
from cx_stories.reading.masking import blank, without_code, without_escapes
from cx_stories.reading.prose_parts import (
    Attribute,
    AttributeList,
    Heading,
    Link,
    Loose,
    Places,
    Pointer,
    Prose,
    Quotation,
    Tag,
    Why,
)
from cx_stories.reading.quotations import count_words, find_quotations

__all__ = [
    "Attribute",
    "AttributeList",
    "Heading",
    "Link",
    "Loose",
    "Places",
    "Pointer",
    "Prose",
    "Quotation",
    "Tag",
    "Why",
    "scan",
]


def scan(body: str, first_line: int) -> Prose:
    """Find links, images, headings, raw HTML and quotations.

    body:        Markdown as typed, lines ended by line feeds
    first_line:  the line of the file on which it begins
    """
    places = Places.of(body, first_line)
    coded, raw, doubt = without_code(body)
    signs = without_escapes(coded)
    found = LinkFinder(body, coded, signs, raw, places).find()
    pointers = find_pointers(body, signs, found, places)
    addresses = {one.covers for one in found}
    finder = TagFinder(coded, places)
    tags = tuple(finder.find(addresses.__contains__)) if "<" in coded else ()
    lists = tuple(find_lists(body, signs, raw, places))
    explicit = {one.value for attributes, _ in lists for one in attributes.attributes if one.name == "id"}
    text = blank(coded, finder.ranges + [one.target for one in found] + pointers.unseen)
    running = blank(text, [one.unseen for one in found] + [within for _, within in lists])
    return Prose(
        links=_links(found, images=False),
        images=_links(found, images=True),
        headings=tuple(find_headings(body, coded, explicit, places)),
        tags=tags,
        attribute_lists=tuple(attributes for attributes, _ in lists),
        quotations=tuple(find_quotations(running, places)),
        text=text,
        words=count_words(running) + sum(not one.words for one in pointers.found),
        places=places,
        doubt=None if doubt == len(body) else places.at(doubt, doubt),
        pointers=tuple(pointers.found),
        loose=tuple(pointers.loose),
        pauses=tuple(places.at(*pause) for pause in pointers.pauses),
    )


def _links(found: list[Found], *, images: bool) -> tuple[Link, ...]:
    return tuple(one.link for one in found if one.image == images)
