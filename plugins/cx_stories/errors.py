"""What can go wrong for reasons a user can mend."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import ClassVar

LONGEST_MESSAGE = 600


class CxStoriesError(Exception):
    """Base of every error this package raises on purpose; its text is one line of sentences for people.

    code, name:    the rule that is broken
    file:          the file to mend; None if no file is to blame
    line, column:  the place in it, counted from 1; 0 where it is not known
    """

    code: ClassVar[str]
    name: ClassVar[str]

    def __init__(self, message: str, file: Path | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__(_on_one_line(message))
        self.file = file
        self.line = line
        self.column = column

    def report(self, relative_to: str = "") -> str:
        """Say it the way a finding is said: the place, the rule and how bad it is, then what to do.

        relative_to:  the folder from which the file is named; a file elsewhere goes by its bare name
        """
        title = f"{self.code} {self.name}  error\n  {self}"
        if self.file is None:
            return title
        numbers = (str(number) for number in (self.line, self.column) if number)
        return f"{':'.join((_named(self.file, relative_to), *numbers))}  {title}"


def _on_one_line(message: str) -> str:
    """Give a message without what could hide or forge others, and without the middle of what is endless."""
    line = _printable(" ".join(message.split()))
    half = LONGEST_MESSAGE // 2
    return line if len(line) <= LONGEST_MESSAGE else f"{line[:half]} … {line[-half:]}"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def _named(file: Path, folder: str) -> str:
    """Name a file without telling where on this machine it stands."""
    if file.is_relative_to(folder):
        return _printable(file.relative_to(folder).as_posix())
    return _printable(file.name if file.is_absolute() else file.as_posix())


class VocabularyError(CxStoriesError):
    """A vocabulary file breaks the contract of `vocabulary/data`."""

    code = "CX904"
    name = "invalid-vocabulary"


class ConfigurationError(CxStoriesError):
    """The configuration cannot be used."""

    code = "CX905"
    name = "invalid-configuration"


class UnknownRuleError(ConfigurationError):
    """The configuration names a rule that is none."""

    code = "CX903"
    name = "unknown-rule"


class IndexingError(Exception):
    """The index of the search was not made: nothing that is typed is to blame.

    said:  what the program that makes it had to say
    """

    def __init__(self, said: str) -> None:
        super().__init__(
            "The index of the search could not be made, so the site is not complete; do not publish it. "
            f"Pagefind says: {_on_one_line(said) or 'nothing'}. "
            "Is the disk full? Is the package `pagefind[extended]` installed?"
        )


class PublishingError(Exception):
    """The site could not be put where it belongs; the one that was there is as it was."""

    @classmethod
    def of(cls, error: OSError, folder: str) -> PublishingError:
        """Say what the system refused.

        folder:  the name of the output folder
        """
        cure = _REFUSED.get(error.errno or 0) or f"The system says: {_on_one_line(str(error))}."
        return cls(
            f"{cure.format(folder)} Nothing was published; the site that was in {folder}/ is as it was."
        )


DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What the system says where there is no room left, or none for this person."""
_NO_ROOM = "There is no room left on the disk: make room, and build again."
_NO_RIGHT = "The output folder {}/, or the folder around it, may not be written: see to whom they belong."
_NO_MOVE = (
    "The output folder {}/ cannot be replaced in one step, perhaps because a disk is mounted there: "
    "build into a folder within it."
)
_REFUSED = {
    **dict.fromkeys(DISK_FULL, _NO_ROOM),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _NO_RIGHT),
    **dict.fromkeys((errno.EXDEV, errno.EBUSY), _NO_MOVE),
}


class EndedProcessError(Exception):
    """A process that helped was ended from outside: nothing that is typed is to blame."""

    def __init__(self) -> None:
        super().__init__(
            "A process that worked on the stories was ended from outside, perhaps because the machine ran "
            "out of memory. Nothing is wrong with the stories. Close other programs and try again."
        )
