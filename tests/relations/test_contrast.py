"""Every story has its other side: one of the opposite verdict that happened in much the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from cx_stories.library import Library
from cx_stories.model.story import Story, Telling
from cx_stories.relations.contrast import Contrast, contrast
from tests.conftest import Site

POSITIVE = "polarity: positive\nelements: []\nmissed: []\n"
NEGATIVE = "polarity: negative\nelements: []\nmissed: []\n"


def opposites(site: Site) -> Mapping[str, str]:
    """Give the id of the opposite of each story that has one."""
    return {story: found.story for story, found in contrast(site.library()).items()}


def test_declared_pair_is_the_contrast_on_both_pages(site: Site) -> None:
    """What a writer told together stands together, also where only one of the two says so."""
    site.story("a", f"{POSITIVE}pair: b\nchannels: [phone]\n")
    site.story("b", f"{NEGATIVE}stages: [exit]\n")
    site.story("c", f"{NEGATIVE}channels: [phone]\n")

    assert contrast(site.library()) == {
        "a": Contrast("b", declared=True),
        "b": Contrast("a", declared=True),
        "c": Contrast("a", declared=False, shared=(("channels", "phone"),)),
    }


def test_pair_a_story_names_itself_comes_before_those_that_name_it(site: Site) -> None:
    """Where several writers claim one story, it keeps the one it chose, and else the newest."""
    site.story("chosen", f"{NEGATIVE}pair: a\ndate: 2020-01-01\n")
    site.story("newer", f"{NEGATIVE}pair: a\ndate: 2024-01-01\n")
    site.story("a", f"{POSITIVE}pair: chosen\n")
    site.story("older", f"{NEGATIVE}pair: b\ndate: 2020-01-01\n")
    site.story("newest", f"{NEGATIVE}pair: b\ndate: 2024-01-01\n")
    site.story("b", POSITIVE)

    found = opposites(site)
    assert (found["a"], found["b"], found["older"]) == ("chosen", "newest", "b")


def test_opposite_shares_where_it_happened_with_the_rarest_first(site: Site) -> None:
    """A reader sees two ends of one and the same situation."""
    where = (
        "stages: [exit]\nchannels: [phone]\ntouchpoints: [farewell]\nsector: telecom\nincident: unprompted\n"
    )
    site.story("good", f"{POSITIVE}{where}")
    site.story("bad", f"{NEGATIVE}{where}")
    site.story("other", f"{NEGATIVE}channels: [phone]\n")
    site.story("alike", f"{POSITIVE}{where}")

    assert contrast(site.library())["good"] == Contrast(
        "bad",
        declared=False,
        shared=(
            ("incident", "unprompted"),
            ("sectors", "telecom"),
            ("stages", "exit"),
            ("touchpoints", "farewell"),
            ("channels", "phone"),
        ),
    )


def test_opposite_missed_what_the_story_had(site: Site) -> None:
    """Of two that happened in the same place, the one in which an element was turned around teaches more."""
    site.story("good", "polarity: positive\nelements: [unique]\nmissed: [repeatable]\nchannels: [phone]\n")
    site.story(
        "same", "polarity: negative\nelements: [unique]\nmissed: []\nchannels: [phone]\ndate: 2024-01-01\n"
    )
    site.story(
        "turned",
        "polarity: negative\nelements: [repeatable]\nmissed: [unique]\nchannels: [phone]\ndate: 2010-01-01\n",
    )
    found = contrast(site.library())["good"]

    assert (found.story, sorted(found.turned)) == ("turned", ["repeatable", "unique"])


def test_what_was_felt_is_not_where_it_happened(site: Site) -> None:
    """Two stories that share an emotion, a sense or an element only have no situation in common."""
    felt = "emotions: [surprised]\nsenses: [smell]\noutcomes: [churn]\nrecovery: none\n"
    site.story("good", f"polarity: positive\nelements: [unique]\nmissed: []\n{felt}")
    site.story("bad", f"polarity: negative\nelements: []\nmissed: [unique]\n{felt}")

    assert contrast(site.library()) == {}


def test_term_that_tells_nothing_is_no_place(site: Site) -> None:
    """That something does not apply to either is no situation."""
    site.story("good", f"{POSITIVE}recovery: not-applicable\n")
    site.story("bad", f"{NEGATIVE}recovery: not-applicable\n")

    assert contrast(site.library()) == {}


def test_veto_of_either_side_is_honoured(site: Site) -> None:
    """A writer who says that two stories have nothing to do with each other is believed."""
    site.story("good", f"{POSITIVE}channels: [phone]\nstages: [exit]\nunrelated: [bad]\n")
    site.story("bad", f"{NEGATIVE}channels: [phone]\nstages: [exit]\n")
    site.story("next", f"{NEGATIVE}channels: [phone]\n")

    assert opposites(site) == {"good": "next", "next": "good"}


def test_story_without_a_verdict_has_no_opposite(site: Site) -> None:
    """A draft may still be undecided."""
    site.show_drafts()
    site.story("draft", "---\ntitle: Draft\nstatus: draft\nchannels: [phone]\n---\nOnce.\n")
    site.story("bad", f"{NEGATIVE}channels: [phone]\n")

    assert contrast(site.library()) == {}


def test_verdict_of_a_site_of_its_own_has_no_opposite(site: Site) -> None:
    """What is neither one nor the other stands beside nothing."""
    site.vocabulary(
        "polarity.yml",
        "id: polarity\nterms:\n  - id: mixed\n    labels: {en: Mixed, nl: Gemengd}\n"
        "    definition: {en: Both., nl: Beide.}\n",
    )
    site.story("mixed", "polarity: mixed\nelements: []\nmissed: []\nchannels: [phone]\n")
    site.story("bad", f"{NEGATIVE}channels: [phone]\n")

    assert (site.ids(), contrast(site.library())) == (["bad", "mixed"], {})


def test_one_story_of_everything_is_not_everybodys_opposite(site: Site) -> None:
    """Where several are as good, a reader who goes from story to story meets them all."""
    for number in range(4):
        site.story(f"good-{number}", f"{POSITIVE}channels: [phone]\nstages: [exit]\n")
        site.story(f"bad-{number}", f"{NEGATIVE}channels: [phone]\nstages: [exit]\n")

    assert Counter(opposites(site).values()) == Counter(dict.fromkeys(site.ids(), 1))


def test_opposites_find_each_other_among_many(site: Site) -> None:
    """Above a hundred stories not all are compared with all, and each still has the one that fits."""
    channels, stages = ["phone", "web", "store", "app", "chat"], ["exit", "use", "service", "purchase"]
    touchpoints = ["repair", "return", "arrival", "waiting", "advice", "checkout"]
    for number in range(120):
        kind = number // 2
        facts = (
            f"channels: [{channels[kind % 5]}]\nstages: [{stages[kind % 4]}]\n"
            f"touchpoints: [{touchpoints[kind // 20]}]\n"
        )
        site.story(f"story-{number:03}", f"{NEGATIVE if number % 2 else POSITIVE}{facts}---\nOnce.\n")
    found = contrast(site.library())

    assert {story: len(other.shared) for story, other in found.items()} == dict.fromkeys(site.ids(), 3)


def test_opposite_with_little_in_common_is_found_among_many() -> None:
    """One shared sector is enough, however many stories there are and however much else is said."""
    tellings = {"en": Telling(language="en", path="", title="", summary="")}
    bad = Story(
        id="bad",
        language="en",
        tellings=tellings,
        polarity="negative",
        sector="food",
        channels=("chat", "web", "app", "email"),
        stages=("exit", "use", "service", "purchase", "delivery", "loyalty"),
    )
    good = {"polarity": "positive", "channels": ("store",), "stages": ()}
    stories = [bad, *(bad.model_copy(update={"id": f"good-{number}", **good}) for number in range(1000))]
    found = contrast(Library(("en",), stories, {}, {}))

    assert found["bad"].shared == (("sectors", "food"),)


@pytest.mark.parametrize("count", [0, 1])
def test_opposite_takes_two(site: Site, count: int) -> None:
    """A collection begins with one story."""
    for number in range(count):
        site.story(f"story-{number}", f"{POSITIVE}channels: [phone]\n")

    assert contrast(site.library()) == {}
