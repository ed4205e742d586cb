"""Stories are counted by verdict, and by what they have in common."""

from __future__ import annotations

from cx_stories.relations.tallies import Tally, crossed, gathered, tally
from tests.conftest import Site


def test_stories_are_counted_by_verdict(site: Site) -> None:
    """A verdict that a site adds, and a draft without one, count as neither good nor bad."""
    site.vocabulary(
        "polarity.yml",
        "id: polarity\nterms:\n  - {id: mixed, labels: {en: Mixed}, definition: {en: Both.}}\n",
    )
    site.show_drafts()
    site.story("good")
    site.story("bad", "polarity: negative\n")
    site.story("worse", "polarity: negative\n")
    site.story("both", "polarity: mixed\n")
    site.story("open", "polarity:\nstatus: draft\n")

    counted = tally(site.library().stories)

    assert (counted, counted.total) == (Tally(positive=1, negative=2, other=2), 5)


def test_stories_are_gathered_by_term(site: Site) -> None:
    """Newest first under each; a story that has two terms stands under both, and under each once."""
    site.story("old", "stages: [use, use]\ndate: 2024-01-01\n")
    site.story("new", "stages: [use, exit]\ndate: 2024-02-01\n")
    site.story("nowhere")

    found = gathered(site.library().stories, lambda story: story.stages)

    assert {stage: [story.id for story in stories] for stage, stories in found.items()} == {
        "use": ["new", "old"],
        "exit": ["new"],
    }


def test_stories_stand_at_every_crossing_of_their_stages_and_channels(site: Site) -> None:
    """Without a stage, or without a channel, there is no crossing."""
    site.story("a", "stages: [use, exit]\nchannels: [web, app]\n")
    site.story("b", "stages: [use]\nchannels: [web]\ndate: 2023-01-01\n")
    site.story("no-channel", "stages: [use]\n")
    site.story("no-stage", "channels: [web]\n")

    found = crossed(site.library().stories)

    assert {place: [story.id for story in stories] for place, stories in found.items()} == {
        ("use", "web"): ["a", "b"],
        ("use", "app"): ["a"],
        ("exit", "web"): ["a"],
        ("exit", "app"): ["a"],
    }
