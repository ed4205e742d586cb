"""Which files of a content folder a site takes, besides its Markdown: judged by place, name and ending.

What is not on the list is not published. A file that the configuration names is the site owner's own
choice: it may be of any kind, and stand anywhere.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from cx_stories.model.document import Obstacle
from cx_stories.reading.naming import as_one, generated, unfit_name
from cx_stories.reading.pictures import PICTURES
from cx_stories.reading.walking import hidden

DOWNLOADS = frozenset(
    {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".epub"}
    | {".csv", ".tsv", ".txt", ".ics", ".mp3", ".m4a", ".mp4", ".webm"}
)
"""What readers take along: none of these does anything in the page of a browser."""
OTHER_ENDINGS = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".mdtxt", ".mdtext"})
"""Endings that other programs give to Markdown; one is enough."""
RESERVED = (
    "assets/cx-stories",
    "assets/images",
    "assets/javascripts",
    "assets/stylesheets",
    "pagefind",
    "search",
)
"""The folders into which theme and search put files of their own."""
STEERING = frozenset({"ads.txt", "app-ads.txt", "llms.txt", "robots.txt", "security.txt"})
"""What tells the programs that visit a site what they may do there, if it stands at the top."""
_AMONG_STORIES = "stories/"


def misplaced(path: str, *, named: bool) -> Obstacle | None:
    """Say what keeps a file from being published, as far as its path tells.

    path:   below the content folder, with forward slashes
    named:  whether the configuration names it
    """
    if any(map(hidden, path.split("/"))):
        return Obstacle("unsafe-file", detail="hidden")
    if path.endswith(".md"):
        return Obstacle("unsafe-file", detail="hidden") if path.startswith(".") else None
    pure = PurePosixPath(path)
    ending = pure.suffix.lower()
    if ending in {".md", *OTHER_ENDINGS}:
        return Obstacle("unsafe-file", detail="ending")
    if unfit_name(path):
        return Obstacle("unsafe-file-name")
    if "/" in path and (name := generated(path)):
        return Obstacle("unsafe-file", detail=f"{'taken' if as_one(path) == name else 'reserved'} {name}")
    return None if named else _unwanted(path, ending or pure.name)


def _unwanted(path: str, ending: str) -> Obstacle | None:
    folded = as_one(path)
    if folded in STEERING:
        return Obstacle("unsafe-file", detail=f"steering {folded}")
    if folder := next((one for one in RESERVED if folded.startswith(f"{one}/") or folded == one), ""):
        return Obstacle("unsafe-file", detail=f"reserved {folder}")
    if path.startswith(_AMONG_STORIES):
        return None if ending in PICTURES else Obstacle("unsafe-file", detail=f"foreign {ending}")
    return None if ending in PICTURES | DOWNLOADS else Obstacle("unsafe-file", detail=f"unlisted {ending}")
