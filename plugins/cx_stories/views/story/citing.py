"""What to cite a story by, and to share it with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from hashlib import sha256

from cx_stories.model.story import Story, Telling
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.story.citation import Reference, Split, Work, apa, apa_day, bibtex, csl_json
from cx_stories.views.story.credit import name_of
from cx_stories.views.story.versions import Versions, versions_of

SCRIPTS = ("share.js",)
"""What the box works with: copying, sharing, and the reading pack that is kept on the device."""


@dataclass(frozen=True, slots=True)
class Citing:
    """A story for reference lists.

    address:  where it is: whole, or seen from the top of the site if nobody has said where that stands
    placed:   whether it is whole
    """

    id: str
    address: str
    placed: bool
    apa: Reference
    bibtex: Split
    csl: Split
    versions: Versions | None


def citing_of(story: Story, edition: Edition) -> Mapping[str, object]:
    """Give the values that `templates/story/citing.html` prints."""
    telling = story.told_in(edition.language)
    work = _work(story, telling, edition)
    undated = edition.words.gettext("n.d.")
    return {
        "citing": Citing(
            story.id,
            edition.permalink(addresses.story(story.id)),
            bool(edition.whereabouts.url),
            apa(work, apa_day(story.date, edition.language.replace("-", "_")) if story.date else undated),
            bibtex(work),
            csl_json(work),
            versions_of(edition.history.get(telling.path, ())),
        )
    }


def entry_of(story: Story, edition: Edition) -> str:
    """Give the entry for BibTeX with the address in it, as the page of the story shows it."""
    before, after = bibtex(_work(story, story.told_in(edition.language), edition))
    return before + edition.permalink(addresses.story(story.id)) + after


def _work(story: Story, telling: Telling, edition: Edition) -> Work:
    author = edition.prose(addresses.person(story.author)) if story.author else None
    translated = "" if telling.language == edition.library.languages[0] else f"-{telling.language}"
    return Work(
        key=_key(story.id) + translated,
        title=telling.title,
        summary=telling.summary,
        author=name_of(author.title) if author else None,
        day=story.date,
        site=edition.site_name,
        language=telling.language,
        genre=_genre(story, edition),
        note=origin_of(story, edition),
    )


_UNFIT = re.compile(r"[^A-Za-z0-9-]+")


def _key(identity: str) -> str:
    """Give the name of a story in a bibliography, which takes plain letters only; no two share one."""
    plain = _UNFIT.sub("-", identity).strip("-") or "story"
    return plain if plain == identity else f"{plain}-{sha256(identity.encode()).hexdigest()[:6]}"


def _genre(story: Story, edition: Edition) -> str:
    """Say what a reference must not hide: that it did not happen, or not to one person."""
    match story.provenance:
        case "fictional":
            return edition.words.gettext("Fictional case")
        case "composite":
            return edition.words.gettext("Composite case")
    return ""


def origin_of(story: Story, edition: Edition) -> str:
    """Name what the story goes back to, in one line."""
    source, words = story.source, edition.words
    if source is None:
        return ""
    title = words.gettext("“%(title)s”") % {"title": source.title}
    issue = words.gettext("issue %(number)s") % {"number": story.issue} if story.issue else ""
    parts = (source.author, title, source.publication, issue, source.url)
    cited = ", ".join(filter(None, parts))
    return _use(source.kind or story.provenance, words) % {"source": cited}


def _use(kind: str, words: NullTranslations) -> str:
    """Give the words for what was done with a source."""
    match kind:
        case "quoted":
            return words.gettext("Quoted from %(source)s")
        case "adapted":
            return words.gettext("Adapted from %(source)s")
        case "retold":
            return words.gettext("Retold from %(source)s")
    return words.gettext("Source: %(source)s")
