"""What a trainer takes from a story into a workshop: where it pauses, how to run it, what to listen for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from cx_stories.model.story import NOT_EVIDENCED, Story
from cx_stories.reading.cross_references import PAUSE as MARK
from cx_stories.views import addresses
from cx_stories.views.edition import Edition, Light
from cx_stories.vocabulary.vocabulary import TELLS_NOTHING

PAUSE_TAG = "cx-pause"
PAUSE = f"<{PAUSE_TAG}></{PAUSE_TAG}>"
"""Stands at the top level of the HTML of a story where it pauses; whoever prints it splits it there."""
SHARE = 0.6
"""The part of the words after which a story without a mark pauses."""
SESSION = 20
"""The minutes of a session with one story."""
_WORDS_A_MINUTE = 140
_DEALING, _DECIDING, _LIGHTS, _RESOLVING = 2, 5, 3, 2
_READING = 4
"""The minutes that reading aloud has in any case, so that nearly all stories have one plan."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The minutes of a session with one story, from dealing the cards to what each resolves to do."""

    dealing: int
    first_part: int
    deciding: int
    rest: int
    lights: int
    talking: int
    resolving: int


def workshop_of(story: Story, edition: Edition) -> Mapping[str, object]:
    """Give the values that `use_it.html`, `telling.html` and `workshop.html` in `templates/story` print."""
    return {
        "identity": story.id,
        "pause": PAUSE,
        "setting": _setting(story, edition),
        "timing": timing_of(story.told_in(story.language).body),
        "evidenced": _evidenced(edition.card(story).lights),
        "pack": addresses.PACK,
        "workshop": addresses.WORKSHOP,
    }


def _setting(story: Story, edition: Edition) -> str:
    """Say where it happened in a few words, which give nothing away of how it ended."""
    sector = (story.sector,) if story.sector else ()
    groups = (("sectors", sector), ("channels", story.channels), ("stages", story.stages))
    named = (_listed(vocabulary, terms, edition) for vocabulary, terms in groups)
    return " · ".join(filter(None, named))


def _listed(vocabulary: str, terms: Sequence[str], edition: Edition) -> str:
    labels = edition.labels(vocabulary, [term for term in terms if term not in TELLS_NOTHING])
    return ", ".join(label.inline if index else label.text for index, label in enumerate(labels))


@lru_cache(maxsize=256)  # what a page is made of asks for it, and a moment later the page
def timing_of(body: str) -> Timing:
    """Divide the minutes of a session; a long story leaves less time to talk, but never none.

    body:  the story in Markdown, as it was first told, so that the plan is the same in all languages;
           the signs of Markdown count as little as they take to say
    """
    before, marked, after = body.partition(MARK)
    first, rest = len(before.split()), len(after.split())
    share = first / max(1, first + rest) if marked else SHARE
    reading = max(_READING, ceil((first + rest) / _WORDS_A_MINUTE))
    first_part = min(max(1, round(reading * share)), reading - 1)
    talking = max(2, SESSION - _DEALING - reading - _DECIDING - _LIGHTS - _RESOLVING)
    return Timing(_DEALING, first_part, _DECIDING, reading - first_part, _LIGHTS, talking, _RESOLVING)


USUAL = timing_of("")
"""The session with a story that nobody has chosen yet."""


def _evidenced(lights: Sequence[Light]) -> Sequence[Light]:
    return tuple(light for light in lights if light.state != NOT_EVIDENCED)
