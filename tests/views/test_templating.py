"""What is the same on every page is worked out once, and the pages are those of plain Jinja."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from cx_stories.views import templating
from cx_stories.views.catalogue import catalogue
from cx_stories.views.registry import pages_of
from cx_stories.views.rendering import Renderer
from cx_stories.views.templating import environment
from tests.conftest import Site


def _printed(site: Site, language: str) -> dict[str, str]:
    edition, renderer = site.edition(language), Renderer(language, "to/{}/".format)
    return {page.path: renderer.render(page, "<p>Told.</p>", (), "/") for page in pages_of(edition)}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_page_is_what_jinja_prints_by_itself(
    site: Site, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Nobody who writes a template need know of it."""
    site.story("coat", "pair: lamp\nlessons: [Look up.]\n")
    site.story("lamp", "pair: coat\npolarity: negative\nmissed:\n  unique: Nobody looked.\n")
    monkeypatch.setattr(templating, "_compiled", lambda _language: None)
    ours = _printed(site, language)
    monkeypatch.setattr(templating, "_Environment", Environment)

    assert ours == _printed(site, language)


def test_words_without_values_are_said_when_a_template_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are looked up once, as markup and with a percent sign for two; others when they are printed."""
    asked: list[str] = []

    def say(text: str) -> str:
        asked.append(text)
        return text.replace("Page", "Pagina")

    monkeypatch.setattr(catalogue("nl"), "gettext", say)
    template = environment("nl").from_string(
        '{{ _("<b>Page</b> 100%%") }} {{ _("Page %(n)s", n=n) }} {{ _(word) | upper }} {{ "<" }}'
    )
    before = list(asked)

    assert template.render(n="<1>", word="Page") == "<b>Pagina</b> 100% Pagina &lt;1&gt; PAGINA &lt;"
    assert (before, asked) == (["<b>Page</b> 100%%"], ["<b>Page</b> 100%%", "Page %(n)s", "Page"])


def test_macros_methods_and_functions_are_called_as_by_jinja() -> None:
    """Whether or not they stand in a loop, and ask where they are called."""
    template = environment("en").from_string(
        "{% macro twice(text) %}<i>{{ text }}{{ text }}</i>{% endmacro %}"
        "{% for word in words %}{{ twice(word) }}{{ word.upper() }}"
        '{{ ngettext("%(num)s a", "%(num)s b", 2) }}{% endfor %}'
    )

    assert template.render(words=["<"]) == "<i>&lt;&lt;</i>&lt;2 b"


def test_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever saves a file in a preview waits for the site, and not for its templates as well."""
    environment("nl").get_template("pairs.html")
    monkeypatch.setattr("jinja2.Environment.compile", lambda *_, **__: pytest.fail("compiled again"))

    assert environment("nl").get_template("pairs.html").name == "pairs.html"


def test_words_of_one_language_are_not_kept_for_another() -> None:
    """What is compiled has its words in it."""
    said = [
        environment(language).get_template("trail.html").render(trail=(), url=str)
        for language in ("en", "nl")
    ]

    assert ["You are here" in said[0], "Je bent hier" in said[1]] == [True, True]


class _Named:
    """Something with a name of its own in HTML."""

    def __html__(self) -> str:
        return "<b>&amp;</b>"


@pytest.mark.parametrize(
    "value",
    ["AT&T \"x\" <y> 'z'", "&amp;", Markup("<b>&amp;</b>"), _Named(), None, 3, ["<i>"], ""],
    ids=lambda value: type(value).__name__,
)
def test_value_is_escaped_once_unless_it_is_markup(value: object) -> None:
    """Whatever somebody typed reads as they typed it, and our own markup stays what it is."""
    assert environment("en").from_string("{{ value }}").render(value=value) == str(escape(value))


def test_what_is_included_keeps_to_itself_what_it_sets() -> None:
    """It is part of one program with the page around it, and knows what that knows, but not the other way."""
    made = environment("nl")
    made.loader = DictLoader(
        {
            "page": '{% set a, b = 1, 2 %}{% include "part" %} {{ a }}{{ b }}{{ c }} {% include "part" %}',
            "part": '{% set a = 5 %}{{ a }}{{ b }}{{ c }}{% include "inner" %}',
            "inner": '{{ _("You are here") }}',
        }
    )

    assert made.get_template("page").render(c=3) == "523Je bent hier 123 523Je bent hier"


def test_macros_of_another_template_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page asks for them, and they are the same for all."""
    made = environment("en")
    made.loader = DictLoader(
        {
            "page": '{% import "parts" as parts %}{{ parts.bold(n) }}',
            "parts": "{% macro bold(n) %}<b>{{ n }}</b>{% endmacro %}",
        }
    )
    page = made.get_template("page")
    first = page.render(n="<1>")
    monkeypatch.setattr(made, "get_template", lambda *_: pytest.fail("asked again"))

    assert [first, page.render(n=2)] == ["<b>&lt;1&gt;</b>", "<b>2</b>"]


def test_mapping_is_asked_in_brackets_and_a_value_by_its_attribute() -> None:
    """A key that has the name of a method is no trap, and what is not there is an error."""
    template = environment("en").from_string('{{ row["items"] }} {{ page.upper() }}')

    assert template.render(row={"items": 3}, page="home") == "3 HOME"
    with pytest.raises(AttributeError, match="size"):
        environment("en").from_string("{{ row.size }}").render(row={"size": 3})
