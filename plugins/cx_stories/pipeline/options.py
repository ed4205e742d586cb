"""The plugin block of `mkdocs.yml`, checked: the one place that knows what a site may set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from cx_stories.checks.policy import FIXED, OFF, Levels, Policy
from cx_stories.checks.run import RULES
from cx_stories.checks.typed import closest
from cx_stories.errors import ConfigurationError, UnknownRuleError
from cx_stories.exports.publication import Offers
from cx_stories.model.diagnostic import Severity
from cx_stories.pipeline.comment_options import Comments, comments_of
from cx_stories.pipeline.form_options import Form, form_of
from cx_stories.pipeline.option_faults import refuse_unknown, switch_of
from cx_stories.pipeline.option_words import OPTIONS
from cx_stories.pipeline.reading_files import NO_PATH, can_be

BASELINE = "cx-baseline.json"
OFFERED = ("feeds", "exports", "texts", "images")
MAX_DIGITS = 9
Locate = Callable[[Sequence[str | int]], tuple[Path | None, int, int]]
"""Gives file, line and column of an option, for what is said about it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a site may set below `cx-stories`. Files are relative to `mkdocs.yml`.

    languages:     codes of its languages, the default one first; none if that is left to the theme
    copyright:     the line at the foot of every page, by language
    vocabularies:  files that extend or override the vocabularies
    policy:        the severities it has chosen, for all files and for some
    max_warnings:  how many warnings a check lets pass; None if the site has not said
    deny_list:     a file of names that no story may have in it; nothing if there is none
    baseline:      the file of findings that were there when the site began to check
    history:       whether readers are told on which days a story changed, where Git knows it
    offers:        what is published besides the pages
    comments:      how readers may comment; None if they may not
    form:          the form for writers in the browser; None if there is none
    """

    languages: Sequence[str] = ()
    copyright: Mapping[str, str] = field(default_factory=dict)
    vocabularies: Sequence[str] = ()
    policy: Policy = field(default_factory=Policy)
    max_warnings: int | None = None
    deny_list: str = ""
    baseline: str = BASELINE
    history: bool = True
    offers: Offers = field(default_factory=Offers)
    comments: Comments | None = None
    form: Form | None = None


KEYS = tuple(option.name for option in OPTIONS)


def options_of(block: Mapping[str, Any], locate: Locate) -> Options:
    """Check the options a site has set; they are typed as YAML types them.

    Raises:  ConfigurationError, with the place and what to change.
    """
    return _Reader(block, locate).read()


class _Reader:
    def __init__(self, block: Mapping[str, Any], locate: Locate) -> None:
        self._block = {name: value for name, value in block.items() if value not in (None, "")}
        self._locate = locate

    def read(self) -> Options:
        refuse_unknown(self._block, KEYS, (), self._error)
        return Options(
            languages=self._texts("languages", "[en, nl]"),
            copyright=self._words("copyright"),
            vocabularies=self._paths("vocabularies", "[channels.yml]"),
            policy=Policy(
                self._levels(("severities",), self._block.get("severities", {})),
                self._levels_per_path("severities_per_path"),
            ),
            max_warnings=self._number("max_warnings"),
            deny_list=self._path("deny_list"),
            baseline=self._path("baseline") or BASELINE,
            history=self._switch("history", default=True),
            offers=Offers(**{name: self._switch(name, default=True) for name in OFFERED}),
            comments=comments_of(self._block.get("comments"), self._error),
            form=form_of(self._block.get("form"), self._error),
        )

    def _error(self, steps: Sequence[str | int], message: str) -> ConfigurationError:
        return ConfigurationError(message, *self._locate(steps))

    def _path(self, name: str) -> str:
        value = self._block.get(name, "")
        if not isinstance(value, str):
            raise self._error((name,), f"`{name}:` takes the name of one file.")
        if not can_be(value):
            raise self._error((name,), NO_PATH.format(name))
        return value

    def _paths(self, name: str, example: str) -> tuple[str, ...]:
        paths = self._texts(name, example)
        for number, path in enumerate(paths):
            if not can_be(path):
                raise self._error((name, number), NO_PATH.format(name))
        return paths

    def _texts(self, name: str, example: str) -> tuple[str, ...]:
        value = self._block.get(name, [])
        if not isinstance(value, list):
            raise self._error((name,), f"`{name}:` is a list, such as `{name}: {example}`.")
        for number, item in enumerate(value):
            if not isinstance(item, str):
                raise self._error((name, number), f"Put this item of `{name}:` in double quotes.")
        return tuple(value)

    def _words(self, name: str) -> Mapping[str, str]:
        value = self._block.get(name, {})
        if not isinstance(value, Mapping) or not all(isinstance(text, str) for text in value.values()):
            raise self._error((name,), f"`{name}:` has a line of text for each language: `en: ...`.")
        if not all(isinstance(language, str) for language in value):
            raise self._error((name,), f'Put each language below `{name}:` in double quotes: `"no": ...`.')
        return dict(value)

    def _number(self, name: str) -> int | None:
        if name not in self._block:
            return None
        value = self._block[name]
        if isinstance(value, str) and len(value) <= MAX_DIGITS and value.isascii() and value.isdigit():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._error((name,), f"`{name}:` is a number, such as `{name}: 20`.")
        return value

    def _switch(self, name: str, *, default: bool) -> bool:
        return switch_of(self._block.get(name, default), (name,), self._error)

    def _levels_per_path(self, name: str) -> tuple[tuple[str, Levels], ...]:
        value = self._block.get(name, {})
        if not isinstance(value, Mapping):
            raise self._error((name,), f"`{name}:` has a pattern of paths, and below it the rules.")
        return tuple(
            (self._pattern(name, str(path)), self._levels((name, str(path)), rules))
            for path, rules in value.items()
        )

    def _pattern(self, name: str, pattern: str) -> str:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError as error:
            message = f'"{pattern}" is no pattern of paths, such as `stories/old/` or `*.nl.md`.'
            raise self._error((name, pattern), message) from error
        return pattern

    def _levels(self, steps: tuple[str, ...], value: Any) -> Levels:
        if not isinstance(value, Mapping):
            raise self._error(steps, f"`{steps[-1]}:` has a rule on each line, such as `CX304: off`.")
        return dict(self._level((*steps, str(name)), str(name), level) for name, level in value.items())

    def _level(self, steps: tuple[str, ...], name: str, level: Any) -> tuple[str, Severity | None]:
        rule = RULES.get(name.casefold())
        if rule is None:
            meant = closest(name, [one.name for one in RULES.values()])
            cure = f' Did you mean "{RULES[meant].code} {meant}"?' if meant else ""
            raise UnknownRuleError(f'There is no rule "{name}".{cure}', *self._locate(steps))
        if rule.code.startswith(FIXED):
            raise self._error(
                steps, f"{rule.code} {rule.name} keeps the site whole; it is always as severe as it is."
            )
        if level is False or level == OFF:
            return rule.code, None
        if level not in list(Severity):
            raise self._error(steps, f"After `{name}:` comes error, warning, info or off.")
        return rule.code, Severity(level)
