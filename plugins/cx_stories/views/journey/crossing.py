"""The stories of one stage through one channel, and the ways on through the matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cx_stories.model.story import Story
from cx_stories.relations.tallies import tally
from cx_stories.views import addresses
from cx_stories.views.edition import Label, Unwritten
from cx_stories.views.journey.route import Route
from cx_stories.views.lists import LINES, Pager, foremost, pagers, portion
from cx_stories.views.page import Page


@dataclass(frozen=True, slots=True)
class Ways:
    """The nearest crossings with stories: stages before and after, channels to the left and the right."""

    before: Label | None
    after: Label | None
    left: Label | None
    right: Label | None


def crossing_pages(route: Route) -> Iterator[Page]:
    """Give the pages of every stage and channel that have a story in common."""
    for stage in route.stages:
        for channel in route.channels:
            stories = route.crossings.get((stage.id, channel.id))
            if stories:
                yield from _pages(stage, channel, stories, route)


def _pages(stage: Label, channel: Label, stories: Sequence[Story], route: Route) -> Iterator[Page]:
    edition, address = route.edition, addresses.crossing(stage.id, channel.id)
    title = edition.words.gettext("%(stage)s: %(channel)s") % {"stage": stage.text, "channel": channel.inline}
    for pager in pagers(address, len(stories), LINES):
        context = partial(_context, stage, channel, pager, route)
        page = edition.page(address, "journey/crossing.html", context, Unwritten(title), pager.number)
        yield replace(page, group="", made_of=partial(_made_of, stage, channel, pager, route))


def _context(stage: Label, channel: Label, pager: Pager, route: Route) -> Mapping[str, object]:
    cards, compact = _shown(stage, channel, pager, route)
    return {
        "stage": stage,
        "channel": channel,
        "tally": tally(route.crossings[stage.id, channel.id]),
        "ways": _ways(stage, channel, route),
        "cards": route.edition.cards(cards),
        "compact": route.edition.cards(compact),
        "pager": pager,
    }


def _shown(
    stage: Label, channel: Label, pager: Pager, route: Route
) -> tuple[Sequence[Story], Sequence[Story]]:
    """Give the stories of a page: some as cards, some as lines."""
    stories = route.crossings[stage.id, channel.id]
    shown = foremost(stories)
    compact = portion(stories, pager) if len(stories) > len(shown) else ()
    return shown if pager.number == 1 else (), compact


def _made_of(
    stage: Label, channel: Label, pager: Pager, route: Route, facts: Callable[[str], bytes]
) -> object:
    """Give what the values of a page are made of: the stories it shows, their count, the ways on."""
    shown = [[facts(story.id) for story in some] for some in _shown(stage, channel, pager, route)]
    return shown, tally(route.crossings[stage.id, channel.id]), _ways(stage, channel, route)


def _ways(stage: Label, channel: Label, route: Route) -> Ways:
    """Give the nearest crossings with stories: another stage through this channel, another channel here."""
    stages, channels = route.stages, route.channels
    here = [one.id for one in stages].index(stage.id)
    there = [one.id for one in channels].index(channel.id)

    def at(other: Label) -> Label | None:
        return _way((other.id, channel.id), other, route)

    def through(other: Label) -> Label | None:
        return _way((stage.id, other.id), other, route)

    return Ways(
        before=_nearest(stages[:here][::-1], at),
        after=_nearest(stages[here + 1 :], at),
        left=_nearest(channels[:there][::-1], through),
        right=_nearest(channels[there + 1 :], through),
    )


def _nearest(labels: Sequence[Label], way: Callable[[Label], Label | None]) -> Label | None:
    return next(filter(None, map(way, labels)), None)


def _way(key: tuple[str, str], label: Label, route: Route) -> Label | None:
    """Give a crossing by the name of what is different there; None if it has no story."""
    if key not in route.crossings:
        return None
    return Label(label.id, label.text, addresses.crossing(*key))
