"""The places in a text that links may lead to."""

from __future__ import annotations

from cx_stories.checks.anchors import anchors_of
from cx_stories.model.document import Document, Kind
from cx_stories.reading.prose import scan


def test_hostile_text_has_no_footnotes() -> None:
    """Half a megabyte of footnotes that are never closed is read as quickly as any text."""
    body = "[^" * 250_000 + "[^1] [^a]: b"
    document = Document("stories/refund.md", Kind.STORY, "refund", "en", body=body)

    assert anchors_of(document, scan(body, 1)) == ("fnref:1", "fn:a")
