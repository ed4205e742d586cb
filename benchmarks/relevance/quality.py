"""How good five stories are for a reader, by what somebody judged who had read them all."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log2
from pathlib import Path
from statistics import fmean

JUDGED = Path(__file__).with_name("judgements.csv")
SHOWN = 5
VERY = 2
"""The grade of a story that one would lay beside the other in a workshop; 1 is useful, 0 is not."""
Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the answers of a system are, each from 0 to 1.

    useful, very_useful:  the part of five places with a story of grade 1 or 2, of grade 2
    gain:                 normalised discounted cumulative gain: early places count more, a 2 thrice as much
    unjudged:             how many answers nobody has judged; they count as grade 0
    """

    useful: float
    very_useful: float
    gain: float
    unjudged: int


def judgements(path: Path = JUDGED) -> Mapping[Pair, int]:
    """Read the grades of pairs of stories; a grade holds both ways."""
    with path.open(encoding="utf-8", newline="") as file:
        return {frozenset((row["one"], row["other"])): int(row["grade"]) for row in csv.DictReader(file)}


def quality(answers: Mapping[str, Sequence[str]], judged: Mapping[Pair, int]) -> Quality:
    """Judge the answers of a system, by the story that is asked about."""
    pairs = [[frozenset((asked, answer)) for answer in given[:SHOWN]] for asked, given in answers.items()]
    grades = [[judged.get(pair, 0) for pair in row] for row in pairs]
    best = [
        sorted((grade for pair, grade in judged.items() if asked in pair), reverse=True)[:SHOWN]
        for asked in answers
    ]
    return Quality(
        useful=fmean(sum(grade > 0 for grade in row) / SHOWN for row in grades),
        very_useful=fmean(sum(grade >= VERY for grade in row) / SHOWN for row in grades),
        gain=fmean(
            _gain(row) / _gain(most) if any(most) else 1.0 for row, most in zip(grades, best, strict=True)
        ),
        unjudged=sum(pair not in judged for row in pairs for pair in row),
    )


def _gain(grades: Sequence[int]) -> float:
    return fsum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))
