"""What somebody types who has never seen a story's front matter: one slip, one answer, in their words."""

from __future__ import annotations

import pytest

from tests.conftest import Site

CURLY = "stands in curly quotes, which are taken for part of it. Use straight quotes, or none."


def _said(site: Site, typed: str | bytes) -> list[str]:
    """Give what is said about one story in which this is typed, without its path."""
    site.story("refund", typed)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


@pytest.mark.parametrize(
    ("typed", "place", "key", "owner"),
    [
        ("elements:\nsurprising: At once.\nunique: Nowhere else.\n", "3:1", "surprising", "elements"),
        ("elements: # two\nVerrassend: Meteen.\n", "3:1", "Verrassend", "elements"),
        ("missed:\n  repeatable: Nobody knew.\nunique: The same.\n", "4:1", "unique", "missed"),
        ("theatre:\ncast: Two people.\nset: A shop.\n", "3:1", "cast", "theatre"),
        ("image:\nfile: a.jpg\nalt: A coat.\n", "3:1", "file", "image"),
        ("provenance: retold\nsource:\ntitle: Column\nurl: nowhere\ntitle: A\n", "4:1", "title", "source"),
        ("provenance: first-hand\nconsent:\nstatus: given\n", "4:1", "status", "consent"),
        ("date: 2024-03-01\nconsent:\nstatus: given\ndate: 2024-02-30\n", "4:1", "status", "consent"),
    ],
)
def test_keys_that_lost_their_spaces_are_one_fault(
    site: Site, typed: str, place: str, key: str, owner: str
) -> None:
    """The writer is told where the first belongs, and not that the field above it is empty."""
    assert _said(site, typed) == [
        f"{place} CX103 unknown-key error `{key}:` belongs to `{owner}:` above it. Put two spaces before it."
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("source:\ntitle: The coat\n", []),
        ("consent:\nstatus: review\n", []),
        ("elements: {unique: A}\nsurprising: B\n", ["CX103"]),
        ("elements:\n\nchannels: [web]\nsurprising: B\n", ["CX102", "CX103"]),
        ("title: A\nsource: {title: B}\ntitle: C\n", ["CX005"]),
    ],
)
def test_key_that_may_be_the_story_s_own_is_taken_for_that(site: Site, typed: str, codes: list[str]) -> None:
    """An empty field is no reason to doubt the title below it."""
    messages = _said(site, typed)

    assert [message.split()[1] for message in messages] == codes
    assert not any("belongs" in message for message in messages)


@pytest.mark.parametrize(
    ("typed", "place", "key"),
    [
        ("---\n\u00a0title: A\nstatus: draft\n---\n", "2:1", "title"),
        ("---\n\u200btitle: A\nstatus: draft\n---\n", "2:1", "title"),
        ("elements:\n\u00a0\u00a0surprising: At once.\n\u00a0\u00a0unique: Here.\n", "3:1", "surprising"),
        ("theatre:\n\u2003cast: Two.\n", "3:1", "cast"),
    ],
)
def test_spaces_that_are_not_ordinary_are_named(site: Site, typed: str, place: str, key: str) -> None:
    """Nobody can see what is wrong with the line."""
    assert [message.replace("warning", "error") for message in _said(site, typed)] == [
        f"{place} CX103 unknown-key error The spaces before `{key}:` are not ordinary ones. "
        "Type the line anew."
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("date: “2024-03-01”\n", '2:7 CX106 invalid-date error "“2024-03-01”"'),
        ("channels: [web, „phone”]\n", '2:17 CX201 unknown-term error "„phone”"'),
        ("polarity: ‘positive’\n", '2:11 CX201 unknown-term error "‘positive’"'),
        ("teller: “mina”\n", '2:9 CX205 unknown-person-or-series error "“mina”"'),
        ("pair: “the-coat”\n", '2:7 CX204 unknown-story error "“the-coat”"'),
        (
            "source: {title: A, url: “https://example.org”}\n",
            '2:25 CX109 invalid-url error "“https://example.org”"',
        ),
    ],
)
def test_curly_quotes_around_a_value_are_named(site: Site, typed: str, said: str) -> None:
    """A word processor puts them in, and they look like the right ones."""
    assert _said(site, typed) == [f"{said} {CURLY}"]


@pytest.mark.parametrize("typed", ["title: “The coat”\n", "title: “A” and “B”\n", "title: Acme’s ‘coat’\n"])
def test_title_may_be_a_quotation(site: Site, typed: str) -> None:
    """In a sentence they are as good as any."""
    assert _said(site, typed) == []


@pytest.mark.parametrize(
    ("typed", "place", "word", "names"),
    [
        ("polarity: yes", "2:11", "yes", "verdicts. Choose from: positive, negative."),
        ("status: no", "2:9", "no", "statuses. Choose from: draft, review, published, retired."),
        ("elements:\n  no: A", "3:3", "no", "elements. Choose from: engaging, unique, "),
    ],
)
def test_answer_where_a_term_is_wanted_is_told_what_to_choose_from(
    site: Site, typed: str, place: str, word: str, names: str
) -> None:
    """Quotes alone would not make it one of them."""
    (message,) = _said(site, typed + "\n")

    assert message.startswith(
        f"{place} CX105 ambiguous-scalar error Other programs read {word} without quotes as something else "
        f'than text. Write: "{word}", if that is one of the {names}'
    )


@pytest.mark.parametrize(
    ("field", "typed"), [("sector", "shops"), ("senses", "[nose]"), ("status", "draft | published")]
)
def test_word_that_is_alike_by_chance_is_not_proposed(site: Site, field: str, typed: str) -> None:
    """A wrong guess is worse than the list."""
    (message,) = _said(site, f"{field}: {typed}\n")

    assert " Choose from: " in message


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("oordeel: positive", "polarity"),
        ("samenvatting: A", "summary"),
        ("toestemming: {status: given}\nprovenance: first-hand", "consent"),
        ("bron: {title: A}\nprovenance: retold", "source"),
    ],
)
def test_field_under_another_word_is_not_missed_as_well(site: Site, typed: str, field: str) -> None:
    """It is there, in other words."""
    lines = {
        "title": "title: A",
        "summary": "summary: A",
        "date": "date: 2024-03-01",
        "polarity": "polarity: positive",
        "elements": "elements: []",
        "lessons": "lessons: [A]",
        "provenance": "provenance: fictional" if field not in ("source", "consent") else "",
    }
    kept = [line for name, line in lines.items() if name != field]
    text = "\n".join(["---", typed, *kept, "---", "She rang at nine. " * 20, ""])

    assert _said(site, text) == [
        f"2:1 CX103 unknown-key error `{typed.partition(':')[0]}:` is not a field of a story. "
        f'Did you mean "{field}"?'
    ]


@pytest.mark.parametrize(
    "typed",
    [
        b"{\\rtf1\\ansi She rang at nine. }",
        b'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body><p>She rang.</p></body></html>\n',
        b"\n<HTML lang=en><body onload=x()>She rang.</body></HTML>\n",
    ],
)
def test_file_of_a_word_processor_is_told_apart(site: Site, typed: bytes) -> None:
    """Three hyphens above it would not make it a story, and its signs are no markup of the writer's."""
    assert [message for message in _said(site, typed) if " error " in message] == [
        "1:1 CX002 no-front-matter error This file was saved by a word processor or browser, with signs for "
        "how it looks. Copy its words into a new file that is saved as plain text, and start that with "
        "`---`, the fields such as `title:`, then `---` again."
    ]


def test_file_without_front_matter_is_told_that_alone(site: Site) -> None:
    """Its markup is looked at when it is a story."""
    assert [message.split()[1] for message in _said(site, b"# Refund\n\n<script>x()</script>\n")] == ["CX002"]


def test_file_with_a_wrong_name_is_not_asked_for_translations(site: Site) -> None:
    """A translation beside it would have a wrong name too."""
    site.story("coat")
    site.story("coat.nl", "---\ntitle: De jas\nsummary: A\nlessons: [A]\n---\nZij belde.\n")
    site.story("refund.dutch", "title: A lamp\nsummary: A lamp is lent to somebody in the rain.\n")

    assert [place for place in site.places() if "CX304" not in place] == [
        "stories/refund.dutch.md:1:1 CX011 error"
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("missed: [Verrassend]", "CX212"),
        ("elements: {surprising: Meteen.}\nmissed: {Verrassend: Nooit.}", "CX208"),
        ("elements: {Uniek: Meteen.}", "CX212"),
    ],
)
def test_element_in_the_wrong_place_in_a_translation_is_one_fault(site: Site, typed: str, code: str) -> None:
    """How it is spelt does not matter yet."""
    site.story("refund")
    site.story("refund.nl", f"---\ntitle: A\nsummary: B\nlessons: [C]\n{typed}\n---\nZij belde.\n")

    assert [place.split()[1] for place in site.places() if "CX304" not in place] == [code]
