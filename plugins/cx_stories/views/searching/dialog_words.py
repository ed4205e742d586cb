"""What the search in the header says."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.views.edition import Edition


def dialog_words(edition: Edition) -> Mapping[str, str]:
    """Give the words by name; `#` in them stands for a number, `@` for words of the reader's."""
    words = edition.words
    return {**_box(edition), **_groups(edition)} | {
        "closest": words.gettext("Nothing has exactly what you typed. This comes closest."),
        "filed": words.gettext("Filed under: @"),
        "failed": words.gettext("The search cannot be reached just now. Is there a connection?"),
        "meant": words.gettext("Did you mean @?"),
        "nothing": words.gettext("Nothing found for “@”."),
        "other_words": words.gettext("Try fewer words, or other words for the same thing."),
        "partly": words.gettext("These have some of the words:"),
        "retry": words.gettext("Try again"),
        "searching": words.gettext("Searching…"),
    }


def _box(edition: Edition) -> Mapping[str, str]:
    """Give the words of the dialog before anybody has typed."""
    words = edition.words
    return {
        "search": words.gettext("Search the stories"),
        "placeholder": words.gettext("A word, a moment, a feeling…"),
        "close": words.gettext("Close the search"),
        "browse": words.gettext("Explore all stories"),
        "hints": words.gettext("What you can look for"),
        "hint_words": words.gettext("Anything you remember of a story: a thing, a place, what somebody said"),
        "hint_terms": words.gettext("An element, a channel or an emotion, by any of its names"),
        "hint_lessons": words.gettext("A lesson, a person, a series"),
        "recent": words.gettext("Recent searches"),
        "forget": words.gettext("Forget these"),
        "device": words.gettext("Kept on this device only."),
        "key_choose": words.gettext("choose"),
        "key_all": words.gettext("all results"),
        "key_close": words.gettext("close"),
    }


def _groups(edition: Edition) -> Mapping[str, str]:
    """Give the words around results."""
    words = edition.words
    return {
        "stories": words.gettext("Stories"),
        "lessons": words.gettext("Lessons"),
        "terms": words.gettext("Terms"),
        "pages": words.gettext("Other pages"),
        "result": words.ngettext("# result", "# results", 1),
        "results": words.ngettext("# result", "# results", 2),
        "see_one": words.ngettext("See # story in Explore", "See all # stories in Explore", 1),
        "see_all": words.ngettext("See # story in Explore", "See all # stories in Explore", 2),
    }
