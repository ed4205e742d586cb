"""How the options of a site are refused: what is said of a name that is none, and of a switch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from cx_stories.checks.typed import closest
from cx_stories.errors import ConfigurationError

Fault = Callable[[Sequence[str | int], str], ConfigurationError]
"""Makes an error of the steps that lead to a value, and what to change."""
_SWITCHES = {"true": True, "false": False}


def names_of(options: type) -> Sequence[str]:
    """Give what may be set: the fields of the class that holds it."""
    return tuple(field.name for field in fields(options))


def refuse_unknown(
    block: Iterable[Any], known: Sequence[str], steps: Sequence[str], fault: Fault, cure: str = ""
) -> None:
    """Stop at a name that nothing knows.

    block:   the names that are set
    steps:   the keys above them; none for those of the plugin itself
    cure:    what to do if no known name is close; else all of them are listed
    Raises:  ConfigurationError
    """
    for name in block:
        if name not in known:
            meant = closest(str(name), known)
            advice = f'Did you mean "{meant}"?' if meant else cure or f"Choose from: {', '.join(known)}."
            above = steps[-1] if steps else "cx-stories"
            raise fault((*steps, str(name)), f"`{name}:` is not an option of `{above}:`. {advice}")


def switch_of(value: Any, steps: Sequence[str], fault: Fault) -> bool:
    """Give what a switch says; in quotation marks it says the same.

    Raises:  ConfigurationError if it is none
    """
    said = _SWITCHES.get(value.casefold()) if isinstance(value, str) else value
    if not isinstance(said, bool):
        raise fault(steps, f"`{steps[-1]}:` is `true` or `false`.")
    return said
