"""The fields that writers mean by the names they type."""

from __future__ import annotations

import re
from collections.abc import Collection

from cx_stories.checks.typed import closest

THEME = frozenset({"template", "hide", "search", "icon", "comments", "social"})
"""Keys by which other sites say how a page looks; no slip for a field, however alike."""
NAMED_BY_FILE = "id"
OTHER_WORDS = {
    "organization": "organisation",
    "emotion": "emotions",
    "description": "summary",
    "picture": "image",
    "photo": "image",
    "titel": "title",
    "samenvatting": "summary",
    "datum": "date",
    "oordeel": "polarity",
    "polariteit": "polarity",
    "elementen": "elements",
    "gemist": "missed",
    "lessen": "lessons",
    "fasen": "stages",
    "fases": "stages",
    "kanalen": "channels",
    "contactmomenten": "touchpoints",
    "contactpunten": "touchpoints",
    "zintuigen": "senses",
    "emoties": "emotions",
    "branche": "sector",
    "organisatie": "organisation",
    "uitkomsten": "outcomes",
    "aanleiding": "incident",
    "herstel": "recovery",
    "verteller": "teller",
    "auteur": "author",
    "schrijver": "author",
    "reeks": "series",
    "nummer": "issue",
    "paar": "pair",
    "verwant": "related",
    "herkomst": "provenance",
    "bron": "source",
    "bronnen": "source",
    "toestemming": "consent",
    "afbeelding": "image",
    "foto": "image",
    "vragen": "questions",
    "theater": "theatre",
    "publicatie": "publication",
    "soort": "kind",
    "bestand": "file",
    "id": "lesson",
    "les": "lesson",
    "tekst": "text",
    "standpunt": "stance",
}
"""What else writers call a field."""
_ODD_BLANKS = re.compile(r"(?:[^\S ]|[\u200b-\u200d\u2060\ufeff])[\s\u200b-\u200d\u2060\ufeff]*")


def after_odd_blanks(typed: str) -> str:
    """Give the name behind blanks that are not ordinary spaces, as word processors put in; else nothing."""
    found = _ODD_BLANKS.match(typed)
    return typed[found.end() :] if found else ""


def surely_meant(typed: str, known: Collection[str]) -> str:
    """Give the field that a name stands for beyond doubt: another word for it, or other capitals."""
    name = typed.casefold()
    meant = OTHER_WORDS.get(name, name)
    return meant if meant in known else ""


def field_meant(typed: str, known: Collection[str]) -> str:
    """Give the field that was meant, surely or probably, by a name that is not known; else nothing."""
    typed = after_odd_blanks(typed) or typed
    sure = surely_meant(typed, known)
    if typed in THEME or (typed == NAMED_BY_FILE and not sure):
        return ""
    return sure or closest(typed, tuple(known))
