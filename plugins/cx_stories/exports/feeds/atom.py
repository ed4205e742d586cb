"""A feed as Atom.

Source:  https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import escape
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from cx_stories.exports.feeds.entry import Entry
from cx_stories.exports.feeds.feed import Feed

FILE = "feed.xml"
TYPE = "application/atom+xml"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no way to write."""


class _Atom(Atom1Feed):  # type: ignore[misc]  # (the library has no types)
    """Says also the language of an entry, and the names of what it is filed under."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """Say in which language an entry is, where that is not the language of the feed."""
        same = item["language"] == self.feed["language"]
        return {} if same else {"xml:lang": item["language"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """Say all that is said of an entry, and its authors and categories."""
        super().add_item_elements(handler, item)
        for name in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        for term, label in item["labels"]:
            handler.addQuickElement("category", "", {"term": term, "label": label})


def atom(feed: Feed, address: str) -> bytes:
    """Write a feed as Atom.

    address:  its own
    """
    made = _Atom(
        title=_fit(feed.title),
        link=feed.home,
        description=_fit(feed.summary),
        language=feed.language,
        author_name=_fit(feed.publisher),
        feed_url=address,
        feed_guid=feed.home,
    )
    for entry in feed.entries:
        _add(entry, made)
    written = StringIO()
    made.write(written, "utf-8")
    return f"{written.getvalue()}\n".encode()


def _add(entry: Entry, feed: _Atom) -> None:
    feed.add_item(
        title=_fit(entry.title),
        link=entry.address,
        description=_fit(escape(entry.summary, quote=False)),
        content=_fit(entry.content) or None,
        unique_id=entry.address,
        pubdate=_midnight(entry.published),
        updateddate=_midnight(entry.updated),
        language=entry.language,
        authors=tuple(map(_fit, entry.authors)),
        labels=tuple((_fit(label.id), _fit(label.text)) for label in entry.categories),
    )


def _fit(text: str) -> str:
    return _UNFIT.sub("", text)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
