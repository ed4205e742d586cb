"""The front matter of made-up stories: every field, in the combinations in which writers use them.

Which fields and terms a story has depends on its number, so that thirty stories have every field between
them; the words depend on the seed as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from cx_stories.model.story import SUMMARY_LIMIT
from cx_stories.vocabulary.loading import load
from words import Speech

PICTURES = tuple(f"scene-{number}.png" for number in range(1, 9))
_TERMS = {name: [term.id for term in vocabulary.choices] for name, vocabulary in load().items()}
_FIRST_DAY, _DAYS = date(2012, 1, 1), 5000
_PROVENANCES = ("retold", "first-hand", "fictional", "composite", "retold")

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Roster:
    """What the stories of a collection may name by its id: one another, people and series."""

    stories: Sequence[str]
    people: Sequence[str]
    series: Sequence[str]


def words_of(index: int, speech: Speech, random: Random) -> Fields:
    """Give the fields that are language, and that every telling of the story has."""
    hits, misses = _elements(index)
    fields: Fields = {
        "summary": summary(speech, random),
        "elements": {} if _is_short(index) else _evidence(hits, speech, random),
        "missed": {} if _is_short(index) else _evidence(misses, speech, random),
        "lessons": _lessons(index, speech.sentences(random, 1 + index % 3, (10, 20))),
        "questions": speech.sentences(random, index % 4, (9, 18), "?"),
        "theatre": _evidence(_some("theatre", index, 3), speech, random) if index % 5 == 2 else {},
    }
    if index % 6 == 1:
        picture = PICTURES[index % len(PICTURES)]
        fields["image"] = {"file": picture, "alt": speech.sentence(random, 8), "credit": speech.name(random)}
    return _filled(fields)


def facts_of(index: int, roster: Roster, speech: Speech, random: Random) -> Fields:
    """Give the fields that hold in every language, and that only the first telling has."""
    hits, misses = _elements(index)
    fields: Fields = {
        "date": _FIRST_DAY + timedelta(days=random.randrange(_DAYS)),
        "polarity": polarity(index),
        "status": "published" if index % 2 else "",
        "missed": misses if _is_short(index) else [],
        "stages": _some("stages", index, random.randint(2, 3)),
        "channels": _some("channels", index, random.randint(2, 3)),
        "touchpoints": _some("touchpoints", index, random.randint(1, 3)),
        "senses": _some("senses", index, 3 if "engaging" in hits else index % 3),
        "emotions": _some("emotions", index, random.randint(2, 5)),
        "sector": _one("sectors", index),
        "organisation": speech.name(random) if index % 6 == 2 else "",
        "outcomes": _some("outcomes", index, random.randint(1, 2)),
        "incident": _one("incident", index),
        "recovery": _one("recovery", index),
        **_references(index, roster, random),
        **_origin(index, speech, random),
        "aliases": [f"{roster.stories[index]}-before"] if index % 20 == 7 else [],
        "ignore": [_accepted(speech, random)] if _is_short(index) and hits else [],
    }
    return ({"elements": list(hits)} if _is_short(index) or not hits else {}) | _filled(fields)


def polarity(index: int) -> str:
    """Give the verdict on a story; the two of a pair have opposite ones."""
    return "negative" if index % 2 else "positive"


def summary(speech: Speech, random: Random) -> str:
    """Give one sentence that fits on a card."""
    sentence = speech.sentence(random, random.randint(14, 24))
    return sentence if len(sentence) <= SUMMARY_LIMIT else sentence[:SUMMARY_LIMIT].rpartition(" ")[0]


def _lessons(index: int, sentences: Sequence[str]) -> list[Any]:
    """Give the lessons of a story; three stories in ten share their first, and one of them is against it."""
    place = index % 10
    if place not in (0, 3, 7):
        return list(sentences)
    stance = {"stance": "contradicts"} if place == 7 else {}
    return [{"lesson": f"lesson-{index // 10 % 40}", "text": sentences[0], **stance}, *sentences[1:]]


def _references(index: int, roster: Roster, random: Random) -> Fields:
    """Give what a story names of the collection; two neighbours in five out of six are a pair."""
    twin = index ^ 1
    paired = index // 2 % 6 != 5 and twin < len(roster.stories)
    others = [story for number, story in enumerate(roster.stories) if number not in (index, twin)]
    picks = random.sample(others, min(3, len(others)))
    in_series = index % 3 == 0
    return {
        "teller": roster.people[index % len(roster.people)],
        "author": roster.people[index % 3] if index % 4 else "",
        "series": roster.series[index // 3 % len(roster.series)] if in_series else "",
        "issue": str(1 + index // 3) if in_series else "",
        "pair": roster.stories[twin] if paired else "",
        "related": picks[:2] if index % 5 == 3 else [],
        "unrelated": picks[2:] if index % 10 == 4 else [],
    }


def _origin(index: int, speech: Speech, random: Random) -> Fields:
    """Give where a story comes from, with what its provenance asks for."""
    provenance = _PROVENANCES[index % len(_PROVENANCES)]
    day = _FIRST_DAY + timedelta(days=random.randrange(_DAYS))
    source = {
        "title": speech.name(random),
        "publication": speech.name(random),
        "author": speech.name(random),
        "url": f"https://example.org/{'/'.join(speech.rare(random, 3))}",
        "accessed": day,
        "kind": _one("source_kind", index),
    }
    consent = {"status": "given", "date": day, "ref": f"letter {index + 1}"}
    return {
        "provenance": provenance,
        "source": source if provenance == "retold" else {},
        "consent": consent if provenance in ("first-hand", "composite") else {},
    }


def _accepted(speech: Speech, random: Random) -> Fields:
    reason = speech.sentence(random, 8)
    return {"rule": "CX301", "reason": reason, "until": date(2099, 12, 31)}


def _is_short(index: int) -> bool:
    """Whether the elements of a story are a plain list, without evidence."""
    return index % 15 == 6


def _elements(index: int) -> tuple[list[str], list[str]]:
    """Give the elements that were there and those that were missed; only a positive story may miss none."""
    random = Random(index)
    there = random.randint(1, 3) if polarity(index) == "positive" else random.randint(0, 2)
    missed = random.randint(0, 1) if polarity(index) == "positive" else random.randint(1, 3)
    chosen = random.sample(_TERMS["elements"], there + missed)
    return _in_order(chosen[:there]), _in_order(chosen[there:])


def _in_order(elements: Sequence[str]) -> list[str]:
    return [element for element in _TERMS["elements"] if element in elements]


def _evidence(terms: Sequence[str], speech: Speech, random: Random) -> dict[str, str]:
    return {term: speech.sentence(random, random.randint(12, 24)) for term in terms}


def _one(vocabulary: str, index: int) -> str:
    """Give a term; as many stories in a row as there are terms have them all."""
    return _TERMS[vocabulary][index % len(_TERMS[vocabulary])]


def _some(vocabulary: str, index: int, count: int) -> list[str]:
    """Give some terms, each a while after the one before, the first of them as `_one` has it."""
    terms = _TERMS[vocabulary]
    step = 1 + index // len(terms) % 2
    return list(dict.fromkeys(terms[(index + step * number) % len(terms)] for number in range(count)))


def _filled(fields: Fields) -> Fields:
    """Leave out what is empty, as a writer would."""
    return {name: value for name, value in fields.items() if value}
