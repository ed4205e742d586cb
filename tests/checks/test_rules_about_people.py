"""Rules about people and rights: personal data, consent, sources, and names that must not be given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.personal.denied_names import DeniedNames
from tests.conftest import Site

FIRST_HAND = "provenance: first-hand\n"
NEGATIVE = "polarity: negative\nelements: []\nrecovery: none\nprovenance: retold\nsource: {title: Column}\n"
ASK = (
    "Ask its teller, and write `consent: {status: given, date: 2024-03-01}` with the day; "
    "until then `status: draft` keeps the story back."
)


def _places(site: Site, typed: str) -> list[str]:
    """Give where which rule is broken in one story in which this is typed."""
    site.story("refund", typed)
    return [place.removeprefix("stories/refund.md:") for place in site.places()]


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about one story in which this is typed, without its path."""
    site.story("refund", typed)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def _in_text(text: str) -> str:
    """Give a story with this at the end of its text, which is on line 16."""
    return f"title: Refund\n---\n{BODY}\n{text}\n"


def _deny(site: Site, *names: str) -> None:
    site.settings = replace(site.settings, denied=DeniedNames.of(names))


def test_every_kind_of_personal_data_is_masked_where_it_is_reported(site: Site) -> None:
    """A writer recognises what is meant; whoever reads over the shoulder does not learn it."""
    typed = _in_text(
        "mina@example.org\n\n020 794 0123\n\nNL91 ABNA 0417 1643 00\n\n123456782\n\nKerkstraat 12"
    )

    assert [message.split(". ")[0] for message in _said(site, typed)] == [
        '16:1 CX401 email-address error "m…@…" is an e-mail address',
        '18:1 CX402 phone-number error "020…" is a telephone number',
        '20:1 CX403 iban-or-card-number error "NL91…" is the number of a bank account or a card',
        '22:1 CX404 citizen-number error "1234…" has the form of a citizen service number',
        '24:1 CX405 street-address warning "Kerk…" looks like an address',
    ]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("title: Write to mina@example.org now\n", "2:17"),
        ('title: "Write to mina@example.org now"\n', "2:18"),
        ("title: 'It''s mina@example.org'\n", "2:15"),
        ("questions:\n  - So?\n  - And mina@example.org?\n", "4:9"),
        ("questions: [So, mina@example.org]\n", "2:17"),
        ("summary: >-\n  Write to\n  mina@example.org\n", "4:3"),
        ("summary: |\n  Write to mina@example.org\n", "3:12"),
        ("elements:\n  surprising: So mina@example.org\n", "3:18"),
        ("title: Refund # mina@example.org\n", "2:17"),
        (_in_text("Write to mina@example.org."), "16:10"),
        (_in_text("[Write](mailto:mina@example.org)"), "16:16"),
        (_in_text("`mina@example.org`"), "16:2"),
        (_in_text("```\nmina@example.org\n```"), "17:1"),
        (_in_text("mina&#64;example.org"), "16:1"),
        (_in_text("[Write](mailto:mina%40example.org)"), "16:16"),
        (_in_text("**mina**@example.org"), "16:3"),
        (_in_text("mina\\_j@example.org"), "16:1"),
        (_in_text("mina<b>@</b>example.org"), "16:1"),
    ],
)
def test_personal_data_is_found_where_it_stands(site: Site, typed: str, place: str) -> None:
    """The place is exact, in whatever way it was typed."""
    assert _places(site, typed) == [f"{place} CX401 error"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("title: >-\n  Call 020\n  794\n  0123\n", "3:8 CX402"),
        ('title: "Call 020 79\\x34 0123"\n', "2:8 CX402"),
        ('title: "Call 020 794\\\n  \\ 0123"\n', "2:14 CX402"),
        (_in_text("Call 020 794\n0123 now."), "16:6 CX402"),
        (_in_text("> Call 020 794\n> 0123 now."), "16:8 CX402"),
        (_in_text("Call 020&nbsp;794 **0123**."), "16:6 CX402"),
    ],
)
def test_personal_data_that_is_broken_in_two_is_found(site: Site, typed: str, place: str) -> None:
    """What a reader reads in one go counts, not how it was typed."""
    assert _places(site, typed) == [f"{place} error"]


@pytest.mark.parametrize(
    "typed",
    [
        "provenance: first-hand\nconsent: {status: given, ref: mail of mina@example.org}\n",
        "provenance: retold\nsource: {title: Column, url: https://example.org/mina@example.org}\n",
        _in_text("[Look](https://example.org/0207940123) at order number 123456782."),
        _in_text("- 020\n- 7940123\n\n020\n\n7940123"),
    ],
)
def test_what_is_not_published_or_is_public_is_let_be(site: Site, typed: str) -> None:
    """Where the consent is kept, and the address of a source, may be written down."""
    assert _places(site, typed) == []


def test_page_for_readers_may_say_where_to_write(site: Site) -> None:
    """Only stories, people and series are about somebody."""
    page = "# About\n\nWrite to mina@example.org, or call 020 794 0123.\n"
    for path in ("about.md", "people/mina.md", "series/column.md"):
        site.file(path, page if path == "about.md" else f"---\ntitle: X\n---\n{page}")

    assert [place.partition(" ")[0] for place in site.places() if "CX4" in place] == [
        "people/mina.md:6:10",
        "people/mina.md:6:36",
        "series/column.md:6:10",
        "series/column.md:6:36",
    ]


def test_personal_data_blocks_a_draft_too(site: Site) -> None:
    """A draft stands in the same public place as the story."""
    assert _places(site, "status: draft\ntitle: mina@example.org\n") == ["3:8 CX401 error"]


def test_each_translation_is_searched(site: Site) -> None:
    """A number that was taken out of one language does not stay in the other."""
    site.story("refund")
    site.story("refund.nl", "---\ntitle: Bel 020 794 0123\n---\n")

    assert "stories/refund.nl.md:2:12 CX402 error" in site.places()


def test_writer_can_say_why_something_is_no_personal_data(site: Site) -> None:
    """A made-up number may stand, once somebody has looked."""
    typed = "title: Call 020 794 0123\nignore: [{rule: phone-number, reason: It is made up}]\n"

    assert _said(site, typed) == []


def test_organisation_in_a_negative_story_wants_a_hearing(site: Site) -> None:
    """Who is blamed by name has been asked, and each thing that was missed has its evidence."""
    typed = f"{NEGATIVE}organisation: Acme\nmissed: {{unique: , repeatable: Nobody knew}}\n"

    assert _said(site, typed) == [
        '7:15 CX406 named-organisation-in-negative-story warning "Acme" is named in a negative story. '
        'Leave the name out. If it must be there, give "unique" under `missed:` its evidence, '
        "ask for their reply and add `ignore: [{rule: CX406, reason: ...}]` with when and how you asked."
    ]


@pytest.mark.parametrize(
    "typed",
    [
        NEGATIVE,
        f'{NEGATIVE}organisation: ""\n',
        f"{NEGATIVE}organisation: Acme\nignore: [{{rule: CX406, reason: Asked on 1 March}}]\n",
        "organisation: Acme\n",
        "organisation: Acme\npolarity: negative\nelements: []\nrecovery: none\nprovenance: fictional\n",
    ],
    ids=["anonymous", "left empty", "asked", "positive", "invented"],
)
def test_nobody_has_to_be_heard_otherwise(site: Site, typed: str) -> None:
    """Only blame by name needs a reply."""
    assert _said(site, typed) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (FIRST_HAND, f"11:1 CX407 missing-consent error `consent:` is missing. {ASK}"),
        (f"{FIRST_HAND}consent:\n", f"3:1 CX407 missing-consent error `consent:` is empty. {ASK}"),
        (
            f"{FIRST_HAND}consent: {{status: Not needed}}\n",
            '3:19 CX407 missing-consent error "Not needed" is for stories that are invented or were '
            f"published before. {ASK}",
        ),
        (
            "consent: {status: withdrawn}\n",
            "2:19 CX407 missing-consent error Consent was withdrawn, so this story must come off the site. "
            "Write `status: retired`.",
        ),
    ],
)
def test_own_story_needs_consent(site: Site, typed: str, said: str) -> None:
    """Nobody's experience is published against their will, nor any longer than they want."""
    assert [message for message in _said(site, typed) if "CX202" not in message] == [said]


@pytest.mark.parametrize(
    "typed",
    [
        f"{FIRST_HAND}consent: {{status: given}}\n",
        "provenance: composite\nconsent: {status: akkoord, date: 2024-01-01}\n",
        f"status: draft\n{FIRST_HAND}",
        f"status: review\n{FIRST_HAND}",
        f"status: retired\n{FIRST_HAND}consent: {{status: withdrawn}}\n",
        "provenance: fictional\nconsent: {status: not-needed}\n",
    ],
)
def test_consent_is_there_or_not_needed_yet(site: Site, typed: str) -> None:
    """It is asked before publication, and of nobody who does not exist."""
    assert [message for message in _said(site, typed) if "CX202" not in message] == []


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (f"{FIRST_HAND}consent: {{}}\n", {"CX102"}),
        (f"{FIRST_HAND}consent: {{status: yes}}\n", {"CX105"}),
        (f"{FIRST_HAND}consnet: {{status: given}}\n", {"CX103"}),
        (f"{FIRST_HAND}consent: given\n", {"CX104"}),
        ("provenance: retold\nsource: {}\n", {"CX102"}),
        ("provenance: retold\nsource: {publication: Column}\n", {"CX102"}),
        ("provenance: retold\nsource: Column\n", {"CX104"}),
        ("provenance: retold\nsuorce: {title: Column}\n", {"CX103"}),
    ],
)
def test_consent_and_source_that_are_typed_wrong_are_one_fault(
    site: Site, typed: str, codes: set[str]
) -> None:
    """A slip is not called a missing consent as well."""
    assert {place.split(" ")[1] for place in _places(site, typed)} == codes


def test_translation_repeats_neither_consent_nor_source(site: Site) -> None:
    """Both are facts, written once."""
    told = "---\ntitle: Terug\nsummary: Zo.\nelements: {surprising: Zo}\nlessons: [Zo]\n---\n" + BODY
    site.story("a", "provenance: retold\nsource: {title: Column}\n")
    site.story("b", f"{FIRST_HAND}consent: {{status: given}}\n")
    for name in ("a.nl", "b.nl"):
        site.story(name, told)

    assert [place for place in site.places() if "CX40" in place] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "11:1 CX408 retold-without-source error `source:` is missing"),
     ("source:\n", "3:1 CX408 retold-without-source error `source:` is empty")],
)  # fmt: skip
def test_retold_story_names_its_source(site: Site, typed: str, said: str) -> None:
    """Whoever told it first gets the credit; a draft may lack it."""
    assert [message.split(". ")[0] for message in _said(site, f"provenance: retold\n{typed}")] == [said]
    assert _said(site, f"status: draft\nprovenance: retold\n{typed}") == []


def test_quotation_of_fifty_words_is_short_enough(site: Site) -> None:
    """A good sentence or two may be taken over."""
    fifty = " ".join(["word"] * 50)

    assert _said(site, _in_text(f"“{fifty}”\n\n> {fifty}")) == []


def test_long_quotation_says_how_long_it_is(site: Site) -> None:
    """A writer sees how much to tell in their own words, between marks and in a block alike."""
    longer = " ".join(["word"] * 63)
    said = (
        "CX409 long-quotation warning This quotation has 63 words; 50 are the most. "
        "Keep its best sentence, and tell the rest in your own words."
    )

    assert _said(site, _in_text(f"He said “{longer}”\n\n> {longer}")) == [f"16:9 {said}", f"18:1 {said}"]


@pytest.mark.parametrize(
    ("path", "content", "place"),
    [
        ("stories/a.md", "---\nstatus: draft\ntitle: How mina  jansen left\n---\n", "3:12"),
        ("stories/a.md", '---\nstatus: draft\ntitle: "Mina\\tJansen"\n---\n', "3:8"),
        ("stories/a.md", "---\nstatus: draft\nteller: mina-jansen\n---\n", "3:9"),
        ("stories/a.md", "---\nstatus: draft\n---\nMina *Jansen's* coat\n", "4:1"),
        ("stories/a.md", "---\nstatus: draft\n---\nMina\nJansen\n", "4:1"),
        ("stories/a.md", "---\nstatus: draft\n---\n[She](../people/mina-jansen.md)\n", "4:17"),
        ("people/a.md", "---\ntitle: A\nsummary: Of Mina Jansen\n---\n", "3:13"),
        ("about.md", "# About\n\n<!-- Mina Jansen -->\n", "3:6"),
        ("about.md", "# About\n\nOf Mi\u00adna\u200b Jan&shy;sen\n", "3:4"),
        ("stories/a.md", "---\nstatus: draft\ntitle: Of Mina\u200b Jan\u00adsen\n---\n", "3:11"),
        ("stories/a.md", '---\nstatus: draft\ntitle: "Mi\\u00adna Jansen"\n---\n', "3:8"),
        ("people/mi\u00adna-jansen.md", "---\ntitle: M\n---\n", "1:1"),
        ("people/mina-jansen.md", "---\ntitle: M\n---\n", "1:1"),
    ],
)
def test_denied_name_is_found_anywhere(site: Site, path: str, content: str, place: str) -> None:
    """Who was promised to be left out is left out of titles, ids, links, remarks and names of files too."""
    _deny(site, "Mina Jansen", "Acme")
    site.file(path, content)

    assert [found for found in site.places() if "CX410" in found] == [f"{path}:{place} CX410 error"]


def test_signs_that_nobody_sees_hide_nothing(site: Site) -> None:
    """A soft hyphen that came along from a web page is no way around a rule."""
    _deny(site, "Mina Jansen")
    fields = "title: Call 020\u200b 794 \u00ad0123\nsummary: Write to mi\u00adna@exam\u00adple.org\n"
    site.story("refund", f"{fields}---\n{BODY}\nmina@\u2060example.org, 020 794 01\u200d23\n")

    assert [found for found in site.places() if " CX4" in found] == [
        "stories/refund.md:2:13 CX402 error",
        "stories/refund.md:3:19 CX401 error",
        "stories/refund.md:16:1 CX401 error",
        "stories/refund.md:16:20 CX402 error",
    ]


def test_denied_name_is_not_repeated(site: Site) -> None:
    """The message would give away what was promised to be kept."""
    _deny(site, "Mina Jansen", "Acme")
    site.story("refund", "title: How Mina Jansen left Acme\nsector: Mina Jansen\n")
    name = "Here stands a name that this site keeps out of its pages. "
    cure = "Write who it was instead, such as: the teller, the manager."

    found = site.collect().diagnostics
    assert [one.message for one in found if one.code == "CX410"] == [name + cure] * 3
    assert {one.excerpt.text for one in found} == {"title: How ··········· left ····", "sector: ···········"}


def test_denied_name_that_is_an_id_is_one_fault(site: Site) -> None:
    """What leads nowhere without the name is not reported as a broken link as well."""
    _deny(site, "Mina")
    site.story("refund", f"teller: mina\nrelated: [mina]\n---\n{BODY}\n[She](../people/mina.md)\n")

    assert {place.split(" ")[1] for place in site.places()} == {"CX410"}
