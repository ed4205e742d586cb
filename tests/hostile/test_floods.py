"""Texts that make a program work for ever come to an end: laid out, or reported, within seconds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cx_stories.checks.rendered import Unmade
from cx_stories.pipeline.bounded import Bounded
from cx_stories.views.prose import Converted
from tests.hostile.case import STORY, texts_that_flood
from tests.hostile.many import converter

LET_THROUGH = {
    case.name: case.files[STORY].decode().partition("\n---\n")[2]
    for case in texts_that_flood()
    if not case.codes
}
"""What the rules have nothing against, and Markdown has to cope with."""


@pytest.fixture(scope="module")
def bounded() -> Iterator[Bounded]:
    """Give what makes HTML of texts on a site with every extension."""
    made = Bounded(converter(), seconds=0.2)
    yield made
    made.close()


def test_a_flood_comes_to_an_end(bounded: Bounded) -> None:
    """Every one of them gives HTML or a reason, and the next text is made as if nothing had been."""
    ended = {}
    for name, text in LET_THROUGH.items():
        result = bounded(text)
        ended[name] = result is None or isinstance(result, Converted | Unmade)

    assert ended == dict.fromkeys(LET_THROUGH, True)
    assert isinstance(bounded("She rang at nine."), Converted)
