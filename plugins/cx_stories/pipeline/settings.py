"""What a site may set, as the pipeline takes it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from cx_stories.checks.personal.denied_names import NO_NAMES, DeniedNames
from cx_stories.checks.policy import Policy
from cx_stories.errors import ConfigurationError
from cx_stories.reading.finding import Excluded, out_of_sight


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site may set.

    content:       the folder with the stories
    languages:     the codes of the site's languages, the default one first
    vocabularies:  files that extend or override the vocabularies of the package
    drafts:        whether stories that are not published are shown
    excluded:      whether a path of the content folder is left out
    named_files:   the paths of the content folder that the configuration names, such as a style sheet
    today:         the day from which a date is in the future
    policy:        the severities of the site, and the findings it puts up with
    max_warnings:  how many warnings it puts up with; None if it has not said
    denied:        names that no story may have in it
    history:       whether readers are told on which days a story changed, as Git knows it
    """

    content: Path
    languages: Sequence[str] = ("en",)
    vocabularies: Sequence[Path] = ()
    drafts: bool = False
    excluded: Excluded = out_of_sight
    named_files: frozenset[str] = frozenset()
    today: date = date.max
    policy: Policy = field(default_factory=Policy)
    max_warnings: int | None = None
    denied: DeniedNames = NO_NAMES
    history: bool = False


def today() -> date:
    """Give the day of the build; SOURCE_DATE_EPOCH stands in for the clock where builds must be repeatable.

    Raises:  ConfigurationError
    Source:  https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigurationError(
            f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds.'
        ) from error
