"""Whether a stream of a command leads to a person: it may lead anywhere, and may not be there at all."""

from __future__ import annotations

from typing import TextIO


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at the other end; nobody is where a stream was closed before we began."""
    return stream is not None and not stream.closed and stream.isatty()
