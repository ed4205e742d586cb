"""Rules about fields: what must be there, what may be there, and in what form."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about one story in which this is typed, without its path."""
    site.story("refund", typed)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def test_empty_front_matter_names_everything_that_is_missing(site: Site) -> None:
    """A writer sees the whole list at once, each with a line to copy."""
    assert _said(site, "---\n---\n") == [
        "2:1 CX101 blank-title error This story has no title. "
        "Add a line such as `title: Refund in one call`.",
        "2:1 CX102 missing-field error `date:` is missing. The day it was published here. "
        "Add `date: 2024-03-01`.",
        "2:1 CX102 missing-field error `elements:` is missing. "
        "What the experience did: the elements, if possible each with its evidence. "
        "Add `elements: [surprising]`, or `elements: []` if there were none.",
        "2:1 CX102 missing-field error `polarity:` is missing. The teller's own verdict on the whole. "
        "Add `polarity: positive` or `polarity: negative`.",
        "2:1 CX102 missing-field error `provenance:` is missing. Where the story comes from. "
        "Add `provenance:` with retold, first-hand, composite or fictional.",
        "2:1 CX102 missing-field error `summary:` is missing. "
        "One sentence that makes people want to read it, at most 200 characters. "
        "Add `summary: ...`.",
        "2:1 CX304 story-too-short warning There is no story yet. "
        "Tell below the closing `---` what happened.",
        "2:1 CX306 no-lesson error This story has no lesson. "
        "Add `lessons:`, and below it what to learn from it, each on a line of its own after `- `.",
    ]


@pytest.mark.parametrize("typed", ["summary:", 'summary: ""', "elements:", "polarity:  "])
def test_field_left_empty_is_reported_at_its_key(site: Site, typed: str) -> None:
    """An empty field is as good as none, and easier to find."""
    site.story("refund", typed + "\n")

    assert site.places() == ["stories/refund.md:2:1 CX102 error"]


def test_empty_list_of_elements_is_a_statement(site: Site) -> None:
    """A story in which none of the elements was there is a story too."""
    assert _said(site, "elements: []\n") == []


def test_person_and_series_want_a_title_and_nothing_else(site: Site) -> None:
    """A page about a person can be one line."""
    site.story("refund", "series: columns\n")
    site.file("people/mina.md", "---\nlink:\n---\n")
    site.file("series/columns.md", "---\ntitle:\n---\n")

    assert site.messages() == [
        "people/mina.md:3:1 CX101 blank-title error This person has no title. "
        "Add a line such as `title: Mina Jansen`.",
        "series/columns.md:2:1 CX101 blank-title error This series has no title. Write it after `title:`.",
    ]


def test_translation_wants_the_words_that_the_first_telling_has(site: Site) -> None:
    """A translator is asked for language, never for facts."""
    site.story("refund", "questions: [What would you do?]\nmissed: [unique]\n")
    site.story("refund.nl", f"---\nmissed: [unique]\n---\n{BODY}")

    assert site.places() == [
        "stories/refund.nl.md:3:1 CX101 error",
        "stories/refund.nl.md:3:1 CX102 error",
        "stories/refund.nl.md:3:1 CX306 error",
    ]


def test_record_lacks_a_field_of_its_own(site: Site) -> None:
    """A source without a title says nothing to a reader."""
    assert _said(
        site, "source: {url: https://example.org/}\nimage:\n  alt: A shop\nconsent: {status: }\n"
    ) == [
        "2:1 CX102 missing-field error `source:` has no `title:`. Add `title:` below it. Its title.",
        "3:1 CX102 missing-field error `image:` has no `file:`. Add `file:` below it. Its file name.",
        "5:1 CX102 missing-field error `consent:` has no `status:`. Add `status:` below it. "
        "Whether it was given.",
    ]


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        ("sumary", 'Did you mean "summary"?'),
        ("Channels", 'Did you mean "channels"?'),
        ("organization", 'Did you mean "organisation"?'),
        ("emotion", 'Did you mean "emotions"?'),
        ("template", "How a page looks is not set in its file; remove this line."),
        ("hide", "How a page looks is not set in its file; remove this line."),
        ("id", "The id is the file name; remove this line."),
        (
            "xyzzy",
            "Choose from: title, summary, elements, missed, lessons, questions, theatre, date, and more.",
        ),
    ],
)
def test_unknown_key_is_answered_with_what_was_meant(site: Site, typed: str, cure: str) -> None:
    """First what is known by another name, then the closest, then a choice."""
    assert _said(site, f"{typed}: [A]\n") == [
        f"2:1 CX103 unknown-key error `{typed}:` is not a field of a story. {cure}"
    ]


def test_unknown_key_of_a_record_is_found_too(site: Site) -> None:
    """A misspelt word below `source:` would be lost without a word."""
    assert _said(site, "source:\n  title: Column\n  uri: https://example.org\n") == [
        '4:3 CX103 unknown-key error `uri:` is not a field of `source:`. Did you mean "url"?'
    ]


def test_fields_of_a_story_are_unknown_elsewhere(site: Site) -> None:
    """A page of prose has no polarity."""
    site.file("about.md", "---\ntitle: About\npolarity: positive\n---\n")

    assert site.messages() == [
        "about.md:3:1 CX103 unknown-key error `polarity:` is not a field of a page. "
        "Choose from: title, menu, summary, link."
    ]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("channels: web", "`channels:` is a list, even of one: write `channels: [web]`."),
        (
            "lessons: Trust lasts.",
            "`lessons:` is a list, even of one: put each on a line of its own below it, after `- `.",
        ),
        (
            "emotions: relieved and proud",
            "`emotions:` is a list, even of one: write `emotions: [relieved, proud]`.",
        ),
        (
            "channels: {web: yes}",
            "`channels:` is a list. Put each item on a line of its own below it, after `- `.",
        ),
        (
            "elements: surprising",
            "`elements:` holds several. Write `elements: [surprising]`, "
            "or each below it as `surprising: a sentence`.",
        ),
        ("theatre: [cast]", "`theatre:` holds several. Write each below it as `cast: a sentence`."),
        ("sector: [home]", "`sector:` takes one value on the same line. Remove the brackets or hyphens."),
        (
            "source: Column",
            "`source:` has fields of its own. "
            "Write them below it, each after two spaces, such as `title: ...`.",
        ),
        (
            "ignore: CX301",
            "`ignore:` is a list of entries. "
            "Write them below it, each after two spaces, such as `- rule: ...`.",
        ),
    ],
)
def test_wrong_form_is_answered_with_the_right_one(site: Site, typed: str, message: str) -> None:
    """The message shows how to write it."""
    column = typed.index(":") + 3

    assert _said(site, typed + "\n") == [f"2:{column} CX104 wrong-type error {message}"]


def test_items_and_sentences_have_their_form_too(site: Site) -> None:
    """A list within a list, an empty item and a list for a sentence are each found."""
    typed = (
        "channels: [[web], store]\nquestions:\n  -\n  - Why?\nmissed: {unique: [a, b]}\n"
        'lessons:\n  - Why: "So."\n'
    )

    assert _said(site, typed) == [
        "2:12 CX104 wrong-type error An item of `channels:` is one value. "
        "Put each on a line of its own below it, after `- `.",
        "4:4 CX104 wrong-type error This item of `questions:` is empty. Fill it in or remove the line.",
        "6:18 CX104 wrong-type error After `unique:` comes one sentence, not a list.",
        '8:5 CX009 unquoted-colon error A value with a colon in it needs quotes. Write: "Why: “So.”"',
    ]


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "No", "NO", "yes", "on", "off", "true", "False", "y", "N", "null", "~"),
        *("012", "0o17", "0x1F", "0b11", "1_000", "12:30", "1:2:3", ".inf", "-.INF", ".NaN", "1e3", "1.5e-3"),
    ],
)
def test_value_that_other_programs_misread_wants_quotes(site: Site, typed: str) -> None:
    """Nobody's title becomes a number or a truth value elsewhere."""
    assert _said(site, f"title: {typed}\n") == [
        f"2:8 CX105 ambiguous-scalar error Other programs read {typed} without quotes as something else "
        f'than text. Write: "{typed}"'
    ]


@pytest.mark.parametrize(
    "typed", ["12", "3.5", "12 noon", "nobody", "0", "none", "'no'", '"012"', "1.2.3", "No."]
)
def test_value_that_nobody_misreads_needs_none(site: Site, typed: str) -> None:
    """Numbers and words can be typed as they are."""
    assert _said(site, f"title: {typed}\n") == []


def test_text_after_a_hash_is_shown_in_quotes(site: Site) -> None:
    """The message gives the whole value back, quotes in it included."""
    assert _said(site, 'title: The "Best" Service #1\n') == [
        "2:8 CX105 ambiguous-scalar error What follows `#` is taken for a remark and lost. "
        'Put the whole value in quotes: "The \\"Best\\" Service #1"'
    ]


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("2024-02-30", "2024-02-30 is not in the calendar. Check the day and the month."),
        ("2023-02-29", "2023-02-29 is not in the calendar. Check the day and the month."),
        (
            "15/1/2022",
            '"15/1/2022" is not written as year-month-day. If you mean 2022-01-15, write that.',
        ),
        (
            "31.12.2022",
            '"31.12.2022" is not written as year-month-day. If you mean 2022-12-31, write that.',
        ),
        (
            "12-31-2022",
            '"12-31-2022" is not written as year-month-day. If you mean 2022-12-31, write that.',
        ),
        (
            "1/2/2022",
            '"1/2/2022" is not written as year-month-day. If you mean 2022-01-02 or 2022-02-01, write that.',
        ),
        (
            "32-13-2022",
            '"32-13-2022" is not a date. Write year, month and day with hyphens, such as 2024-03-01.',
        ),
        ("no", '"no" is not a date. Write year, month and day with hyphens, such as 2024-03-01.'),
    ],
)
def test_day_that_is_none_is_answered_with_the_right_form(site: Site, typed: str, message: str) -> None:
    """The message says what was probably meant, and never guesses by itself."""
    assert _said(site, f"date: {typed}\n") == [f"2:7 CX106 invalid-date error {message}"]


def test_days_within_records_are_checked(site: Site) -> None:
    """Every date of a story is a real day."""
    typed = "source: {title: Column, accessed: yesterday}\nconsent: {status: given, date: 2024-13-01}\n"

    assert [message.split(" ")[:2] for message in _said(site, typed)] == [
        ["2:35", "CX106"],
        ["3:32", "CX106"],
    ]


def test_only_the_day_of_publication_must_have_come(site: Site) -> None:
    """The day to look again at an accepted finding lies in the future."""
    typed = "date: 2026-01-02\nelements: [unique]\nignore: [{rule: CX301, reason: So, until: 2030-01-01}]\n"

    assert _said(site, typed) == [
        "2:7 CX107 date-in-future warning 2026-01-02 has not come yet. "
        "Use the day on which the story is published here."
    ]


def test_summary_of_two_hundred_characters_is_short_enough(site: Site) -> None:
    """Characters are counted, not bytes, and spaces at line ends once."""
    assert _said(site, f"summary: >-\n  {'é' * 100}\n  {'é' * 99}\n") == []


def test_summary_that_is_too_long_says_by_how_much(site: Site) -> None:
    """A writer knows how much to cut."""
    assert _said(site, f"summary: {'é' * 207}\n") == [
        "2:10 CX108 summary-too-long warning The summary has 207 characters; cards show at most 200. "
        "Take out 7."
    ]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "https://example.org",
            "http://example.org/a/b?c=d&e#f",
            "HTTPS://EXAMPLE.ORG/",
            "https://a.b:8080/x",
        ),
        "https://nl.wikipedia.org/wiki/Café_(drank)",
    ],
)
def test_web_address_is_accepted(site: Site, address: str) -> None:
    """What a browser shows can be pasted."""
    assert _said(site, f'source: {{title: Column, url: "{address}"}}\n') == []


@pytest.mark.parametrize(
    "address",
    [
        *(
            "example.org",
            "www.example.org/a",
            "https://",
            "https://example",
            "https://exa mple.org",
            "mailto:service",
        ),
        *(
            "javascript:alert(1)",
            "https://mina@example.org/",
            "ftp://example.org/",
            "//example.org",
            "https:/a.b",
        ),
    ],
)
def test_address_that_leads_nowhere_is_refused(site: Site, address: str) -> None:
    """Neither a half address nor a trick is published as a link."""
    assert _said(site, f'source: {{title: Column, url: "{address}"}}\n') == [
        f'2:30 CX109 invalid-url error "{address}" is not a web address. '
        "Copy it whole from the browser, starting with https://."
    ]


def test_nothing_is_answered_with_an_empty_list(site: Site) -> None:
    """Who writes "none" is told how none is written."""
    assert _said(site, "elements: geen\n") == [
        "2:11 CX104 wrong-type error If there are none, write `elements: []`."
    ]


@pytest.mark.parametrize(
    ("typed", "cure"),
    [
        (
            "elements: It was surprising and unique.",
            "`elements:` holds several. Write for instance `elements: [engaging, unique]`, "
            "or each below it as `engaging: a sentence`.",
        ),
        (
            "elements: surprising, engaging",
            "`elements:` holds several. Write `elements: [surprising, engaging]`, "
            "or each below it as `surprising: a sentence`.",
        ),
        (
            "elements:\n  surprising:She laughed.",
            "Put a space after the colon, on a line below `elements:`: `surprising: ...`.",
        ),
        (
            "elements:\n  - surprising: She laughed.",
            "Take out the hyphen: `surprising:` stands below `elements:` without it.",
        ),
    ],
)
def test_evidence_typed_another_way_is_answered_with_the_right_one(site: Site, typed: str, cure: str) -> None:
    """All elements that were named come back in the answer; nothing sends the writer in a circle."""
    (said,) = _said(site, typed + "\n")

    assert said.partition(" error ")[2] == cure


def test_hyphen_that_wants_a_space_is_named(site: Site) -> None:
    """The writer has made a list already, and is not told to make one."""
    assert _said(site, "lessons:\n  -Trust lasts.\n") == [
        "3:3 CX104 wrong-type error `lessons:` is a list, even of one: put a space after each hyphen."
    ]


def test_misspelt_field_is_not_missed_as_well(site: Site) -> None:
    """One slip, one answer."""
    site.story(
        "refund",
        "---\ntitel: Refund\nsummary: Soon.\ndate: 2024-03-01\npolartiy: positive\nelements: []\n"
        f"lessons: [One.]\nprovenance: fictional\n---\n{BODY}",
    )

    assert site.places() == ["stories/refund.md:2:1 CX103 error", "stories/refund.md:5:1 CX103 error"]


@pytest.mark.parametrize("status", ["review", "retired", "drfat"])
def test_only_a_published_story_must_be_complete(site: Site, status: str) -> None:
    """What no reader sees may lack a lesson; a misspelt status is answered for itself."""
    site.story("refund", f"---\ntitle: Refund\nstatus: {status}\n---\n")

    assert [place for place in site.places() if "CX201" not in place] == []


def test_story_with_the_name_of_the_list_is_asked_for_another(site: Site) -> None:
    """It is in the right folder already."""
    site.file("stories/index.md", "---\ntitle: Refund\npolarity: positive\nelements: []\n---\n")

    assert site.messages() == [
        "stories/index.md:2:1 CX103 unknown-key error This looks like a story. "
        "Give the file another name, as index.md is the page that lists the stories."
    ]


def test_story_among_the_pages_is_sent_to_the_stories(site: Site) -> None:
    """A file in the wrong folder is one fault, not six."""
    site.file("refund.md", "---\ntitle: Refund\ndate: 2024-03-01\npolarity: positive\nelements: []\n---\n")

    assert site.messages() == [
        "refund.md:2:1 CX103 unknown-key error This looks like a story. Move the file to the folder stories/."
    ]


def test_emotion_may_come_back_but_not_at_once(site: Site) -> None:
    """The last emotion is where the story ends, also if it began there."""
    site.story("there-and-back", "emotions: [curious, angry, curious]\n")
    site.story("twice", "emotions: [curious, curious]\n")

    assert site.places() == ["stories/twice.md:2:21 CX203 warning"]


def test_empty_status_publishes_nothing(site: Site) -> None:
    """Who left it open is asked, and nobody reads the story meanwhile."""
    site.story("refund", "status:\n")

    assert (site.messages(), site.ids()) == (
        [
            "stories/refund.md:2:1 CX102 missing-field error `status:` is empty. "
            "Write `status: draft` or `status: published`."
        ],
        [],
    )
