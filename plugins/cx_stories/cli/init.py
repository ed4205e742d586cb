"""`cx init`: a fresh site, or what an old one lacks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from cx_stories.cli.configuration import settings_of
from cx_stories.cli.endings import AMISS, UNUSABLE
from cx_stories.cli.starting.asking import languages_of, name_of, one_line
from cx_stories.cli.starting.telling import what_is_in_the_way, what_was_made
from cx_stories.errors import CxStoriesError
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.starting.laying import lay
from cx_stories.pipeline.starting.requirement import wheel_at
from cx_stories.pipeline.starting.starters import (
    CONFIGURATION,
    CONTENT,
    RECIPES,
    Wish,
    files_for,
    starter_words,
)
from cx_stories.vocabulary.loading import load

_WAY_OUT = "Nothing was added. Put this right and type the same again; cx doctor says what else is amiss."
_NO_MATTER = frozenset({".DS_Store", ".git", ".gitattributes", ".hg", ".idea", ".venv", "Thumbs.db", "venv"})
"""What may be in a folder that counts as empty."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed; no name and no languages where they are still to be asked for."""

    folder: Path
    name: str
    languages: Sequence[str]
    recipe: str
    vale: bool
    wheel: Mapping[str, bytes]

    @property
    def configuration(self) -> Path:
        return self.folder / CONFIGURATION

    @property
    def has_site(self) -> bool:
        return os.path.lexists(self.configuration)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--name", help="What the site is called. Default: you are asked; a script gets the name of the folder."
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(tuple(starter_words())),
    help="A language of the site, main one first; once for each. Default: you are asked, a script gets en.",
)
@click.option(
    "--ci",
    "recipe",
    type=click.Choice(tuple(RECIPES)),
    default="github",
    show_default=True,
    help="Who checks and publishes the site; rsync is a recipe for a server of your own.",
)
@click.option("--with", "extras", multiple=True, type=click.Choice(("vale",)), help="A style for Vale, too.")
@click.option(
    "--wheel",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Take this wheel of cx-stories along, for where no index has the program.",
)
@click.option("--add", is_flag=True, help="Put into a folder with other files what it lacks.")
def init(  # noqa: PLR0913 (an option each)
    *,
    folder: Path,
    name: str | None,
    languages: tuple[str, ...],
    recipe: str,
    extras: tuple[str, ...],
    wheel: Path | None,
    add: bool,
) -> None:
    """Make a site in the folder DIR, with a pair of stories to begin with.

    It builds at once. Nothing that is in DIR already is changed. With --add, a site that is there gets what
    it lacks of settings for editors, workflows and the like.

    Ends with 0; with 1 if something is in the way or cannot be written; with 2 if the command or the
    configuration cannot be used.
    """
    called = "" if name is None else one_line(name)
    asked = _Asked(folder, called, tuple(dict.fromkeys(languages)), recipe, "vale" in extras, _carried(wheel))
    try:
        _refuse(asked, add=add)
        wish, texts = _missing(asked)
    except CxStoriesError as error:
        click.echo(error.report(str(folder)), err=True)
        click.echo(_WAY_OUT, err=True)
        sys.exit(UNUSABLE)
    try:
        lay(folder, texts)
    except CxStoriesError as error:
        click.echo(str(error), err=True)
        sys.exit(AMISS)
    click.echo("\n".join(what_was_made(folder, texts, wheel=wish.wheel, examples=not wish.content)))


def _refuse(asked: _Asked, *, add: bool) -> None:
    """Stop where something is in the way, before anybody is asked anything."""
    entries = _entries(asked.folder) - _NO_MATTER
    if entries and not add:
        click.echo(what_is_in_the_way(asked.folder, sorted(entries)), err=True)
        sys.exit(AMISS)
    if asked.has_site and (asked.name or asked.languages):
        raise click.UsageError(
            "There is a site already, and mkdocs.yml says its name and languages: leave out --name and "
            "--language."
        )


def _entries(folder: Path) -> frozenset[str]:
    """Give what is in a folder; nothing where it is not there, or cannot be: writing into it will tell."""
    try:
        return frozenset(entry.name for entry in folder.iterdir())
    except OSError:
        return frozenset()


def _missing(asked: _Asked) -> tuple[Wish, Mapping[str, str | bytes]]:
    """Give the site and those of its files that are not there yet.

    Raises:  ConfigurationError, VocabularyError
    """
    wish, own = _of_site(asked) if asked.has_site else (_fresh(asked), ())
    wish = replace(wish, wheel=next(iter(asked.wheel), ""))
    made: Mapping[str, str | bytes] = {**files_for(wish, load(own)), **asked.wheel}
    return wish, {path: text for path, text in made.items() if not os.path.lexists(asked.folder / path)}


def _carried(wheel: Path | None) -> Mapping[str, bytes]:
    """Give the wheel that comes along, by its name.

    Raises:  click.BadParameter if it is none
    """
    try:
        return {wheel.name: wheel_at(wheel)} if wheel else {}
    except CxStoriesError as error:
        raise click.BadParameter(str(error), param_hint="--wheel") from error


def _of_site(asked: _Asked) -> tuple[Wish, Sequence[Path]]:
    """Give a site that is there, and its own vocabularies."""
    configuration = ConfigurationFile(asked.configuration)
    settings, _ = settings_of(asked.configuration)
    name, content = configuration.text("site_name"), configuration.text("docs_dir", default="docs")
    return Wish(name, settings.languages, asked.recipe, asked.vale, content), settings.vocabularies


def _fresh(asked: _Asked) -> Wish:
    """Give a site that begins; its first texts come only where there are none."""
    content = CONTENT if _entries(asked.folder / CONTENT) else ""
    return Wish(
        asked.name or name_of(asked.folder),
        asked.languages or languages_of(),
        asked.recipe,
        asked.vale,
        content,
    )
