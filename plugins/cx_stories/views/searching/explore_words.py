"""What Explore says."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.views.edition import Edition


def explore_words(edition: Edition) -> Mapping[str, str]:
    """Give the words of Explore by name; `#` in them stands for a number, `@` for other words."""
    return {**_results(edition), **_choices(edition), **_pack(edition)}


def _results(edition: Edition) -> Mapping[str, str]:
    """Give what is said about what was found."""
    words = edition.words
    return {
        "exploreOne": words.gettext("1 story"),
        "exploreMany": words.gettext("# stories"),
        "explorePage": words.gettext("page # of @"),
        "exploreNone": words.gettext("No story yet"),
        "exploreNotFound": words.gettext("Nothing found for “@”"),
        "exploreNothing": words.gettext("No story has all of this. Ask for less, or tell the story."),
        "exploreWithout": words.gettext("Without “@”"),
        "exploreWithoutBoth": words.gettext("Without “@” and “@”"),
        "exploreLoose": words.gettext("No story has exactly these words. These come close."),
        "exploreUncounted": words.gettext(
            "For close matches the filters cannot say how many stories they leave."
        ),
        "exploreNumber": words.gettext("Page #"),
        "explorePrevious": words.gettext("Previous"),
        "exploreNext": words.gettext("Next"),
    }


def _choices(edition: Edition) -> Mapping[str, str]:
    """Give what is said about what is chosen."""
    words = edition.words
    return {
        "exploreFilters": words.gettext("Filters"),
        "exploreFiltersSet": words.gettext("Filters (#)"),
        "exploreChosen": words.gettext("# chosen"),
        "exploreShow": words.gettext("Show # stories"),
        "exploreShowOne": words.gettext("Show 1 story"),
        "exploreWords": words.gettext("Words"),
        "exploreRemove": words.gettext("Remove @"),
        "exploreClear": words.gettext("Clear all"),
    }


def _pack(edition: Edition) -> Mapping[str, str]:
    """Give what is said about the reading pack of this device, and about the link to a selection."""
    words = edition.words
    return {
        "packIn": words.gettext("In my reading pack"),
        "packOpen": words.gettext("Open your reading pack (#)"),
        "packMost": words.gettext("A reading pack holds # stories at most."),
        "linkCopy": words.gettext("Copy the link"),
        "linkCopied": words.gettext("The link has been copied."),
        "linkShown": words.gettext("Copy this address:"),
    }
