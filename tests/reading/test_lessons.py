"""Lessons are sentences; one may have a name that other stories know it by, and a stance."""

from __future__ import annotations

from cx_stories.model.parts import CONTRADICTS, SUPPORTS, Shared
from tests.conftest import Site

LESSONS = """lessons:
  - Be   kind.
  - lesson: trust-at-once
    text: Trust given at once
      is remembered.
  - text: Look up.
  - lesson: one-price
    stance: Spreekt tegen
    text: "Name: two prices."
"""


def test_lessons_are_sentences_and_those_with_a_name_are_facts(site: Site) -> None:
    """Whoever shows lessons need not know how they were typed; their names are known by their number."""
    site.story("refund", LESSONS)
    story = site.read("refund")

    assert (story.told_in("en").lessons, story.shared) == (
        ("Be kind.", "Trust given at once is remembered.", "Look up.", "Name: two prices."),
        (
            Shared(number=2, lesson="trust-at-once", stance=SUPPORTS),
            Shared(number=4, lesson="one-price", stance=CONTRADICTS),
        ),
    )


def test_translation_tells_the_words_only(site: Site) -> None:
    """A translator types sentences, in the same order, with or without `text:`."""
    site.story("refund", LESSONS)
    site.story(
        "refund.nl",
        "---\ntitle: Terug\nsummary: Zo.\nlessons:\n- Wees lief.\n- text: Vertrouw.\n- Kijk op.\n- Twee.\n"
        "---\nZij.\n",
    )
    story = site.read("refund")

    assert (story.told_in("nl").lessons, [one.number for one in story.shared]) == (
        ("Wees lief.", "Vertrouw.", "Kijk op.", "Twee."),
        [2, 4],
    )


def test_draft_leaves_out_a_name_that_is_none(site: Site) -> None:
    """What somebody types never becomes an address by itself."""
    site.show_drafts()
    site.story("refund", "status: draft\nlessons:\n- {lesson: ../up, text: Go up.}\n- {lesson: alone}\n-\n")
    story = site.read("refund")

    assert (story.told_in("en").lessons, story.shared) == (("Go up.",), ())
