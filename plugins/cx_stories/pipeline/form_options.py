"""What a site may say below `form:`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cx_stories.errors import ConfigurationError

Fault = Callable[[Sequence[str | int], str], ConfigurationError]
"""Makes an error of the steps that lead to a value, and what to change."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form for writers in the browser.

    repository:  where the stories are kept, such as `acme/stories`; nothing for a folder of the writer's
    """

    repository: str = ""


def form_of(value: Any, fault: Fault) -> Form | None:
    """Check what a site has set; nothing and `false` are no form.

    Raises:  ConfigurationError, with the place and what to change.
    """
    if value in (None, False):
        return None
    raise fault(("form",), "`form:` cannot be read.")
