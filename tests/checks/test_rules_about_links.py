"""Rules about terms and about what a story points at."""

from __future__ import annotations

import pytest

from tests.conftest import Site


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about one story in which this is typed, without its path."""
    site.story("refund", typed)
    return [
        message.removeprefix("stories/refund.md:")
        for message in site.messages()
        if message.startswith("stories/refund.md:")
    ]


@pytest.mark.parametrize(
    ("typed", "place", "message"),
    [
        (
            "elements: [surprizing]",
            "2:12",
            '"surprizing" is not one of the elements. Did you mean "surprising"?',
        ),
        (
            "missed:\n  uniqe: Not at all.",
            "3:3",
            '"uniqe" is not one of the elements. Did you mean "unique"?',
        ),
        ("polarity: so-so", "2:11", '"so-so" is not one of the verdicts. Choose from: positive, negative.'),
        (
            "senses: [xyzzy]",
            "2:10",
            '"xyzzy" is not one of the senses. Choose from: sight, hearing, smell, taste, touch.',
        ),
        ("channels: [web, stor]", "2:17", '"stor" is not one of the channels. Did you mean "store"?'),
    ],
)
def test_unknown_term_is_answered_with_the_closest(site: Site, typed: str, place: str, message: str) -> None:
    """First the closest term, then a choice."""
    assert _said(site, typed + "\n") == [f"{place} CX201 unknown-term error {message}"]


def test_long_choice_is_cut_after_eight(site: Site) -> None:
    """A message stays a message."""
    (message,) = _said(site, "sector: xyzzy\n")

    assert message.endswith(", and more.")
    assert message.count(", ") == 8


def test_group_is_answered_with_what_it_gathers(site: Site) -> None:
    """Whoever types a group is told which terms stand under it."""
    site.vocabulary(
        "stages.yml",
        "id: stages\nterms:\n"
        "  - {id: gifts, labels: {en: Gifts, nl: Cadeaus}, definition: {en: Gifts.}, group: 'true'}\n"
        "  - {id: giving, labels: {en: Giving}, definition: {en: Giving.}, broader: gifts}\n"
        "  - {id: getting, labels: {en: Getting}, definition: {en: Getting.}, broader: gifts}\n",
    )

    assert _said(site, "stages: [Cadeaus]\n") == [
        '2:10 CX201 unknown-term error "Cadeaus" is not one of the journey stages. '
        "It gathers others; choose from: giving, getting."
    ]


@pytest.mark.parametrize("typed", ["Surprising", "Verrassend", "VERRASSEND", "unexpected"])
def test_label_and_alias_are_understood(site: Site, typed: str) -> None:
    """A writer may type any name; the id is only proposed."""
    assert _said(site, f"elements: {{{typed}: At once.}}\n") == [
        f'2:12 CX202 label-instead-of-id info "{typed}" is understood. '
        'Better write "surprising", which is its lasting name.',
    ]


def test_same_value_twice_is_a_slip(site: Site) -> None:
    """Two names for one term are one value too."""
    site.story("b")
    site.story(
        "refund",
        "channels: [web, store, web]\nelements:\n  surprising: At once.\n  Verrassend: Meteen.\n"
        "related: [b, B, b]\n",
    )

    assert site.messages() == [
        'stories/refund.md:2:24 CX203 duplicate-value warning "web" stands in `channels:` already, '
        "on line 2. Remove one of the two.",
        'stories/refund.md:5:3 CX202 label-instead-of-id info "Verrassend" is understood. '
        'Better write "surprising", which is its lasting name.',
        'stories/refund.md:5:3 CX203 duplicate-value warning "Verrassend" stands in `elements:` already, '
        "on line 4. Remove one of the two.",
        'stories/refund.md:6:14 CX203 duplicate-value warning "B" stands in `related:` already, on line 6. '
        "Remove one of the two.",
        'stories/refund.md:6:14 CX204 unknown-story error There is no story with the file name "B". '
        'Did you mean "b"?',
        'stories/refund.md:6:17 CX203 duplicate-value warning "b" stands in `related:` already, on line 6. '
        "Remove one of the two.",
    ]


def test_story_both_related_and_unrelated_is_reported_where_it_stands_second(site: Site) -> None:
    """Only the writer knows which was meant; a pair may be related as well."""
    site.story("b", "polarity: negative\npair: refund\n")
    site.story("c")

    assert _said(site, "unrelated: [c, b]\nrelated: [b, c]\npair: b\n") == [
        f'{place} CX216 related-and-unrelated warning "{name}" stands under `unrelated:` on line 2 and '
        f"under `{field}:` here. Remove one of the two."
        for place, name, field in (("3:11", "b", "related"), ("3:14", "c", "related"), ("4:7", "b", "pair"))
    ]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("title: The [[coat]]\n", "2:12"),
        ("summary: She knew [[coat|the coat]], and [[it]].\n", "2:19"),
        ("summary: >\n  She knew\n  [[coat]] well.\n", "4:3"),
        ("elements:\n  surprising: As in [[coat]].\n", "3:21"),
        ("missed:\n  repeatable: As in [[coat]].\n", "3:21"),
        ("lessons:\n  - Listen.\n  - As in [[coat]].\n", "4:11"),
        ("lessons:\n  - lesson: trust\n    text: As in [[coat]].\n", "4:17"),
        ('questions:\n  - "[[coat]] or not?"\n', "3:6"),
    ],
)
def test_link_outside_the_text_is_told_at_its_place(site: Site, typed: str, place: str) -> None:
    """Nothing makes a link of it there, and readers would see the brackets."""
    assert _said(site, typed) == [
        f"{place} CX215 link-outside-text warning A link works only in the text. Type plain words here, "
        "without the brackets."
    ]


def test_link_in_a_note_that_nobody_is_shown_is_left_alone(site: Site) -> None:
    """Editors refer to their own files as they like."""
    assert _said(site, "consent: {status: given, ref: 'See [[folder-12]].'}\n") == []


def test_link_in_the_summary_of_a_page_is_told(site: Site) -> None:
    """What holds for a story holds for pages, people and series."""
    site.file("people/mina.md", "---\ntitle: Mina\nsummary: She told [[refund]].\n---\n")

    assert site.messages() == [
        "people/mina.md:3:19 CX215 link-outside-text warning A link works only in the text. Type plain "
        "words here, without the brackets."
    ]


def test_story_that_is_not_there_is_reported_wherever_it_is_named(site: Site) -> None:
    """A link to nothing loses the reader."""
    site.story("lazy-loungers")

    assert _said(site, "pair: lazy-lounger\nrelated: [gone]\nunrelated: [lazy-loungers, lost]\n") == [
        '2:7 CX204 unknown-story error There is no story with the file name "lazy-lounger". '
        'Did you mean "lazy-loungers"?',
        '3:11 CX204 unknown-story error There is no story with the file name "gone". '
        "Choose from: lazy-loungers, refund.",
        '4:28 CX204 unknown-story error There is no story with the file name "lost". '
        "Choose from: lazy-loungers, refund.",
    ]


def test_name_of_a_file_is_answered_with_that_of_its_story(site: Site) -> None:
    """There is such a file, so that the writer is not told that there is none."""
    site.story("lazy-loungers")

    assert _said(site, "related: [lazy-loungers.md]\n") == [
        '2:11 CX204 unknown-story error "lazy-loungers.md" has the ending of a file. '
        'Write the name without it: "lazy-loungers".'
    ]


def test_name_of_somebody_is_answered_with_one_for_a_file(site: Site) -> None:
    """A file called as people are called could not be had."""
    assert _said(site, "teller: Mrs. Jansen\n") == [
        '2:9 CX205 unknown-person-or-series error "Mrs. Jansen" has no file in people/. '
        'Write "mrs-jansen" here, and add people/mrs-jansen.md with a title.'
    ]


def test_draft_may_be_pointed_at(site: Site) -> None:
    """A writer can plan ahead; whether it is shown is another matter."""
    site.story("b", "status: draft\n")

    assert _said(site, "related: [b]\n") == []


def test_person_and_series_without_a_page_are_reported(site: Site) -> None:
    """The message says where the page would stand."""
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")

    assert _said(site, "teller: minna\nauthor: mina\nseries: columns\n") == [
        '2:9 CX205 unknown-person-or-series error "minna" has no file in people/. Did you mean "mina"? '
        "Or add people/minna.md with a title.",
        '4:9 CX205 unknown-person-or-series error "columns" has no file in series/. '
        "Add series/columns.md with a title.",
    ]


def test_person_in_another_language_only_has_a_page(site: Site) -> None:
    """A page in any language is a page."""
    site.file("people/mina.nl.md", "---\ntitle: Mina\n---\n")

    assert _said(site, "teller: mina\n") == []


@pytest.mark.parametrize(("back", "says"), [("", "names no pair"), ("pair: third\n", 'names "third"')])
def test_pair_in_one_direction_only_is_reported(site: Site, back: str, says: str) -> None:
    """The two sides are shown on both pages, or on neither."""
    site.story("lazy", "polarity: negative\n" + back)
    site.story("third", "pair: lazy\n")

    assert _said(site, "pair: lazy\n") == [
        f"2:7 CX206 pair-not-mutual warning stories/lazy.md {says}. "
        "Add `pair: refund` there, or remove this line."
    ]


def test_pair_without_an_opposite_is_reported_on_both_sides(site: Site) -> None:
    """Positive by any name is positive."""
    site.story("a", "pair: b\npolarity: positive\n")
    site.story("b", "pair: a\npolarity: Positief\n")

    assert site.messages() == [
        'stories/a.md:2:7 CX207 pair-same-polarity error "b" is positive too. '
        "A pair has one positive and one negative story; use `related: [b]` for stories that are alike.",
        'stories/b.md:2:7 CX207 pair-same-polarity error "a" is positive too. '
        "A pair has one positive and one negative story; use `related: [a]` for stories that are alike.",
        'stories/b.md:3:11 CX202 label-instead-of-id info "Positief" is understood. '
        'Better write "positive", which is its lasting name.',
    ]


def test_pair_repeated_in_a_translation_is_no_second_fault(site: Site) -> None:
    """The facts are judged where they are written."""
    site.story("a", "pair: b\n")
    site.story("a.nl", "pair: b\npolarity: positive\n")
    site.story("b", "pair: a\n")
    site.story("b.nl")

    assert site.places() == ["stories/a.md:2:7 CX207 error", "stories/b.md:2:7 CX207 error"]


def test_element_that_was_there_and_was_missed_is_reported(site: Site) -> None:
    """One of the two is a mistake, whatever name it was typed by."""
    assert _said(site, "missed:\n  surprising: Never.\n") == [
        '3:3 CX208 element-both-hit-and-missed error "surprising" stands under `elements:` and under '
        "`missed:`. Keep the one that the story shows."
    ]


def test_story_that_points_at_itself_is_reported(site: Site) -> None:
    """A reader would be sent in a circle."""
    assert _said(site, "pair: refund\nrelated: [refund]\n") == [
        "2:7 CX209 self-reference error This is the story itself. "
        "Name another one, or remove it from `pair:`.",
        "3:11 CX209 self-reference error This is the story itself. "
        "Name another one, or remove it from `related:`.",
    ]
