"""Styles, scripts and fonts that every page needs, named after their content so that caches never lie."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.resources.abc import Traversable

from rjsmin import jsmin

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
    fonts = [_font(file) for file in _sorted(root / "fonts")]
    found = [hashed("site.css", _styles(root / "styles", fonts))]
    found += _scripts({file.name: file.read_bytes() for file in _sorted(root / "scripts")})
    found += [hashed(file.name, file.read_bytes()) for file in _sorted(root / "images")]
    return (*found, *fonts)


def _font(file: Traversable) -> Asset:
    """Give a font, or its licence, in a folder of its own."""
    made = hashed(file.name, file.read_bytes())
    return replace(made, path=made.path.replace(FOLDER, f"{FOLDER}/fonts", 1))


def _styles(folder: Traversable, fonts: Sequence[Asset]) -> bytes:
    """Give the style sheet, which names the fonts as they are served."""
    content = b"\n".join(file.read_bytes() for file in _sorted(folder))
    for font in fonts:
        content = content.replace(
            f"url(fonts/{font.name})".encode(), f"url(fonts/{_served(font).decode()})".encode()
        )
    return content


_IMPORTED = re.compile(rb'(?:(?<= from "\./)|(?<=import\("\./))[\w-]+\.js(?=")')
"""The name of a script where another one imports from it, at once or later."""


def _scripts(sources: Mapping[str, bytes]) -> Sequence[Asset]:
    """Give the scripts without what no browser needs; each names those it imports from as they are served."""
    made: dict[str, Asset] = {}

    def make(name: str) -> Asset:
        if name not in made:
            content = _IMPORTED.sub(lambda found: _served(make(found[0].decode())), sources[name])
            made[name] = hashed(name, jsmin(content))
        return made[name]

    return [make(name) for name in sources]


def _served(asset: Asset) -> bytes:
    return asset.path.rpartition("/")[2].encode()


def _sorted(folder: Traversable) -> Sequence[Traversable]:
    return sorted(folder.iterdir(), key=lambda file: file.name)


def hashed(name: str, content: bytes) -> Asset:
    """Give a file under a name that changes with its content."""
    stem, _, extension = name.rpartition(".")
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(name, f"{FOLDER}/{stem}.{digest}.{extension}", content)
