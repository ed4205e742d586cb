"""CX501: a story that no other page leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.destinations import Destinations, address_of
from cx_stories.checks.pointing import mentions_in_text
from cx_stories.checks.ten_stories import ten_stories
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind

_LEADING = ("pair", "related")


def _find(abstract: Abstract, _: CollectionContext) -> Iterator[Fault]:
    yield Fault(
        abstract.opening,
        "No other page leads to this story but the lists of all stories. This is for the editors: name "
        "it under `related:` in a story that readers may come from, link to it, or give it a `series:` "
        "or a `teller:` with more stories.",
    )


def _among(context: CollectionContext) -> Iterable[Abstract]:
    if not context.large:
        return ()
    led_to = context.once(_led_to)
    return [story for story in context.stories if story.id not in led_to]


def _led_to(context: CollectionContext) -> frozenset[str]:
    """Give the ids of the stories that a reader of another page can come upon."""
    found = {story.id for story in context.stories if _on_a_shelf(story, context.once(_tellers))}
    for abstract in context.abstracts:
        if abstract.published or (abstract.readable and abstract.kind is not Kind.STORY):
            found.update(_leads(abstract, context))
    return frozenset(found)


def _on_a_shelf(story: Abstract, tellers: Mapping[str, int]) -> bool:
    teller = story.mentioned("teller")
    return story.mentioned("series") is not None or (teller is not None and tellers[teller.text] > 1)


def _tellers(context: CollectionContext) -> Mapping[str, int]:
    """Count the stories of each teller."""
    named = (story.mentioned("teller") for story in context.stories)
    return Counter(mention.text for mention in named if mention)


def _leads(abstract: Abstract, context: CollectionContext) -> Iterator[str]:
    """Give the other stories that one page names or links to."""
    for mention in abstract.mentions:
        if mention.field in _LEADING and mention.text != abstract.id:
            yield mention.text
    for mention in mentions_in_text(abstract) if abstract.pointers else ():
        if mention.kind is Kind.STORY and (mention.kind, mention.text) != (abstract.kind, abstract.id):
            yield mention.text
    for way in abstract.ways:
        other = None if way.picture else _linked(way.target, abstract, context.once(Destinations))
        if other and other.kind is Kind.STORY and (other.kind, other.id) != (abstract.kind, abstract.id):
            yield other.id


def _linked(typed: str, abstract: Abstract, targets: Destinations) -> Abstract | None:
    try:
        address = address_of(typed)
    except ValueError:
        return None
    found = targets.find(abstract, address.path, abstract.language) if address and address.path else None
    return found.abstract if found else None


ORPHAN_STORY = CollectionCheck(
    code="CX501",
    name="orphan-story",
    severity=Severity.INFO,
    summary="Some other page leads to every story: another story, a series, its teller or a link.",
    why="Readers go from story to story; one that nothing leads to is found by whoever looks for it only.",
    good=ten_stories(),
    bad=ten_stories(first="title: Refund in one call\n"),
    find=_find,
    among=_among,
)
