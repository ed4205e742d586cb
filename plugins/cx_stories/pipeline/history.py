"""On which days the files of a collection were changed, as Git knows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path

import msgspec

from cx_stories.pipeline.git import git
from cx_stories.pipeline.keys import program_key
from cx_stories.pipeline.remembering import FOREIGN, KEY, Memory

PATIENCE = 60.0
"""For how many seconds Git may look: far longer than it needs, so that the answer is the same everywhere."""
_COMMIT = "\x01"
_STATE = ("rev-parse", "--is-shallow-repository", "--is-inside-work-tree", "--show-prefix", "HEAD")
_KNOWN_WHOLE = "false\ntrue\n"
"""How the answer begins where Git has all of the history, and the files beside it."""
NAME = "history.memory"
_Days = Mapping[str, Sequence[date]]
_DECODER = msgspec.msgpack.Decoder(dict[str, tuple[date, ...]])
_ENCODER = msgspec.msgpack.Encoder()


def days_of_change(content: Path, memory: Path | None = None) -> _Days:
    """Map each file to the days of its commits, the last one first; a file that was renamed keeps its days.

    A day is that of the person who committed, wherever this runs. What is not committed does not count.
    memory:  the folder in which is kept what Git has said, until there is another commit
    Returns  by path relative to the folder; nothing where Git is missing, the folder is in no checkout, or
             only a part of the history was fetched
    """
    state = "".join(git(content, *_STATE, seconds=PATIENCE) or ())
    if not state.startswith(_KNOWN_WHOLE):
        return {}
    kept = Memory(memory, NAME)
    key = blake2b(program_key() + state.encode(errors="backslashreplace"), digest_size=KEY).digest()
    days = _remembered(kept, key) or _told_by_git(content)
    if days:
        kept.keep(key, _ENCODER.encode(days))
        kept.save()
    return days


def _remembered(memory: Memory, key: bytes) -> _Days:
    entry = memory.recall(key)
    try:
        return _DECODER.decode(entry) if entry else {}
    except FOREIGN:
        return {}


def _told_by_git(content: Path) -> _Days:
    listed = git(content, *_LOG, seconds=PATIENCE)
    return _days(listed) if listed else {}


_LOG = (
    *("-c", "log.showSignature=false", "-c", "diff.renameLimit=400"),
    *("log", "-z", f"--format={_COMMIT}%cs", "--name-status", "--find-renames", "--relative"),
)
"""Without a path: for a path Git would compare every commit twice. `--relative` leaves out other folders."""


def _days(listed: Sequence[str]) -> Mapping[str, Sequence[date]]:
    """Go back through the commits; before a rename, the old name means the file that has the new one now."""
    found: dict[str, list[date]] = {}
    now: dict[str, str] = {}
    for day, changes in _commits(iter(listed)):
        earlier = {}
        for before, after in changes:
            current = now.get(after, after)
            found.setdefault(current, []).append(day)
            if before != after:
                earlier[before] = current
                earlier.setdefault(after, _ANOTHER)
        now.update(earlier)
    return {path: tuple(sorted(days, reverse=True)) for path, days in found.items() if path != _ANOTHER}


_ANOTHER = ""
"""What a name means before a file got it that had another: something that is gone."""


def _commits(listed: Iterator[str]) -> Iterator[tuple[date, Sequence[tuple[str, str]]]]:
    """Give day and changes of every commit, the last one first; a change is the name before and after."""
    day, changes = date.min, list[tuple[str, str]]()
    for word in listed:
        if word.startswith(_COMMIT):
            yield day, changes
            day, changes = date.fromisoformat(word[1:]), []
            continue
        kind, before = word.lstrip("\n")[:1], next(listed)
        after = next(listed) if kind == "R" else before
        if kind != "D":
            changes.append((before, after))
    yield day, changes
