"""The stories for reference lists."""

from __future__ import annotations

from cx_stories.exports.data.exported import Exported
from cx_stories.exports.data.joined import Joined
from cx_stories.views.story.citing import entry_of


def stories_bibtex() -> Joined:
    """Have an entry for each story and language, the very one that its page shows."""
    return Joined(_entries, lambda _, __: b"@misc{", between=b"\n")


def _entries(story: Exported) -> bytes:
    return "\n".join([f"{entry_of(told.story, told.edition)}\n" for told in story.tellings]).encode()
