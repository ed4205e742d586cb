"""The figures for programs: keys that stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cx_stories.cli.counting.figures import Count, Figures
from cx_stories.model.story import Story

VERSION = 1
"""Goes up when a key is renamed or dropped."""


def as_values(figures: Figures) -> Mapping[str, Any]:
    """Give the figures with ids for terms and stories."""
    return {
        "version": VERSION,
        "site": figures.name,
        "stories": len(figures.stories),
        "drafts": figures.drafts,
        "left_out": figures.left_out,
        "oldest": _dated(figures.oldest),
        "newest": _dated(figures.newest),
        "languages": dict(figures.told),
        "untranslated": {language: list(ids) for language, ids in figures.untranslated.items()},
        "polarity": {
            "positive": figures.polarity.positive,
            "negative": figures.polarity.negative,
            "other": figures.polarity.other,
        },
        "elements": {one.term.id: {"hit": one.there, "missed": one.missed} for one in figures.elements},
        "bands": [
            {"scores": [int(score) for score in one.within], "stories": one.count} for one in figures.bands
        ],
        "journey": {
            stage.id: {
                channel.id: count
                for channel in figures.channels
                if (count := figures.crossings.get((stage.id, channel.id), 0))
            }
            for stage in figures.stages
        },
        "provenance": _counted(figures.provenance),
        "sources": dict(figures.sources),
        "lessons": {
            "told": figures.lessons.told,
            "shared": figures.lessons.shared,
            "on_one_story": len(figures.lessons.single),
        },
        "terms": {vocabulary: _counted(counts) for vocabulary, counts in figures.terms.items()},
    }


def _counted(counts: Iterable[Count]) -> Mapping[str, int]:
    return {one.term.id: one.stories for one in counts}


def _dated(story: Story | None) -> Mapping[str, str | None] | None:
    if story is None:
        return None
    return {"id": story.id, "date": story.date.isoformat() if story.date else None}
