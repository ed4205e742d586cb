"""What an import left for a person to do is not published over it in silence."""

from __future__ import annotations

import pytest

from tests.conftest import Site

SAID = "CX314 open-to-do error This is still to be done. Do what the remark asks, and take the remark out."
FIELDS = """# To do: take out names.
title: A
# Te doen: de les.
lessons: [Look back.]
# A remark of one's own; to do: nothing.
"""


def test_published_story_with_something_to_do_is_refused(site: Site) -> None:
    """Each remark is pointed at, in either language; other remarks are the writer's own."""
    site.story("refund", FIELDS)

    assert [message for message in site.messages() if "CX314" in message] == [
        f"stories/refund.md:2:1 {SAID}",
        f"stories/refund.md:4:1 {SAID}",
    ]


@pytest.mark.parametrize("line", ["status: draft", "status: Draft"])
def test_draft_keeps_what_is_to_be_done(site: Site, line: str) -> None:
    """That is what a draft is for."""
    site.story("refund", f"{line}\n{FIELDS}")

    assert not [message for message in site.messages() if "CX314" in message]


def test_text_of_a_story_may_speak_of_things_to_do(site: Site) -> None:
    """A list on a wall is a part of the story."""
    site.story("refund", "title: A\n---\n# To do: the list on the wall\n\nShe read it.\n")

    assert not [message for message in site.messages() if "CX314" in message]
