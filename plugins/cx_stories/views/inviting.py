"""Where somebody finds out how to tell a story."""

from __future__ import annotations

from cx_stories.views import addresses
from cx_stories.views.edition import Edition

_OWN = "contribute"


def invitation(edition: Edition) -> str:
    """Give the address of the site's own page for writers, else that of the lines above a story."""
    return _OWN if edition.prose(_OWN) else addresses.FRONT_MATTER
