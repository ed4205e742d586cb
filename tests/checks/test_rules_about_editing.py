"""Rules about the text and its words: enough of them, a lesson, pictures described, languages kept up."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.rules.story_too_short import FEWEST_WORDS
from tests.conftest import Site

TOLD = "---\ntitle: Terug\nsummary: Meteen.\nlessons: [Doe het.]\n---\n"


def _said(site: Site, typed: str) -> list[str]:
    """Give what is said about one story in which this is typed, without its path."""
    site.story("refund", typed)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def _codes(site: Site, typed: str) -> list[str]:
    site.story("refund", typed)
    return [found.code for found in site.collect().diagnostics]


def test_forty_words_are_a_story(site: Site) -> None:
    """The limit is where it is said to be."""
    assert _said(site, "title: A\n---\n" + "word " * FEWEST_WORDS) == []
    assert _said(site, "title: A\n---\n\n  " + "word " * (FEWEST_WORDS - 1)) == [
        "13:3 CX304 story-too-short warning The text has 39 words; a story has at least 40. "
        "Tell who said or did what, one thing after the other, and how it ended."
    ]


@pytest.mark.parametrize(
    ("body", "place"), [("", "11:1"), ("\n\n", "11:1"), ("\n![A coat](coat.png)\n", "13:1")]
)
def test_file_without_a_story_is_told_so(site: Site, body: str, place: str) -> None:
    """A picture is no story, nor are blank lines."""
    site.file("stories/coat.png")

    assert _said(site, "title: A\n---\n" + body) == [
        f"{place} CX304 story-too-short warning There is no story yet. "
        "Tell below the closing `---` what happened."
    ]


def test_only_words_that_are_read_count(site: Site) -> None:
    """Code and addresses fill no evening."""
    code = "```\n" + "word " * 50 + "\n```"
    link = "[She](https://example.org/" + "word/" * 50 + ")"
    (said,) = _said(site, f"title: A\n---\n{link} rang.\n\n{code}\n")

    assert "The text has 2 words" in said


def test_one_word_is_one_word(site: Site) -> None:
    """A message is a sentence."""
    (said,) = _said(site, "title: A\n---\nHope.\n")

    assert "The text has 1 word; " in said


def test_translation_has_a_text_of_its_own(site: Site) -> None:
    """Half a story in another language is half a story."""
    site.story("refund")
    site.story("refund.nl", TOLD + "Zij belde.\n")

    assert site.places() == ["stories/refund.nl.md:6:1 CX304 warning"]


def test_translation_that_is_a_draft_may_lack_anything(site: Site) -> None:
    """Readers do not see it yet, though they see the story."""
    site.story("refund")
    site.story("refund.nl", "---\nstatus: draft\n---\nZij belde.\n")

    assert (site.places(), site.ids()) == ([], ["refund"])


def test_language_without_spaces_is_not_counted(site: Site) -> None:
    """Where words are not set apart, the length of a text says nothing; that there is none does."""
    site.languages("ja", "zh-TW", "en")
    site.story("refund", TOLD.replace("---\n", "---\ndate: 2024-03-01\n", 1) + "彼女は九時に電話をかけた。")
    site.story("refund.zh-TW", TOLD)

    assert [place for place in site.places() if "CX304" in place] == [
        "stories/refund.zh-TW.md:5:1 CX304 warning"
    ]


@pytest.mark.parametrize(
    ("picture", "cure"),
    [
        (
            "![](coat.png)",
            "Say between the square brackets what it shows: `![A blue coat on a counter](...)`.",
        ),
        (
            "![ ](coat.png)",
            "Say between the square brackets what it shows: `![A blue coat on a counter](...)`.",
        ),
        (
            "![][coat]\n\n[coat]: coat.png",
            "Say between the square brackets what it shows: `![A blue coat on a counter][...]`.",
        ),
        ('<img src="coat.png">', 'Say in it what it shows: `alt="A blue coat on a counter"`.'),
        ('<img src="coat.png" alt="">', 'Say in it what it shows: `alt="A blue coat on a counter"`.'),
    ],
)
def test_picture_in_the_text_needs_words(site: Site, picture: str, cure: str) -> None:
    """Whichever way it was put there, on every kind of page; a draft is told too."""
    site.file("stories/coat.png")
    site.file("people/coat.png")
    site.story("refund", f"title: A\nstatus: draft\n---\nShe: {picture}\n")
    site.file("people/mina.md", f"---\ntitle: Mina\n---\nShe: {picture}\n")
    message = f"The picture has no words for those who cannot see it. {cure}"

    assert [told for told in site.messages() if "CX601" not in told] == [
        f"people/mina.md:4:6 CX305 missing-alt error {message}",
        f"stories/refund.md:13:6 CX305 missing-alt warning {message}",
    ]


@pytest.mark.parametrize(
    "picture",
    [
        "![A coat](coat.png)",
        '<img alt="A coat">',
        "`![](coat.png)`",
        r"\![](refund.md)",
        "![A][b]",
    ],
)
def test_picture_with_words_is_fine(site: Site, picture: str) -> None:
    """So is what only looks like one."""
    site.file("stories/coat.png")

    assert _said(site, f"title: A\n---\n{BODY}\n{picture}\n") == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("image: {file: coat.png}", ["2:1", "Add `alt:` below `image:` and say there what it shows."]),
        ("image:\n  file: coat.png\n  alt:", ["4:3", "Say after `alt:` what it shows."]),
        ('image:\n  file: coat.png\n  alt: ""', ["4:3", "Say after `alt:` what it shows."]),
    ],
)
def test_picture_of_a_story_needs_words(site: Site, typed: str, said: list[str]) -> None:
    """The message points at what is empty, or at the picture."""
    site.file("stories/coat.png")
    place, cure = said

    assert _said(site, typed + "\n") == [
        f"{place} CX305 missing-alt error The picture has no words for those who cannot see it. {cure}"
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("image: {file: coat.png, alt: A coat}", []),
        ("image: {file: coat.png, alts: A coat}", ["CX103"]),
        ("image:\n  file: coat.png\n  alt: #1 in town", ["CX105"]),
        ("image: coat.png", ["CX104"]),
        ("image:", []),
    ],
)
def test_words_that_are_misspelt_are_not_missed_as_well(site: Site, typed: str, codes: list[str]) -> None:
    """One slip, one answer."""
    site.file("stories/coat.png")

    assert _codes(site, typed + "\n") == codes


def test_translation_with_a_picture_needs_words_in_its_language(site: Site) -> None:
    """One that says nothing of the picture takes over all of it."""
    site.file("stories/coat.png")
    site.story("a", "image: {file: coat.png, alt: A coat}\n")
    site.story("a.nl", TOLD.replace("lessons", "image: {credit: Mina}\nlessons") + BODY)
    site.story("b", "image: {file: coat.png, alt: A coat}\n")
    site.story("b.nl", TOLD + BODY)

    assert [place for place in site.places() if "CX305" in place] == ["stories/a.nl.md:4:1 CX305 error"]


@pytest.mark.parametrize("typed", ["lessons: []", "lessons:", "lessons: {}", 'lessons: ""'])
def test_story_without_a_lesson_is_led_to_the_empty_field(site: Site, typed: str) -> None:
    """The lesson is what a reader takes home."""
    assert _said(site, typed + "\n") == [
        "2:1 CX306 no-lesson error This story has no lesson. Write below `lessons:` what to learn from it, "
        "each on a line of its own after `- `."
    ]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("lesson: [Do it.]", ["CX103"]),
        ("lessen: [Do it.]", ["CX103"]),
        ("lessons: Do it.", ["CX104"]),
        ("lessons:\n  -", ["CX104"]),
        ("lessons: #1 is speed", ["CX105"]),
    ],
)
def test_lesson_that_is_misspelt_is_not_missed_as_well(site: Site, typed: str, codes: list[str]) -> None:
    """One slip, one answer."""
    fields = (
        "title: A\nsummary: S.\ndate: 2024-03-01\npolarity: positive\nelements: []\nprovenance: fictional"
    )
    site.story("refund", f"---\n{fields}\n{typed}\n---\n{BODY}")

    assert [found.code for found in site.collect().diagnostics] == codes


def test_translation_has_lessons_once_the_story_has(site: Site) -> None:
    """Lessons are words; a translator is not asked for what nobody has written yet."""
    bare = f"---\ntitle: Terug\nsummary: Meteen.\n---\n{BODY}"
    site.story("a")
    site.story("a.nl", bare)
    site.story("b", bare.replace("---\n", "---\ndate: 2024-03-01\npolarity: positive\nelements: []\n", 1))
    site.story("b.nl", bare)

    assert [message for message in site.messages() if "CX306" in message] == [
        "stories/a.nl.md:4:1 CX306 no-lesson error This translation has no lesson. Add `lessons:`, "
        "and below it what to learn from it, each on a line of its own after `- `.",
        "stories/b.md:7:1 CX306 no-lesson error This story has no lesson. Add `lessons:`, "
        "and below it what to learn from it, each on a line of its own after `- `.",
    ]


def test_story_is_missed_in_every_language_in_which_others_are_told(site: Site) -> None:
    """One finding names all languages and the files to write; one that nobody has begun is not missed."""
    site.languages("en", "nl", "pt-BR", "fr")
    site.story("a")
    for name in ("b", "b.nl", "b.pt-BR", "c.nl"):
        site.story(name, f"title: Coat {name[0]}\n")

    assert site.messages() == [
        "stories/a.md:3:1 CX309 untranslated info This story is not told in Dutch and "
        "Portuguese (Brazil) yet, as others are. Tell it in a.nl.md and a.pt-BR.md beside this file, "
        "if you can.",
        "stories/c.nl.md:2:1 CX309 untranslated info This story is not told in English and "
        "Portuguese (Brazil) yet, as others are. Tell it in c.md and c.pt-BR.md beside this file, "
        "if you can.",
    ]


def test_only_what_readers_see_counts_as_told(site: Site) -> None:
    """A draft is not missed in another language, and its translation begins none."""
    site.story("a")
    site.story("b", "status: draft\n")
    site.story("b.nl", "---\ntitle: B\n---\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("people/ada.nl.md", "---\ntitle: Ada\n---\n")

    assert site.messages() == []


def test_translation_with_a_fault_is_a_translation(site: Site) -> None:
    """A file that cannot be read is reported once, and the story it tells is not missed."""
    site.story("a")
    site.story("a.nl", "---\ntitle: @huis\n---\n")

    assert site.places() == ["stories/a.nl.md:2:8 CX004 error"]
