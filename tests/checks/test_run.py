"""All rules run over all files in one go; drafts are treated gently, unreadable files alone."""

from __future__ import annotations

from collections import Counter

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site


def test_ten_faults_in_five_files_are_reported_in_one_run(site: Site) -> None:
    """A writer mends everything at once, from the first file to the last and from top to bottom."""
    site.file("people/mina.md", "---\ntitle: Mina\nlnk: https://example.org\n---\n")
    site.story("a", "title:\nchanels: [web]\nelements: [surprizing]\n")
    site.story("b", 'title: "A refund\nsummary: no\n')
    site.story(
        "c", "date: 2024-02-30\nrelated: [a, d]\nsource: {title: Column, url: column}\nchannels: [web, web]\n"
    )
    site.file("stories/notes.docx")

    assert site.messages() == [
        'people/mina.md:3:1 CX103 unknown-key error `lnk:` is not a field of a person. Did you mean "link"?',
        "stories/a.md:2:1 CX101 blank-title error This story has no title. Write it after `title:`.",
        "stories/a.md:3:1 CX103 unknown-key error `chanels:` is not a field of a story. "
        'Did you mean "channels"?',
        'stories/a.md:4:12 CX201 unknown-term error "surprizing" is not one of the elements. '
        'Did you mean "surprising"?',
        "stories/b.md:2:8 CX004 invalid-yaml error A quotation mark opens here and is never closed. "
        "Add the closing one.",
        "stories/c.md:2:7 CX106 invalid-date error 2024-02-30 is not in the calendar. "
        "Check the day and the month.",
        'stories/c.md:3:14 CX204 unknown-story error There is no story with the file name "d". '
        "Choose from: a, b, c.",
        'stories/c.md:4:30 CX109 invalid-url error "column" is not a web address. '
        "Copy it whole from the browser, starting with https://.",
        'stories/c.md:5:17 CX203 duplicate-value warning "web" stands in `channels:` already, on line 5. '
        "Remove one of the two.",
        "stories/notes.docx:1:1 CX013 unsafe-file error A .docx file cannot be read. "
        "Copy its text into a plain text file that ends in .md.",
    ]


def test_unreadable_file_reports_that_alone(site: Site) -> None:
    """A fault drags no cascade behind it, in its own file or in those that point at it."""
    site.file("stories/A.B.md", "---\ntitle: @home\n---\n")
    site.story("refund", "related: [A.B]\npair: A.B\n")

    assert site.places() == ["stories/A.B.md:2:8 CX004 error"]


def test_hundred_findings_of_a_rule_in_a_file_are_enough(site: Site) -> None:
    """The one after them says that there are more; other rules, and other files, have their say."""
    site.story("many", f"channels: [nowhere]\n---\n{BODY}\n" + "*a*{style=b}\n" * 102)
    site.story("links", f"title: L\n---\n{BODY}\n" + "[a](gone.md)\n" * 102)
    site.story("some", f"title: S\n---\n{BODY}\n" + "*a*{style=b}\n" * 100)
    found = [message.split(" ", 4) for message in site.messages() if " error " in message]

    assert (
        Counter((place.partition(":")[0], code) for place, code, *_ in found),
        [place for place, *_, words in found if words == "There are more of these in this file."],
    ) == (
        {
            ("stories/many.md", "CX201"): 1,
            ("stories/many.md", "CX601"): 101,
            ("stories/links.md", "CX210"): 101,
            ("stories/some.md", "CX601"): 100,
        },
        ["stories/links.md:116:5", "stories/many.md:117:5"],
    )


def test_misspelt_form_is_one_fault(site: Site) -> None:
    """A list typed as a sentence is not reported as a strange term as well."""
    site.story(
        "refund",
        "channels: web, store\nelements: surprising, unique\npolarity: [so-so]\nteller: [nobody]\n"
        "related: {nothing: no}\n",
    )

    assert site.places() == [
        "stories/refund.md:2:11 CX104 error",
        "stories/refund.md:3:11 CX104 error",
        "stories/refund.md:4:11 CX104 error",
        "stories/refund.md:5:9 CX104 error",
        "stories/refund.md:6:10 CX104 error",
    ]


def test_draft_that_lacks_everything_reports_nothing(site: Site) -> None:
    """A writer can begin with an empty page."""
    site.story("refund", "---\nstatus: draft\n---\n")

    assert (site.messages(), site.ids()) == ([], [])


def test_drafts_are_warned(site: Site) -> None:
    """A draft may be wrong about fields, terms and links, and is told so without being stopped."""
    site.story(
        "refund",
        "status: draft\nchanels: [web]\nstages: [nowhere]\ndate: 2024-02-30\npolarity: no\nrelated: [gone]\n"
        "elements: [unique]\nmissed: [unique]\n",
    )

    assert site.places() == [
        "stories/refund.md:3:1 CX103 warning",
        "stories/refund.md:4:10 CX201 warning",
        "stories/refund.md:5:7 CX106 warning",
        "stories/refund.md:6:11 CX105 warning",
        "stories/refund.md:7:11 CX204 warning",
        "stories/refund.md:9:10 CX208 warning",
    ]


def test_faults_of_the_file_block_a_draft_too(site: Site) -> None:
    """What cannot be read or stored cannot be previewed either."""
    site.story("con", "status: draft\n")
    site.story("once", "status: draft\ntitle: One\ntitle: Two\n")
    site.story("quote", 'status: draft\ntitle: "One\n')

    assert site.places() == [
        "stories/con.md:1:1 CX011 error",
        "stories/once.md:4:1 CX005 error",
        "stories/quote.md:3:8 CX004 error",
    ]


def test_information_stays_information_in_a_draft(site: Site) -> None:
    """A draft is never judged harder than a published story."""
    site.story("refund", "status: draft\nelements: [Verrassend]\ndate: 2030-01-01\n")

    assert site.places() == [
        "stories/refund.md:3:12 CX202 info",
        "stories/refund.md:4:7 CX107 warning",
    ]


def test_translation_of_a_draft_is_a_draft(site: Site) -> None:
    """The status is a fact of the story, written once."""
    site.story("refund", "status: Concept\n")
    site.story("refund.nl", "---\ntitle: Terug\ntheatre: {nergens: Iets.}\n---\n")

    assert site.places() == ["stories/refund.md:2:9 CX202 info", "stories/refund.nl.md:3:11 CX201 warning"]


@pytest.mark.parametrize("status", ["review", "published", "retired", "publishd"])
def test_every_other_status_is_held_to_all_rules(site: Site, status: str) -> None:
    """Only a draft is let off; a status that nobody knows does not make one."""
    site.story("refund", f"status: {status}\nstages: [nowhere]\n")

    assert "stories/refund.md:3:10 CX201 error" in site.places()


def test_message_stays_short_however_long_the_typed_value_is(site: Site) -> None:
    """A pasted page is named by its beginning, and the cure at the end stays readable."""
    site.story("refund", f"elements: [{'x' * 900}]\n")
    (found,) = site.collect().diagnostics

    assert len(found.message) < 700
    assert found.message.startswith('"xxx')
    assert found.message.endswith("repeatable.")


def test_thing_of_the_same_name_does_not_take_a_story_away(site: Site) -> None:
    """What lies beside a story is reported, and the story is published."""
    site.story("refund")
    site.file("stories/refund.zip", b"")

    assert (site.places(), site.ids()) == (["stories/refund.zip:1:1 CX013 error"], ["refund"])
