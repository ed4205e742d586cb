"""A large preview prints a page when somebody asks for it, and it is the page that a build would print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from cx_stories.mkdocs_plugin import plugin
from cx_stories.mkdocs_plugin.making_pages import Pages
from tests.site.live_preview import Preview
from tests.site.made_site import CONFIG, Stage


@pytest.fixture
def preview(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """Give a preview of a site with two stories, which counts as a large one."""
    monkeypatch.setattr(plugin, "WORTH_WAITING", 1)
    stage.configure(f"{CONFIG}site_url: https://example.org/\n")
    stage.story("lamp", body="He lent her the lamp. It came back on Monday, with a note and a cake.\n" * 9)
    stage.story(
        "coat", body="She left her coat on the bus. The driver brought it round after his shift.\n" * 9
    )
    one = Preview(stage, tmp_path / "preview")
    yield one
    one.close()


def test_page_is_printed_when_it_is_asked_for(preview: Preview, tmp_path: Path) -> None:
    """Nobody waits for pages that nobody looks at; with or without the slash they are found."""
    before = sorted(path.name for path in (tmp_path / "preview").glob("stories/*"))
    status, page = preview.get("stories/lamp/")

    assert (before, status) == ([], 200)
    assert "The story of lamp" in page
    assert "livereload" in page
    assert preview.get("stories/coat/index.html")[0] == 200
    assert preview.get("stories/nothing/")[0] == 404


def test_address_is_found_without_its_slash_too(preview: Preview) -> None:
    """As in any preview, whoever types it is led on; one too long for a file is simply not there."""
    assert preview.get("stories/lamp")[0] == 302
    assert preview.get("stories/" + "x" * 300)[0] == 404


def test_page_does_not_wait_for_what_it_does_not_ask_for(preview: Preview, tmp_path: Path) -> None:
    """Its styles and the home page are there already: feeds and data are made when somebody wants them."""
    style = next((tmp_path / "preview").glob("assets/cx-stories/*.css")).name
    answers = [preview.get(path)[0] for path in ("", f"assets/cx-stories/{style}", "stories/lamp/")]

    assert (answers, (tmp_path / "preview/feed.xml").exists()) == ([200, 200, 200], False)


def test_what_cannot_be_printed_is_said_and_the_preview_goes_on(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The next attempt may succeed."""

    def refuse(*_: object) -> bool:
        raise OSError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(Pages, "bring", refuse)
        status = preview.get("stories/lamp/")[0]

    assert (status, preview.get("stories/lamp/")[0]) == (404, 200)
    assert "stories/lamp/ cannot be shown: no room" in caplog.messages


def test_preview_that_is_not_large_any_more_forgets_what_waited(
    preview: Preview, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A story that is gone is not printed from an earlier build."""
    monkeypatch.setattr(plugin, "WORTH_WAITING", 2)
    (stage.content / "stories/coat.md").unlink()
    preview.build()

    assert [preview.get(f"stories/{name}/")[0] for name in ("coat", "lamp")] == [404, 200]


def test_what_was_saved_is_shown(preview: Preview, stage: Stage) -> None:
    """In the story and wherever its title stands."""
    assert "A light for her" not in preview.get("stories/coat/")[1]
    stage.story("lamp", title="A light for her", body="He lent her the light of his own bicycle.\n" * 9)
    preview.build()

    assert "his own bicycle" in preview.get("stories/lamp/")[1]
    assert "A light for her" in preview.get("stories/coat/")[1]


def test_files_for_machines_are_made_when_they_are_asked_for(preview: Preview) -> None:
    """The page about them says how large they are."""
    assert "The story of lamp" in preview.get("data/stories.csv")[1]
    assert "The story of lamp" in preview.get("feed.xml")[1]
    assert 'class="size"' in preview.get("data/")[1]


def test_search_goes_on_and_finds_what_was_saved(preview: Preview, stage: Stage) -> None:
    """The index is made beside the preview; until there is a new one the last one serves."""
    first = _entry(preview)
    stage.story(
        "third", body="The baker kept the last loaf for him, as he did every Friday after that.\n" * 9
    )
    preview.build()
    meanwhile = preview.get("pagefind/pagefind-entry.json")

    assert meanwhile[0] == 200
    assert _entry(preview, besides=first) != first


def _entry(preview: Preview, besides: str = "") -> str:
    """Wait for an index, and give what it says of itself."""
    while True:
        status, entry = preview.get("pagefind/pagefind-entry.json")
        if status == 200 and entry != besides:
            return entry
        sleep(0.02)
