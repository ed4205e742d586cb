"""Every command that looks at a site takes its configuration in the same way, and says so."""

from __future__ import annotations

import click

from cx_stories.cli.config_option import CONFIGURATION
from cx_stories.cli.main import main

WITHOUT_A_SITE = {"doctor", "schema"}
"""They can do without one."""


def test_all_commands_say_the_same_of_the_configuration() -> None:
    """Nobody has to wonder whether one of them runs what the file names."""
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    said = {
        name: option.help
        for name, command in commands.items()
        for option in (command.params if command else ())
        if isinstance(option, click.Option) and option.name == "config_file"
    }
    words = "The configuration of the site. Nothing that it names is run."

    assert said == {
        name: f"{words} Default: {CONFIGURATION}, if there is one." if name in WITHOUT_A_SITE else words
        for name in ("build-report", "check", "doctor", "export", "import", "new", "schema", "stats")
    }
