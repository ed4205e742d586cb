"""What is said where a reader takes a selection along."""

from __future__ import annotations

from collections.abc import Mapping

from cx_stories.views.edition import Edition


def export_words(edition: Edition) -> Mapping[str, str]:
    """Give the words of tables and packs by name; `#` in them stands for a number, `@` for another."""
    words = edition.words
    return {
        "csvDo": words.gettext("Download as a table"),
        "csvStop": words.gettext("Stop"),
        "csvBusy": words.gettext("# of @ stories read"),
        "csvDone": words.gettext("The table has been downloaded. Any spreadsheet opens it."),
        "csvFailed": words.gettext("The table could not be made. Are you online? Try once more."),
        "csvFile": words.gettext("stories"),
        "csvId": words.gettext("Id"),
        "csvTitle": words.gettext("Title"),
        "csvSummary": words.gettext("Summary"),
        "csvAddress": words.gettext("Address"),
        "csvDate": words.gettext("Date"),
        "packDo": words.gettext("Open as a reading pack"),
        "packAdd": words.gettext("Add to my reading pack"),
        "packFirst": words.gettext("A reading pack holds # stories at most: it takes the first of these."),
        "packAdded": words.gettext("Stories added: #. Your reading pack now holds @."),
        "packThere": words.gettext("Your reading pack has them already."),
        "packFull": words.gettext("Stories added: #. Your reading pack is full: it holds @ at most."),
        "packRefused": words.gettext("Your browser does not let this page keep anything on this device."),
    }
