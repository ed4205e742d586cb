"""`cx new`: a story from plain answers, without a word about YAML."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cx_stories.cli.asking.dialogue import at_terminal
from cx_stories.cli.asking.given import Given
from cx_stories.cli.asking.telling import Wanted, tell
from cx_stories.cli.config_option import config_option
from cx_stories.cli.endings import UNUSABLE
from cx_stories.errors import ConfigurationError, CxStoriesError, EndedProcessError, VocabularyError

_ANSWERS: tuple[Callable[[Any], Any], ...] = (
    click.option("--title", default="", help="What the story is called."),
    click.option("--polarity", default="", help="The verdict: positive or negative."),
    click.option("--what", default="", metavar="TEXT", help="What happened: the story itself."),
    click.option(
        "--where",
        multiple=True,
        metavar="PLACE",
        help="A stage, channel, touchpoint or sector, in any language; `channel:home` where two are meant.",
    ),
    click.option(
        "--element",
        "elements",
        multiple=True,
        metavar="NAME=SENTENCE",
        help="An element that was there, with the sentence that shows it.",
    ),
    click.option(
        "--missed", multiple=True, metavar="NAME=SENTENCE", help="An element that should have been there."
    ),
    click.option(
        "--lesson", "lessons", multiple=True, metavar="SENTENCE", help="What can be learned from it."
    ),
    click.option("--summary", default="", help="One sentence, at most 200 characters."),
    click.option("--provenance", default="", help="Where it comes from: retold, first-hand and so on."),
    click.option("--source", default="", metavar="TITLE", help="What a retold story was published in."),
    click.option("--teller", default="", metavar="PERSON", help="Whose experience it was."),
    click.option("--date", default="", metavar="DAY", help="The day of publication. Default: today."),
    click.option("--status", default="draft", show_default=True, help="How far it is on its way."),
    click.option("--pair", default="", metavar="STORY", help="The story it is told together with."),
    click.option("--related", multiple=True, metavar="STORY", help="A story a reader should see next."),
)
_MANNER: tuple[Callable[[Any], Any], ...] = (
    click.option("--language", default="", help="The language of the story, and of the questions."),
    click.option(
        "--translate", is_flag=True, help="Make a file for each other language of the site, to be translated."
    ),
    click.option(
        "--editor/--no-editor", default=None, help="Open the file afterwards, or do not. Default: if asked."
    ),
    click.option("--yes", "-y", is_flag=True, help="Ask nothing, and agree to what is proposed."),
    config_option,
)


def _with_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command its options, in the order in which `--help` shows them."""
    for option in reversed((*_ANSWERS, *_MANNER)):
        function = option(function)
    return function


@click.command()
@_with_options
def new(
    *,
    language: str,
    translate: bool,
    editor: bool | None,
    yes: bool,
    config_file: Path,
    **answers: Any,
) -> None:
    """Tell a new story: answer some questions, and get a file to go on with.

    At a terminal, whatever is not given as an option is asked; type ? for help, press Enter to leave
    something out. With --yes, or where nobody is there to answer, --title and --polarity are needed. No
    file is ever written over.

    Ends with 0, with 1 if nothing could be written, or with 2 if the command or the configuration cannot be
    used.
    """
    wanted = Wanted(
        config_file=config_file,
        given=Given(**answers),
        language=language,
        translate=translate,
        editor=editor,
        agreed=yes,
        asking=at_terminal() and not yes,
    )
    try:
        tell(wanted)
    except (ConfigurationError, VocabularyError) as error:
        click.echo(error.report(str(config_file.parent)), err=True)
        sys.exit(UNUSABLE)
    except (CxStoriesError, EndedProcessError) as error:
        raise click.ClickException(str(error)) from error
