"""What a preview shows besides the site: the findings, where their writer looks for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cx_stories.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as it is shown on a page.

    place:   file and line, such as `content/stories/refund.md:6`
    before, meant, after:  the line, parted around what the finding is about; empty where no line is known
    """

    place: str
    code: str
    name: str
    severity: Severity
    message: str
    before: str = ""
    meant: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A story or page that cannot be shown because of an error.

    address:  where it would be
    file:     where it stands, relative to the content folder, and the language of that file
    titles:   what it is called, by language; without a language that it could not be read in
    """

    address: str
    file: tuple[str, str]
    titles: Mapping[str, str]
    findings: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Preview:
    """The findings by page: what cannot be shown, and by address what there is to say of other pages."""

    unfit: Sequence[Unfit] = ()
    notes: Mapping[str, Sequence[Finding]] = field(default_factory=dict)


NO_PREVIEW = Preview()
"""That of a build, in which no finding is ever seen."""
