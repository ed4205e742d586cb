"""Two folders that change places."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_EXCHANGE = 2
"""`RENAME_EXCHANGE` (https://man7.org/linux/man-pages/man2/rename.2.html)."""
_HERE = -100
"""`AT_FDCWD`: a path that is not from the top is from the folder of the process."""
_UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM})
"""What a system or a disk says that does not know how to exchange."""


def exchange(new: Path, site: Path, old: Path) -> None:
    """Let two folders change places, in one step where the system and the disk know how.

    old:     where the second folder is put aside for a moment where they do not
    Raises:  OSError; then both are where they were
    """
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    if hasattr(library, "renameat2"):
        first, second = os.fsencode(new), os.fsencode(site)
        if library.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0:  # type: ignore[union-attr]
            return
        if ctypes.get_errno() not in _UNABLE:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        old.rename(site)
        raise
