"""A document knows where everything in it stands."""

from __future__ import annotations

from cx_stories.model.document import Document, Entry, Kind, ListNode, MapNode, ScalarNode, Span


def _scalar(text: str) -> ScalarNode:
    return ScalarNode(text, Span())


def _document(*entries: tuple[str, ScalarNode | ListNode | MapNode]) -> Document:
    fields = MapNode(tuple(Entry(_scalar(key), value) for key, value in entries), Span())
    return Document("stories/refund.md", Kind.STORY, "refund", "en", fields=fields)


def test_first_of_two_equal_keys_is_given() -> None:
    """A key typed twice is a fault for a rule to report, not for a lookup to hide."""
    document = _document(("title", _scalar("One")), ("title", _scalar("Two")))

    assert document.text("title") == "One"


def test_text_of_a_key_is_trimmed() -> None:
    """Spaces at the ends are never meant."""
    assert _document(("title", _scalar(" One\n"))).text("title") == "One"


def test_key_that_is_missing_or_no_single_value_has_no_text() -> None:
    """A rule can ask for a text without asking first whether there is one."""
    document = _document(("title", ListNode((_scalar("One"),), Span())))

    assert (document.text("title"), document.text("summary"), document.get("summary")) == ("", "", None)


def test_scalars_of_several_keys_are_flattened_in_order() -> None:
    """A rule about values looks at all of them alike; blank ones and nested ones are left out."""
    nested = MapNode((Entry(_scalar("a"), _scalar("b")),), Span())
    items = ListNode((_scalar("one"), _scalar(" "), nested, _scalar("two")), Span())
    document = _document(("pair", _scalar("three")), ("related", items), ("unrelated", nested))

    assert [node.text for node in document.scalars("related", "unrelated", "teller", "pair")] == [
        "one",
        "two",
        "three",
    ]


def test_blank_is_what_holds_nothing() -> None:
    """Spaces, what nobody can see, no items and no keys are all nothing."""
    filled = MapNode((Entry(_scalar("a"), _scalar("")),), Span())

    assert [
        node.blank
        for node in (
            *(_scalar(" \n"), _scalar("\u200b \u2060"), ListNode((), Span()), MapNode((), Span())),
            *(_scalar("a"), _scalar("\u200bé"), filled),
        )
    ] == [True] * 4 + [False] * 3


def test_spans_are_ordered_as_one_reads() -> None:
    """Line first, then column."""
    spans = [Span(2, 1), Span(1, 9), Span(10, 1), Span(1, 2)]

    assert sorted(spans) == [Span(1, 2), Span(1, 9), Span(2, 1), Span(10, 1)]
