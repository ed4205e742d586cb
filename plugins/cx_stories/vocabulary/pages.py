"""Where the pages of terms are."""

from __future__ import annotations

UNSEEN = frozenset({"status", "consent", "stance"})
"""The vocabularies that tell of a file and not of an experience; readers never see them."""
_OWN = {"elements": "elements", "polarity": "polarity"}
"""Vocabularies whose terms have a part of the site to themselves."""


def page_of_term(vocabulary: str, identity: str) -> str:
    """Give the address of a term; nothing for one of a vocabulary that no reader needs."""
    if vocabulary in UNSEEN or not identity:
        return ""
    return f"{_OWN.get(vocabulary, f'terms/{vocabulary}')}/{identity}"
