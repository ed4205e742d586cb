"""What was asked of `cx check`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline.remembering import FOLDER


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed on the command line.

    paths:        files and folders to tell about; none for all
    select, ignore:  rules to tell about, or not, by code, name or family
    diff_base:    a point of Git's history; only what has changed since is told
    form:         how it is printed
    output_file:  where to; None for the screen
    fail_on:      from how bad a finding on the command fails
    statistics:   whether rules are counted instead of told one by one
    remember:     whether what was found last time may be used
    """

    config_file: Path
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    diff_base: str = ""
    form: str = "full"
    output_file: Path | None = None
    fail_on: Severity = Severity.ERROR
    statistics: bool = False
    remember: bool = True

    @property
    def memory(self) -> Path | None:
        """The folder of what is remembered between two checks."""
        return self.config_file.parent / FOLDER if self.remember else None
