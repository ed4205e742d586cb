"""What stands between two square brackets is read, and goes through Markdown as an address."""

from __future__ import annotations

import pytest

from cx_stories.model.cross_reference import CrossReference
from cx_stories.model.document import Kind


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("refund", CrossReference("", "refund")),
        ("refund#lesson.1", CrossReference("", "refund", "lesson.1", 0, 7)),
        ("2024/coat", CrossReference("", "2024/coat")),
        ("element:surprising", CrossReference("element", "surprising", "", 8)),
        (" Kanaal : sociale media # top ", CrossReference("Kanaal", "sociale media", "top", 10, 26)),
        ("refund#cx:there", CrossReference("", "refund", "cx:there", 0, 7)),
        ("story:a:b", CrossReference("story", "a:b", "", 6)),
        ("#place", CrossReference("", "", "place", 0, 1)),
        ("element:", CrossReference("element", "", "", 8)),
        ("", CrossReference("", "")),
    ],
)
def test_kind_name_and_place_are_read_apart(typed: str, read: CrossReference) -> None:
    """A message can point at the part that is wrong."""
    assert CrossReference.read(typed) == read


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("refund", "cx:story/refund"),
        ("element:Sehr schön#a b", "cx:element/Sehr%20sch%C3%B6n#a%20b"),
        ('person:"x" & <y>', "cx:person/%22x%22%20%26%20%3Cy%3E"),
        ("a/b:c/d", "cx:a%2Fb/c/d"),
    ],
)
def test_nothing_is_lost_on_the_way_through_markdown(typed: str, address: str) -> None:
    """Whatever a writer types is there again when the page is completed, and breaks no address."""
    read = CrossReference.read(typed)
    there_and_back = CrossReference.at(address)

    assert read.address == address
    assert there_and_back is not None
    assert (there_and_back.kind or "story", there_and_back.name, there_and_back.place) == (
        read.kind or "story",
        read.name,
        read.place,
    )


def test_other_addresses_are_left_alone() -> None:
    """Only our own addresses are made good."""
    assert CrossReference.at("https://example.org/story/refund") is None


@pytest.mark.parametrize(
    ("kind", "shelf"),
    [
        ("", Kind.STORY),
        ("Verhaal", Kind.STORY),
        ("person", Kind.PERSON),
        ("reeks", Kind.SERIES),
        ("element", None),
        ("article", None),
    ],
)
def test_stories_people_and_series_have_names_in_both_languages(kind: str, shelf: Kind | None) -> None:
    """A Dutch writer types Dutch."""
    assert CrossReference(kind, "x").shelf == shelf
