"""CX308: a story that is nearly the same as another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.duplicates import near_duplicates
from cx_stories.model.diagnostic import Severity


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    other = context.once(_twins)[abstract.path]
    yield Fault(
        abstract.opening,
        f"The text is nearly the same as that of {other}. Make one story of the two, or tell what is "
        "different about this one.",
    )


def _among(context: CollectionContext) -> Iterable[Abstract]:
    return [context.by_path[path] for path in context.once(_twins)]


def _twins(context: CollectionContext) -> Mapping[str, str]:
    """What is retired may live on in another story."""
    return near_duplicates(one for one in context.abstracts if one.status != "retired")


_TEXT = (
    "She rang at nine. The blue coat was a size too small, and she had read the rules: send it back, wait "
    "two weeks, hope.\n\nThe woman on the phone asked one question. At four minutes past nine she had her "
    "money back, and the coat could go to her sister, who had wanted it all along and wore it on the ferry "
    "to the island that same weekend, in the first cold wind of the autumn.\n"
)
_OTHER = (
    "The kettle broke on a Sunday. He wrote to the maker and expected a form with twenty boxes, but a man "
    "called Joris wrote back within the hour, asked for a picture of the lid and sent a new one by the "
    "Monday post. The lid came with a card on which somebody had drawn the old kettle, smiling, in its "
    "second youth, and he put the card above the stove.\n"
)

NEAR_DUPLICATE = CollectionCheck(
    code="CX308",
    name="near-duplicate",
    severity=Severity.WARNING,
    summary="No two stories tell the same in nearly the same words.",
    why="Readers think they have been here before, and the experience counts twice in every number.",
    good={
        "stories/coat.md": f"title: The coat\n---\n{_TEXT}",
        "stories/kettle.md": f"title: The kettle\n---\n{_OTHER}",
    },
    bad={
        "stories/coat.md": f"title: The coat\n---\n{_TEXT}",
        "stories/jacket.md": f"title: The jacket\n---\n{_TEXT.replace('coat', 'jacket')}",
    },
    find=_find,
    among=_among,
)
