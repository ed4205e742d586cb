"""The stories close to one that is not in the library yet: by the very measure of the site."""

from __future__ import annotations

from cx_stories.model.story import Story
from cx_stories.relations.close import close_to, with_story
from cx_stories.relations.related import related
from tests.conftest import Site

UMBRELLAS = "The umbrella hung on the conductor’s hook, dripping, and the conductor laughed at the puddle."
LIFTS = "The lift stood still between two floors, and the engineer sang to us through the shaft."


def _story(site: Site, name: str, fragment: str) -> Story:
    """Write a story and give it as the library has it, then take it away again."""
    file = site.story(name, fragment)
    story = site.read(name)
    file.unlink()
    return story


def test_nearest_stories_come_first_with_what_they_share(site: Site) -> None:
    """A writer sees the story that is most like the draft, and the words that both are about."""
    for number in range(4):
        site.story(f"other-{number}", f"channels: [chat]\n---\nNothing of that kind, number {number}.\n")
    site.story("hook", f"touchpoints: [waiting]\nchannels: [phone]\n---\n{UMBRELLAS}\n")
    site.story("lift", f"touchpoints: [waiting]\n---\n{LIFTS}\n")
    draft = _story(site, "puddle", f"touchpoints: [waiting]\nchannels: [phone]\n---\n{UMBRELLAS}\n")
    close = close_to(draft, site.library())

    assert [one.story.id for one in close][:2] == ["hook", "lift"]
    assert close[0].kinship.shared == (("channels", "phone"), ("touchpoints", "waiting"))
    assert close[0].words == ("conductor", "dripping", "hook", "hung")
    assert close[0].opposite is False


def test_nearest_of_the_opposite_verdict_is_among_them(site: Site) -> None:
    """Three of one kind do not hide the other side of the story."""
    for number in range(4):
        site.story(f"like-{number}", "touchpoints: [waiting, advice]\nchannels: [phone]\n")
    site.story("bad", "polarity: negative\nmissed: [repeatable]\ntouchpoints: [waiting]\n")
    draft = _story(site, "new", "touchpoints: [waiting, advice]\nchannels: [phone]\n")
    close = close_to(draft, site.library())

    assert [(one.story.id, one.opposite) for one in close] == [
        ("like-0", False),
        ("like-1", False),
        ("bad", True),
    ]


def test_measure_is_that_of_the_site(site: Site) -> None:
    """What the command shows before is what the page of the story shows after."""
    for name, where in (("a", "[phone]"), ("b", "[phone, chat]"), ("c", "[chat]"), ("d", "[post]")):
        site.story(name, f"channels: {where}\n---\n{UMBRELLAS if name == 'c' else LIFTS}\n")
    draft = _story(site, "new", f"channels: [phone]\n---\n{UMBRELLAS}\n")
    library = site.library()
    shown = [kinship.story for kinship in related(with_story(library, draft))["new"]]

    assert [one.story.id for one in close_to(draft, library)] == shown[:3]


def test_stories_with_nothing_in_common_are_not_close(site: Site) -> None:
    """The same verdict alone is no reason to show somebody a story."""
    site.story("other", "channels: [chat]\nelements: [unique]\n---\nSomething else.\n")
    draft = _story(site, "new", "channels: [phone]\nelements: [surprising]\n---\nA lift.\n")

    assert close_to(draft, site.library()) == []


def test_empty_library_has_nothing_close(site: Site) -> None:
    """The first story of a site is like no other."""
    draft = _story(site, "new", "channels: [phone]\n")

    assert close_to(draft, site.library()) == []
