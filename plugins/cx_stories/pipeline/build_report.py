"""What a build tells of itself, for `cx build-report`. There is no path or name of this machine in it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from cx_stories.pipeline.keys import printing_key
from cx_stories.pipeline.reading_files import read_bounded
from cx_stories.pipeline.side_by_side import cores
from cx_stories.pipeline.stopwatch import Stopwatch

if sys.platform != "win32":
    import resource

MAX_SIZE = 1_000_000
"""Of a file that all stories are held against."""
MOST_SLOW = 5
_PACKAGES = ("cx-stories", "mkdocs", "mkdocs-material", "Markdown", "pagefind")
_KIB = 1 if sys.platform == "darwin" else 1024
"""In what the system counts memory, in bytes."""
Amount = Annotated[float, msgspec.Meta(ge=0, le=1e300)]
Number = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
"""No build takes or has more; what says so is no report."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of a build took.

    part:       its name in `stopwatch.Part`
    seconds:    in which the build did this and nothing else
    processor:  seconds of processors, of all processes that worked for it
    count:      how many pieces were worked on; 0 where nobody has counted
    bytes:      how many bytes they had; 0 where nobody has counted
    """

    part: str
    seconds: Amount
    processor: Amount
    count: Number = 0
    bytes: Number = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What of one kind, such as stories, was taken from the last build, and what was made anew."""

    kind: str
    used: Number
    made: Number


@dataclass(frozen=True, slots=True)
class Slow:
    """A file on whose Markdown much work was done, and for how many seconds."""

    path: str
    seconds: Amount


@dataclass(frozen=True, slots=True)
class Report:
    """What a build tells of itself.

    seconds:     from when it had read `mkdocs.yml` until the site was in its place
    processor:   seconds of processors meanwhile, of all processes that have ended
    memory:      the most bytes of memory that the process itself had; 0 where the system cannot say
    largest:     the most that one of its other processes had
    processors:  how many it could use
    bytes:       how many bytes the site has; 0 where nobody has counted
    versions:    of what made the site, by their names
    changed:     what is not as it was in the build before; nothing for the first build
    marks:       stand for what a build depends on as a whole, to know what has changed
    first:       whether nothing was known of a build before
    onlookers:   other plugins that want to see every page
    """

    stories: Number
    pages: Number
    languages: Sequence[str]
    seconds: Amount
    processor: Amount
    memory: Number
    largest: Number
    processors: Number
    parts: Sequence[Part]
    kept: Sequence[Kept]
    slow: Sequence[Slow]
    versions: Mapping[str, str]
    marks: Mapping[str, str]
    changed: Sequence[str]
    first: bool
    onlookers: Sequence[str] = ()
    command: Literal["build", "serve"] = "build"
    bytes: Number = 0
    version: Literal[1] = 1
    """Goes up when a key is renamed or dropped."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about, as far as the time it takes does not say it.

    standing:  the files that all stories are held against, by what they are called in a report
    """

    stories: int
    pages: int
    languages: Sequence[str]
    standing: Mapping[str, Sequence[Path]]
    onlookers: Sequence[str] = ()
    command: Literal["build", "serve"] = "build"
    bytes: int = 0


def report_of(watch: Stopwatch, subject: Subject, before: Report | None) -> Report:
    """Put together what is known of a build that is over.

    before:  that of the build before it
    """
    watch.book()
    seconds, processor = watch.whole
    marks = _marks(subject.standing)
    memory, largest = _memory()
    told = watch.told
    return Report(
        stories=subject.stories,
        pages=subject.pages,
        languages=tuple(subject.languages),
        seconds=_rounded(seconds),
        processor=_rounded(max(processor, sum(taken.processor for taken in told.parts.values()))),
        memory=memory,
        largest=largest,
        processors=cores(),
        parts=tuple(
            Part(part, _rounded(taken.wall), _rounded(taken.processor), taken.count, taken.size)
            for part, taken in told.parts.items()
        ),
        kept=tuple(Kept(kind, kept.used, kept.made) for kind, kept in told.kept.items()),
        slow=tuple(Slow(path, _rounded(taken)) for taken, path in told.slow[:MOST_SLOW]),
        versions=_versions(),
        marks=marks,
        changed=() if before is None else _changed(before.marks, marks),
        first=before is None and not any(kept.used for kept in told.kept.values()),
        onlookers=tuple(subject.onlookers),
        command=subject.command,
        bytes=subject.bytes,
    )


def _changed(before: Mapping[str, str], marks: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in sorted(before.keys() | marks) if before.get(name) != marks.get(name))


def _marks(standing: Mapping[str, Sequence[Path]]) -> Mapping[str, str]:
    """Stand for what each kind of files says, and for the program."""
    contents = {name: b"".join(_contents(paths)) for name, paths in standing.items()}
    return {name: _mark(content) for name, content in {"program": printing_key(), **contents}.items()}


def _contents(paths: Sequence[Path]) -> Iterable[bytes]:
    for path in paths:
        content = b""
        with suppress(OSError):
            content = read_bounded(path, MAX_SIZE)
        yield b"%d " % len(content) + content


def _mark(content: bytes) -> str:
    return blake2b(content, digest_size=8).hexdigest()


@cache
def _versions() -> Mapping[str, str]:
    found = {"Python": platform.python_version()}
    for package in _PACKAGES:
        with suppress(PackageNotFoundError):
            found[package] = version(package)
    return found


def _memory() -> tuple[int, int]:
    """Give the most memory of this process, and of one of its children that have ended."""
    if sys.platform == "win32":
        return 0, 0
    ours, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return ours.ru_maxrss * _KIB, theirs.ru_maxrss * _KIB


def _rounded(seconds: float) -> float:
    return round(max(0.0, seconds), 4)
