"""A conversation in a terminal: one question at a time, and help for whoever asks for it."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from gettext import NullTranslations
from importlib import import_module

import click

from cx_stories.cli.terminal import is_terminal
from cx_stories.exports.story_text import fit
from cx_stories.views.catalogue import catalogue
from cx_stories.views.signs import spelled_out
from cx_stories.vocabulary.vocabulary import Vocabulary, folded, said_in

HELP = "?"
_END = "."
_WIDEST = 96
_YES, _NO = frozenset({"y", "yes", "j", "ja"}), frozenset({"n", "no", "nee"})
_NOT_THERE = _NO | {
    *("", "not", "none", "nothing", "nope", "not there", "it was not there", "n/a", "na", "not applicable"),
    *("neen", "niet", "niets", "geen", "n.v.t", "nvt", "niet van toepassing", "er niet", "was er niet"),
}
"""Answers that name nothing, without the stops and dashes around them."""


def at_terminal() -> bool:
    """Whether somebody is there to answer."""
    return is_terminal(sys.stdin)


def means_yes(answer: str) -> bool:
    """Whether an answer says yes and nothing else, in English or Dutch."""
    return folded(answer) in _YES


def means_nothing(answer: str) -> bool:
    """Whether an answer says that there is nothing of the kind, in English or Dutch; so does a dash."""
    return folded(answer).strip(" .!-–—/") in _NOT_THERE


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose.

    names:  everything that may be typed for it, folded
    """

    id: str
    label: str
    definition: str
    names: frozenset[str]


def choices_of(vocabulary: Vocabulary, language: str) -> Sequence[Choice]:
    """Give the terms of a vocabulary that are proposed to a writer, as a reader of a language knows them."""
    return [
        Choice(term.id, term.label(language), said_in(term.definition, language), term.names)
        for term in vocabulary.offered
    ]


class Dialogue:
    """Asks and listens, in one language."""

    def __init__(self, language: str) -> None:
        """Take the language by its code; without a catalogue it is English."""
        self.language = language
        self.words: NullTranslations = catalogue(language)
        with suppress(ImportError):  # so that the arrow keys work, where there is such a thing
            import_module("readline")

    def say(self, text: str = "", *, indent: str = "") -> None:
        """Print a paragraph."""
        for line in _wrapped(text, indent):
            click.echo(line)

    def bullet(self, text: str) -> None:
        """Print one point of a list."""
        first, *rest = _wrapped(text, "    ")
        click.echo(f"  - {first.strip()}")
        for line in rest:
            click.echo(line)

    def ask(self, question: str, help_text: str, *, hint: str = "") -> str:
        """Ask until there is an answer other than a question mark; nothing for Enter."""
        self._pose(question, hint)
        while (answer := self._read()) == HELP:
            self.say(help_text, indent="  ")
        return answer

    def text(self, question: str, help_text: str) -> str:
        """Ask for some paragraphs; nothing for Enter."""
        ending = self.words.gettext("Two empty lines, or a full stop on a line of its own, end it.")
        self._pose(question, ending)
        lines: list[str] = []
        while True:
            line = self._read(keep=True)
            if line.strip() == HELP and not lines:
                self.say(help_text, indent="  ")
                continue
            ended = not line.strip() and (not lines or not lines[-1])
            if line.strip() == _END or ended:
                return "\n".join(lines).strip()
            lines.append(line.rstrip())

    def confirm(self, question: str, *, default: bool) -> bool:
        """Ask something to be answered with yes or no."""
        signs = self.words.gettext("Y/n") if default else self.words.gettext("y/N")
        while True:
            self._pose(question, f"[{signs}]")
            answer = folded(self._read())
            if not answer:
                return default
            if answer in _YES | _NO:
                return answer in _YES
            self.say(self.words.gettext("Type y for yes or n for no."), indent="  ")

    def choose(
        self, question: str, help_text: str, choices: Sequence[Choice], *, most: int = 0, needed: bool = False
    ) -> Sequence[str]:
        """Have something chosen by number, name or any of its other names; nothing for Enter.

        most:    how many may be chosen; 0 for any number
        needed:  whether one must be chosen
        """
        _ = self.words.gettext
        self._pose(question, "")
        self._show(choices)
        self.say(self._how(most, needed=needed), indent="  ")
        while True:
            answer = self._read()
            if answer == HELP:
                self.say(help_text, indent="  ")
            elif not answer and not needed:
                return ()
            else:
                found = list(_found(answer, choices))
                if found and None not in found and (not most or len(found) <= most):
                    return list(dict.fromkeys(one.id for one in found if one))
                if means_nothing(answer) and not needed:
                    return ()
                said = _("Choose from the list: a number from 1 to %(last)s, or one of the words.")
                self.say(said % {"last": len(choices)}, indent="  ")

    def _how(self, most: int, *, needed: bool) -> str:
        """Say how to answer."""
        _ = self.words.gettext
        if needed:
            return _("Type a number or a word, or ? for help.")
        if most == 1:
            return _("Type a number or a word, or ? for help. Enter: leave it out.")
        return _("Type numbers or words with commas between them, or ? for help. Enter: leave it out.")

    def _show(self, choices: Sequence[Choice]) -> None:
        for number, one in enumerate(choices, 1):
            tells = one.definition and folded(one.definition).rstrip(".") != folded(one.label)
            said = f"{one.label}: {one.definition}" if tells else one.label
            first, *rest = _wrapped(said, " " * 6) or [""]
            click.echo(f"  {number:>2}  {first.strip()}")
            for line in rest:
                click.echo(line)

    def _pose(self, question: str, hint: str) -> None:
        click.echo()
        for line in _wrapped(question, ""):
            click.echo(click.style(line, bold=True) if _styled() else line)
        if hint:
            self.say(hint, indent="  ")

    def _read(self, *, keep: bool = False) -> str:
        answer: str = click.prompt("", prompt_suffix="> ", default="", show_default=False)
        answer = fit(answer.encode(errors="replace").decode())
        return answer if keep else " ".join(answer.split())


def _found(answer: str, choices: Sequence[Choice]) -> Iterator[Choice | None]:
    """Give what is meant by an answer, None for what nobody knows; a name may have a comma in it."""
    whole = _one(answer, choices)
    if whole:
        yield whole
        return
    parts = [part for part in answer.replace(";", ",").split(",") if part.strip()]
    if len(parts) == 1 and all(part.isdecimal() for part in answer.split()):
        parts = answer.split()
    yield from (_one(part, choices) for part in parts)


def _one(answer: str, choices: Sequence[Choice]) -> Choice | None:
    name = folded(answer)
    if name.isdecimal() and 1 <= int(name) <= len(choices):
        return choices[int(name) - 1]
    return next((one for one in choices if name in one.names), None)


def _wrapped(text: str, indent: str) -> list[str]:
    """Break a text into lines; what would steer the terminal is spelled out."""
    width = min(_WIDEST, shutil.get_terminal_size().columns - 1)
    return [
        row
        for line in text.split("\n")
        for row in textwrap.wrap(
            spelled_out(line),
            max(40, width),
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )
        or [""]
    ]


def _styled() -> bool:
    return not os.environ.get("NO_COLOR")
