"""Which elements were there and which were missed, by verdict and by sector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from cx_stories.model.story import Story
from cx_stories.relations.tallies import NEGATIVE, POSITIVE, gathered
from cx_stories.views.edition import Edition, Label
from cx_stories.views.insights.figure import Figure, basis, sentences
from cx_stories.views.superlatives import Counted, most

ENOUGH = 10
"""From how many stories on a sector is more than single cases."""


@dataclass(frozen=True, slots=True)
class States:
    """In how many stories an element was there, was missed, or is not evidenced."""

    hits: int
    misses: int
    silent: int

    @property
    def parts(self) -> Sequence[tuple[str, int, float, float]]:
        """State, count, start and width of each part of a bar that is 100 wide; empty ones are left out."""
        total, start, parts = self.hits + self.misses + self.silent, 0.0, []
        for state, count in (("hit", self.hits), ("missed", self.misses), ("none", self.silent)):
            width = round(100 * count / total, 2) if total else 0.0
            if count:
                parts.append((state, count, start, width))
            start = round(start + width, 2)
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class Group:
    """Stories that are counted together, by what they have in common."""

    label: Label
    count: int
    states: Sequence[States]


@dataclass(frozen=True, slots=True)
class ByElement:
    """Every element in every group of stories; each group has its states in the order of the elements."""

    elements: Sequence[Label]
    groups: Sequence[Group]


def elements_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the elements by verdict."""
    elements = elements_of(edition)
    by_verdict = gathered(stories, lambda story: (story.polarity,))
    verdicts = edition.library.vocabularies["polarity"].choices
    groups = tuple(
        _group(edition.label("polarity", term.id), by_verdict[term.id], elements)
        for term in verdicts
        if term.id in by_verdict
    )
    if groups and elements:
        yield Figure(
            "cx:elements",
            edition.words.gettext("Which elements were there, and which were missed"),
            "elements",
            ByElement(elements, groups),
            sentences(*_findings(by_verdict.get(POSITIVE, ()), by_verdict.get(NEGATIVE, ()), edition)),
            basis(sum(group.count for group in groups), len(stories), edition),
        )


def sectors_figure(stories: Sequence[Story], edition: Edition) -> Iterator[Figure]:
    """Give the elements by sector, the sector with most stories first."""
    elements = elements_of(edition)
    by_sector = gathered(stories, lambda story: (story.sector,) if story.sector else ())
    groups = sorted(
        (
            _group(edition.label("sectors", term.id), by_sector[term.id], elements)
            for term in edition.library.vocabularies["sectors"].choices
            if term.id in by_sector
        ),
        key=lambda group: -group.count,
    )
    if not groups or not elements:
        return
    total = sum(group.count for group in groups)
    yield Figure(
        "cx:sectors",
        edition.words.gettext("Elements by sector"),
        "sectors",
        ByElement(elements, tuple(groups)),
        sentences(*_about_sectors(groups, total, edition)),
        basis(total, len(stories), edition),
    )


def _about_sectors(groups: Sequence[Group], total: int, edition: Edition) -> Iterator[str]:
    words = edition.words
    yield most(
        ((group.label, group.count) for group in groups),
        words.gettext("The sector with most stories is %(name)s: %(count)s of %(total)s."),
        words.gettext("%(tied)s sectors have most stories, %(count)s each: %(listed)s."),
        edition,
        total=total,
    )
    if groups[0].count < ENOUGH:
        yield words.gettext("No sector has ten stories yet; a cell tells of single cases, not of a trade.")


def elements_of(edition: Edition) -> Sequence[Label]:
    """Give all elements by name."""
    choices = edition.library.vocabularies["elements"].choices
    return edition.labels("elements", [term.id for term in choices])


def _group(label: Label, stories: Sequence[Story], elements: Sequence[Label]) -> Group:
    hits = Counter(chain.from_iterable(set(story.hits) for story in stories))
    misses = Counter(chain.from_iterable(set(story.misses) for story in stories))
    found = ((hits[element.id], misses[element.id]) for element in elements)
    return Group(
        label,
        len(stories),
        tuple(States(there, missed, len(stories) - there - missed) for there, missed in found),
    )


def states_of(element: str, stories: Sequence[Story]) -> States:
    """Count the stories by what they say of an element."""
    hits = sum(element in story.hits for story in stories)
    misses = sum(element in story.misses for story in stories)
    return States(hits, misses, len(stories) - hits - misses)


def _findings(good: Sequence[Story], bad: Sequence[Story], edition: Edition) -> Iterator[str]:
    elements = elements_of(edition)
    if good:
        yield _there([(one, states_of(one.id, good).hits) for one in elements], len(good), edition)
    if bad:
        yield _missed([(one, states_of(one.id, bad).misses) for one in elements], len(bad), edition)


def _there(counted: Sequence[Counted], total: int, edition: Edition) -> str:
    words = edition.words
    return most(
        counted,
        words.ngettext(
            "%(name)s is the element most often there: in %(count)s of %(total)s positive story.",
            "%(name)s is the element most often there: in %(count)s of %(total)s positive stories.",
            total,
        ),
        words.ngettext(
            "%(names)s are most often there: each in %(count)s of %(total)s positive story.",
            "%(names)s are most often there: each in %(count)s of %(total)s positive stories.",
            total,
        ),
        edition,
        total=total,
    )


def _missed(counted: Sequence[Counted], total: int, edition: Edition) -> str:
    words = edition.words
    said = most(
        counted,
        words.ngettext(
            "%(name)s is the element most often missed: in %(count)s of %(total)s negative story.",
            "%(name)s is the element most often missed: in %(count)s of %(total)s negative stories.",
            total,
        ),
        words.ngettext(
            "%(names)s are most often missed: each in %(count)s of %(total)s negative story.",
            "%(names)s are most often missed: each in %(count)s of %(total)s negative stories.",
            total,
        ),
        edition,
        total=total,
    )
    return said or words.gettext("No negative story says which element was missed.")
