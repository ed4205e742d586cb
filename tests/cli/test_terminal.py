"""Commands work where nobody is there: a scheduler may start them without any stream at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cx_stories.cli.asking.dialogue import at_terminal
from cx_stories.cli.export import on_a_screen
from cx_stories.cli.starting.asking import name_of


@pytest.mark.parametrize("closed", [True, False])
def test_without_streams_nobody_is_asked_and_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, closed: bool
) -> None:
    """No stream, and one that was closed, are as good as a pipe."""
    with (tmp_path / "stream").open("w") as stream:
        pass
    monkeypatch.setattr(sys, "stdin", stream if closed else None)
    asked = at_terminal(), name_of(Path("coffee-shop"))
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", stream if closed else None)
        read = on_a_screen()

    assert (*asked, read) == (False, "Coffee shop", False)
