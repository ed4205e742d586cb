"""CX502: a term of the site's own that no story uses."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.checks.base import Fault, SiteCheck
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.ten_stories import ten_stories
from cx_stories.model.diagnostic import Severity
from cx_stories.vocabulary.vocabulary import said_in


def _find(context: CollectionContext) -> Iterator[tuple[str, Fault]]:
    if not context.large or not context.own_terms:
        return
    used = {term for abstract in context.abstracts for term in abstract.terms}
    for own in context.own_terms:
        vocabulary = context.vocabularies[own.vocabulary]
        if (own.vocabulary, own.id) in used or vocabulary.by_id[own.id].group:
            continue
        name = said_in(vocabulary.labels, "en").lower()
        yield (
            own.path,
            Fault(
                own.span,
                f'No story has "{own.id}" among its {name}. Give it to the stories it fits, or take it out.',
            ),
        )


_SITE = {
    "../mkdocs.yml": (
        b"site_name: Stories\ndocs_dir: content\n"
        b"plugins:\n  - cx-stories:\n      vocabularies: [channels.yml]\n"
    ),
    "../channels.yml": (
        b"id: channels\nterms:\n  - id: drone\n    labels: {en: Drone}\n    definition: {en: By a drone.}\n"
    ),
}

TERM_UNUSED = SiteCheck(
    code="CX502",
    name="term-unused",
    severity=Severity.INFO,
    summary="Every term that a site has added is used by a story.",
    why="Whoever writes a story has to read past a term that nobody needs.",
    good={**_SITE, **ten_stories(first="series: coats\nchannels: [drone]\n")},
    bad={**_SITE, **ten_stories()},
    find=_find,
)
