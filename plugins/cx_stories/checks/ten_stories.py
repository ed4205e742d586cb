"""A made-up collection for examples: large enough for the rules about gaps, and without a gap."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.checks.collection import LARGE

_MISSED = "polarity: negative\nelements: []\nmissed:\n  surprising: All went by the rules.\nrecovery: none\n"


def ten_stories(
    first: str = "series: coats\n", second: str = f"series: coats\n{_MISSED}"
) -> Mapping[str, str]:
    """Give the files of the collection, all stories in one series.

    first, second:  the front matter of the first two stories, to be laid over the sample story
    """
    rest = {
        f"stories/story-{number:02}.md": f"title: Coat {number}\nseries: coats\n"
        for number in range(3, LARGE + 1)
    }
    return {
        "series/coats.md": "---\ntitle: Ten coats\n---\n",
        "stories/story-01.md": first,
        "stories/story-02.md": second,
        **rest,
    }
