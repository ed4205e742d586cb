"""What was found out before saves work and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from cx_stories.library import Library, newest_first
from cx_stories.model.parts import Shared
from cx_stories.model.story import Story, Telling
from cx_stories.relations.contrast import contrast, contrast_since
from cx_stories.relations.likeness import Prints
from cx_stories.relations.opposites import KeptOpposites
from cx_stories.relations.ranking import Ranker
from cx_stories.relations.related import Kept, related, related_since

COUNT = 130
"""More stories than are all compared with all."""
WORDS = [f"{first}{second}{third}" for first in "kptm" for second in "aou" for third in "rlnst"]
CHANNELS = ("phone", "web", "store", "chat", "email", "home")
ELEMENTS = ("unique", "repeatable", "personalized", "engaging", "surprising")


def told(random: Random, identity: str) -> Story:
    """Make up a story."""
    body = " ".join(f"{random.choice(WORDS)}{random.choice(WORDS)}" for _ in range(12))
    body += " " + " ".join(random.choices(WORDS, k=25))
    language = "nl" if random.random() < 0.1 else "en"
    telling = Telling(language=language, path="", title=random.choice(WORDS), summary="", body=body)
    return Story(
        id=identity,
        language=language,
        tellings={language: telling},
        date=date(2020, 1, 1) + timedelta(days=random.randrange(400)),
        polarity=random.choice(("positive", "negative", "mixed")),
        channels=tuple(random.sample(CHANNELS, 2)),
        stages=tuple(random.sample(("exit", "use", "service", "awareness"), 2)),
        sector=random.choice(("food", "finance", "retail")),
        hits=tuple(random.sample(ELEMENTS[:3], 2)),
        misses=tuple(random.sample(ELEMENTS[3:], 1)),
        shared=(Shared(lesson=f"lesson-{random.randrange(30)}", number=1, stance="supports"),),
    )


def library(stories: list[Story]) -> Library:
    """Give a library of stories."""
    return Library(("en", "nl"), tuple(sorted(stories, key=newest_first)), {}, {})


def body(stories: list[Story], random: Random) -> None:
    """Put other words into a text."""
    place = random.randrange(len(stories))
    story = stories[place]
    telling = story.tellings[story.language]
    words = telling.body.split()
    words[random.randrange(len(words))] = random.choice(WORDS)
    words[random.randrange(len(words))] = f"{random.choice(WORDS)}{random.choice(WORDS)}"
    changed = telling.model_copy(update={"body": " ".join(words)})
    stories[place] = story.model_copy(update={"tellings": {story.language: changed}})


def title(stories: list[Story], random: Random) -> None:
    """Give a story another title."""
    place = random.randrange(len(stories))
    story = stories[place]
    telling = story.tellings[story.language].model_copy(update={"title": random.choice(WORDS)})
    stories[place] = story.model_copy(update={"tellings": {story.language: telling}})


def facts(stories: list[Story], random: Random) -> None:
    """Say something else of a story."""
    place, other = random.randrange(len(stories)), told(random, "")
    taken = {name: getattr(other, name) for name in ("polarity", "channels", "hits", "misses", "shared")}
    stories[place] = stories[place].model_copy(update=taken)


def wishes(stories: list[Story], random: Random) -> None:
    """Pair a story, pick one and veto one."""
    place = random.randrange(len(stories))
    pair, pick, veto = (story.id for story in random.sample(stories, 3))
    taken = {"pair": pair, "related": (pick,), "unrelated": (veto,)}
    stories[place] = stories[place].model_copy(update=taken)


def add(stories: list[Story], random: Random) -> None:
    """Add a story."""
    stories.append(told(random, f"added-{random.randrange(10**9)}"))


def delete(stories: list[Story], random: Random) -> None:
    """Delete a story."""
    del stories[random.randrange(len(stories))]


def rename(stories: list[Story], random: Random) -> None:
    """Give a story another id."""
    place = random.randrange(len(stories))
    stories[place] = stories[place].model_copy(update={"id": f"renamed-{random.randrange(10**9)}"})


def day(stories: list[Story], random: Random) -> None:
    """Give a story another date."""
    place = random.randrange(len(stories))
    moved = date(2020, 1, 1) + timedelta(days=random.randrange(400))
    stories[place] = stories[place].model_copy(update={"date": moved})


def nothing(stories: list[Story], random: Random) -> None:
    """Change nothing."""


EDITS: tuple[Callable[[list[Story], Random], None], ...] = (
    *(body, title, facts, wishes, add, delete, rename, day, nothing),
)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """Give many stories."""
    random = Random(8)  # noqa: S311
    return [told(random, f"story-{number:03}") for number in range(COUNT)]


@pytest.mark.parametrize("edit", EDITS[:-1])
def test_relations_after_one_edit_are_those_of_a_build_from_nothing(
    stories: list[Story], edit: Callable[[list[Story], Random], None]
) -> None:
    """Where next to nothing is found out again, that must be the right part."""
    whole = library(stories)
    kept, opposites = related_since(whole, Kept())[1], contrast_since(whole, KeptOpposites())[1]
    for seed in range(6):
        edited = list(stories)
        edit(edited, Random(seed))  # noqa: S311
        after = library(edited)
        found = related_since(after, kept)[0], contrast_since(after, opposites)[0]

        assert found == (related(after), contrast(after)), seed


@pytest.mark.parametrize("seed", [0])
def test_relations_after_any_series_of_edits_are_those_of_a_build_from_nothing(
    stories: list[Story], seed: int
) -> None:
    """Whoever builds again and again gets the site that a fresh build would give, story for story."""
    random, edited = Random(seed), list(stories)  # noqa: S311
    kept, opposites = Kept(), KeptOpposites()
    for edit in (nothing, *random.sample(EDITS, len(EDITS)), *random.choices(EDITS, k=3)):
        for _ in range(random.choice((1, 1, 4))):
            edit(edited, random)
        whole = library(edited)
        found, kept = related_since(whole, kept)
        contrasts, opposites = contrast_since(whole, opposites)

        assert (found, contrasts) == (related(whole), contrast(whole)), edit.__name__


def test_what_was_kept_of_another_library_changes_nothing(stories: list[Story]) -> None:
    """A cache from another site, or one with as few stories as are all compared, is of no harm."""
    random = Random(3)  # noqa: S311
    whole = library(stories)
    same_ids = library([told(random, story.id) for story in stories])
    few, none = library(stories[:40]), library([])
    for other in (same_ids, few, none, library(stories[:101])):
        _, kept = related_since(other, Kept())
        _, opposites = contrast_since(other, KeptOpposites())

        assert related_since(whole, kept)[0] == related(whole)
        assert contrast_since(whole, opposites)[0] == contrast(whole)


def test_what_is_told_in_a_language_is_read_again_when_that_changes(stories: list[Story]) -> None:
    """A site that changes its default language compares its stories anew."""
    both = [
        story.model_copy(update={"tellings": {**story.tellings, "nl": telling, "en": english}})
        for story in stories
        for english in [story.tellings[story.language].model_copy(update={"language": "en"})]
        for telling in [english.model_copy(update={"language": "nl", "body": f"{story.id} en meer"})]
    ]
    english = library(both)
    dutch = replace(english, languages=("nl", "en"))
    _, kept = related_since(english, Kept())

    assert related_since(dutch, kept)[0] == related(dutch)


def test_nothing_is_ranked_again_when_nothing_changed(
    stories: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build after no edit, or after an edit of a few words, does not compare all stories again."""
    whole = library(stories)
    _, kept = related_since(whole, Kept())
    ranked: list[int] = []
    opened: list[int] = []
    rank, print_of = Ranker.ranking, Prints._open
    monkeypatch.setattr(
        Ranker, "ranking", lambda self, place, *rest: ranked.append(place) or rank(self, place, *rest)
    )
    monkeypatch.setattr(Prints, "_open", lambda self, place: opened.append(place) or print_of(self, place))
    related_since(whole, kept)
    assert (ranked, opened) == ([], [])

    edited = list(stories)
    body(edited, Random(1))  # noqa: S311
    related_since(library(edited), kept)
    assert 0 < len(ranked) < COUNT // 2
