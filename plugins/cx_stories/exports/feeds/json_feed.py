"""A feed as JSON Feed.

Source:  https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from cx_stories.exports.feeds.entry import Entry
from cx_stories.exports.feeds.feed import Feed

FILE = "feed.json"
TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"
_encode = msgspec.json.Encoder().encode


def json_feed(feed: Feed, address: str) -> bytes:
    """Write a feed as JSON Feed.

    address:  its own
    """
    made = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "description": feed.summary,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": feed.site}],
        "items": [_item(entry, feed) for entry in feed.entries],
    }
    return msgspec.json.format(_encode(_filled(made)), indent=1) + b"\n"


def _item(entry: Entry, feed: Feed) -> dict[str, Any]:
    return _filled(
        {
            "id": entry.address,
            "url": entry.address,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.content,
            "content_text": "" if entry.content else entry.summary,
            "image": entry.image,
            "date_published": _midnight(entry.published),
            "date_modified": _midnight(entry.updated),
            "authors": [{"name": name} for name in entry.authors],
            "tags": [label.text for label in entry.categories],
            "language": "" if entry.language == feed.language else entry.language,
        }
    )


def _filled(made: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing: no key of this format may be empty."""
    return {name: value for name, value in made.items() if value}


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
