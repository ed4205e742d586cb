"""The programs of the form: Sveltia CMS and yaml, just as they were released, and our own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER = "admin"
"""Where the form stands in a site; Sveltia CMS and Decap CMS are looked for there."""
_PROGRAM = "sveltia-cms/npm/index.js"
_LANGUAGES = "sveltia-cms/locales/"
_NO_WORDS = f"{_LANGUAGES}none.js"
_ASKED = re.compile(rb"`\.\./locales/([\w-]+)\.json`")
"""Where Sveltia CMS asks for the words of a language."""


@cache
def programs() -> tuple[tuple[str, bytes], ...]:
    """Give path, seen from the folder of the form, and content of every file, in order of path.

    The words of Sveltia CMS are JSON, which browsers do not take as a program: they are made one.
    """
    assets = files("cx_stories") / "assets"
    found = dict(_below(assets / "form", ""))
    found["logo.svg"] = (assets / "images" / "favicon.svg").read_bytes()
    made = {
        path.removesuffix("json") + "js": b"export default " + content.strip() + b";\n"
        for path, content in found.items()
        if path.startswith(_LANGUAGES)
    }
    made[_NO_WORDS] = b"export default {};\n"
    kept = {path: content for path, content in found.items() if not path.startswith(_LANGUAGES)}
    return tuple(sorted({**kept, **made}.items()))


@cache
def instead() -> Mapping[str, str]:
    """Give the programs to take in the place of the JSON that Sveltia CMS asks for.

    A language that does not come along has no words, which has the form speak English.
    """
    found = dict(programs())
    names = sorted({name.decode() for name in _ASKED.findall(found[_PROGRAM])})
    here = {name: path if (path := f"{_LANGUAGES}{name}.js") in found else _NO_WORDS for name in names}
    return {f"./{_LANGUAGES}{name}.json": f"./{path}" for name, path in here.items()}


def _below(folder: Traversable, above: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        path = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _below(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()
