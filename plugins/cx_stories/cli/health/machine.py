"""The machine: Python, packages, programs and the console.

This is looked at first, and may be all that works: only the standard library is taken for granted.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from importlib.util import find_spec
from pathlib import Path

from cx_stories.cli.health.remark import Remark, error, fine, info, warning

PACKAGE = "cx-stories"
PATIENCE = 30.0
"""For how many seconds a program may think about its version."""
_COMPILED = ("cbor2", "msgspec", "nh3", "pydantic", "yaml")
"""Parts of packages made for one kind of machine."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
_STYLES = "templates/assets/stylesheets/main.*.min.css"


def python() -> Iterator[Remark]:
    """Look at the version of Python."""
    from packaging.specifiers import SpecifierSet  # noqa: PLC0415 (it may be missing)

    own = ".".join(map(str, sys.version_info[:3]))
    asked = metadata(PACKAGE)["Requires-Python"] or ""
    if SpecifierSet(asked).contains(own, prereleases=True):
        yield fine(f"Python {own}.")
    else:
        yield error(f"This is Python {own}, and Python {asked} is needed.", "Install a newer Python.")


def packages() -> Iterator[Remark]:
    """Look at what is installed, against what this package asks for."""
    from packaging.requirements import Requirement  # noqa: PLC0415 (it may be missing)

    asked = [Requirement(line) for line in requires(PACKAGE) or ()]
    needed = [one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]
    amiss = 0
    for one in needed:
        wanted = f"{one.name}{one.specifier}"
        cure = f'Type: python -m pip install "{wanted}"'
        found = _version(one.name)
        if found is None:
            amiss += 1
            yield error(f"The package {one.name} is not installed.", cure)
        elif not one.specifier.contains(found, prereleases=True):
            amiss += 1
            yield error(f"The package {one.name} is {found}, and {wanted} is needed.", cure)
    if not amiss:
        yield fine(f"{len(needed)} packages, of versions that fit.")


def parts_of_packages() -> Iterator[Remark]:
    """Try the packages that are made for one kind of machine: another's are there, and cannot be used."""
    for name in filter(find_spec, _COMPILED):
        try:
            import_module(name)
        except ImportError:
            yield error(
                f"The package {name} is installed and cannot be used: it may be made for another machine.",
                f"Type: python -m pip install --force-reinstall {name}",
            )


def pins(file: Path) -> Iterator[Remark]:
    """Look at what is installed, against the versions that a requirements file has been tested with."""
    try:
        pinned = _PIN.findall(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return
    found: Mapping[str, str | None] = {name: _version(name) for name, _ in pinned}
    others = [f"{name} {found[name]} (there {pin})" for name, pin in pinned if found[name] not in (None, pin)]
    if others:
        yield info(
            f"Versions differ from {file.name}: {', '.join(others)}.",
            f"Type: python -m pip install --require-hashes -r {file.name}",
        )
    elif pinned:
        yield fine(f"The versions are those of {file.name}.")


def theme() -> Iterator[Remark]:
    """Look for Material for MkDocs and its style sheet, without importing it."""
    found = find_spec("material")
    folders = list(found.submodule_search_locations or ()) if found else []
    if any(sorted(Path(folder).glob(_STYLES)) for folder in folders):
        yield fine(f"Material for MkDocs {_version('mkdocs-material')}, with its style sheet.")
    else:
        yield error(
            "Material for MkDocs, or its style sheet, is not where it should be.",
            "Type: python -m pip install --force-reinstall mkdocs-material",
        )


def pagefind() -> Iterator[Remark]:
    """Ask the program that makes the index of the search for its version."""
    from pagefind_bin_extended import get_executable  # noqa: PLC0415 (it may be missing)

    try:
        done = subprocess.run(  # noqa: S603 (the program of a package we depend on)
            [get_executable(), "--version"], capture_output=True, check=True, timeout=PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        yield error(
            "Pagefind, which makes the index of the search, does not run here.",
            'Type: python -m pip install --force-reinstall "pagefind[extended]"; if that does not help, '
            "see whether programs may be run from that disk.",
        )
    else:
        yield fine(f"The program that makes the index runs: {done.stdout.decode(errors='replace').strip()}.")


def console() -> Iterator[Remark]:
    """See whether every letter can be printed and every file be named."""
    printed, named = (sys.stdout.encoding or "").casefold(), sys.getfilesystemencoding().casefold()
    if {printed.replace("-", ""), named.replace("-", "")} == {"utf8"}:
        yield fine("The console and the disk take every letter.")
    else:
        yield warning(
            "Not every letter can be printed here: some are shown as escapes such as \\xe9.",
            "Set PYTHONUTF8=1.",
        )


def browser() -> Iterator[Remark]:
    """Look for the browser that the tests use."""
    chosen = os.environ.get("CHROMIUM")
    names = (chosen,) if chosen else _BROWSERS
    if any(map(shutil.which, names)):
        yield fine("A browser of the Chromium family, for the tests.")
    elif chosen:
        yield info("CHROMIUM does not name a program; only the tests need it.", "Change it, or unset it.")
    else:
        yield info(
            "There is no Chromium, Chrome or Edge on the path. Only the tests need one; `make test` finds or "
            "fetches it."
        )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
