"""JSON Feed 1.1 as a JSON Schema: stricter than the words, nothing that they do not name may appear.

Source:  https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string", "minLength": 1}
_ADDRESS: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
_DAY: Schema = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
_LANGUAGE: Schema = {"type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"}


def _record(**known: Schema) -> Schema:
    return {"type": "object", "properties": known, "additionalProperties": False}


_AUTHORS: Schema = {
    "type": "array",
    "minItems": 1,
    "items": {**_record(name=_TEXT, url=_ADDRESS, avatar=_ADDRESS), "minProperties": 1},
}
_ITEM: Schema = {
    **_record(
        id=_TEXT,
        url=_ADDRESS,
        external_url=_ADDRESS,
        title=_TEXT,
        content_html=_TEXT,
        content_text=_TEXT,
        summary=_TEXT,
        image=_ADDRESS,
        banner_image=_ADDRESS,
        date_published=_DAY,
        date_modified=_DAY,
        authors=_AUTHORS,
        tags={"type": "array", "items": _TEXT},
        language=_LANGUAGE,
    ),
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
}
SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_record(
        version={"const": "https://jsonfeed.org/version/1.1"},
        title=_TEXT,
        home_page_url=_ADDRESS,
        feed_url=_ADDRESS,
        description=_TEXT,
        user_comment=_TEXT,
        next_url=_ADDRESS,
        icon=_ADDRESS,
        favicon=_ADDRESS,
        authors=_AUTHORS,
        language=_LANGUAGE,
        expired={"type": "boolean"},
        items={"type": "array", "items": _ITEM},
    ),
    "required": ["version", "title", "items"],
}
