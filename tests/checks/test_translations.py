"""A fact is written once: what a translation says otherwise is reported and never lost unseen."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site

FACTS = (
    "date: 2024-03-01\npolarity: positive\nprovenance: fictional\nchannels: [phone, web]\n"
    "emotions: [expectant, relieved]\nissue: 12\nelements:\n  surprising: At once.\n  unique: Only here.\n"
    "missed:\n  repeatable: Nobody else knew.\nsource: {title: The Paper, accessed: 2024-01-02}\n"
    "image: {file: coat.jpg, alt: A coat, credit: Mina}\n"
)
WORDS = "title: Terug\nsummary: Zin.\nlessons: [Les.]\n"
FROM_BASE = "stories/refund.md, which has the facts of the story"


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about a translation in which this is typed, without its path."""
    site.file("stories/coat.jpg")
    site.story("refund", FACTS)
    site.story("refund.nl", f"---\n{typed}{WORDS}---\n{BODY}")
    return [
        f"{one.span.line}:{one.span.column} {one.message}"
        for one in site.collect().diagnostics
        if one.code == "CX212" and one.path == "stories/refund.nl.md"
    ]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "date: 2024-03-02\n",
            '2:7 "2024-03-02" is not what stories/refund.md says on line 2: "2024-03-01". Mend the one '
            "that is wrong, and take `date:` out here: a fact is written once.",
        ),
        (
            "channels: [web, winkel]\n",
            '2:11 "web, winkel" is not what stories/refund.md says on line 5: "phone, web". Mend the one '
            "that is wrong, and take `channels:` out here: a fact is written once.",
        ),
        (
            "emotions: [relieved, expectant]\n",
            '2:11 "relieved, expectant" is not what stories/refund.md says on line 6: "expectant, relieved". '
            "Mend the one that is wrong, and take `emotions:` out here: a fact is written once.",
        ),
        (
            "source: {title: De Krant}\n",
            '2:17 "De Krant" is not what stories/refund.md says on line 13: "The Paper". Mend the one that '
            "is wrong, and take `source.title:` out here: a fact is written once.",
        ),
        (
            "image: {file: jas.jpg, alt: Een jas}\n",
            '2:15 "jas.jpg" is not what stories/refund.md says on line 14: "coat.jpg". Mend the one that '
            "is wrong, and take `image.file:` out here: a fact is written once.",
        ),
        (
            "sector: hospitality\n",
            "2:9 `sector:` stands in this translation only, where nobody looks for it. Write it in "
            f"{FROM_BASE}, and take it out here.",
        ),
        (
            "elements:\n  engaging: Ze lachte.\n",
            f'3:3 "engaging" stands under `elements:` here and not in {FROM_BASE}. '
            "Add it there, or take it out here.",
        ),
        (
            "elements:\n  repeatable: Ook elders.\n",
            '3:3 "repeatable" stands under `elements:` here and under `missed:` in stories/refund.md. '
            "Mend the one that is wrong.",
        ),
        (
            "elements: [surprising]\n",
            '2:11 stories/refund.md has "unique" too under `elements:`. Take `elements:` out here, or write '
            "below it each element with its sentence.",
        ),
    ],
)
def test_fact_that_differs_is_reported_at_its_value(site: Site, typed: str, message: str) -> None:
    """The message names both values and where the other one stands."""
    assert _said(site, typed) == [message]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "polarity: Positief\n",
        "channels: [Web, telefoon]\n",
        "issue: '12'\n",
        "channels: []\n",
        "sector:\n",
        "status: draft\n",
        "elements:\n  Verrassend: Meteen.\n",
        "elements: [Verrassend, uniek]\nmissed: [herhaalbaar]\n",
        "image: {alt: Een jas}\n",
        "ignore: [{rule: CX309, reason: Genoeg.}]\n",
        "polarity: positve\n",
        "elements: [surprizing]\n",
    ],
)
def test_fact_that_agrees_or_says_nothing_is_left_alone(site: Site, typed: str) -> None:
    """Terms are compared by what they mean; what cannot be understood is another rule's to report."""
    assert _said(site, typed) == []


def test_misspelt_key_or_value_in_the_first_telling_is_reported_there_only(site: Site) -> None:
    """One slip is one finding."""
    site.story("refund", "polarity: positve\nsectr: hospitality\n")
    site.story("refund.nl", f"---\n{WORDS}polarity: positive\nsector: hospitality\n---\n{BODY}")

    assert site.places() == ["stories/refund.md:2:11 CX201 error", "stories/refund.md:3:1 CX103 error"]


def test_address_of_a_person_is_a_fact_too(site: Site) -> None:
    """Only the first file's address is shown, in every language."""
    site.file("people/mina.md", "---\ntitle: Mina\nlink: https://example.org\n---\n")
    site.file("people/mina.nl.md", "---\ntitle: Mina\nmenu: M\nlink: https://example.org/nl\n---\n")

    assert site.messages() == [
        'people/mina.nl.md:4:7 CX212 translation-disagrees error "https://example.org/nl" is not what '
        'people/mina.md says on line 3: "https://example.org". Mend the one that is wrong, and take `link:` '
        "out here: a fact is written once."
    ]
