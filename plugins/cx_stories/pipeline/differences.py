"""What changes in files, in the form that Git and `patch` read.

Source:  https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from cx_stories.pipeline.fixing import Change
from cx_stories.views.signs import held_still, spelled_out

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_NO_END = "\\ No newline at end of file\n"


def unified_diff(changes: Iterable[Change], folder: str = "") -> str:
    """Give what changes in files.

    folder:  the content folder as seen from where the text is used, with forward slashes
    Returns  one text. Lines of a file that end with a carriage return and a line feed do so here too. Where
             they end with a carriage return alone, which no other program shows, they end with a line feed.
             Of a file with something private in it, it only says that it would change. What steers a
             terminal stands there as an escape, so that a line with it can be read, and not be applied.
    """
    return "".join(line for change in changes for line in _file(change, folder))


def _file(change: Change, folder: str) -> Iterator[str]:
    path = spelled_out(f"{folder.rstrip('/')}/{change.path}" if folder else change.path)
    if change.private:
        yield f"{path} would change, but something private stands in it, so it is not shown.\n"
        return
    end = "\t" if " " in path else ""
    before, after = _lines(change.before), _lines(change.after)
    for steering in difflib.unified_diff(before, after, f"a/{path}{end}", f"b/{path}{end}"):
        line = _harmless(steering)
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def _lines(raw: bytes) -> list[str]:
    return [_shown(line) for line in _LINE.findall(raw.decode())]


def _shown(line: str) -> str:
    return f"{line[:-1]}\n" if line.endswith("\r") else line


def _harmless(line: str) -> str:
    """Escape what steers, but for the end of the line and its tabs."""
    words = line.rstrip("\r\n")
    return "\t".join(map(held_still, words.split("\t"))) + line[len(words) :]
