"""A picture for examples: a small one that any browser shows."""

from __future__ import annotations

from base64 import b64decode

PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGM8MU2DgYEBAAhMAYh7jVnMAAAAAElFTkSuQmCC"
)
"""Two pixels of gold, as PNG."""
