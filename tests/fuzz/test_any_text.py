"""Whatever is typed or saved as a story is read and checked, and every finding is what it promises to be."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cx_stories.checks.examples import files_of
from cx_stories.model.fields import STORY_FIELDS
from tests.fuzz.cases import outcome
from tests.fuzz.hostile import MARKUP, PERSONAL

PATH = "stories/refund.md"
SIGNS = "ab0 :-[]{}#&*!|>'\"%@`~,?.\n\t\\/=_<()é"
"""What YAML and Markdown are made of."""
SHORT = [text for text in (*MARKUP, *PERSONAL) if len(text) < 100]
ALWAYS_THE_SAME = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

signs = st.text(SIGNS, max_size=60)
words = st.one_of(st.text(max_size=30), st.sampled_from(SHORT), signs)
values = st.recursive(
    words,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(signs, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
        st.lists(inner, min_size=1, max_size=4).map(lambda items: "".join(f"\n  - {item}" for item in items)),
        st.tuples(signs, inner).map(lambda pair: f"\n  {pair[0]}: {pair[1]}"),
    ),
    max_leaves=6,
)
fields = st.dictionaries(st.one_of(st.sampled_from(sorted(STORY_FIELDS)), signs), values, max_size=4)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Give a content folder in the making."""
    with tempfile.TemporaryDirectory() as scratch:
        yield Path(scratch, "content")


def _faults(folder: Path, content: str | bytes) -> list[str]:
    raw = content.encode() if isinstance(content, str) else content
    return list(outcome({PATH: raw}, folder, thorough=False).faults)


@ALWAYS_THE_SAME
@given(raw=st.binary(max_size=300))
def test_any_bytes_are_answered(folder: Path, raw: bytes) -> None:
    """A picture that was given the wrong name does not stop a check."""
    assert _faults(folder, raw) == []


@ALWAYS_THE_SAME
@given(text=st.one_of(st.text(), signs))
def test_any_text_is_answered(folder: Path, text: str) -> None:
    """Nobody has to know what a story looks like before a check helps them."""
    assert _faults(folder, text) == []


@ALWAYS_THE_SAME
@given(typed=fields)
def test_any_values_in_the_front_matter_are_answered(folder: Path, typed: dict[str, str]) -> None:
    """A sound story in which some fields hold anything at all gets findings, and nothing else."""
    fragment = "".join(f"{key}: {value}\n" for key, value in typed.items())

    assert _faults(folder, files_of({PATH: fragment or "title: Refund"})[PATH]) == []


@ALWAYS_THE_SAME
@given(block=st.text(SIGNS, max_size=200))
def test_any_front_matter_is_answered(folder: Path, block: str) -> None:
    """What stands between the fences may be anything."""
    assert _faults(folder, f"---\n{block}\n---\nShe rang at nine.\n") == []


@ALWAYS_THE_SAME
@given(pieces=st.lists(words, max_size=12))
def test_any_markdown_is_answered(folder: Path, pieces: list[str]) -> None:
    """What stands below the front matter may be anything."""
    assert _faults(folder, files_of({PATH: "title: Refund\n---\n" + "\n".join(pieces)})[PATH]) == []
