"""What a fresh site is called, and in which languages it is written."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from cx_stories.cli.terminal import is_terminal
from cx_stories.pipeline.starting.starters import starter_words

_UNNAMED = "Stories"
_BETWEEN = re.compile(r"[\s,;/&+]+")
_ALL = frozenset({"all", "allebei", "alle", "beide", "both"})
_JOINING = frozenset({"and", "then"})
_ONE_LINE = "The name of a site is one line of letters and signs that can be seen."


def name_of(folder: Path) -> str:
    """Ask what a site is called; without anybody to answer it is called as its folder is."""
    words = Path(os.path.abspath(folder)).name.replace("-", " ").replace("_", " ").split()  # noqa: PTH100
    called = " ".join(words)
    proposed = called[:1].upper() + called[1:] if called.isprintable() and called else _UNNAMED
    if not _somebody_is_there():
        return proposed
    return str(click.prompt("What is the site called?", default=proposed, value_proc=one_line))


def one_line(typed: str) -> str:
    """Give a name without the space around it.

    Raises:  click.UsageError if there is none, or something in it that cannot be seen
    """
    if not typed.strip() or not typed.strip().isprintable():
        raise click.UsageError(_ONE_LINE)
    return typed.strip()


def languages_of() -> Sequence[str]:
    """Ask for the languages; without anybody to answer it is the first one that there is."""
    offered = starter_words()
    first = next(iter(offered))
    if not _somebody_is_there():
        return (first,)
    click.echo("In which languages is it written? The main one first, with a comma between them:")
    for number, (code, words) in enumerate(offered.items(), 1):
        click.echo(f"  {number}  {words['name']} ({code})")
    return tuple(click.prompt("Languages", default=str(offered[first]["name"]), value_proc=codes_in))


def codes_in(typed: str) -> Sequence[str]:
    """Read languages by their number, code or name, or a word for all of them.

    Raises:  click.UsageError if there is none, or one in which no site can begin
    """
    meant = _by_word()
    words = _BETWEEN.split(typed.casefold().strip(" .,"))
    if words and set(words) <= _ALL:
        return tuple(starter_words())
    codes = tuple(dict.fromkeys(meant.get(word, "") for word in words if word not in _JOINING))
    if not codes or not all(codes):
        names = " or ".join(str(one["name"]) for one in starter_words().values())
        raise click.UsageError(f"Type {names}, or both with a comma between them.")
    return codes


def _by_word() -> Mapping[str, str]:
    """Give the code for everything that a language may be called."""
    meant: dict[str, str] = {}
    for number, (code, words) in enumerate(starter_words().items(), 1):
        called = (str(number), code, words["name"], *words["also"])
        meant |= {str(word).casefold(): code for word in called}
    return meant


def _somebody_is_there() -> bool:
    return is_terminal(sys.stdin)
