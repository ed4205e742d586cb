"""`llms.txt`: what a site holds, for programs that read texts and have little room for them.

Source:  https://llmstxt.org
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cx_stories.exports.publication import Publication, SiteFile
from cx_stories.exports.texts.links import Links, plain
from cx_stories.exports.texts.paths import has_text, text_path
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.frame import language_name
from cx_stories.vocabulary.vocabulary import said_in

NAME = "llms.txt"
MOST = 100
"""How many stories are named with their summary."""


def overviews(publication: Publication) -> Iterator[SiteFile]:
    """Give the overview of each language, in its folder."""
    if not publication.offers.texts:
        return
    for edition in publication.editions:
        folder = publication.folder(edition.language)
        links = Links(edition, "../" * folder.count("/"))
        yield SiteFile(folder + NAME, _overview(publication, edition, links).encode())


def _overview(publication: Publication, edition: Edition, links: Links) -> str:
    words, home = edition.words, edition.prose(addresses.HOME)
    summary = (home.summary if home else "") or publication.description
    elements = edition.library.vocabularies[addresses.ELEMENTS]
    sections = (
        (words.gettext("How to read this collection"), _ways(edition, links)),
        (said_in(elements.labels, edition.language), _elements(edition, links)),
        (words.gettext("Other languages"), _others(publication, edition, links)),
        (words.gettext("Stories"), _stories(publication, edition, links)),
    )
    head = [f"# {plain(publication.name or publication.url or 'CX Stories')}\n"]
    if summary:
        head.append(f"> {plain(summary)}\n")
    head.append(f"{words.gettext('Every story says whether it happened, was retold or was made up.')}\n")
    written = ((heading, "\n".join(lines)) for heading, lines in sections)
    return "\n".join((*head, *(f"## {plain(heading)}\n\n{text}\n" for heading, text in written if text)))


def _ways(edition: Edition, links: Links) -> Sequence[str]:
    """Name the pages that explain the collection, or show it in another order."""
    words = edition.words
    said = {
        addresses.READING: words.gettext("what the elements and the polarity of a story mean"),
        addresses.PAIRS: words.gettext("a good story and a bad one from the same situation"),
        addresses.LESSONS: words.gettext("what all stories teach, in single sentences"),
        addresses.GLOSSARY: words.gettext("every term with its definition"),
    }
    names = {
        addresses.READING: words.gettext("How to read this collection"),
        addresses.PAIRS: words.gettext("Pairs"),
        addresses.LESSONS: words.gettext("Lessons"),
        addresses.GLOSSARY: words.gettext("Glossary"),
    }
    return [f"- {links.link(names[path], links.page(path))}: {said[path]}" for path in names]


def _stories(publication: Publication, edition: Edition, links: Links) -> Sequence[str]:
    """Name the stories, newest first; those that are not the newest stand under a heading of their own.

    Programs with little room leave out what stands under `Optional`.
    """
    told = [one for one in edition.library.stories if has_text(one, publication, edition)]
    lines = []
    for number, story in enumerate(told):
        telling = story.tellings[edition.language]
        if number == MOST:
            lines += ["", "## Optional", ""]
        address = links.file(text_path(story, publication, edition))
        said = f": {plain(telling.summary)}" if number < MOST else ""
        lines.append(f"- {links.link(telling.title, address)}{said}")
    return lines


def _elements(edition: Edition, links: Links) -> Sequence[str]:
    terms = edition.library.vocabularies[addresses.ELEMENTS].choices
    return [
        f"- {links.link(term.label(edition.language), links.page(addresses.element(term.id)))}: "
        f"{plain(said_in(term.definition, edition.language))}"
        for term in terms
    ]


def _others(publication: Publication, edition: Edition, links: Links) -> Sequence[str]:
    others = [one.language for one in publication.editions if one.language != edition.language]
    return [
        f"- {links.link(language_name(one), links.file(publication.folder(one) + NAME))}" for one in others
    ]
