"""What the page of a story gives to a trainer."""

from __future__ import annotations

import pytest

from cx_stories.views.edition import Light
from cx_stories.views.story.workshop import PAUSE, Timing, timing_of, workshop_of
from tests.conftest import Site

STORY = """elements:
  surprising: Before she had finished.
missed: [repeatable]
stages: [purchase, service]
channels: [web, phone]
sector: home
recovery: not-applicable
"""


def test_trainer_is_told_where_it_happened_and_not_how_it_ended(site: Site) -> None:
    """Sector, channels and stages in the reader's language; the elements come with their evidence."""
    site.story("refund", STORY)
    edition = site.edition("nl")

    assert workshop_of(site.read("refund"), edition) == {
        "identity": "refund",
        "pause": PAUSE,
        "setting": "Wonen · Website of portaal, telefoon · Aankoop, service en herstel",
        "timing": Timing(dealing=2, first_part=2, deciding=5, rest=2, lights=3, talking=4, resolving=2),
        "evidenced": (
            Light("surprising", "Verrassend", "hit", "elements/surprising", "Before she had finished.", ""),
            Light("repeatable", "Herhaalbaar", "missed", "elements/repeatable"),
        ),
        "pack": "reading-pack",
        "workshop": "workshop",
    }


def test_story_that_happened_nowhere_in_particular_has_no_setting(site: Site) -> None:
    """What nobody wrote is left out."""
    site.story("refund")

    assert workshop_of(site.read("refund"), site.edition())["setting"] == ""


@pytest.mark.parametrize(
    ("body", "reading"),
    [
        ("word " * 280, (2, 2)),
        ("word " * 60 + "\n\n[[pause]]\n\n" + "word " * 340, (1, 3)),
        ("[[pause]]\n\n" + "word " * 340, (1, 3)),
        ("word " * 340 + "\n\n[[pause]]", (3, 1)),
        ("word " * 300 + "\n\n[[pause]]\n\n" + "word " * 300, (2, 3)),
        ("word " * 700, (3, 2)),
        ("", (2, 2)),
    ],
    ids=["unmarked", "early", "at once", "late", "longer", "longer, unmarked", "empty"],
)
def test_reading_aloud_takes_as_long_as_the_words_do(body: str, reading: tuple[int, int]) -> None:
    """Four minutes for all but the longest, divided as the pause falls; the session stays at twenty."""
    timing = timing_of(body)
    others = (timing.dealing, timing.deciding, timing.lights, timing.talking, timing.resolving)

    assert (timing.first_part, timing.rest) == reading
    assert sum((*reading, *others)) == 20


def test_plan_is_the_same_in_every_language(site: Site) -> None:
    """The words of the first telling count; a translation may be wordier."""
    site.languages("en", "nl")
    site.story("refund")
    site.file(
        "stories/refund.nl.md", "---\ntitle: Terug\nsummary: Kort.\nlessons: [Les.]\n---\n" + "woord " * 900
    )
    story = site.read("refund")

    assert workshop_of(story, site.edition("nl"))["timing"] == workshop_of(story, site.edition())["timing"]


def test_long_story_leaves_time_to_talk() -> None:
    """Two minutes at least, even if twenty are not enough then."""
    assert timing_of("word " * 3000).talking == 2
