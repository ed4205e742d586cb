"""CX901: a finding is ignored that is not there, or no longer."""

from __future__ import annotations

from cx_stories.checks.abstract import Ignored
from cx_stories.checks.base import Fault, Rule
from cx_stories.model.diagnostic import Severity


def ran_out(ignored: Ignored) -> Fault:
    """Word what is wrong with a day that has passed."""
    return Fault(
        ignored.span,
        f"{ignored.rule} was to be ignored until {ignored.until}, and that day is over. "
        "Mend what it finds, or look again and give a later day.",
    )


def useless(ignored: Ignored) -> Fault:
    """Word what is wrong with ignoring something that is not found."""
    return Fault(ignored.span, f"{ignored.rule} finds nothing here. Remove it from `ignore:`.")


STALE_IGNORE = Rule(
    code="CX901",
    name="stale-ignore",
    severity=Severity.WARNING,
    summary="What a story ignores is really found there, and the day until which has not passed.",
    why="It would hide the next fault of that kind, which nobody has looked at.",
    good="title: Refund in one call\nelements: [surprising]\n"
    "ignore: [{rule: CX301, reason: The teller remembers no more}]\n",
    bad="title: Refund in one call\nignore: [{rule: CX301, reason: The teller remembers no more}]\n",
)
