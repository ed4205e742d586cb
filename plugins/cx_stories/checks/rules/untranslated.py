"""CX309: a story that is not told in a language in which others are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from babel import Locale

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.base import CollectionCheck, Fault
from cx_stories.checks.collection import CollectionContext
from cx_stories.checks.file_names import unfit_name
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind


def _find(abstract: Abstract, context: CollectionContext) -> Iterator[Fault]:
    told, begun = context.once(_languages_by_story)[abstract.id], context.once(_languages_begun)
    missing = [one for one in context.languages if one in begun and one not in told]
    if not unfit_name(abstract, context.languages):
        files = _listed([_file(abstract, language, context) for language in missing])
        yield Fault(
            abstract.opening,
            f"This story is not told in {_listed(list(map(_name, missing)))} yet, as others are. "
            f"Tell it in {files} beside this file, if you can.",
        )


def _among(context: CollectionContext) -> Iterable[Abstract]:
    told, begun = context.once(_languages_by_story), context.once(_languages_begun)
    return [story for story in context.stories if not begun <= told[story.id]]


def _languages_by_story(context: CollectionContext) -> Mapping[str, Set[str]]:
    """Give the languages in which each published story is told, by its id."""
    told: dict[str, set[str]] = {story.id: set() for story in context.stories}
    for abstract in context.abstracts:
        if abstract.kind is Kind.STORY and abstract.markdown and abstract.id in told:
            told[abstract.id].add(abstract.language)
    return told


def _languages_begun(context: CollectionContext) -> Set[str]:
    return set().union(*context.once(_languages_by_story).values())


@cache
def _name(language: str) -> str:
    """Give the name of a language in English."""
    return Locale.parse(language, sep="-").get_display_name("en") or language


def _file(abstract: Abstract, language: str, context: CollectionContext) -> str:
    return f"{abstract.id}.md" if language == context.languages[0] else f"{abstract.id}.{language}.md"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


UNTRANSLATED = CollectionCheck(
    code="CX309",
    name="untranslated",
    severity=Severity.INFO,
    summary="A published story is told in every language in which others are told.",
    why="Readers of that language get it in another one. A language nobody has begun is not missed.",
    good={"stories/refund.md": "title: Refund\n", "stories/coat.md": "title: The coat\n"},
    bad={
        "stories/refund.md": "title: Refund in one call\n",
        "stories/coat.md": "title: The coat\n",
        "stories/coat.nl.md": "title: De jas\n",
    },
    find=_find,
    among=_among,
)
