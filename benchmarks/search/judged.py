"""Whether a search finds the right story, by what somebody judged who had read them all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

QUERIES = Path(__file__).with_name("queries.csv")
FIRST = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types.

    stories:  the ids of the stories that are right answers
    aside:    whether it was kept out of sight while our search was tuned
    """

    language: str
    text: str
    stories: frozenset[str]
    aside: bool


@dataclass(frozen=True, slots=True)
class Rightness:
    """How well a search answered, each from 0 to 1.

    reciprocal:  one divided by the place of the first right story, on average: 1 where it always comes first
    first:       the part of the queries with a right story among the first three
    queries:     how many queries there were
    """

    reciprocal: float
    first: float
    queries: int


def queries(path: Path = QUERIES) -> Sequence[Query]:
    """Read the queries, in their order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Query(row["language"], row["query"], frozenset(row["stories"].split()), row["aside"] == "yes")
            for row in csv.DictReader(file)
        ]


def rightness(asked: Iterable[Query], answers: Mapping[str, Sequence[str]]) -> Rightness:
    """Judge answers: the stories by query, best first."""
    places = [_place(query, answers[query.text]) for query in asked]
    return Rightness(
        reciprocal=fmean(1 / place if place else 0 for place in places),
        first=fmean(0 < place <= FIRST for place in places),
        queries=len(places),
    )


def _place(query: Query, found: Sequence[str]) -> int:
    """Give the place of the first right story; 0 if there is none."""
    return next((place for place, story in enumerate(found, 1) if story in query.stories), 0)
