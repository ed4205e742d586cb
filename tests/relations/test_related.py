"""Beside every story stand those that go well with it, and what speaks for each."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from cx_stories.library import Library, newest_first
from cx_stories.relations.related import LEAST, MOST, Kinship, related
from tests.conftest import Site

PLAIN = "elements: []\nmissed: []\n"
"""A story of which nothing is said but that it is positive."""
OCEAN = "The lighthouse keeper counted herring gulls above the breakwater while the foghorn moaned.\n"


def kin(site: Site, identity: str) -> Sequence[str]:
    """Give the ids of the stories shown beside one, in order."""
    return [kinship.story for kinship in related(site.library())[identity]]


def crowd(site: Site, count: int, text: str = PLAIN) -> None:
    """Write stories that have nothing but a verdict and a date."""
    for number in range(count):
        site.story(f"crowd-{number:02}", f"date: 2020-01-{number + 1:02}\n{text}---\nNumber {number}.\n")


def test_what_two_stories_share_is_told_with_the_rarest_first(site: Site) -> None:
    """A reader sees why a story is proposed, beginning with what is most unusual about both."""
    site.story("a", f"{PLAIN}channels: [phone, web]\nstages: [exit]\nsector: food\n")
    site.story("b", f"{PLAIN}channels: [phone, web]\nstages: [exit]\nsector: finance\n")
    site.story("c", f"{PLAIN}channels: [web]\nstages: [exit]\n")
    site.story("d", f"{PLAIN}channels: [web]\n")

    assert related(site.library())["a"][0] == Kinship(
        "b", shared=(("channels", "phone"), ("stages", "exit"), ("channels", "web"))
    )


def test_elements_both_hit_or_both_missed_are_told_apart(site: Site) -> None:
    """The same element missed in both is another reason than the same one there in both."""
    elements = "elements: [unique]\nmissed: [repeatable]\n"
    site.story("a", elements)
    site.story("b", elements)
    site.story("c", "elements: [repeatable]\nmissed: [unique]\n")

    found = {kinship.story: (kinship.hits, kinship.misses) for kinship in related(site.library())["a"]}
    assert found == {"b": (("unique",), ("repeatable",)), "c": ((), ())}


@pytest.mark.parametrize(
    ("field", "shared"),
    [
        ("touchpoints: [repair]", ("touchpoints", "repair")),
        ("channels: [phone]", ("channels", "phone")),
        ("stages: [exit]", ("stages", "exit")),
        ("sector: food", ("sectors", "food")),
        ("incident: unprompted", ("incident", "unprompted")),
        ("recovery: exceeded", ("recovery", "exceeded")),
        ("outcomes: [churn]", ("outcomes", "churn")),
        ("emotions: [angry]", ("emotions", "angry")),
        ("senses: [smell]", ("senses", "smell")),
    ],
)
def test_every_kind_of_fact_brings_stories_together(site: Site, field: str, shared: tuple[str, str]) -> None:
    """Whatever a writer says of a story helps a reader to find the next one."""
    crowd(site, 6)
    site.story("a", f"{PLAIN}{field}\ndate: 2019-01-01\n---\nOnce.\n")
    site.story("b", f"{PLAIN}{field}\ndate: 2024-01-01\n---\nTwice.\n")

    assert related(site.library())["a"][0] == Kinship("b", shared=(shared,))


def test_terms_that_tell_nothing_bring_nobody_together(site: Site) -> None:
    """That nothing is known of the outcome of two stories does not make them alike."""
    site.story("a", f"{PLAIN}recovery: not-applicable\noutcomes: [none-known]\n")
    site.story("b", f"{PLAIN}recovery: not-applicable\noutcomes: [none-known]\n")

    assert related(site.library())["a"] == (Kinship("b"),)


def test_rare_term_counts_more_than_a_common_one(site: Site) -> None:
    """Two stories about a farewell have more in common than two that happened in a shop."""
    crowd(site, 8, f"{PLAIN}channels: [store]\n")
    site.story("asked", f"{PLAIN}channels: [store]\ntouchpoints: [farewell]\n")
    site.story("common", f"date: 2024-01-01\n{PLAIN}channels: [store]\ntouchpoints: [repair]\n")
    site.story("rare", f"date: 2015-01-01\n{PLAIN}channels: [phone]\ntouchpoints: [farewell]\n")

    assert kin(site, "asked")[0] == "rare"


def test_stories_about_the_same_thing_find_each_other_by_their_words(site: Site) -> None:
    """Nobody has to have invented a term for a lighthouse for two stories about one to be shown together."""
    crowd(site, 30)
    site.story("one", f"{PLAIN}title: One\n---\nShe was {OCEAN}")
    site.story("two", f"{PLAIN}title: Two\n---\nHe heard that {OCEAN}")
    found = related(site.library())

    first = found["one"][0]
    assert (first.story, first.alike) == ("two", True)
    assert {kinship.alike for kinship in found["crowd-03"]} == {False}


def test_stories_about_the_same_thing_find_each_other_among_many(site: Site) -> None:
    """Above a hundred stories not all are compared with all, and what belongs together is still found."""
    topics = ["anchor", "bagpipe", "cactus", "dynamo", "espresso", "falcon", "gondola", "hammock"]
    random = Random(1)  # noqa: S311
    words = [f"filler{chr(97 + a)}{chr(97 + b)}" for a in range(15) for b in range(15)]
    for number in range(120):
        topic = topics[number % 8] if number < 24 else ""
        text = " ".join(
            [*random.choices(words, k=60), *(f"{topic}{letter}" for letter in "abcdefgh" if topic)]
        )
        site.story(
            f"story-{number:03}", f"{PLAIN}title: Story\nsummary: Told.\nlessons: [Learn.]\n---\n{text}\n"
        )
    found = related(site.library())

    planted = {
        f"story-{number:03}": {f"story-{other:03}" for other in range(number % 8, 24, 8)}
        for number in range(24)
    }
    missed = {
        story: group - {kinship.story for kinship in found[story]} - {story}
        for story, group in planted.items()
    }
    assert [story for story, others in missed.items() if others] == []


def test_stories_with_the_same_facts_find_each_other_among_many(site: Site) -> None:
    """Above a hundred stories the one with the very same terms still comes first."""
    channels, stages = ["phone", "web", "store", "app", "chat"], ["exit", "use", "service", "purchase"]
    touchpoints, senses = ["repair", "return", "arrival", "waiting"], ["sight", "smell", "touch"]
    for number in range(120):
        kind = number // 2
        facts = (
            f"channels: [{channels[kind % 5]}]\nstages: [{stages[kind % 4]}]\n"
            f"touchpoints: [{touchpoints[kind // 5 % 4]}]\nsenses: [{senses[kind % 3]}]\n"
        )
        site.story(f"story-{number:03}", f"{PLAIN}{facts}---\nOnce.\n")
    found = related(site.library())

    strangers = [
        story for story, kinships in found.items() if len(kinships[0].shared) < 4 or len(kinships) < MOST
    ]
    assert strangers == []


def test_writers_picks_come_first_in_their_order_and_on_both_sides(site: Site) -> None:
    """Who is sent from one story to another may want to come back."""
    crowd(site, 6)
    site.story("a", f"{PLAIN}related: [crowd-04, crowd-01]\n")
    site.story("b", f"{PLAIN}related: [crowd-01]\n")
    found = related(site.library())

    assert [(one.story, one.picked) for one in found["a"]][:2] == [("crowd-04", True), ("crowd-01", True)]
    assert {one.story for one in found["crowd-01"] if one.picked} == {"a", "b"}
    assert [one.story for one in found["crowd-04"] if one.picked] == ["a"]


def test_own_picks_are_never_cut_and_those_of_others_are(site: Site) -> None:
    """A writer who picked seven sees seven; a story that many picked does not list them all."""
    crowd(site, 7)
    site.story("host", f"{PLAIN}related: [{', '.join(f'crowd-{number:02}' for number in range(7))}]\n")
    for number in range(7):
        site.story(f"fan-{number}", f"{PLAIN}related: [star]\n")
    site.story("star", PLAIN)

    assert kin(site, "host") == [f"crowd-{number:02}" for number in range(7)]
    assert len(kin(site, "star")) == MOST


def test_veto_holds_on_both_pages_against_facts_and_words(site: Site) -> None:
    """A writer who says that two stories have nothing to do with each other is believed."""
    crowd(site, 4)
    site.story("a", f"{PLAIN}channels: [phone]\nunrelated: [b]\n---\n{OCEAN}")
    site.story("b", f"{PLAIN}channels: [phone]\n---\n{OCEAN}")

    assert ("b" in kin(site, "a"), "a" in kin(site, "b")) == (False, False)


def test_own_pick_stands_against_the_veto_of_the_other_side(site: Site) -> None:
    """Each writer decides over the page of his own story."""
    crowd(site, 4)
    site.story("a", f"{PLAIN}related: [b]\n")
    site.story("b", f"{PLAIN}unrelated: [a]\n")

    assert ("b" in kin(site, "a"), "a" in kin(site, "b")) == (True, False)


def test_veto_wins_over_a_pick_of_the_same_writer(site: Site) -> None:
    """Of two slips, leaving a story out is the smaller one."""
    crowd(site, 4)
    site.story("a", f"{PLAIN}related: [b]\nunrelated: [b]\n")
    site.story("b", PLAIN)

    assert ("b" in kin(site, "a"), "a" in kin(site, "b")) == (False, False)


def test_story_told_together_is_not_among_the_related_ones(site: Site) -> None:
    """It is shown apart, as the other side; also on the page of the story that does not name it."""
    crowd(site, 4)
    site.story("a", f"{PLAIN}channels: [phone]\npair: b\nrelated: [b]\n")
    site.story("b", f"{PLAIN}channels: [phone]\npolarity: negative\n")

    assert ("b" in kin(site, "a"), "a" in kin(site, "b")) == (False, False)


def test_nobody_is_left_without_three_to_go_on_to(site: Site) -> None:
    """A weak proposal that says what it is beats a dead end."""
    crowd(site, 4)
    site.story("odd", "---\nstatus: draft\ntitle: Odd\n---\nAlone.\n")
    site.show_drafts()

    assert min(len(kinships) for kinships in related(site.library()).values()) == LEAST


def test_nobody_is_left_alone_among_many(site: Site) -> None:
    """Also where not all are compared with all."""
    crowd_of = [f"---\nstatus: draft\ntitle: Draft {number}\n---\nAlone.\n" for number in range(105)]
    for number, text in enumerate(crowd_of):
        site.story(f"draft-{number:03}", text)
    site.show_drafts()

    assert min(len(kinships) for kinships in related(site.library()).values()) >= LEAST


def test_story_that_nobody_would_name_stands_beside_the_one_nearest_to_it(site: Site) -> None:
    """A reader can come upon every story by going on from story to story."""
    for number in range(8):
        site.story(
            f"club-{number}", f"{PLAIN}channels: [phone, web]\nstages: [exit]\ndate: 2024-01-0{number + 1}\n"
        )
    site.story("outsider", f"{PLAIN}channels: [web]\nsenses: [smell, taste]\ndate: 2010-01-01\n")
    found = related(site.library())

    reached = {kinship.story for kinships in found.values() for kinship in kinships}
    assert reached == set(found)
    assert [len(kinships) for kinships in found.values()] == [MOST] * 9


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_small_collection_shows_all_there_is(site: Site, count: int) -> None:
    """A collection begins with one story."""
    crowd(site, count)

    assert [len(kinships) for kinships in related(site.library()).values()] == [max(0, count - 1)] * count


def test_stories_without_a_text_are_related_by_their_facts(site: Site) -> None:
    """A title and a term are enough."""
    bare = "---\ntitle: {}\nstatus: draft\n{}---\n"
    site.story("a", bare.format("A", "channels: [phone]\n"))
    site.story("b", bare.format("B", "channels: [phone]\n"))
    site.show_drafts()

    assert related(site.library())["a"] == (Kinship("b", shared=(("channels", "phone"),)),)


def test_translation_changes_nothing(site: Site) -> None:
    """A reader who changes the language stays among the same stories."""
    crowd(site, 30)
    site.story("one", f"{PLAIN}title: One\n---\nShe was {OCEAN}")
    site.story("two", f"{PLAIN}title: Two\n---\nHe heard that {OCEAN}")
    before = related(site.library())
    site.file(
        "stories/one.nl.md",
        "---\ntitle: Een\nsummary: Kort.\nlessons: [Tel.]\n---\nDe wachter telde meeuwen.\n",
    )

    assert site.read("one").tellings.keys() == {"en", "nl"}
    assert related(site.library()) == before


def test_order_in_which_stories_are_read_changes_nothing(site: Site) -> None:
    """Two machines that list a folder otherwise build the same site."""
    library = _mixed(site)
    shuffled = Random(7).sample(list(library.stories), len(library.stories))  # noqa: S311

    again = replace(library, stories=sorted(shuffled, key=newest_first))
    assert related(again) == related(library)


def test_hash_seed_changes_nothing() -> None:
    """Two builds give the same bytes, whatever order Python keeps its sets in."""
    said = [
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]

    assert said[0] == said[1] != b""


_PROGRAM = """
from datetime import date
from random import Random
from cx_stories.library import Library
from cx_stories.model.story import Story, Telling
from cx_stories.relations.contrast import contrast
from cx_stories.relations.related import related

random = Random(5)
terms = [f"term-{number}" for number in range(12)]
words = [f"word{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(400)]

def story(number):
    body = " ".join(random.choices(words, k=40))
    return Story(
        id=f"story-{number:03}",
        language="en",
        date=date(2020, 1, 1),
        polarity=random.choice(["positive", "negative"]),
        channels=tuple(random.sample(terms, 3)),
        stages=tuple(random.sample(terms, 2)),
        hits=tuple(random.sample(terms[:5], 2)),
        tellings={"en": Telling(language="en", path="", title="T", summary="S", body=body)},
    )

library = Library(("en",), [story(number) for number in range(150)], {}, {})
print(dict(related(library)), dict(contrast(library)))
"""


def _mixed(site: Site) -> Library:
    random = Random(3)  # noqa: S311
    for number in range(20):
        channel, stage = random.choice(["phone", "web", "app"]), random.choice(["exit", "use"])
        facts = f"channels: [{channel}]\nstages: [{stage}]\n"
        site.story(f"story-{number:02}", f"date: 2024-01-{number // 2 + 1:02}\n{PLAIN}{facts}")
    return site.library()
