"""The index of a site: what is found, under which address, and what happens when it cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.pipeline import pagefind
from tests.site.made_site import CONFIG, Outcome, Stage, found_in


@pytest.mark.parametrize("command", ["build", "gh-deploy", "serve"])
def test_site_without_its_index_is_not_finished(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """A maintainer reads in one sentence what is missing; nothing is deployed; a preview says the same."""
    stage.story("lamp")
    monkeypatch.setattr(pagefind, "get_executable", lambda: Path("nowhere"))

    outcome = stage.build(command=command)

    said = (
        "The index of the search could not be made, so the site is not complete; do not publish it. "
        "Pagefind says: No such file or directory. "
        "Is the disk full? Is the package `pagefind[extended]` installed?"
    )
    assert outcome == Outcome(1, (said,), "Aborted with a BuildError!", stage.site)
    monkeypatch.undo()
    assert stage.build(command=command).exit_code == 0


def test_site_with_plain_addresses_is_found_under_those(stage: Stage) -> None:
    """A site that is read from a disk has files for addresses, and so have its results."""
    stage.configure(f"{CONFIG}use_directory_urls: false\nsite_url: https://stories.example/cx/\n")
    stage.story("lamp")

    stage.published("/cx/")

    assert {"index.html", "stories/lamp.html"} <= set(found_in(stage.site))
    assert [address for address in found_in(stage.site) if not address.endswith(".html")] == []


def test_story_that_was_removed_is_found_no_more(stage: Stage) -> None:
    """The next build has an index of its own."""
    stage.story("lamp")
    stage.story("bulb", title="Another light")
    stage.published()
    (stage.content / "stories" / "bulb.md").unlink()
    stage.published()

    assert [address for address in sorted(found_in(stage.site)) if "stories/" in address] == [
        "stories/",
        "stories/lamp/",
    ]
