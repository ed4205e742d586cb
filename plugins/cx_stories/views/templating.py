"""The one Jinja environment of a language, in which what is the same on every page is worked out once."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from gettext import NullTranslations
from keyword import iskeyword
from typing import Any

from babel.dates import format_date
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from cx_stories.views.catalogue import catalogue


def environment(language: str) -> Environment:
    """Give what finds and prints our templates: autoescaped, with the interface's words."""
    made = _Environment(
        loader=PackageLoader("cx_stories", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(language),
    )
    words = catalogue(language)
    made.say = words.gettext
    made.globals.update(_=partial(_said, words), ngettext=partial(_counted, words), language=language)
    made.filters["day"] = lambda day: _day(day, language)
    return made


def _said(words: NullTranslations, text: str, /, **values: object) -> Markup:
    """Say something with values in it, which are escaped."""
    return Markup(words.gettext(text)) % values  # noqa: S704 (our words)


def _counted(words: NullTranslations, one: str, several: str, num: int, /, **values: object) -> Markup:
    """Say something of a number, which is among the values."""
    return Markup(words.ngettext(one, several, num)) % {"num": num, **values}  # noqa: S704 (our words)


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


class _Generator(CodeGenerator):
    """Writes the shortest program for a template: most of what a page takes is spent in it."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Print a value as plain text: once it is part of a page nobody asks whether it is markup."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Ask a value for an attribute and for nothing else; a mapping is asked in brackets."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """Take what is in a mapping or a row, and no attribute."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call something at once: nothing that our templates call asks from where."""
        if (
            forward_caller
            or node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(one.key) for one in node.kwargs)
        ):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def _shown(value: object) -> str:
    """Give a value as it stands on a page: escaped as by MarkupSafe, unless it is markup."""
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return escape(value)
    safe = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace("'", "&#39;").replace('"', "&#34;")


class _Environment(Environment):
    """An environment whose templates are short programs with the words of a language in them.

    say:    gives words in that language
    shown:  gives a value as it stands on a page
    """

    code_generator_class = _Generator
    shown = staticmethod(_shown)
    say: Callable[[str], str]

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        return super()._generate(_Joining(self).visit(source), name, filename, defer_init)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give what all templates know as it is: none of ours knows anything besides."""
        return super().make_globals(d) if d else self.globals

    def read(self, name: str) -> Sequence[nodes.Node]:
        """Read what stands in a template."""
        loader: Any = self.loader
        return self.parse(loader.get_source(self, name)[0], name).body

    @cached_property
    def _modules(self) -> dict[str, TemplateModule]:
        return {}

    def module(self, name: str) -> TemplateModule:
        """Give the macros of a template, which are the same for all pages."""
        if name not in self._modules:
            self._modules[name] = self.get_template(name).module
        return self._modules[name]


class _Joining(NodeTransformer):
    """Makes one program of a template and what it includes, with the words of its language in it.

    What has values to fill in, such as `_("Page %(number)s", number=2)`, is left for when they are known.
    """

    def __init__(self, environment: _Environment) -> None:
        self._read, self._say = environment.read, environment.say

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Put a template that is named in full where it is included; what it sets is its own."""
        match node:
            case nodes.Include(template=nodes.Const(value=str(name))):
                inner = [self.visit(one) for one in self._read(name)]
                return nodes.Scope(inner, lineno=node.lineno)
        return node

    def visit_Import(self, node: nodes.Import) -> nodes.Node:  # noqa: N802 (Jinja's name)
        """Ask for macros by the name of their template, without making a context to ask from."""
        asked = nodes.Call(nodes.EnvironmentAttribute("module"), [node.template], [], None, None)
        return nodes.Assign(nodes.Name(node.target, "store"), asked, lineno=node.lineno)

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
