"""Styles, scripts and fonts that every page needs, named after their content so that caches never lie."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER = "assets/cx-stories"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site. `name` is what templates call it, `path` is where it is served."""

    name: str
    path: str
    content: bytes


def assets() -> Sequence[Asset]:
    """Give the style sheet (all of `assets/styles`, in order of name), the scripts and the fonts."""
    root = files("cx_stories") / "assets"
    found = [_hashed("site.css", b"\n".join(file.read_bytes() for file in _sorted(root / "styles")))]
    found += _scripts({file.name: file.read_bytes() for file in _sorted(root / "scripts")})
    found += [_hashed(file.name, file.read_bytes()) for file in _sorted(root / "images")]
    fonts = _sorted(root / "fonts")
    found += [Asset(file.name, f"{FOLDER}/fonts/{file.name}", file.read_bytes()) for file in fonts]
    return tuple(found)


_IMPORTED = re.compile(rb'(?<= from "\./)[\w-]+\.js(?=")')
"""The name of a script in the line that imports from it."""


def _scripts(sources: Mapping[str, bytes]) -> Sequence[Asset]:
    """Give the scripts; where one imports from another, it names it as that is served."""
    made: dict[str, Asset] = {}

    def make(name: str) -> Asset:
        if name not in made:
            content = _IMPORTED.sub(lambda found: _served(make(found[0].decode())), sources[name])
            made[name] = _hashed(name, content)
        return made[name]

    return [make(name) for name in sources]


def _served(asset: Asset) -> bytes:
    return asset.path.rpartition("/")[2].encode()


def _sorted(folder: Traversable) -> Sequence[Traversable]:
    return sorted(folder.iterdir(), key=lambda file: file.name)


def _hashed(name: str, content: bytes) -> Asset:
    stem, _, extension = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name, f"{FOLDER}/{stem}.{digest}.{extension}", content)
