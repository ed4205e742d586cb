"""What is said about one thing that was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How it is with a thing: an error stops a build, a warning makes it worse, an info is there to know."""

    FINE = "ok"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was looked at.

    says:  what was seen, in a sentence
    cure:  what to do about it, in a sentence or two; nothing where nothing has to be done
    """

    state: State
    says: str
    cure: str = ""

    def __str__(self) -> str:
        return f"{self.state:<7}  {self.says}{' ' * bool(self.cure)}{self.cure}"


def fine(says: str) -> Remark:
    """Say of something that it is as it should be."""
    return Remark(State.FINE, says)


def info(says: str, cure: str = "") -> Remark:
    """Say something that is good to know."""
    return Remark(State.INFO, says, cure)


def warning(says: str, cure: str = "") -> Remark:
    """Say what makes a site, or what is printed, worse than it could be."""
    return Remark(State.WARNING, says, cure)


def error(says: str, cure: str = "") -> Remark:
    """Say what stops a build."""
    return Remark(State.ERROR, says, cure)
