"""A site that is built again has what the last build made, and nothing that anybody else has put there."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import pytest

from cx_stories.pipeline import making
from cx_stories.pipeline.keeping import NAME, Packed
from cx_stories.pipeline.remembering import FOLDER
from cx_stories.reading.finding import Found
from cx_stories.views.prose import Converted
from tests.pipeline.memories import altered, poison
from tests.site.made_site import CONFIG, Stage, contents

EVIL = (
    "<script>alert(1)</script><h2 id='x' onclick='alert(1)'>Words<img src='https://example.net/spy.png'></h2>"
    "<a href='javascript:alert(1)'>there</a><style>*{display:none}</style><object data='//example.net'>"
)
HARMFUL = re.compile(r"<script>alert|<[^<>]*(?:onclick|javascript:|//example\.net)|<style>\*")
"""In HTML; as words they may be read."""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the files of stories and pages that builds read, as they read them."""
    files: list[str] = []
    original = making.read_documents

    def read_documents(found: Sequence[Found]) -> Sequence[object]:
        files.extend(one.blank.path for one in found)
        return original(found)

    monkeypatch.setattr(making, "read_documents", read_documents)
    return files


def _evil(entry: Packed) -> Packed:
    converted = Converted((EVIL,), (), (("<b onclick=alert(1)>", '"><script>alert(1)'),))
    return altered(entry, prose=dict.fromkeys(entry.prose, converted))


def test_site_that_is_built_again_is_the_same(stage: Stage, read: list[str]) -> None:
    """It reads no story twice; with another extension of Markdown it reads them all."""
    stage.story("lamp", body=f"{'A paragraph. ' * 40}\n\n## Later\n\nTo [the top](../index.md) and back.\n")
    stage.write("index.md", "# Home\n\nWelcome.\n")
    assert stage.build().exit_code == 0
    first, before = contents(stage.site), sorted(read)
    read.clear()
    assert stage.build().exit_code == 0
    again, no_more = contents(stage.site), sorted(read)
    stage.configure(f"{CONFIG}markdown_extensions: [smarty]\n")
    assert stage.build().exit_code == 0

    assert again == first
    assert (before, no_more, sorted(read)) == (["index.md", "stories/lamp.md"], [], before)


def test_prose_that_somebody_has_put_into_the_memory_does_nothing(stage: Stage) -> None:
    """It is sanitised like any other, on its page, in the feed and in what the search finds."""
    stage.configure(f"{CONFIG}site_url: https://example.org/\n")
    stage.story("lamp", body=f"{'A paragraph. ' * 40}\n")
    assert stage.build().exit_code == 0
    poison(stage.folder / FOLDER / NAME, Packed, _evil)
    logging.disable(logging.CRITICAL)
    try:
        stage.build(strict=False)
    finally:
        logging.disable(logging.NOTSET)
    made = contents(stage.site)

    assert b"Words" in made["stories/lamp/index.html"]
    assert [path for path, raw in made.items() if HARMFUL.search(raw.decode(errors="replace"))] == []
