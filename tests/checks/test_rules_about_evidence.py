"""Rules about what a story claims: every light has its reason, and what went wrong is said."""

from __future__ import annotations

import pytest

from tests.conftest import Site

EVERY = (
    "elements:\n  engaging: It smelled of bread.\n  unique: Their own word.\n  personalized: He knew.\n"
    "  surprising: It was warm.\n  repeatable: Her sister too.\nsenses: [smell]\n"
)
LET_OFF = "status: draft\n", "status: review\n", "status: retired\n"


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about one story in which this is typed, without its path."""
    site.story("refund", typed)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def test_each_element_of_the_short_form_wants_evidence(site: Site) -> None:
    """The message shows the form in which there is room for it, with the id to copy."""
    assert _said(site, "elements: [unique, Verrassend]\n") == [
        '2:12 CX301 element-without-evidence info Nothing shows yet that "unique" was there. '
        "Put each element on a line of its own below `elements:`, indented, "
        "with the words of the story that show it: `unique: ...`.",
        '2:20 CX202 label-instead-of-id info "Verrassend" is understood. '
        'Better write "surprising", which is its lasting name.',
        '2:20 CX301 element-without-evidence info Nothing shows yet that "Verrassend" was there. '
        "Put each element on a line of its own below `elements:`, indented, "
        "with the words of the story that show it: `surprising: ...`.",
    ]


def test_sentence_left_empty_is_wanted_where_it_belongs(site: Site) -> None:
    """The form is right; only the words are missing."""
    assert _said(site, "elements:\n  surprising: At once.\n  unique:\n") == [
        '4:3 CX301 element-without-evidence info Nothing shows yet that "unique" was there. '
        "Write after `unique:` the words of the story that show it.",
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("elements: []", []),
        ("elements: [surprizing]", ["CX201"]),
        ("elements: surprising", ["CX104"]),
        ("elements:\n  surprising: #1 in town", ["CX105"]),
        ("elements:\n  surprising: [At, once]", ["CX104"]),
        ("elements:\n  - surprising: At once.", ["CX104"]),
        ("elements: [surprising, surprising]", ["CX203", "CX301"]),
        ("missed: [repeatable]", []),
    ],
)
def test_evidence_is_not_missed_where_something_else_is_wrong(
    site: Site, typed: str, codes: list[str]
) -> None:
    """One slip, one answer; and what was missed left no evidence."""
    site.story("refund", typed + "\n")

    assert sorted(found.code for found in site.collect().diagnostics) == codes


def test_translation_is_not_asked_what_its_story_is_asked(site: Site) -> None:
    """Which elements were there is a fact, written once."""
    site.story("refund", "elements: [engaging]\npolarity: negative\n")
    site.story("refund.nl", "elements: [engaging]\npolarity: negative\n")

    assert [place for place in site.places() if "CX3" in place] == [
        "stories/refund.md:2:12 CX301 info",
        "stories/refund.md:2:12 CX302 warning",
        "stories/refund.md:3:11 CX307 warning",
    ]


@pytest.mark.parametrize("status", LET_OFF)
@pytest.mark.parametrize(
    "typed", ["elements: [engaging, repeatable]\n", "polarity: negative\n", EVERY, "lessons: []\n"]
)
def test_story_that_nobody_sees_may_lack_them(site: Site, status: str, typed: str) -> None:
    """A writer is not hurried."""
    assert _said(site, status + typed) == []


@pytest.mark.parametrize("senses", ["", "senses: []\n", "senses:\n"])
def test_engaging_story_names_its_senses(site: Site, senses: str) -> None:
    """The message offers them all."""
    assert _said(site, "elements:\n  Meeslepend: It smelled of bread.\n" + senses)[1:] == [
        '3:3 CX302 engaging-without-senses warning "Meeslepend" means that it worked on the senses, '
        "and the story names none. Add `senses: [...]` with those it worked on. "
        "Choose from: sight, hearing, smell, taste, touch.",
    ]


@pytest.mark.parametrize(
    ("senses", "codes"),
    [
        ("senses: [smell]", []),
        ("sense: [smell]", ["CX103"]),
        ("senses: smell", ["CX104"]),
        ("senses: [bread]", ["CX201"]),
        ("senses: #smell", ["CX105"]),
    ],
)
def test_senses_that_are_misspelt_are_not_missed_as_well(site: Site, senses: str, codes: list[str]) -> None:
    """One slip, one answer."""
    site.story("refund", f"elements:\n  engaging: It smelled of bread.\n{senses}\n")

    assert [found.code for found in site.collect().diagnostics] == codes


@pytest.mark.parametrize(
    "seen", ["", "stages: [purchase]\nchannels: [web]\n", "channels: [web, Web]\n", "stages: []\n"]
)
def test_repeatable_story_was_seen_twice(site: Site, seen: str) -> None:
    """Once may be luck; the message says all that would bear it out, and is the only one."""
    (said,) = [message for message in _said(site, "elements: [repeatable]\n" + seen) if "CX2" not in message]

    assert said == (
        '2:12 CX303 repeatable-once warning "repeatable" means that it goes well every time, and the story '
        "shows it once. Say below `elements:` where it was seen again, as `repeatable: ...`, add the other "
        'stage or channel, or take "repeatable" out.'
    )


@pytest.mark.parametrize(
    ("seen", "codes"),
    [
        ("[repeatable]\nstages: [purchase, delivery]", ["CX301"]),
        ("[repeatable]\nchannels: [web, store]", ["CX301"]),
        ("[repeatable]\nchannels: web, store", ["CX104", "CX301"]),
        ("[repeatable]\nchanels: [web, store]", ["CX103", "CX301"]),
        ("{repeatable: Her sister was served like that too.}", []),
        ("{repeatable: }", ["CX303"]),
    ],
)
def test_second_observation_bears_it_out(site: Site, seen: str, codes: list[str]) -> None:
    """Another stage, another channel or a sentence; what is in the wrong form may be one of them."""
    site.story("refund", f"elements: {seen}\n")

    assert sorted(found.code for found in site.collect().diagnostics) == codes


def test_negative_story_says_what_was_lacking(site: Site) -> None:
    """A verdict alone helps nobody."""
    assert _said(site, "polarity: negative\nmissed: []\n") == [
        "2:11 CX307 negative-without-missed-or-recovery warning The story is negative, and does not say what "
        "was lacking. Add the elements that should have been there, such as `missed: [repeatable]`, "
        "or `recovery:` with how far it was put right."
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("polarity: negative\nmissed: [repeatable]", []),
        ("polarity: negative\nrecovery: none", []),
        ("polarity: negative\nmised: [repeatable]", ["CX103"]),
        ("polarity: Negatief", ["CX202", "CX307"]),
        ("polarity: positive", []),
        ("polarity: negativ", ["CX201"]),
    ],
)
def test_missed_elements_or_recovery_say_it(site: Site, typed: str, codes: list[str]) -> None:
    """Either will do, and only a negative story is asked."""
    site.story("refund", typed + "\n")

    assert [found.code for found in site.collect().diagnostics] == codes


@pytest.mark.parametrize("vouching", ["", "author:\n", "teller: mina\n", "teller: mina\nauthor: mina\n"])
def test_story_with_every_element_wants_somebody_else_to_vouch(site: Site, vouching: str) -> None:
    """The teller is no judge in a case of their own."""
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")

    assert _said(site, EVERY + vouching) == [
        "2:1 CX310 score-five-unreviewed warning A story with every element in it is rare, and only the "
        "teller vouches for this one. Have somebody else look at it and name them as `author:`, "
        "or say under `ignore:` why it holds."
    ]


@pytest.mark.parametrize(
    "vouching",
    [
        "author: ada\n",
        "teller: mina\nauthor: ada\n",
        "ignore: [{rule: CX310, reason: Two editors were there.}]\n",
    ],
)
def test_somebody_else_or_a_reason_vouches(site: Site, vouching: str) -> None:
    """An author who is not the teller, or a reason that everybody can read."""
    for name in ("ada", "mina"):
        site.file(f"people/{name}.md", f"---\ntitle: {name}\n---\n")

    assert _said(site, EVERY + vouching) == []


def test_author_in_the_wrong_form_is_not_missed_as_well(site: Site) -> None:
    """One slip, one answer."""
    site.story("refund", EVERY + "author: [ada]\n")

    assert [found.code for found in site.collect().diagnostics] == ["CX104"]


def test_every_element_includes_those_of_the_site(site: Site) -> None:
    """Five of six is no full score."""
    site.vocabulary(
        "elements.yml",
        "id: elements\nterms:\n"
        "  - {id: kind, labels: {en: Kind, nl: Aardig}, definition: {en: It is kind.}}\n",
    )

    assert _said(site, EVERY) == []
