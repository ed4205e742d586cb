"""A site in the place of the last one: whole, or not at all.

A build writes into a folder of its own beside the output folder, and the two change places at the end.
Whatever ends a build before that, the site that was there is as it was.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from cx_stories.errors import PublishingError
from cx_stories.pipeline.exchanging import exchange

MARK = ".cx-stories"
"""The name of the file by which a site is known as one that a build has made; it says what else that hid."""
_MARKED = "CX Stories has made this folder, and replaces all of it with each build."
PATIENCE = 600.0
"""For how many seconds a build waits for another one."""


class Publishing:
    """The way of one build to its output folder.

    site:    the output folder; where it is a link, the folder that it leads to
    folder:  where to write instead, until the site is whole
    """

    def __init__(self, site: Path, say: Callable[[str], object] = lambda _: None) -> None:
        """Take note of where the site is to be; nothing is looked at or written yet.

        say:  tells somebody why nothing happens
        """
        self.site = Path(os.path.realpath(site))
        self._beside = beside(self.site)
        self.folder = self._beside / "site"
        self._old = self._beside / "old"
        self._say = say
        self._lock: FileLock | None = None

    def begin(self) -> None:
        """Wait until no other build is on its way to the same folder, and make room to write.

        Raises:  PublishingError if the output folder is somebody else's, or cannot be written
        """
        with _told(self.site):
            self._take_turn()
        try:
            self._make_room()
        except BaseException:
            self.close()
            raise

    def publish(self) -> None:
        """Let the new site and the old one change places, in one step where the system can do that.

        Hidden files and folders that others keep in the output folder, such as `.git`, stay there.

        Raises:  PublishingError; then the old site is as it was
        """
        with _told(self.site):
            own = sorted(path.name for path in _hidden(self.folder))
            (self.folder / MARK).write_text("\n".join((_MARKED, *own, "")), encoding="utf-8")
            if self.site.is_dir():
                self._carry_over()
                self.folder.chmod(stat.S_IMODE(self.site.stat().st_mode))
                exchange(self.folder, self.site, self._old)
            else:
                self.folder.rename(self.site)
        self.close()

    def concerns(self, path: object) -> bool:
        """Whether what went wrong with a file has to do with the site."""
        return isinstance(path, str) and any(
            Path(path).is_relative_to(folder) for folder in (self.folder, self.site)
        )

    def close(self) -> None:
        """Leave nothing beside the site; what was not published is gone."""
        lock, self._lock = self._lock, None
        if lock is None:
            return
        for folder in (self.folder, self._old):
            shutil.rmtree(folder, ignore_errors=True)
        for file in (self._beside / ".gitignore", Path(lock.lock_file)):
            with suppress(OSError):
                file.unlink()
        lock.release()
        with suppress(OSError):  # another build may have begun in it
            self._beside.rmdir()

    def _take_turn(self) -> None:
        if self._beside.is_symlink():
            raise PublishingError(f"{self._beside.name} beside the output folder is a link. Remove it.")
        lock = FileLock(self._beside / "lock")
        try:
            _acquire(lock, 0)
        except Timeout:
            self._say(f"Another build is on its way to {self.site.name}/. This one waits for it.")
            try:
                _acquire(lock, PATIENCE)
            except Timeout:
                raise PublishingError(
                    f"Another build has been on its way to {self.site.name}/ for too long. End it, or build "
                    "into another folder."
                ) from None
        self._lock = lock

    def _make_room(self) -> None:
        """See to the folders, as nobody else does now; a site that was not whole is put right or goes."""
        with _told(self.site):
            if self._old.is_dir() and not self.site.exists():
                self._old.rename(self.site)
            for folder in (self.folder, self._old):
                if folder.exists():
                    shutil.rmtree(folder)
        refuse_foreign(self.site)
        with _told(self.site):
            (self._beside / ".gitignore").write_text("*\n", encoding="utf-8")
            self.folder.mkdir()

    def _carry_over(self) -> None:
        made = _made(self.site)
        for kept in sorted(_hidden(self.site)):
            new = self.folder / kept.name
            if kept.name in made or new.exists() or new.is_symlink():
                continue
            if kept.is_dir() and not kept.is_symlink():
                shutil.copytree(kept, new, symlinks=True)
            else:
                shutil.copy2(kept, new, follow_symlinks=False)


def beside(site: Path) -> Path:
    """Give the folder beside an output folder in which a build works."""
    return site.parent / f".{site.name}.building"


def refuse_foreign(site: Path) -> None:
    """See that an output folder may be replaced: it is not there, is empty, or was made by a build.

    What is hidden in it does not count; it is kept.

    Raises:  PublishingError
    """
    with _told(site):
        if site.is_dir() and (not _visible(site) or (site / MARK).is_file()):
            return
        if not site.exists():
            return
        what = "is a file" if site.is_file() else "has files in it that no build of CX Stories has made"
    raise PublishingError(
        f"The output folder {site.name}/ {what}, and would be replaced. "
        "If nobody needs what is in it, delete it yourself; else build into another folder."
    )


def _made(site: Path) -> frozenset[str]:
    """Give the hidden files and folders that the build of a site has made itself."""
    mark = site / MARK
    return frozenset(mark.read_text(encoding="utf-8").splitlines()[1:] if mark.is_file() else ())


def _visible(folder: Path) -> bool:
    return any(not path.name.startswith(".") for path in folder.iterdir())


def _hidden(site: Path) -> Iterator[Path]:
    return (path for path in site.iterdir() if path.name.startswith(".") and path.name != MARK)


def _acquire(lock: FileLock, patience: float) -> None:
    """Lock; the folder of the lock goes with the build that ends, and is made anew for the one that waits."""
    folder = Path(lock.lock_file).parent
    while True:
        with _while_it_comes_and_goes(folder):
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=patience)
            return


@contextmanager
def _while_it_comes_and_goes(folder: Path) -> Iterator[None]:
    """Let pass that a folder went in between: `mkdir` says of such a one that it exists."""
    try:
        yield
    except FileNotFoundError:
        return
    except FileExistsError:
        with suppress(FileNotFoundError):
            if not stat.S_ISDIR(folder.lstat().st_mode):
                raise


@contextmanager
def _told(site: Path) -> Iterator[None]:
    """Say in our words what the system refuses."""
    try:
        yield
    except OSError as error:
        raise PublishingError.of(error, site.name) from error
