"""Prose that is laid down is what it was when a page shows it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.checks.rendered import Lost
from cx_stories.checks.run import Examined
from cx_stories.pipeline import laying_down
from cx_stories.pipeline.keeping import Before
from cx_stories.pipeline.laid_prose import AllProse, LaidProse
from cx_stories.pipeline.laying_down import OnDisk, Pile
from cx_stories.pipeline.making import Made
from cx_stories.views.prose import Converted

LINKED = Converted(
    parts=('<p>See <a href="', '">the bus — ☂</a>.</p>'),
    targets=("other.md#place",),
    headings=(("One &amp; two", "one-two"),),
    places=frozenset({"one-two", "other"}),
    lost=(Lost("b", "onclick", "go()"),),
)
PLAIN = Converted(("<p>Plain.</p>",))


def test_prose_comes_back_as_it_was_converted() -> None:
    """Parts, links, headings, places and what was taken out, of each text, and none of any other."""
    prose = {"linked": LINKED, "plain": PLAIN}
    laid = LaidProse(prose, Pile(None))

    assert (dict(laid), laid.get("other")) == (prose, None)


@pytest.mark.skipif(not laying_down.READS_AT, reason="everything stays in the process here")
def test_text_whose_prose_cannot_be_read_any_more_is_as_if_never_converted(tmp_path: Path) -> None:
    """MkDocs then converts it: the page is the same, and takes longer."""
    laid = LaidProse({"plain": PLAIN}, pile := Pile(tmp_path / "some.memory", in_hand=0))
    source = pile.lay(b"more").source
    assert isinstance(source, OnDisk)
    os.ftruncate(source.handle, 3)

    assert AllProse([laid]).get("plain") is None


def test_texts_of_all_stories_are_found_together() -> None:
    """Of a text that two of them tell, the last one counts, as in a mapping that is filled one by one."""
    prose = AllProse([LaidProse({"one": PLAIN, "two": PLAIN}, Pile(None)), {"two": LINKED}])

    assert (dict(prose), len(prose)) == ({"one": PLAIN, "two": LINKED}, 2)


def test_build_holds_no_prose_and_a_preview_has_all_at_hand(tmp_path: Path) -> None:
    """What a preview shows again and again is not decoded each time."""
    made = Made(Examined((), ()), None, {"plain": PLAIN}, {})
    build, preview = Before(tmp_path).laid_down(made), Before(tmp_path, lasting=True).laid_down(made)

    assert (build, type(build.prose)) == (made, LaidProse)
    assert preview is made
