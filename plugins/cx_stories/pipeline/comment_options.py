"""What a site may say below `comments:`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cx_stories.errors import ConfigurationError

Fault = Callable[[Sequence[str | int], str], ConfigurationError]
"""Makes an error of the steps that lead to a value, and what to change."""


@dataclass(frozen=True, slots=True)
class Comments:
    """How readers may comment on a story.

    mail:  the address to which they write
    """

    mail: str = ""


def comments_of(value: Any, fault: Fault) -> Comments | None:
    """Check what a site has set; nothing and `false` are no comments.

    Raises:  ConfigurationError, with the place and what to change.
    """
    if value in (None, False):
        return None
    raise fault(("comments",), "`comments:` cannot be read.")
