"""What is mutated: the demonstration stories, and the example of every rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cx_stories.checks.examples import files_of
from cx_stories.checks.registry import CHECKS
from tests.reading.faulty_front_matter import FAULTY

CONTENT = Path(__file__).parents[2] / "content"
Files = Mapping[str, bytes]
"""The files of a content folder, by path."""


def stock() -> Sequence[Files]:
    """Give small collections of files, always in the same order."""
    return (*_demonstration(), *_examples())


def _demonstration() -> Iterator[Files]:
    """Give each story and page with its translations."""
    told: dict[str, dict[str, bytes]] = {}
    for file in sorted(CONTENT.rglob("*.md")):
        path = file.relative_to(CONTENT).as_posix()
        told.setdefault(path.partition(".")[0], {})[path] = file.read_bytes()
    yield from told.values()


def _examples() -> Iterator[Files]:
    for rule in CHECKS:
        for example in (rule.bad, rule.good):
            files = files_of(example)
            yield {path: raw for path, raw in files.items() if not path.startswith("../")}
    for text, _ in FAULTY.values():
        yield {"stories/faulty.md": text.encode() if isinstance(text, str) else text}
