"""The files of a fresh site, made of those in `starters/`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from posixpath import normpath
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from cx_stories.exports.editors.vale import vale_files
from cx_stories.exports.editors.vscode import vscode_files
from cx_stories.exports.story_text import typed
from cx_stories.pipeline.starting.requirement import of_wheel, requirement
from cx_stories.vocabulary.vocabulary import Vocabularies

CONTENT = "content"
CONFIGURATION = "mkdocs.yml"
REQUIREMENTS = "requirements.txt"
_GITHUB = ".github"
_FOLDER = f"CONTENT: {CONTENT} #"
RECIPES: Mapping[str, Mapping[str, str]] = {
    "github": {
        f"{_GITHUB}/workflows/check.yml": "github/check.yml",
        f"{_GITHUB}/workflows/extra.yml": "github/extra.yml",
        f"{_GITHUB}/workflows/publish.yml": "github/publish.yml",
        f"{_GITHUB}/dependabot.yml": "github/dependabot.yml",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab/gitlab-ci.yml"},
    "rsync": {"publish.sh": "anywhere/publish.sh"},
    "none": {},
}
"""Who checks and publishes a site: the files for that, each with the starter that it is."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|~!])")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of a site.

    name:       what it is called
    languages:  the codes of its languages, the default one first
    recipe:     who checks and publishes it, one of `RECIPES`
    vale:       whether it has a style for Vale
    content:    the folder of its stories, if that is there already; nothing for a site that begins empty
    wheel:      the file of this program that comes along in the site's folder; nothing if none does
    """

    name: str
    languages: Sequence[str]
    recipe: str = "github"
    vale: bool = False
    content: str = ""
    wheel: str = ""


@cache
def starter_words() -> Mapping[str, Mapping[str, Any]]:
    """Give the words of the starters by language; a site can begin in these."""
    words: Mapping[str, Mapping[str, Any]] = yaml.safe_load(_starter("words.yml"))
    return words


def files_for(wish: Wish, vocabularies: Vocabularies) -> Mapping[str, str]:
    """Give the files of a site by their path, sorted: all of them, whatever is there already.

    vocabularies:  the terms that the snippets of an editor offer
    """
    made = {
        **_of_editors(wish, vocabularies),
        **{path: _recipe(name, wish) for path, name in RECIPES[wish.recipe].items()},
        **({} if wish.content else _of_content(wish)),
    }
    for path, name in _frame(wish).items():
        made[path] = _rendered(name, wish, paths=made)
    return dict(sorted(made.items()))


def _frame(wish: Wish) -> Mapping[str, str]:
    """Give the files around the stories, each with its starter."""
    first = _known(wish.languages)[0]
    return {
        ".gitignore": "site/gitignore",
        "README.md": f"{first}/README.md",
        REQUIREMENTS: f"site/{REQUIREMENTS}",
        CONFIGURATION: f"{first}/{CONFIGURATION}",
    }


def _of_content(wish: Wish) -> Mapping[str, str]:
    """Give the first page, the one for writers, and the pair of examples, in every language."""
    first, texts = wish.languages[0], {}
    for language in wish.languages:
        ending = ".md" if language == first else f".{language}.md"
        for page in ("index", "contribute/index"):
            texts[f"{CONTENT}/{page}{ending}"] = _rendered(f"{language}/content/{page}.md", wish)
        for story, identity in starter_words()[first]["examples"].items():
            starter = f"stories/{story}.{language}.md"
            texts[f"{CONTENT}/stories/{identity}{ending}"] = _rendered(starter, wish, first=language == first)
    return texts


def _of_editors(wish: Wish, vocabularies: Vocabularies) -> Mapping[str, str]:
    known = _known(wish.languages)
    snippets = {language: starter_words()[language]["snippets"] for language in known}
    rules = {language: starter_words()[language]["vale"] for language in known}
    return {
        **vscode_files(vocabularies, snippets, vale=wish.vale),
        **(vale_files(vocabularies, rules, wish.content or CONTENT) if wish.vale else {}),
    }


def _known(languages: Sequence[str]) -> Sequence[str]:
    """Give the languages that starters are written in; English where a site has none of them."""
    return [language for language in languages if language in starter_words()] or ["en"]


def _rendered(starter: str, wish: Wish, **values: object) -> str:
    template = _environment().get_template(starter)
    return template.render(
        name=wish.name,
        languages=wish.languages,
        content=wish.content or CONTENT,
        fresh=not wish.content,
        words=starter_words(),
        ids=starter_words()[_known(wish.languages)[0]]["examples"],
        requirement=of_wheel(wish.wheel) if wish.wheel else requirement(),
        **values,
    )


@cache
def _environment() -> Environment:
    """Give a reader of starters; its marks are those that no workflow and no story has."""
    environment = Environment(  # noqa: S701 (files of text, in which nothing is escaped as in HTML)
        loader=PackageLoader("cx_stories", "starters"),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"typed": typed, "as_markdown": lambda text: _MARKDOWN.sub(r"\\\1", text)}
    return environment


def _recipe(name: str, wish: Wish) -> str:
    """Give a recipe; what it takes of a fork is the folder of the stories, whatever that is called."""
    return _starter(f"workflows/{name}").replace(
        _FOLDER, f"CONTENT: {typed(normpath(wish.content or CONTENT))} #"
    )


def _starter(name: str) -> str:
    return (files("cx_stories") / "starters" / name).read_text(encoding="utf-8")
