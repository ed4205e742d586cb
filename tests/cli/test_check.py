"""`cx check`: what it prints and how it ends, run as a person runs it."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial

import pytest

from cx_stories.errors import EndedProcessError
from cx_stories.pipeline import checking, side_by_side
from tests.cli.conftest import CONFIGURATION, Desk


def refusal(sentence: str, place: str = "") -> str:
    """Give what is printed about a configuration that cannot be used."""
    return f"{place}{'  ' * bool(place)}CX905 invalid-configuration  error\n  {sentence}\n"


def test_sound_collection_ends_with_zero(desk: Desk) -> None:
    """One line says what there is."""
    desk.story("")
    result = desk.check()

    assert (result.exit_code, result.output) == (
        0,
        "1 story is fit to publish; 0 errors, 0 warnings, 0 infos.\n",
    )


def test_error_ends_with_one_and_names_its_place(desk: Desk) -> None:
    """The path is one that can be opened from where the command was typed."""
    desk.story("elements: [surprizing]\n")
    result = desk.check()

    assert (result.exit_code, result.output) == (
        1,
        "content/stories/refund.md:2:12  CX201 unknown-term  error\n"
        '  "surprizing" is not one of the elements. Did you mean "surprising"?\n'
        "  2 | elements: [surprizing]\n"
        "    |            ^^^^^^^^^^\n"
        "  [*] `cx check --fix --unsafe-fixes` mends this, if it is what you meant.\n\n"
        "0 stories are fit to publish; 1 error, 0 warnings, 0 infos.\n"
        "1 finding can be mended with `cx check --fix --unsafe-fixes`.\n",
    )


def test_warning_ends_with_zero(desk: Desk) -> None:
    """What may be published does not fail the check."""
    desk.story("channels: [web, web]\n")

    assert desk.check().exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "plugins: [search]\n",
            refusal("Add `- cx-stories` to the list under `plugins:`.", "mkdocs.yml:1:1"),
        ),
        (
            "- a\n",
            refusal("The configuration has no keys such as `site_name:`.", "mkdocs.yml"),
        ),
        (
            "a: [\n",
            refusal(
                "The configuration cannot be read from here on. Look at this line and the one above: spaces, "
                "brackets, quotes.",
                "mkdocs.yml:2:1",
            ),
        ),
        (
            CONFIGURATION + "INHERIT: base.yml\n",
            refusal("`INHERIT:` names base.yml, which cannot be read.", "mkdocs.yml"),
        ),
        (
            CONFIGURATION[:-1] + ":\n      languages: en\n",
            refusal("`languages:` is a list, such as `languages: [en, nl]`.", "mkdocs.yml:5:7"),
        ),
        (
            CONFIGURATION[:-1] + ":\n      languages: [xx]\n",
            refusal(
                '`languages:` names "xx", which is not a language. Write codes such as en, nl or pt-BR.',
                "mkdocs.yml:5:7",
            ),
        ),
        (
            CONFIGURATION.replace("content", "nowhere"),
            refusal("There is no folder nowhere/ to read stories from."),
        ),
    ],
)
def test_configuration_that_cannot_be_used_ends_with_two(desk: Desk, text: str, said: str) -> None:
    """The file, the rule and what to do, and no traceback."""
    desk.story("")
    desk.write("mkdocs.yml", text)
    result = desk.check()

    assert (result.exit_code, result.output) == (2, said)


def test_nothing_that_the_configuration_names_is_run(desk: Desk) -> None:
    """Tags, hooks and dates of MkDocs are read as words."""
    desk.story("")
    desk.write(
        "mkdocs.yml",
        "site_name: S\ndocs_dir: !ENV [CX_NO_SUCH_VARIABLE, content]\nextra: {day: 2024-13-45}\n"
        "markdown_extensions:\n  - x: {y: !!python/name:os.system }\nhooks: [no.py]\n"
        "plugins: {cx-stories: {}}\n",
    )

    assert desk.check().exit_code == 0


def test_day_of_the_check_can_be_set(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check can be repeated as of a day, as a build can; a value that is no day is answered plainly."""
    desk.story("date: 2024-03-01\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000")
    before = desk.check().output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = desk.check()

    assert "CX107" in before
    assert (result.exit_code, result.output) == (
        2,
        refusal('SOURCE_DATE_EPOCH is "soon", which is not a number of seconds.'),
    )


def test_no_configuration_ends_with_two(desk: Desk) -> None:
    """A writer in the wrong folder is told so."""
    result = desk.check("-f", "elsewhere.yml")

    assert (result.exit_code, result.output) == (
        2,
        refusal("There is no elsewhere.yml here. Go to the folder of the site, or name the file with -f."),
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the process that is ended has to be forked")
@pytest.mark.parametrize("arguments", [(), ("--format", "json"), ("--fix",), ("--write-baseline",)])
def test_process_that_is_ended_from_outside_ends_the_check_with_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Nobody looks for the fault in a story, and nobody waits."""
    for number in range(3):
        desk.named_story(f"s{number}")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(checking, "side_by_side", partial(side_by_side.side_by_side, worth=1))
    monkeypatch.setattr(checking, "examine_each", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    result = desk.check("--no-cache", *arguments)

    assert (result.exit_code, result.output) == (2, f"Error: {EndedProcessError()}\n")
