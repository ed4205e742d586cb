"""The page of a story says what it teaches, and what other stories say of that."""

from __future__ import annotations

from cx_stories.views.lesson_lines import SharedEntry
from cx_stories.views.story.lessons import SharedNote, TaughtLesson, lessons_of
from tests.conftest import Site

TRUST = "lessons:\n- {lesson: trust, text: %s, stance: %s}\n"


def _lessons(site: Site, identity: str, language: str = "en") -> object:
    story = site.library().story(identity)
    assert story is not None
    return lessons_of(story, site.edition(language))["lessons"]


def test_lesson_has_a_place_and_says_what_others_make_of_it(site: Site) -> None:
    """A reader can link to the second lesson, and goes from there to the stories that say the same."""
    site.story("old", f"date: 2024-01-01\n{TRUST % ('Trust at once.', 'supports')}")
    site.story("new", f"date: 2024-02-01\n{TRUST % ('Trust slowly.', 'contradicts')}- Look up.\n")
    entry = SharedEntry("trust", "Trust at once.", "", "lessons/shared/trust", 1, 1, alone=False)

    assert _lessons(site, "old") == (
        TaughtLesson("Trust at once.", "lesson.1", SharedNote(entry, True, 0, 1)),
    )
    assert _lessons(site, "new") == (
        TaughtLesson("Trust slowly.", "lesson.1", SharedNote(entry, False, 1, 0)),
        TaughtLesson("Look up.", "lesson.2"),
    )


def test_translation_shows_its_own_words_with_the_facts_of_the_first_telling(site: Site) -> None:
    """The name of a lesson is written once; the page about it may have words in every language."""
    site.story("old", TRUST % ("Trust at once.", "supports"))
    site.story("old.nl", "---\ntitle: Oud\nsummary: Zo.\nlessons: [Vertrouw meteen.]\n---\nZij.\n")
    site.file("lessons/shared/trust.md", "---\ntitle: Trust them.\n---\n")
    entry = SharedEntry("trust", "Trust them.", "en", "lessons/shared/trust", 1, 0, alone=True)

    assert _lessons(site, "old", "nl") == (
        TaughtLesson("Vertrouw meteen.", "lesson.1", SharedNote(entry, True, 0, 0)),
    )
