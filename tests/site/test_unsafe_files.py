"""Files that are no stories: other endings, pipes and links. They are named and not published."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from tests.site.made_site import Stage, contents, seen


@pytest.mark.parametrize("suffix", ["markdown", "mdown", "mkdn", "mkd", "MD"])
def test_no_other_ending_gets_around_the_checks(stage: Stage, suffix: str) -> None:
    """Markdown is checked by whatever name MkDocs knows it; nothing becomes a page unread."""
    stage.story("lamp")
    stage.write(f"other.{suffix}", "---\ntitle: Hushed words\ntemplate: main.html\n---\nHushed.\n")
    stage.write(f"stories/other.{suffix}", "---\ntitle: Hushed words\ntemplate: main.html\n---\nHushed.\n")

    outcome = stage.build(strict=False)

    named = {finding.partition(":")[0] for finding in outcome.findings}
    assert named == {f"content/other.{suffix}", f"content/stories/other.{suffix}"}
    assert seen(outcome.folder, "Hushed") == []


@pytest.mark.parametrize("suffix", ["html", "svg", "docx", "exe"])
def test_only_words_and_pictures_stand_among_the_stories(stage: Stage, suffix: str) -> None:
    """Anything else is named and not passed on to readers."""
    stage.story("lamp")
    stage.write(f"stories/other.{suffix}", "Hushed.\n")

    outcome = stage.build(strict=False)

    assert outcome.findings == (f"content/stories/other.{suffix}:1:1  CX013 unsafe-file  error",)
    assert seen(outcome.folder, "Hushed") == []


def test_nothing_hidden_becomes_a_page(stage: Stage) -> None:
    """Hidden files are not read, so a site that takes them back has no pages of them, nor stories' files."""
    stage.configure("site_name: x\ndocs_dir: content\nexclude_docs: '!.well/'\nplugins: [cx-stories]\n")
    stage.story("lamp")
    for path in (".well/page.md", "stories/.well/page.html", ".well/contact.txt"):
        stage.write(path, "Hushed.\n")

    outcome = stage.build(strict=False)

    assert seen(outcome.folder, "Hushed") == [".well/contact.txt"]


@pytest.fixture
def impatience() -> Iterator[None]:
    """Stop a test that waits for something that never comes."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError("the build waits for a pipe that nobody writes into")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("impatience")
@pytest.mark.parametrize("place", ["stories/pipe.md", "stories/pipe.png", "people/pipe.md", "pipe.md"])
def test_a_pipe_among_the_content_is_named_and_not_read(stage: Stage, place: str) -> None:
    """A build never hangs on something that is not a file."""
    stage.story("lamp")
    (stage.content / place).parent.mkdir(exist_ok=True)
    os.mkfifo(stage.content / place)

    lenient, strict = stage.build(strict=False), stage.build(strict=True)

    finding = (f"content/{place}:1:1  CX013 unsafe-file  error",)
    assert (lenient.exit_code, lenient.findings) == (0, finding)
    assert (strict.exit_code, strict.findings) == (1, finding)


@pytest.mark.parametrize(
    "place", ["stories/linked.md", "stories/linked.png", "linked.md", "assets/linked.txt"]
)
def test_a_link_cannot_publish_a_file_from_elsewhere(stage: Stage, place: str) -> None:
    """What stands outside the content folder stays there."""
    stage.story("lamp")
    outside = stage.folder / "outside.md"
    outside.write_text("---\ntitle: Hushed words\n---\nHushed.\n", encoding="utf-8")
    (stage.content / place).parent.mkdir(exist_ok=True)
    (stage.content / place).symlink_to(outside)

    outcome = stage.build(strict=False)

    assert outcome.findings == (f"content/{place}:1:1  CX013 unsafe-file  error",)
    assert seen(outcome.folder, "Hushed") + seen(outcome.folder, "linked") == []


@pytest.mark.parametrize("place", ["stories/linked", "assets/linked"])
def test_a_linked_folder_cannot_publish_what_is_in_it(stage: Stage, place: str) -> None:
    """A whole folder from elsewhere does not slip in behind one name."""
    stage.story("lamp")
    outside = stage.folder / "outside"
    outside.mkdir()
    (outside / "page.md").write_text("# Hushed words\n", encoding="utf-8")
    (outside / "note.txt").write_text("Hushed.\n", encoding="utf-8")
    (stage.content / place).parent.mkdir(exist_ok=True)
    (stage.content / place).symlink_to(outside, target_is_directory=True)

    outcome = stage.build(strict=False)

    assert outcome.findings == (f"content/{place}:1:1  CX013 unsafe-file  error",)
    assert (
        seen(outcome.folder, "Hushed") + [one for one in contents(outcome.folder) if "note.txt" in one] == []
    )
