"""The other half of a pair: one line, and no other byte."""

from __future__ import annotations

import pytest

from cx_stories.pipeline.telling_together import pair_named_in, tell_together
from cx_stories.reading.finding import find_files
from tests.conftest import Site

UNCLEAR = "This file is written in a way that leaves no clear place for the line."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"---\ntitle: A\n---\nText", b"---\ntitle: A\npair: b\n---\nText"),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n", b"\xef\xbb\xbf---\r\ntitle: A\r\npair: b\r\n---\r\n"),
        (
            b"---\ntitle: A\npair:  # later\nsector: home\n---\n",
            b"---\ntitle: A\npair: b  # later\nsector: home\n---\n",
        ),
        (b"---\nlessons:\n  - One.\n\n# end\n---\n", b"---\nlessons:\n  - One.\n\n# end\npair: b\n---\n"),
        (b"---\ntitle: A\npair: b\n---\n", b"---\ntitle: A\npair: b\n---\n"),
    ],
)
def test_one_line_is_added(site: Site, before: bytes, after: bytes) -> None:
    """Remarks, line ends, marks and everything else stay as somebody typed them."""
    file = site.file("stories/a.md", before)
    [found] = find_files(site.content, ["en"])

    assert tell_together(found, "b") == ""
    assert (file.read_bytes(), pair_named_in(found)) == (after, "b")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"---\npair: c\n---\n", "This story names another pair already."),
        (b"---\n{title: A}\n---\n", UNCLEAR),
        (b"---\ntitle: |\n  A\n  ---\n", UNCLEAR),
        (b"No fences.\n", UNCLEAR),
        (b"---\ntitle: \xff\n---\n", UNCLEAR),
        (b"---\ntitle: A\nunfinished: [a,\n---\n", UNCLEAR),
    ],
)
def test_what_is_not_clear_is_left(site: Site, text: bytes, why: str) -> None:
    """A file that has a pair, or no sure place for one, is not touched, and the reason is told."""
    file = site.file("stories/a.md", text)
    [found] = find_files(site.content, ["en"])

    assert (tell_together(found, "b"), file.read_bytes()) == (why, text)
