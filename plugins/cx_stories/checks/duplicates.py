"""Texts that are nearly the same, found without comparing all with all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.sketch import likeness

ALIKE = 0.5
"""From which part of their runs of words in common two texts are nearly the same."""
TRIED = 12
"""How many numbers of a sketch are looked up: texts that are alike share one of so many almost surely."""
KEPT = 8
"""How many texts are kept under a number, the first: enough of them, however many copies there are."""


def near_duplicates(abstracts: Iterable[Abstract]) -> Mapping[str, str]:
    """Map the path of each text that is nearly the same as an earlier one to the path of that.

    abstracts:  in the order in which one counts as earlier; short texts must be copies of one another
    """
    shelves: dict[tuple[str, int], list[Abstract]] = {}
    copied: dict[tuple[str, int], Abstract] = {}
    found: dict[str, str] = {}
    for abstract, shared in _with_shared_numbers(tuple(abstracts)):
        own = [shelves.setdefault((abstract.language, number), []) for number in shared]
        twin = _original(abstract, copied) if abstract.imprint else _twin(abstract, own)
        if twin:
            found[abstract.path] = twin.path
        for shelf in own:
            if len(shelf) < KEPT:
                shelf.append(abstract)
    return found


def _with_shared_numbers(abstracts: Sequence[Abstract]) -> Iterator[tuple[Abstract, Sequence[int]]]:
    """Give each text with the numbers that others have, too: nearly every number is of one text alone."""
    tried = [abstract.sketch[:TRIED] for abstract in abstracts]
    counted = Counter(chain.from_iterable(tried))
    shared = {number for number, times in counted.items() if times > 1}
    for abstract, numbers in zip(abstracts, tried, strict=True):
        lone = shared.isdisjoint(numbers)
        yield abstract, () if lone else [number for number in numbers if number in shared]


def _original(abstract: Abstract, copied: dict[tuple[str, int], Abstract]) -> Abstract | None:
    """Give the earlier text of which this one is a copy; if there is none, remember it as the original."""
    original = copied.setdefault((abstract.language, abstract.imprint), abstract)
    return original if original.id != abstract.id else None


def _twin(abstract: Abstract, shelves: Iterable[list[Abstract]]) -> Abstract | None:
    """Give the text most like this one among those that share a number with it; of equals the first."""
    others = {other.path: other for other in chain.from_iterable(shelves) if other.id != abstract.id}
    scores = {path: likeness(abstract.sketch, other.sketch) for path, other in others.items()}
    best = min(scores, key=lambda path: (-scores[path], path), default="")
    return others[best] if best and scores[best] >= ALIKE else None
