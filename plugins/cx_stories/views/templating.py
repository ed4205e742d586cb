"""The one Jinja environment of a language, in which what is the same on every page is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from types import BuiltinMethodType, MethodType
from typing import Any

from babel.dates import format_date
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer

from cx_stories.views.catalogue import catalogue


def environment(language: str) -> Environment:
    """Give what finds and prints our templates: autoescaped, with the interface's words."""
    made = _Environment(
        loader=PackageLoader("cx_stories", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        bytecode_cache=_compiled(language),
    )
    words: Any = catalogue(language)
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    made.say = words.gettext
    made.globals["language"] = language
    made.filters["day"] = lambda day: _day(day, language)
    return made


class _Compiled(BytecodeCache):
    """What this process has compiled before: a preview builds the site again at every save."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that has been compiled from the same source."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._known[bucket.key, bucket.checksum] = bucket.code


@cache
def _compiled(_language: str) -> _Compiled:
    """Give what has been compiled for a language: constant words are in it."""
    return _Compiled()


class _Context(Context):
    """Calls at once what does not ask for a context: nearly all that our templates call, for every page."""

    def call(self, called: Callable[..., Any], /, *arguments: Any, **named: Any) -> Any:
        """Call something, without what Jinja hands on for those that ask."""
        if type(called) not in _UNASKING:
            return super().call(called, *arguments, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*arguments, **named)


_UNASKING = {MethodType, BuiltinMethodType, Macro}


class _Environment(Environment):
    """An environment whose templates have their constant words in the language of its pages.

    say:  gives words in that language
    """

    context_class = _Context
    say: Callable[[str], str]

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(_Saying(self.say).visit(source), name, filename, defer_init)


class _Saying(NodeTransformer):
    """Puts words in the place of `_("...")`; what has values to fill in is left for when they are known."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Say what is called `_`, as markup, and with the signs of a form in which nothing is filled in."""
        self.generic_visit(node)
        match node:
            case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=str(text))], kwargs=[]):
                return nodes.MarkSafe(nodes.Const(self._say(text) % {}), lineno=node.lineno)
        return node


@lru_cache(maxsize=4096)
def _day(day: date, language: str) -> str:
    """Write a date out in the language of the page."""
    return format_date(day, format="long", locale=_DATE_LOCALES.get(language, language.replace("-", "_")))


_DATE_LOCALES = {"en": "en_GB"}
"""The site's English writes 1 March 2024, not March 1, 2024."""
