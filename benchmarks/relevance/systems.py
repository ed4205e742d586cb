"""What is compared: ways to find five stories that go well with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.relations.pairing import partners
from cx_stories.relations.related import related

SHOWN = 5
_ONE = ("polarity", "sector", "incident", "recovery", "provenance")
_MANY = ("hits", "misses", "stages", "channels", "touchpoints", "senses", "emotions", "outcomes")
_KEYWORDS, _DATE, _THRESHOLD = 100, 10, 80
"""Hugo's default configuration: the weights of its two indices, and the least a match has to weigh."""

System = Callable[[Library], Mapping[str, Sequence[str]]]
"""Gives for each story, by id, the others to show beside it, best first."""


def ours(library: Library) -> Mapping[str, Sequence[str]]:
    """Give what the stories of a site show."""
    return {story: [kin.story for kin in kinships[:SHOWN]] for story, kinships in related(library).items()}


def tags_in_common(library: Library) -> Mapping[str, Sequence[str]]:
    """Count the tags that two pages share, as with Material's plugin `tags`; the newer first among equals."""
    tags = {story.id: tags_of(story) for story in library.stories}
    return {
        story.id: _first(
            library, story, ((len(tags[story.id] & tags[other.id]), other) for other in library.stories)
        )
        for story in library.stories
    }


def hugo(library: Library) -> Mapping[str, Sequence[str]]:
    """Rank as Hugo does by default, which leaves out what is newer than the page.

    Tags are taken for its keywords; the index of dates goes by the year.
    Source:  https://gohugo.io/content-management/related-content/ and its `related/inverted_index.go`
    """
    return {story.id: _hugo(library, story, newer=False) for story in library.stories}


def hugo_with_newer(library: Library) -> Mapping[str, Sequence[str]]:
    """Rank as Hugo does with `includeNewer`, which its default leaves off."""
    return {story.id: _hugo(library, story, newer=True) for story in library.stories}


SYSTEMS: Mapping[str, System] = {
    "ours": ours,
    "tags in common": tags_in_common,
    "Hugo, by default": hugo,
    "Hugo, newer ones too": hugo_with_newer,
}


def tags_of(story: Story) -> frozenset[str]:
    """Give all terms of a story as tags, and the names of the lessons it shares with others."""
    one = [f"{name}: {getattr(story, name)}" for name in _ONE if getattr(story, name)]
    many = [f"{name}: {term}" for name in _MANY for term in getattr(story, name)]
    return frozenset([*one, *many, *(f"lesson: {shared.lesson}" for shared in story.shared)])


def _hugo(library: Library, story: Story, *, newer: bool) -> Sequence[str]:
    ranked = []
    for other in library.stories:
        if not newer and (other.date or date.max) > (story.date or date.max):
            continue
        keywords = len(tags_of(story) & tags_of(other))
        years = int((story.date or date.max).year == (other.date or date.max).year)
        weight, matches = _KEYWORDS * keywords + _DATE * years, keywords + years
        if matches and weight // matches >= _THRESHOLD // matches:
            ranked.append((weight, other))
    return _first(library, story, ranked)


def _first(library: Library, story: Story, ranked: Iterable[tuple[int, Story]]) -> Sequence[str]:
    """Give the first to show; the story told together with this one is shown apart, so nobody may name it."""
    apart = {story.id, partners(library).get(story.id)}
    found = [(-weight, _age(other), other.id) for weight, other in ranked if weight and other.id not in apart]
    return [identity for _, _, identity in sorted(found)[:SHOWN]]


def _age(story: Story) -> int:
    return -(story.date or date.max).toordinal()
