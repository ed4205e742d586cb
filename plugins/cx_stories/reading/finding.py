"""Which files a content folder has, and what their names tell."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from cx_stories.model.document import SHELVES, Document, Kind
from cx_stories.reading.naming import as_one, left_behind
from cx_stories.reading.walking import files_below, hidden

FOLDERS = {folder: kind for kind, folder in SHELVES.items()}
Excluded = Callable[[str], bool]
"""Whether a site leaves a path of the content folder out."""


def out_of_sight(path: str) -> bool:
    """Whether a path is left out of every site that does not say otherwise: something in it is hidden."""
    return any(part.startswith(".") for part in path.split("/"))


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the content folder that has not been opened yet.

    root:   the content folder
    blank:  what is known of it from its name alone
    named:  whether the configuration names it, as it may name a style sheet
    twin:   the path of a file before it that is the same one on many computers; nothing if there is none
    """

    root: Path
    file: Path
    blank: Document
    named: bool = False
    twin: str = ""


def find_files(
    folder: Path,
    languages: Sequence[str],
    excluded: Excluded = out_of_sight,
    named_files: Collection[str] = (),
) -> tuple[Found, ...]:
    """Find every file below a content folder, sorted by path.

    languages:    the codes of the site's languages, the default one first
    named_files:  the paths that the configuration names
    """
    paths = ((path, path.relative_to(folder).as_posix()) for path in files_below(folder))
    taken = ((path, inside) for path, inside in paths if not _left_out(inside, excluded))
    found = (
        Found(folder, path, named(_shown(inside), languages), inside in named_files) for path, inside in taken
    )
    return _with_twins(sorted(found, key=lambda one: one.blank.path))


def _left_out(path: str, excluded: Excluded) -> bool:
    """Whether a path is left out; what is hidden may be a folder, which a site's pattern may name as such."""
    if left_behind(path):
        return True
    return excluded(path) and (not any(map(hidden, path.split("/"))) or excluded(f"{path}/"))


def _with_twins(found: Iterable[Found]) -> tuple[Found, ...]:
    """Mark the files, other than Markdown, that would overwrite one another on many computers."""
    first: dict[str, str] = {}
    marked = []
    for one in found:
        path = one.blank.path
        other = path if one.blank.markdown else first.setdefault(as_one(path), path)
        marked.append(one if other == path else replace(one, twin=other))
    return tuple(marked)


def _shown(path: str) -> str:
    """Give a path as text that can be printed, whatever bytes its name has."""
    return path.encode(errors="backslashreplace").decode()


def named(path: str, languages: Sequence[str]) -> Document:
    """Give an empty document for a path: its kind, id and language are in its name."""
    pure = PurePosixPath(path)
    stem, _, suffix = pure.stem.rpartition(".")
    language = suffix if stem and suffix in languages else ""
    name = stem if language else pure.stem
    name = "index" if name == "README" else name
    kind = FOLDERS.get(pure.parts[0], Kind.ARTICLE) if len(pure.parts) > 1 else Kind.ARTICLE
    if name == "index":
        kind = Kind.ARTICLE
    identity = (pure.parent / name).as_posix() if kind is Kind.ARTICLE else name
    return Document(path, kind, unicodedata.normalize("NFC", identity), language or languages[0])
