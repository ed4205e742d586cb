"""Lessons with a name: a slip in them is told at its place, with what to type instead."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site

NAMED = "lessons:\n  - lesson: trust-at-once\n    text: Trust at once.\n"


def _told(site: Site) -> list[str]:
    """Give what is said of lessons: place, code and words."""
    return [
        f"{found.path}:{found.span.line}:{found.span.column} {found.code} {found.message}"
        for found in site.collect().diagnostics
        if found.code not in ("CX308", "CX501")
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "- lesson: trust-at-once",
            "3:5 CX102 This lesson has no `text:`. Add `text:` below it, with the lesson in the words of "
            "this story.",
        ),
        (
            "- text: Look up.\n    stance: contradicts",
            "4:5 CX102 `stance:` needs a lesson that stories share. Add `lesson:` with its "
            "name below it, or take `stance:` out.",
        ),
        (
            "- lesson: trust-at-once\n    txt: Look up.",
            '4:5 CX103 `txt:` is not a line that may stand in a lesson. Did you mean "text"?',
        ),
        (
            "- id: trust-at-once\n    text: Look up.",
            '3:5 CX103 `id:` is not a line that may stand in a lesson. Did you mean "lesson"?',
        ),
        (
            "- text: [Look, up]",
            "3:11 CX104 `lessons.text:` takes one value on the same line. Remove the brackets or hyphens.",
        ),
        (
            "- [Look, up]",
            "3:5 CX104 An item of `lessons:` is one value. "
            "Put each on a line of its own below it, after `- `.",
        ),
        (
            "- text: 012",
            '3:11 CX105 Other programs read 012 without quotes as something else than text. Write: "012"',
        ),
        (
            "- lesson: Trust, at once!\n    text: Look up.",
            '3:13 CX110 "Trust, at once!" is not the name of a lesson, which has small '
            "letters, digits and hyphens only. Write `trust-at-once`.",
        ),
        (
            "- lesson: aux\n    text: Look up.",
            '3:13 CX110 "aux" cannot be the name of a lesson: computers or this site '
            "use it for something else. Choose another one.",
        ),
        (
            "- lesson: ???\n    text: Look up.",
            '3:13 CX110 "???" is not the name of a lesson, which has small letters, '
            "digits and hyphens only. Choose another one.",
        ),
        (
            f"- lesson: {'very-' * 13}long\n    text: Look up.",
            f'3:13 CX110 "{"very-" * 13}long" is too long for the name of a lesson. '
            "Find one of at most 60 characters.",
        ),
        (
            "- lesson: “trust”\n    text: Look up.",
            '3:13 CX110 "“trust”" stands in curly quotes, which are taken for part of '
            "it. Use straight quotes, or none.",
        ),
        (
            "- lesson: trust-at-once\n    text: Look up.\n    stance: contradict",
            '5:13 CX201 "contradict" is not one of the stances. Did you mean "contradicts"?',
        ),
        (
            "- Look up.\n  - text: Look up.",
            '4:11 CX203 "Look up." stands in `lessons:` already, on line 3. Remove one of the two.',
        ),
        (
            "- {lesson: trust, text: A.}\n  - {lesson: trust, text: B.}",
            '4:14 CX203 "trust" is the name of another lesson of this story already, on '
            "line 3. Make one lesson of the two, or give this one a name of its own.",
        ),
        (
            "- lesson: trust-at-once\n    text: TBD",
            '4:11 CX312 "TBD" holds the place of words that are still to come. Write your own after `text:`.',
        ),
        (
            "- Listen: well.",
            '3:5 CX009 A value with a colon in it needs quotes. Write: "Listen: well."',
        ),
        (
            "- lesson: trust-at-once\n    text: Listen: well.",
            '4:11 CX009 A value with a colon in it needs quotes. Write: "Listen: well."',
        ),
        (
            "- text: Call ask@example.org.",
            '3:16 CX401 "a…@…" is an e-mail address. Take it out. An address for readers to '
            "write to belongs on a page of its own, such as about.md.",
        ),
    ],
)
def test_slip_is_told_once_at_its_place(site: Site, typed: str, said: str) -> None:
    """A writer who has tried the longer form is helped like one who types a sentence."""
    site.story("refund", f"lessons:\n  {typed}\n")

    assert _told(site) == [f"stories/refund.md:{said}"]


@pytest.mark.parametrize(
    ("typed", "fixed"),
    [
        ("- lesson: Trust at once\n    text: A.", "- lesson: trust-at-once\n    text: A."),
        ("- id: trust\n    tekst: A.", "- lesson: trust\n    text: A."),
        ("- text: A: b\n    lesson: trust", '- text: "A: b"\n    lesson: trust'),
        ("- lesson: trust\n    text: A: b", '- lesson: trust\n    text: "A: b"'),
        ("- text: yes", '- text: "yes"'),
    ],
)
def test_slip_has_a_fix(site: Site, typed: str, fixed: str) -> None:
    """`cx check --fix` types what the message says."""
    site.story("refund", f"lessons:\n  {typed}\n")
    text = (site.content / "stories/refund.md").read_text().split("\n")
    for found in site.collect().diagnostics:
        for edit in found.fix.edits if found.fix else ():
            at, line = edit.span, text[edit.span.line - 1]
            text[at.line - 1] = line[: at.column - 1] + edit.text + line[at.end_column - 1 :]

    assert "\n".join(text).startswith(f"---\nlessons:\n  {fixed}\n")


def _in_dutch(site: Site, first: str, dutch: str) -> list[str]:
    site.story("refund", f"lessons:\n  {first}\n")
    site.story("refund.nl", f"---\ntitle: Terug\nsummary: Zin.\nlessons:\n  {dutch}\n---\n{BODY}")
    return _told(site)


@pytest.mark.parametrize(
    ("first", "dutch", "said"),
    [
        (
            "- Listen.\n  - {lesson: trust, text: A.}",
            "- Luister.",
            "4:1 CX212 This translation has 1 lesson and stories/refund.md has 2, some with a name "
            "that stories share. Lesson 2 is missing. Tell the same lessons here, in the same order.",
        ),
        (
            "- Listen.\n  - Look.\n  - {lesson: trust, text: A.}\n  - Wait.",
            "- Luister.",
            "4:1 CX212 This translation has 1 lesson and stories/refund.md has 4, some with a name "
            "that stories share. Lessons 2, 3 and 4 are missing. Tell the same lessons here, in the same "
            "order.",
        ),
        (
            "- {lesson: trust, text: A.}",
            "- Luister.\n  - Kijk.\n  - Wacht.",
            "4:1 CX212 This translation has 3 lessons and stories/refund.md has 1, some with a name "
            "that stories share. Lessons 2 and 3 are here only. Tell the same lessons here, in the same "
            "order.",
        ),
        (
            "- {lesson: trust, text: A.}",
            "- {lesson: trusted, text: A.}",
            '5:14 CX212 "trusted" is not what stories/refund.md says on line 3: '
            '"trust". Mend the one that is wrong, and take `lesson:` out here: a fact is written once.',
        ),
        (
            "- A.",
            "- {lesson: trust, text: A.}",
            '5:14 CX212 "trust" is the name of this lesson here only, where nobody '
            "looks for it. Write it in stories/refund.md, which has the facts of the story, and take it out "
            "here.",
        ),
        (
            "- {lesson: trust, text: A.}",
            "- {text: A., stance: contradicts}",
            '5:24 CX212 "contradicts" is not how the story stands to this lesson in '
            'stories/refund.md: "supports". Mend the one that is wrong, and take `stance:` out here: a fact '
            "is written once.",
        ),
        (
            "- {lesson: trust, text: A.}",
            "- {lesson: trust}",
            "5:5 CX102 This lesson has no `text:`. Add `text:` below it, with the lesson in the words of "
            "this story.",
        ),
    ],
)
def test_translation_that_disagrees_is_told(site: Site, first: str, dutch: str, said: str) -> None:
    """A name is a fact; which sentence it belongs to must be beyond doubt in every language."""
    assert _in_dutch(site, first, dutch) == [f"stories/refund.nl.md:{said}"]


@pytest.mark.parametrize(
    ("first", "dutch"),
    [
        ("- A.\n  - B.", "- A."),
        ("- {lesson: trust, text: A.}", "- A."),
        ("- {lesson: trust, text: A.}", "- text: A."),
        ("- {lesson: trust, text: A., stance: supports}", "- {lesson: trust, text: A., stance: supports}"),
    ],
)
def test_translation_that_agrees_is_left_alone(site: Site, first: str, dutch: str) -> None:
    """It may repeat the name, and without names it may have as many lessons as it likes."""
    assert _in_dutch(site, first, dutch) == []


OTHER = "lessons:\n  - {lesson: %s, text: Another.%s}\n"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (("trust-at-once", ""), []),
        (("trust-at-once", ", stance: contradicts"), []),
        (("one-price", ""), []),
        (("trust-at-two", ""), []),
        (
            ("trust-at-onse", ""),
            [
                'stories/shop.md:3:14 CX214 No other story has the lesson "trust-at-onse". '
                'Did you mean "trust-at-once"?'
            ],
        ),
        (
            ("trustatonce", ""),
            [
                'stories/shop.md:3:14 CX214 No other story has the lesson "trustatonce". '
                'Did you mean "trust-at-once"?'
            ],
        ),
        (
            ("one-price", ", stance: contradicts"),
            [
                'stories/shop.md:3:14 CX214 No other story teaches "one-price", so there '
                "is nothing to contradict. Give a lesson of another story this name, or say in "
                "lessons/shared/one-price.md what it is."
            ],
        ),
    ],
)
def test_name_that_nobody_else_has_may_be_a_slip(site: Site, other: tuple[str, str], said: list[str]) -> None:
    """The newer story is asked; the older one was there first."""
    site.story("refund", f"date: 2024-01-01\n{NAMED}")
    site.story("shop", f"{OTHER % other}date: 2024-02-01\n")

    assert _told(site) == said


def test_names_that_differ_in_a_number_are_two_lessons(site: Site) -> None:
    """Two rules about days are not one rule and a slip."""
    site.story("refund", OTHER % ("back-in-14-days", ""))
    site.story("shop", OTHER % ("back-in-30-days", ""))
    site.story("till", OTHER % ("back-in-40-days", ""))

    assert _told(site) == []


def test_name_with_a_page_is_no_slip(site: Site) -> None:
    """Who has written a page about a lesson has meant its name."""
    site.story("refund", NAMED)
    site.story("till", NAMED)
    site.story("shop", OTHER % ("trust-at-onse", ""))
    site.file("lessons/shared/trust-at-onse.md", "---\ntitle: Trust at once, or not.\n---\n")

    assert _told(site) == []


def test_draft_teaches_nothing_to_those_who_cannot_see_it(site: Site) -> None:
    """A published story contradicts what readers can find; a draft may contradict another draft."""
    site.story("shop", f"status: draft\n{NAMED}")
    site.story("refund", f"{NAMED}    stance: contradicts\n")
    site.story("till", f"status: draft\n{NAMED}    stance: contradicts\n")

    assert [place for place in site.places() if "CX214" in place] == ["stories/refund.md:3:13 CX214 warning"]


def test_links_lead_to_a_lesson(site: Site) -> None:
    """A colleague can be sent to the third lesson of a story; one that is not there is told."""
    site.story("refund", "lessons: [A., B., C.]\n")
    site.story("refund.nl", f"---\ntitle: Terug\nsummary: Zin.\nlessons: [A., B.]\n---\n{BODY}")
    site.file(
        "a.md",
        "---\ntitle: A\n---\n[C](stories/refund.md#lesson.3), [A](stories/refund.md#lesson.1).\n",
    )
    site.file("a.nl.md", "---\ntitle: A\n---\n[Derde](stories/refund.md#lesson.3)\n")

    assert _told(site) == [
        'a.nl.md:4:9 CX210 stories/refund.nl.md has no place called "#lesson.3". '
        "It has 2 lessons: lesson.1, lesson.2."
    ]


def test_links_lead_to_the_page_of_a_shared_lesson(site: Site) -> None:
    """It is there when a published story has the lesson, whether anybody wrote about it or not."""
    site.story("refund", NAMED)
    site.story("shop", f"status: draft\n{OTHER % ('one-price', '')}")
    site.file(
        "a.md", "---\ntitle: A\n---\n[T](lessons/shared/trust-at-once.md) [P](lessons/shared/one-price.md)\n"
    )

    assert [place for place in site.places() if "CX210" in place] == ["a.md:4:42 CX210 error"]


def test_text_cannot_take_the_place_of_a_lesson(site: Site) -> None:
    """A link to `#lesson.1` leads to the first lesson."""
    site.story("refund", f"title: A\n---\n{BODY}\n## Aside {{#lesson.1}}\n\nWords.\n")

    assert [place for place in site.places() if "CX604" in place] == ["stories/refund.md:16:11 CX604 error"]
