"""A link in two square brackets that leads nowhere is answered with what to write, at its exact place."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.model.diagnostic import Edit, Fix
from cx_stories.model.document import Span
from tests.conftest import Site

LINE = 16
"""The line on which the text to be looked at begins in `stories/linking.md`."""


def _draw(site: Site, typed: str, fields: str = "title: Linking") -> None:
    """Draw a small collection around a story with this text, at the start of a line of its own."""
    site.languages("en")
    site.story("refund", f"title: A refund at once\naliases: [money-back]\n---\n{BODY}\n## What she said\n")
    site.story("2024/coat")
    site.story("draft", "status: draft\n")
    site.story("retired", "status: retired\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.story("linking", f"{fields}\n---\n{BODY}\n{typed}\n")


def _said(site: Site, path: str = "stories/linking.md") -> list[str]:
    """Give what is said of links in one file: column, code, and words."""
    codes = ("CX204", "CX205", "CX209", "CX210")
    found = [one for one in site.collect().diagnostics if one.code in codes and one.path == path]
    return [f"{one.span.line - LINE}:{one.span.column} {one.code} {one.message}" for one in found]


@pytest.mark.parametrize(
    "typed",
    [
        "[[refund]]",
        "[[refund|the refund]]",
        "[[refund#what-she-said]]",
        "[[refund#lesson.1]]",
        "[[story:refund]] [[verhaal:refund]]",
        "[[coat]]",
        "[[linking#lesson.1]]",
        "[[linking]]",
        "[[person:mina]] [[reeks:columns]]",
        "[[element:surprising]] [[elements:Verrassend|so]] [[Element: Surprising ]]",
        "[[stage:service]] [[fase:service]] [[kanaal:telefoon]] [[touchpoint:return]] [[polarity:negative]]",
        "[[stage:before-purchase]]",
        "`[[nowhere]]`",
        r"\[[nowhere]]",
        "[[pause]]\n\nMore.",
    ],
)
def test_what_is_there_may_be_pointed_at_by_any_of_its_names(site: Site, typed: str) -> None:
    """A writer types what comes to mind; a link to a place in one's own story is a link."""
    _draw(site, typed)

    assert _said(site) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "[[refnd|it]]",
            '0:3 CX204 There is no story with the file name "refnd". Did you mean "refund"?',
        ),
        (
            "So [[xyz]]",
            '0:6 CX204 There is no story with the file name "xyz". '
            "Choose from: coat, draft, linking, refund, retired.",
        ),
        ("[[story:refnd]]", '0:9 CX204 There is no story with the file name "refnd". Did you mean "refund"?'),
        ("[[money-back]]", '0:3 CX204 "money-back" has another name now. Write "refund".'),
        (
            "[[a Refund at once|it]]",
            '0:3 CX204 "a Refund at once" is the title of a story. Write the name of its file: "refund".',
        ),
        (
            "[[refund.md]]",
            '0:3 CX204 "refund.md" has the ending of a file. Write the name without it: "refund".',
        ),
        (
            "[[../stories/refund.nl.md]]",
            '0:3 CX204 "../stories/refund.nl.md" is the way to a file. Write its name alone: "refund".',
        ),
        ("[[2024/coat]]", '0:3 CX204 "2024/coat" is the way to a file. Write its name alone: "coat".'),
        (
            "[[coat#nowhere]]",
            '0:3 CX210 stories/2024/coat.md has no place called "#nowhere". Choose from: lesson.1.',
        ),
        (
            "Then [[pause]].",
            "0:8 CX204 Put an empty line above and below `[[pause]]`; inside other text it is no pause.",
        ),
        (
            "Above.\n[[pause]]\nBelow.",
            "1:3 CX204 Put an empty line above and below `[[pause]]`; inside other text it is no pause.",
        ),
        ("[[pauze]]", "0:3 CX204 Write `[[pause]]`, in English also in a Dutch story."),
        ("[[Pause]]", "0:3 CX204 Write `[[pause]]`, in small letters."),
        (
            "[[person:nina]]",
            '0:10 CX205 "nina" has no file in people/. Did you mean "mina"? '
            "Or add people/nina.md with a title.",
        ),
        (
            "[[element:surprizing]]",
            '0:11 CX210 "surprizing" is not one of the elements. Did you mean "surprising"?',
        ),
        (
            "[[element:loud]]",
            '0:11 CX210 "loud" is not one of the elements. '
            "Choose from: engaging, unique, personalized, surprising, repeatable.",
        ),
        (
            "[[elemnt:surprising]]",
            '0:3 CX210 There are no pages of the kind "elemnt". Did you mean "element"?',
        ),
        (
            "[[fasee:service]]",
            '0:3 CX210 There are no pages of the kind "fasee". Did you mean "stage"?',
        ),
        (
            "[[xyz:service]]",
            '0:3 CX210 There are no pages of the kind "xyz". '
            "Choose from: story, element, stage, channel, touchpoint, emotion, person, series, and more.",
        ),
        (
            "[[refund|]]",
            "0:1 CX210 There are no words behind the stroke. Write them, or take the stroke out.",
        ),
        (
            "[[status:draft]]",
            '0:3 CX210 "status:draft" has no page for readers: statuses are for editors only. '
            "Take the brackets out.",
        ),
        (
            "[[draft]]",
            '0:3 CX210 "draft" points at stories/draft.md, which is a draft and has no page yet. '
            "Take the link out until it has one.",
        ),
        (
            "[[retired|gone]]",
            '0:3 CX210 "retired" points at stories/retired.md, which is retired and has no page any more. '
            "Take the link out.",
        ),
        (
            "[[refund#what-she-sad]]",
            '0:3 CX210 stories/refund.md has no place called "#what-she-sad". Did you mean "what-she-said"?',
        ),
        (
            "[[refund#lesson.9]]",
            '0:3 CX210 stories/refund.md has no place called "#lesson.9". It has 1 lesson: lesson.1.',
        ),
        (
            "[[refund#what-she-said-2]]",
            '0:3 CX210 stories/refund.md has no place called "#what-she-said-2". '
            "Choose from: what-she-said, lesson.1.",
        ),
        (
            "[[refund#cx:related]]",
            '0:3 CX210 "#cx:related" belongs to the design of the site and may change. Write `refund`.',
        ),
        (
            "[[refund",
            "0:1 CX210 Two square brackets begin a link, and this one has no end. Write it like `[[refund]]` "
            r"or `[[refund|a refund]]`, or `\[[` for the brackets themselves.",
        ),
        (
            "[[]]",
            "0:1 CX210 Nothing is named between these brackets. Write the name of a story, as in "
            "`[[refund]]` or `[[refund|a refund]]`.",
        ),
        (
            "| x | y |\n|---|---|\n| [[refund|it]] | z |",
            r"2:3 CX210 In a table a `|` begins the next column. Write `\|` between the name and the words.",
        ),
        (
            "![[refund]]",
            "0:2 CX210 An exclamation mark before two square brackets makes no picture. Put a space between "
            "them for a link, or write `![words](picture.jpg)`.",
        ),
        (
            "[[pause]]\n\nOne.\n\n[[pause]]",
            "4:1 CX210 The story pauses above already, and it pauses once. Take one of the two out.",
        ),
    ],
)
def test_every_way_to_point_at_nothing_has_its_own_cure(site: Site, typed: str, said: str) -> None:
    """The message stands at the part that is wrong and says what to write instead."""
    _draw(site, typed)

    assert _said(site) == [said]


@pytest.mark.parametrize(
    ("typed", "edit", "safe"),
    [
        ("[[refnd|it]]", Edit(Span(LINE, 3, LINE, 8), "refund"), False),
        ("[[story: refnd #lesson.1]]", Edit(Span(LINE, 10, LINE, 15), "refund"), False),
        ("[[money-back#lesson.1]]", Edit(Span(LINE, 3, LINE, 13), "refund"), True),
        ("[[A refund at once]]", Edit(Span(LINE, 3, LINE, 19), "refund"), True),
        ("[[../stories/refund.md|it]]", Edit(Span(LINE, 3, LINE, 23), "refund"), True),
        ("[[elemnt:surprising]]", Edit(Span(LINE, 3, LINE, 9), "element"), False),
        ("[[element:surprizing|x]]", Edit(Span(LINE, 11, LINE, 21), "surprising"), False),
        ("[[refund#les 1]]", Edit(Span(LINE, 3, LINE, 15), "refund#lesson.1"), False),
        ("[[pauze]]", Edit(Span(LINE, 3, LINE, 8), "pause"), False),
        ("[[person:nina]]", Edit(Span(LINE, 10, LINE, 14), "mina"), False),
    ],
)
def test_what_was_meant_is_put_in_its_place(site: Site, typed: str, edit: Edit, safe: bool) -> None:
    """A program mends the name alone; an old name and a title are beyond doubt, the rest is a guess."""
    _draw(site, typed)
    (found,) = (one for one in site.collect().diagnostics if one.code in ("CX204", "CX205", "CX210"))

    assert found.fix == Fix((edit,), safe)


def test_title_of_two_stories_is_no_name(site: Site) -> None:
    """Which of the two was meant is for the writer to say."""
    site.languages("en")
    site.story("one", "title: Twice\n")
    site.story("two", f"title: Twice\n---\n{BODY.replace('coat', 'lamp')}\n[[Twice]]\n")

    assert [one.message for one in site.collect().diagnostics if one.code == "CX204"] == [
        'There is no story with the file name "Twice". Choose from: one, two.'
    ]


def test_title_with_a_colon_is_no_kind_of_page(site: Site) -> None:
    """Who types a title is told the name, whatever stands in it."""
    site.languages("en")
    site.story("one", 'title: "First: are you all right?"\n')
    site.file("about.md", "# About\n\nSee [[First: are you all right?]].\n")

    assert [one.message for one in site.collect().diagnostics if one.code == "CX210"] == [
        '"First: are you all right?" is the title of a story. Write the name of its file: "one".'
    ]


def test_old_name_in_the_front_matter_is_answered_with_the_new_one(site: Site) -> None:
    """A story that is renamed tells its friends."""
    site.languages("en")
    site.story("refund", "aliases: [money-back]\n")
    site.story("other", "related: [money-back]\n")
    (found,) = (one for one in site.collect().diagnostics if one.code == "CX204")

    assert (found.message, found.fix) == (
        '"money-back" has another name now. Write "refund".',
        Fix((Edit(Span(2, 11, 2, 21), "refund"),), safe=True),
    )


def test_old_name_that_is_a_name_again_is_that_story(site: Site) -> None:
    """A name belongs to the story that has it now."""
    site.languages("en")
    site.story("refund", "aliases: [coat]\n")
    site.story("coat", "title: The coat\n")
    site.file("about.md", "# About\n\n[[coat]]\n")

    assert [one for one in site.places() if "CX2" in one] == []


def test_page_that_is_no_story_has_no_pause(site: Site) -> None:
    """A mark that does nothing is not left in the text."""
    site.languages("en")
    site.file("about.md", "# About\n\nOne.\n\n[[pause]]\n\nTwo.\n")

    assert [one for one in site.messages() if one.startswith("about.md")] == [
        "about.md:5:1 CX210 broken-link error Only a story pauses. Take this out."
    ]


def test_pause_in_the_text_of_another_page_is_to_be_taken_out(site: Site) -> None:
    """Empty lines around it would make no pause there."""
    site.languages("en")
    site.file("about.md", "# About\n\nOne.\n[[pause]]\nTwo.\n")

    assert site.messages() == ["about.md:4:3 CX204 unknown-story error Only a story pauses. Take this out."]


def test_many_names_are_not_listed(site: Site) -> None:
    """The first eight of many would be those that happen to begin with an a."""
    site.languages("en")
    for number in range(9):
        site.story(f"s{number}", f"title: S {number}\n---\n{BODY}\nTell {number}.\n")
    site.file("about.md", "# About\n\n[[quite-another]]\n")

    assert [one.message for one in site.collect().diagnostics if one.code == "CX204"] == [
        'There is no story with the file name "quite-another". '
        "The names are those of the files in the folder stories/, without `.md`."
    ]


def test_translation_that_lacks_a_place_is_named(site: Site) -> None:
    """A link leads to the page in the reader's language, and the place must be there."""
    site.story("refund", f"title: Refund\n---\n{BODY}\n## What she said\n")
    site.file(
        "stories/refund.nl.md",
        "---\ntitle: Geld terug\nsummary: Ze had het meteen.\nelements:\n  surprising: Meteen.\n"
        "lessons: [Geef het terug.]\n---\nZe belde om negen uur en had haar geld meteen.\n",
    )
    site.file("about.md", "# About\n\n[[refund#what-she-said]]\n")
    said = [one for one in site.messages() if "CX210" in one]

    assert said == [
        "about.md:3:3 CX210 broken-link error Readers of Dutch see this text too, as it has not been "
        'translated, and stories/refund.nl.md has no place called "#what-she-said". Choose from: lesson.1.'
    ]


def test_story_that_is_pointed_at_is_no_orphan(site: Site) -> None:
    """A link in two brackets leads readers on like any other; one to itself does not."""
    site.languages("en")
    for number in range(10):
        site.story(
            f"s{number}",
            f"title: S {number}\n---\n{BODY}\nTell {number}. [[s{(number + 1) % 10 if number < 8 else 9}]]\n",
        )
    orphans = [one.partition(":")[0] for one in site.places() if "CX501" in one]

    assert orphans == ["stories/s0.md"]


def test_private_name_in_a_link_is_hidden_and_found(site: Site) -> None:
    """A number cannot hide behind brackets, and no message repeats it."""
    _draw(site, "Call [[refund|06]]12345678 or [[06-12345678]].")
    said = [one.message for one in site.collect().diagnostics if one.code == "CX402"]

    assert len(said) == 2
    assert "12345678" not in "".join(one.message for one in site.collect().diagnostics)


def test_shown_words_of_a_link_count_as_text(site: Site) -> None:
    """A quotation is as long as it is read."""
    words = " ".join(["word"] * 52)
    _draw(site, f"“A [[refund|{words}]]”")

    assert [one.code for one in site.collect().diagnostics if one.code == "CX409"] == ["CX409"]
