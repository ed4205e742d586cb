"""What a file may be called: names that every computer can store, and that say what they seem to say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

MAX_LENGTH = 200
"""How many characters a path may have below the content folder: Windows wants no more than 260 in all."""
GENERATED = (
    "404.html",
    "_headers",
    "_nginx.conf",
    "_redirects",
    "feed.json",
    "feed.xml",
    "index.html",
    "llms.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
)
"""The files that a site has at the top, or may have: no folder can stand in their place."""
GENERATED_DATA = (
    "data/stories.bib",
    "data/stories.csv",
    "data/stories.json",
    "data/stories.jsonl",
    "data/stories.schema.json",
    "data/vocabularies.ttl",
)
"""The files with the stories as data: nothing can stand in their place, either."""
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3])(?:\..*)?",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(r"~\$.*|\.~lock\..*#|(?:eh)?thumbs\.db|desktop\.ini", re.IGNORECASE | re.DOTALL)
_FORBIDDEN = re.compile(r'[<>:"\\|?*]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def unfit_name(path: str) -> str:
    """Say why the path of a file does not travel; nothing if it does.

    Returns   `sign "`, `unseen`, `composed`, `space`, `stop`, `long` or `device con.md`
    """
    if sign := _FORBIDDEN.search(path):
        return f"sign {sign.group()}"
    return next(_faults(path, path.split("/")), "")


def _faults(path: str, parts: Sequence[str]) -> Iterator[str]:
    if _has_unseen(path):
        yield "unseen"
    if unicodedata.normalize("NFC", path) != path:
        yield "composed"
    if any(part != part.strip() for part in parts):
        yield "space"
    if any(part.endswith(".") for part in parts):
        yield "stop"
    yield from (f"device {part}" for part in filter(_DEVICE.fullmatch, parts))
    if len(path) > MAX_LENGTH:
        yield "long"


def _has_unseen(path: str) -> bool:
    """Whether something in it is not to be seen: what is plain and printable need not be looked up."""
    if path.isascii():
        return not path.isprintable()
    return any(unicodedata.category(sign) in _UNSEEN for sign in path)


def left_behind(path: str) -> bool:
    """Whether a file is one that a program leaves beside those of a person, and that nobody means to publish.

    Word and LibreOffice lock what is open with `~$...` and `.~lock...#`; Windows notes how it shows a folder.
    """
    return _LEFT_BEHIND.fullmatch(path.rpartition("/")[2]) is not None


def generated(path: str) -> str:
    """Give the part of a path or an address that is a file of the site itself; nothing if none is."""
    first = path.split("/", maxsplit=1)[0]
    folded = f"{as_one(path)}/"
    below = next((name for name in GENERATED_DATA if folded.startswith(f"{name}/")), "")
    return first if as_one(first) in GENERATED else below


def as_one(path: str) -> str:
    """Give what a path is on a computer that does not tell capitals, or ways to write a sign, apart."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())
