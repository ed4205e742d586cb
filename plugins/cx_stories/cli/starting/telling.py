"""What is said when a site was made, or was not."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from cx_stories.pipeline.starting.requirement import local_source, of_wheel
from cx_stories.pipeline.starting.starters import CONFIGURATION, REQUIREMENTS
from cx_stories.views.signs import spelled_out

_SHOWN = 12
"""How many names are told of what is in the way."""


def what_is_in_the_way(folder: Path, entries: Sequence[str]) -> str:
    """Say why nothing was made, and how it can be."""
    more = len(entries) - _SHOWN
    names = ", ".join(map(spelled_out, entries[:_SHOWN])) + (f" and {more} more" if more > 0 else "")
    return (
        f"There is something in {_named(folder)} already, so nothing was made: {names}.\n"
        f"To add what is missing and leave all of that as it is, type: cx init {_quoted(folder)} --add"
    )


def what_was_made(folder: Path, paths: Collection[str], *, wheel: str, examples: bool) -> Iterator[str]:
    """Give the files that were made, and what comes next where they are a site.

    wheel:     the file of the program that was to come along; nothing if none was
    examples:  whether the pair of examples is among them
    """
    if not paths:
        yield f"Nothing is missing in {_named(folder)}."
    else:
        files = "1 file" if len(paths) == 1 else f"{len(paths)} files"
        yield from (f"Made in {_named(folder)}, {files}:", *(f"  {path}" for path in paths))
    if wheel and REQUIREMENTS not in paths:
        yield f"{REQUIREMENTS} is left as it is. It has to say: {of_wheel(wheel)}"
    if CONFIGURATION in paths:
        yield from ("", *_next(folder, _first_steps(folder, paths), examples=examples))


def _next(folder: Path, first: Iterable[str], *, examples: bool) -> Iterator[str]:
    yield "Next:"
    yield from (f"  {step}" for step in first)
    yield "  mkdocs serve --livereload    shows the site in your browser while you write"
    yield "  cx new                       asks you for a story and writes the file"
    yield "  cx check                     says what is still wrong, and how to put it right"
    yield ""
    if examples:
        yield "The two stories are made up and show how it is done. README.md says the rest."
    if not _in_a_repository(folder):
        yield "Git does not know this folder yet. To keep its history, publish it or use the form, type:"
        yield "  git init -b main"


def _first_steps(folder: Path, paths: Collection[str]) -> Iterator[str]:
    """Give what is typed once, as in the README of the site: what it is made with comes from its own list."""
    if not _is_here(folder):
        yield f"cd {_quoted(folder)}"
    if Path(sys.prefix).is_relative_to(os.path.realpath(folder)):
        return
    yield from (
        ("py -m venv .venv", r".venv\Scripts\Activate.ps1")
        if os.name == "nt"
        else (
            "python3 -m venv .venv",
            ". .venv/bin/activate",
        )
    )
    source, coming = local_source(), any(path.endswith(".whl") for path in (*paths, *_files(folder)))
    if source and REQUIREMENTS in paths and not coming:
        yield f"pip wheel --no-deps --wheel-dir . {_quoted(source)}"
    yield f"pip install -r {REQUIREMENTS}"


def _files(folder: Path) -> Iterator[str]:
    return (path.name for path in folder.iterdir())


def _is_here(folder: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(os.curdir)


def _named(folder: Path) -> str:
    return "this folder" if _is_here(folder) else spelled_out(str(folder))


def _in_a_repository(folder: Path) -> bool:
    place = Path(os.path.realpath(folder))
    return any((one / ".git").exists() for one in (place, *place.parents))


def _quoted(folder: Path) -> str:
    """Give a folder as it is typed in a command here."""
    typed = spelled_out(str(folder))
    if os.name == "nt":
        return f'"{typed}"' if " " in typed else typed
    return shlex.quote(f"./{typed}" if typed.startswith("-") else typed)
