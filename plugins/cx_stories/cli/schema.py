"""`cx schema`: what may stand in the front matter of a story, for an editor."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cx_stories.cli.config_option import CONFIGURATION, config_option_if_any
from cx_stories.cli.configuration import settings_of
from cx_stories.cli.endings import UNUSABLE
from cx_stories.errors import CxStoriesError
from cx_stories.exports.json_schema import DRAFTS, story_schema
from cx_stories.views.catalogue import catalogue
from cx_stories.vocabulary.loading import load


@click.command()
@config_option_if_any
@click.option(
    "--draft",
    type=click.Choice(list(DRAFTS)),
    default="2020-12",
    show_default=True,
    help="The draft of JSON Schema; editors with a YAML extension want 7.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    help="The language of descriptions, such as en or nl.",
)
@click.option(
    "--translation", is_flag=True, help="Describe the translation of a story, which repeats words only."
)
def schema(config_file: Path | None, draft: str, language: str, translation: bool) -> None:
    """Print the JSON Schema of a story's front matter.

    Ends with 0, or with 2 if the configuration cannot be used.
    """
    file = config_file or CONFIGURATION
    try:
        vocabularies = load(_own_files(file) if config_file or file.exists() else ())
    except CxStoriesError as error:
        click.echo(error.report(str(file.parent)), err=True)
        sys.exit(UNUSABLE)
    translate = catalogue(language).gettext
    made = story_schema(vocabularies, language, draft, translate, translation=translation)
    click.echo(json.dumps(made, ensure_ascii=False, indent=2).encode())


def _own_files(config_file: Path) -> Sequence[Path]:
    settings, _ = settings_of(config_file)
    return settings.vocabularies
