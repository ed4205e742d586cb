"""A figure: what it draws, what it shows in sentences, and on how many stories it rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cx_stories.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Figure:
    """A section of the page.

    id:        its place on the page
    kind:      the template in `templates/insights/` that draws it
    chart:     what that template needs
    findings:  what it shows, a sentence each
    basis:     on how many stories it rests
    """

    id: str
    title: str
    kind: str
    chart: object
    findings: Sequence[str]
    basis: str


def basis(count: int, total: int, edition: Edition) -> str:
    """Say on how many stories a figure rests."""
    if count == total:
        return edition.words.ngettext("Rests on %(num)s story.", "Rests on %(num)s stories.", total) % {
            "num": total
        }
    return edition.words.ngettext(
        "Rests on %(count)s of %(num)s story; the other says nothing about it.",
        "Rests on %(count)s of %(num)s stories; the others say nothing about it.",
        total,
    ) % {"count": count, "num": total}


def sentences(*found: str) -> Sequence[str]:
    """Give the sentences that have something to say."""
    return tuple(sentence for sentence in found if sentence)


def median(numbers: Iterable[int]) -> float:
    """Give the middle of some numbers, the mean of the two in the middle if there is no one; 0 for none."""
    ranked = sorted(numbers)
    if not ranked:
        return 0
    return (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) / 2
