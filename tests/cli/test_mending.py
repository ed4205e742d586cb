"""`cx check --fix`: what it changes, what it says, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.checks.run import Examined
from cx_stories.model.diagnostic import Diagnostic, Edit, Fix
from cx_stories.pipeline.checking import NAME
from cx_stories.pipeline.remembering import FOLDER
from tests.cli.conftest import Desk
from tests.pipeline.memories import altered, poison

STORY = "content/stories/refund.md"


def text(desk: Desk) -> str:
    """Give the story as it is on disk."""
    return (desk.folder / STORY).read_text(encoding="utf-8")


def test_what_is_beyond_doubt_is_mended(desk: Desk) -> None:
    """The label becomes the id, the double value goes; a guess is not made, and is told."""
    desk.story("channels: [Winkel, store]  # both\nstages: [purchese]\n")
    result = desk.check("--fix", "--format", "concise")

    assert text(desk).startswith("---\nchannels: [store]  # both\nstages: [purchese]\n")
    assert (result.exit_code, result.stderr) == (1, "2 findings mended in 1 file.\n")
    assert result.stdout.splitlines() == [
        'content/stories/refund.md:3:10: error CX201 "purchese" is not one of the journey stages. '
        'Did you mean "purchase"?',
        "0 stories are fit to publish; 1 error, 0 warnings, 0 infos.",
        "1 finding can be mended with `cx check --fix --unsafe-fixes`.",
    ]


def test_guesses_are_put_in_when_asked(desk: Desk) -> None:
    """A writer who has looked at the guesses takes them all."""
    desk.story("stages: [purchese]\n")
    result = desk.check("--fix", "--unsafe-fixes")

    assert text(desk).startswith("---\nstages: [purchase]\n")
    assert (result.exit_code, result.stdout) == (
        0,
        "1 story is fit to publish; 0 errors, 0 warnings, 0 infos.\n",
    )


def test_second_time_changes_nothing(desk: Desk) -> None:
    """What is mended stays mended."""
    desk.story("channels: [Winkel]\n")
    desk.check("--fix")
    once = text(desk)
    result = desk.check("--fix")

    assert (text(desk), result.exit_code, result.stderr) == (once, 0, "")


def test_diff_shows_and_changes_nothing(desk: Desk) -> None:
    """A careful editor looks first; the text can be given to `git apply`."""
    desk.story("channels: [Winkel]\n")
    before = text(desk)
    result = desk.check("--fix", "--diff")

    assert (result.exit_code, text(desk)) == (1, before)
    assert result.output.splitlines()[:6] == [
        "--- a/content/stories/refund.md",
        "+++ b/content/stories/refund.md",
        "@@ -1,5 +1,5 @@",
        " ---",
        "-channels: [Winkel]",
        "+channels: [store]",
    ]


def test_nothing_to_mend_shows_nothing(desk: Desk) -> None:
    """An empty difference and a status of 0: a hook has nothing to say."""
    desk.story("")
    result = desk.check("--fix", "--diff")

    assert (result.exit_code, result.output) == (0, "")


def test_only_what_was_chosen_is_mended(desk: Desk) -> None:
    """By rule or by path, as for telling."""
    desk.named_story("a", "channels: [Winkel, Winkel]\n")
    desk.named_story("b", "channels: [Winkel]\n")
    desk.check("--fix", "--select", "CX202", "content/stories/a.md")
    folder = desk.folder / "content" / "stories"

    assert "channels: [store, store]" in (folder / "a.md").read_text()
    assert "channels: [Winkel]" in (folder / "b.md").read_text()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_file_that_is_read_only_is_left_and_told(desk: Desk) -> None:
    """The others are mended; the check fails, so that nobody takes it for done."""
    desk.story("channels: [Winkel]\n")
    (desk.folder / STORY).chmod(0o444)
    result = desk.check("--fix")

    assert (result.exit_code, result.stderr) == (
        1,
        f"{Path(STORY)}: This file is read-only, so it was left as it is. Make it writable, and try again.\n",
    )


def test_private_data_is_not_shown_by_a_difference(desk: Desk) -> None:
    """Lines around a change may hold what no output shows; the story is named, others are shown."""
    desk.named_story("a", "channels: [Winkel]\nquestions: [Who answers 06 12345678?]\n")
    desk.named_story("b", "channels: [Winkel]\n")
    output = desk.check("--fix", "--diff").output

    assert "12345678" not in output
    assert output.splitlines()[:2] == [
        "content/stories/a.md would change, but something private stands in it, so it is not shown.",
        "--- a/content/stories/b.md",
    ]


def test_what_is_remembered_is_never_put_in_a_file(desk: Desk) -> None:
    """A memory that came with a site from a stranger does not say what a story is to say."""
    desk.story("channels: [web]\n")
    desk.named_story("other", "channels: [Winkel]\n")
    before = text(desk)
    desk.check()

    def elsewhere(found: Diagnostic) -> Diagnostic:
        (edit,) = found.fix.edits if found.fix else ()
        span = altered(edit.span, end_column=edit.span.end_column - len("Winkel") + len("web"))
        return altered(found, path="stories/refund.md", fix=Fix((Edit(span, edit.text),)))

    def change(entry: Examined) -> Examined:
        return altered(entry, findings=tuple(map(elsewhere, entry.findings)))

    poison(desk.folder / FOLDER / NAME, Examined, change)
    desk.check("--fix")

    assert text(desk) == before
