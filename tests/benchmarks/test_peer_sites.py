"""The sites that other programs build in the benchmark: the same stories, as these programs read them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from front_matter import PICTURES
from peer_sites import told, write_eleventy, write_hugo
from stories import File, collection

STORY = {
    "title": "Refund",
    "summary": "In one call.",
    "date": date(2024, 3, 1),
    "elements": {"surprising": "She had it at once."},
    "missed": ["repeatable"],
    "lessons": ["Trust people.", {"lesson": "speed", "text": "Be quick."}],
    "polarity": "positive",
    "teller": "ann",
    "consent": {"status": "given"},
    "image": {"file": "scene-1.png", "alt": "A lamp.", "credit": "Ann"},
}


def files(folder: Path) -> set[str]:
    """Give the files of a folder by their paths."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_front_matter_has_every_term_as_a_page_and_as_a_keyword() -> None:
    """What ours lists and relates, theirs list and relate; nothing is told that they would not print."""
    assert told(STORY) == {
        "title": "Refund",
        "date": date(2024, 3, 1),
        "description": "In one call.",
        "polarity": "positive",
        "picture": {"file": "scene-1.png", "alt": "A lamp.", "credit": "Ann"},
        "lessons": ["Trust people.", "Be quick."],
        "elements": ["surprising"],
        "missed": ["repeatable"],
        "people": ["ann"],
        "polarities": ["positive"],
        "keywords": ["elements-surprising", "missed-repeatable", "people-ann", "polarities-positive"],
    }


def test_all_stories_and_pictures_are_there_in_every_language(tmp_path: Path) -> None:
    """All programs build the same stories; translations carry the facts of their story."""
    made = collection(4, ("en", "nl"))
    stories = [
        Path(file.path).name for file in made if file.path.startswith("stories/") and not file.language
    ]
    content = {f"{folder}stories/{name}" for folder in ("", "nl/") for name in stories}

    for write, name, pictures in (
        (write_hugo, "hugo", "static/stories"),
        (write_eleventy, "eleventy", "pictures"),
    ):
        folder = tmp_path / name
        folder.mkdir()
        write(made, ("en", "nl"), folder)

        assert {path for path in files(folder / "content") if path.endswith(".md")} == content
        assert {path.name for path in (folder / pictures).glob("*.png")} == set(PICTURES)
        dutch = (folder / "content" / "nl" / "stories" / stories[0]).read_text(encoding="utf-8")
        assert "polarities:\n- positive\n" in dutch


def test_a_story_keeps_its_words(tmp_path: Path) -> None:
    """Each program renders the same Markdown, byte for byte."""
    write_hugo([File("stories/refund.md", "", STORY, "She *rang*.\n")], ("en",), tmp_path)

    assert (
        (tmp_path / "content/stories/refund.md").read_text(encoding="utf-8").endswith("---\n\nShe *rang*.\n")
    )
