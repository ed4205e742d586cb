"""The stories we show beside a story are better than what others would show, as a reader judged."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from math import log2

import pytest
from compare import CONTENT, LANGUAGES, measured
from quality import Quality, judgements, quality
from systems import SHOWN, SYSTEMS

from cx_stories.pipeline import Settings, collect
from cx_stories.relations.pairing import partners
from tests.conftest import Site

STORY = "elements: []\nmissed: []\nprovenance: fictional\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_are_better_than_those_of_others(language: str) -> None:
    """Whoever comes from Material's tags or from Hugo loses nothing, in whatever language."""
    found = dict(measured(language))
    ours = found.pop("ours")

    worse = {
        name: other for name, other in found.items() if other.useful > ours.useful or other.gain >= ours.gain
    }
    assert (worse, ours.unjudged) == ({}, 0)


def test_every_two_stories_are_judged() -> None:
    """No system gains or loses by a story that nobody has looked at; those told together are shown apart."""
    library = collect(Settings(CONTENT, LANGUAGES, today=date.max)).library
    together = {frozenset(pair) for pair in partners(library).items()}
    pairs = {frozenset(pair) for pair in combinations([story.id for story in library.stories], 2)}

    assert set(judgements()) == pairs - together


def test_quality_counts_places_grades_and_what_nobody_judged() -> None:
    """The figures mean what their names say."""
    judged = {frozenset("ab"): 2, frozenset("ac"): 1, frozenset("ad"): 0}

    assert quality({"a": ["c", "d", "b", "z"]}, judged) == Quality(
        useful=2 / 5, very_useful=1 / 5, gain=(1 + 3 / log2(4)) / (3 + 1 / log2(3)), unjudged=1
    )


def test_tags_in_common_are_counted(site: Site) -> None:
    """Three shared terms come before two, and of two that share as many the newer one does."""
    site.story("a", f"{STORY}channels: [phone, web]\nstages: [exit]\n")
    site.story("two", f"{STORY}channels: [phone]\nstages: [exit]\ndate: 2010-01-01\n")
    site.story("newer", f"{STORY}channels: [phone, app]\ndate: 2012-01-01\n")
    site.story("older", f"{STORY}channels: [phone, chat]\ndate: 2011-01-01\n")

    assert SYSTEMS["tags in common"](site.library())["a"] == ["two", "newer", "older"]


def test_hugo_leaves_out_newer_pages_and_those_that_share_the_year_only(site: Site) -> None:
    """Its default shows what is older and has a keyword in common; the year adds a little."""
    site.story("a", "---\nstatus: draft\ntitle: A\ndate: 2020-06-01\nchannels: [phone, web]\n---\n")
    site.story("newer", "---\nstatus: draft\ntitle: B\ndate: 2020-07-01\nchannels: [phone, web]\n---\n")
    site.story("year", "---\nstatus: draft\ntitle: C\ndate: 2020-01-01\n---\n")
    site.story("word", "---\nstatus: draft\ntitle: D\ndate: 2019-01-01\nchannels: [phone]\n---\n")
    site.story("both", "---\nstatus: draft\ntitle: E\ndate: 2020-01-02\nchannels: [phone]\n---\n")
    site.show_drafts()
    library = site.library()

    assert SYSTEMS["Hugo, by default"](library)["a"] == ["both", "word"]
    assert SYSTEMS["Hugo, newer ones too"](library)["a"] == ["newer", "both", "word"]


def test_nobody_names_more_than_five_or_the_story_told_together(site: Site) -> None:
    """All systems answer the same question."""
    for number in range(8):
        site.story(f"story-{number}", f"{STORY}channels: [phone]\n")
    site.story("a", f"{STORY}channels: [phone]\npair: b\n")
    site.story("b", f"{STORY}polarity: negative\nchannels: [phone]\npair: a\n")
    library = site.library()

    answers = {name: system(library)["a"] for name, system in SYSTEMS.items()}
    assert {name: (len(given), "b" in given) for name, given in answers.items()} == dict.fromkeys(
        SYSTEMS, (SHOWN, False)
    )
