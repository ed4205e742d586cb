"""The page of a stage: its stories by channel, what was felt there, and what to learn from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from cx_stories.model.story import Story
from cx_stories.relations.tallies import Tally, tally
from cx_stories.views import addresses
from cx_stories.views.charts import Twin, bars_of, most_first
from cx_stories.views.edition import Card, Edition, Label, Unwritten
from cx_stories.views.inviting import invitation
from cx_stories.views.journey.route import Route
from cx_stories.views.page import Page
from cx_stories.vocabulary.vocabulary import said_in

Sides = tuple[Label | None, Label | None]
"""The stages before and after a stage."""
SHOWN = 5
"""How many stories of a channel the page of a stage names."""


@dataclass(frozen=True, slots=True)
class ByChannel:
    """The newest stories of a stage through one channel; `channel` leads to all of them.

    channel:  None for the stories that name no channel
    """

    channel: Label | None
    tally: Tally
    cards: Sequence[Card]


def stage_pages(route: Route) -> Iterator[Page]:
    """Give a page for every stage, whether anything happened there or not.

    One that is no longer to be used, and that no story has, is not on the map; its page stands alone.
    """
    stages = route.stages
    yield from (_page(stage, (None, None), route) for stage in route.unmapped)
    for index, stage in enumerate(stages):
        before = stages[index - 1] if index else None
        after = stages[index + 1] if index + 1 < len(stages) else None
        yield _page(stage, (before, after), route)


def _page(stage: Label, sides: Sides, route: Route) -> Page:
    edition = route.edition
    term = edition.library.term("stages", stage.id)
    definition = said_in(term.definition, edition.language) if term else ""
    title = edition.words.gettext("%(stage)s, by channel") % {"stage": stage.text}
    unwritten, address = Unwritten(title, menu=stage.text, summary=definition), addresses.stage(stage.id)
    return edition.page(address, "journey/stage.html", partial(_context, stage, sides, route), unwritten)


def _context(stage: Label, sides: Sides, route: Route) -> Mapping[str, object]:
    edition, stories = route.edition, route.at.get(stage.id, ())
    term = edition.library.term("stages", stage.id)
    rows = tuple(_by_channel(stage, route))
    used = {row.channel.id for row in rows if row.channel}
    return {
        "stage": stage,
        "phase": edition.label("stages", term.broader).text if term and term.broader else "",
        "tally": tally(stories),
        "rows": rows,
        "gaps": tuple(channel for channel in route.channels if channel.id not in used),
        "emotions": _emotions(stage.id, stories, edition),
        "lessons": addresses.lessons_by_stage(stage.id) if _teaches(stories, edition) else "",
        "invite": invitation(edition),
        "all_stories": edition.label("stages", stage.id).path,
        "before": sides[0],
        "after": sides[1],
    }


def _by_channel(stage: Label, route: Route) -> Iterator[ByChannel]:
    """Give the channels of a stage that have stories, in their order, and then the stories without one."""
    for channel in route.channels:
        found = route.crossings.get((stage.id, channel.id), ())
        if found:
            label = Label(channel.id, channel.text, addresses.crossing(stage.id, channel.id))
            yield ByChannel(label, tally(found), route.edition.cards(found[:SHOWN]))
    without = [story for story in route.at.get(stage.id, ()) if not story.channels]
    if without:
        yield ByChannel(None, tally(without), route.edition.cards(without[:SHOWN]))


def _emotions(stage: str, stories: Sequence[Story], edition: Edition) -> Twin:
    name = said_in(edition.library.vocabularies["emotions"].label_one, edition.language)
    rows = most_first(bars_of("emotions", lambda story: story.emotions, stories, edition))
    return Twin(name, rows, "emotion", {"stage": stage})


def _teaches(stories: Sequence[Story], edition: Edition) -> bool:
    return any(story.told_in(edition.language).lessons for story in stories)
