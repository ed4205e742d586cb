"""The stories for reference lists."""

from __future__ import annotations

from cx_stories.exports.data.dataset import Dataset
from cx_stories.views.story.citing import entry_of


def stories_bibtex(data: Dataset) -> bytes:
    """Give an entry for each story and language, the very one that its page shows."""
    return "\n".join(
        f"{entry_of(told.story, told.edition)}\n" for tellings in data.stories for told in tellings
    ).encode()
