"""Two stories in one file are told apart from scenes, tables and code."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site


def _places(site: Site, body: str) -> list[str]:
    """Give the findings about a story whose text, from line 12 on, has four lines and then this."""
    site.story("refund", f"title: Refund\n---\n{BODY}\n{body}")
    return site.places()


def test_second_story_in_a_file_is_reported_where_it_begins(site: Site) -> None:
    """It would be printed as the end of the first; a draft is stopped by it, too."""
    site.story("refund", f"title: Refund\nstatus: draft\n---\n{BODY}\n---\ntitle: Kettle\n---\n{BODY}")

    assert site.messages() == [
        "stories/refund.md:17:1 CX014 second-front-matter error Another story begins here, in the same file. "
        "Give each story a file of its own: cut everything from this line on, and paste it into a new file."
    ]


def test_every_further_story_is_reported(site: Site) -> None:
    """A whole collection may have been pasted into one file."""
    other = f"---\ntitle: Kettle\n\nlessons:\n- Draw.\n  Often.\n-----\n\n{BODY}\n"

    assert _places(site, other * 2) == [
        "stories/refund.md:16:1 CX014 error",
        "stories/refund.md:28:1 CX014 error",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "---\n\nsource: he knew of none.\nAnd so it went.\n\n---\n\nThe end.\n",
        "---\n\nWho: nobody.\n\n---\n\nThe end.\n",
        "---\ntitle: Kettle\n",
        "| title: A |\n| --- |\n| B |\n\nA | B\n---|---\n1 | 2\n",
        "```yaml\n---\ntitle: Kettle\n---\n```\n",
        "> ---\n> title: Kettle\n> ---\n",
    ],
    ids=["scene with a colon", "unknown field", "never closed", "tables", "code", "quotation"],
)
def test_what_only_looks_like_another_story_is_fine(site: Site, body: str) -> None:
    """A rule that nobody may ignore must be sure."""
    assert _places(site, body) == []
