"""What is the same on every page is worked out once, and the pages are those of plain Jinja."""

from __future__ import annotations

import pytest
from jinja2 import Environment

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
