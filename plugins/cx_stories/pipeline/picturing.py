"""The pictures of a site: drawn side by side where they are not known, and kept for the next build.

They are kept under names that tell what is on them and how it was drawn, so a name never means another
picture. What cannot be kept is drawn again; what is kept and damaged is too.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from cx_stories.exports.pictures.drawing import drawn
from cx_stories.exports.pictures.files import MOST_BYTES, is_sound
from cx_stories.exports.pictures.picture import Picture
from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.remembering import FOLDER, keep_out_of_git
from cx_stories.pipeline.side_by_side import side_by_side
from cx_stories.reading.opened import opened

KEPT = FOLDER / "pictures"
"""Beside the configuration of the site."""
WORTH_A_PROCESS = 100
"""How many pictures there must be to draw before a second process is worth its start."""
_NAME = re.compile(r"[0-9a-f]{20}\.png")


class Gallery:
    """The pictures of one build.

    pictures:  by their path in the site
    """

    def __init__(self, pictures: Sequence[Picture], site: Path | None, worth: int = WORTH_A_PROCESS) -> None:
        """Take note of the pictures of a site; nothing is drawn yet.

        site:   the folder of its configuration; None if no picture is to be kept
        worth:  from how many pictures on they are dealt out over processes
        """
        self.pictures: Mapping[str, Picture] = {picture.path: picture for picture in pictures}
        self._site = None if site is None or _leads_away(site) else site
        self._worth = worth
        self._unkept: dict[str, bytes] = {}
        self._roomy = False

    def draw(self, say: Callable[[int], object] = lambda _: None) -> None:
        """Draw what is not kept, keep it, and let go of what is not on this site any more.

        say:     is told how many are to be drawn, if any are
        Raises:  EndedProcessError if a process is ended from outside; TypefaceError
        """
        kept = self._names()
        missing = [path for path in self.pictures if _name(path) not in kept]
        if missing:
            say(len(missing))
        stopwatch.kept("pictures", used=len(self.pictures) - len(missing), made=len(missing))
        stopwatch.add(count=len(missing))
        batches = side_by_side(drawn, [self.pictures[path] for path in missing], self._worth)
        contents = (content for batch in batches for content in batch)
        for path, content in zip(missing, contents, strict=True):
            if not self._keep(_name(path), content):
                self._unkept[path] = content
        if self.pictures:
            self._forget(kept - {_name(path) for path in self.pictures})

    def content(self, path: str) -> bytes:
        """Give a picture by its path in the site, drawn once more if what was kept is not sound."""
        return self._unkept.get(path) or self._recalled(_name(path)) or drawn(self.pictures[path])

    def _names(self) -> set[str]:
        if self._site is None:
            return set()
        with suppress(OSError):
            return {name for name in os.listdir(self._site / KEPT) if _NAME.fullmatch(name)}  # noqa: PTH208 (names only)
        return set()

    def _recalled(self, name: str) -> bytes | None:
        """Give what is kept under a name; None if that is not a sound picture, or a link."""
        if self._site is None:
            return None
        try:
            with opened(self._site, self._site / KEPT / name) as stream:
                content = stream.read(MOST_BYTES)
        except OSError:
            return None
        return content if is_sound(content) else None

    def _keep(self, name: str, content: bytes) -> bool:
        """Keep a picture for the next build, whole or not at all; tell whether that was done."""
        if self._site is None:
            return False
        folder, temporary = self._site / KEPT, ""
        try:
            self._make_room(folder)
            handle, temporary = tempfile.mkstemp(dir=folder, suffix=".drawing")
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(temporary).replace(folder / name)
        except OSError:
            with suppress(OSError):
                Path(temporary or folder / name).unlink()
            return False
        return True

    def _make_room(self, folder: Path) -> None:
        """Have a folder to keep pictures in; seen to once, and not for each of thousands."""
        if not self._roomy:
            folder.mkdir(parents=True, exist_ok=True)
            keep_out_of_git(folder.parent / ".gitignore")
            self._roomy = True

    def _forget(self, names: set[str]) -> None:
        for name in names:
            with suppress(OSError):
                ((self._site or Path()) / KEPT / name).unlink()


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _leads_away(site: Path) -> bool:
    """Whether pictures would be kept somewhere else: whoever made the site may have put a link there."""
    return any((site / part).is_symlink() for part in (KEPT, *list(KEPT.parents)[:-1]))
