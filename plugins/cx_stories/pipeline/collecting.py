"""A whole collection in memory, checked and ready to be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from cx_stories.checks.run import drafts_among
from cx_stories.library import Library, newest_first
from cx_stories.model.diagnostic import Diagnostic, Severity
from cx_stories.model.document import Document
from cx_stories.model.story import Story
from cx_stories.pipeline.history import days_of_change
from cx_stories.pipeline.judging import judge
from cx_stories.pipeline.keeping import Before
from cx_stories.pipeline.laid_prose import AllProse
from cx_stories.pipeline.making import Convert, Made, Maker
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.previewing import preview_of
from cx_stories.pipeline.relating import Relating
from cx_stories.pipeline.settings import Settings
from cx_stories.pipeline.side_by_side import WORTH_A_PROCESS
from cx_stories.reading.finding import Found
from cx_stories.reading.linking import Linking
from cx_stories.relations.backlinks import links
from cx_stories.relations.relations import Relations
from cx_stories.relations.retold import known_links, retold
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page
from cx_stories.views.preview import Preview
from cx_stories.views.prose import Converted
from cx_stories.views.registry import pages_of
from cx_stories.views.whereabouts import UNKNOWN, Whereabouts
from cx_stories.vocabulary.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Collection:
    """What reading and checking gave.

    documents:    every file that was looked at, without what stands in it
    diagnostics:  every finding, sorted
    drafts:       the paths of the files of stories that are still drafts
    library:      the stories and articles without an error
    preview:      what a preview says of the findings on its pages
    prose:        the HTML of texts of the library, as far as they are converted
    history:      the days on which each file was changed, the last one first, by its path
    files:        what is published as it is: the pictures and downloads that are fit to be
    links:        the links in texts of the library
    relating:     what is known from before of how stories hang together
    """

    documents: Sequence[Document]
    diagnostics: Sequence[Diagnostic]
    library: Library
    drafts: frozenset[str]
    preview: Preview
    prose: Mapping[str, Converted]
    history: Mapping[str, Sequence[date]] = field(default_factory=dict)
    files: Sequence[Found] = ()
    links: Mapping[str, Sequence[Linking]] = field(default_factory=dict)
    relating: Relating = field(default_factory=Relating, compare=False)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that was read and checked, before anybody has judged what of it is fit to be shown."""

    found: Sequence[Found]
    maker: Maker
    made: Sequence[Made]


def collect(
    settings: Settings,
    convert: Convert | None = None,
    worth: int = WORTH_A_PROCESS,
    before: Before | None = None,
) -> Collection:
    """Read and check the content folder; what has an error is left out of the library.

    convert:  makes HTML of the texts while they are read; without it they stay as they were typed
    worth:    how many stories are worth a second process
    before:   what earlier builds have made, and this one may have again
    Raises:   ConfigurationError, VocabularyError, EndedProcessError
    """
    before = before or Before()
    return collection_of(gather(settings, convert, worth, before), settings, before)


def gather(settings: Settings, convert: Convert | None, worth: int, before: Before) -> Gathered:
    """Read and check the files of the content folder; the words are those of `collect`."""
    found, standards = open_content(settings)
    maker = Maker(standards, settings.drafts, convert)
    made = before.made(stories_of(found), maker, worth)
    return Gathered(found, maker, [before.laid_down(one) for one in made])


def gather_again(last: Gathered, touched: Set[str]) -> Gathered | None:
    """Read and check those files again that somebody has touched, where no other file has come or gone.

    touched:  their paths
    Returns   None if there is one among them that was no text before
    """
    texts = {one.blank.path for one in last.found if one.blank.markdown}
    if not touched <= texts:
        return None
    stories = [told for told in stories_of(last.found) if any(one.blank.path in touched for one in told)]
    paths = {one.blank.path for told in stories for one in told}
    others = [made for made in last.made if paths.isdisjoint(_all_paths(made))]
    anew = Before().made(stories, last.maker, WORTH_A_PROCESS)
    return replace(last, made=[*others, *anew])


def collection_of(gathered: Gathered, settings: Settings, before: Before) -> Collection:
    """Give what is fit to be shown of all that was read and checked.

    before:  what is known from earlier builds
    """
    found, standards, made = gathered.found, gathered.maker.standards, gathered.made
    diagnostics, abstracts, _ = judge([one.examined for one in made], found, standards, settings)
    fit = _fit(made, diagnostics)
    looked_at = {abstract.path for abstract in abstracts}
    return Collection(
        documents=tuple(one.blank for one in found if one.blank.path in looked_at),
        diagnostics=diagnostics,
        library=_library(fit, standards.vocabularies, settings),
        drafts=drafts_among(abstracts),
        preview=preview_of(abstracts, diagnostics, settings),
        prose=AllProse(one.prose for one in fit),
        history=days_of_change(settings.content, before.folder) if settings.history else {},
        files=tuple(one for one in found if not one.blank.markdown and one.blank.path not in looked_at),
        links={text: linkings for one in fit for text, linkings in one.links.items()},
        relating=before.relating,
    )


def editions_of(
    collection: Collection,
    site_name: str = "",
    whereabouts: Whereabouts = UNKNOWN,
    *,
    data: bool = True,
    last: Relations | None = None,
) -> Sequence[Edition]:
    """Give the library in each of its languages, the default one first; they hang together alike.

    data:  whether the files with the stories as data are published
    last:  how the stories of the library before this one hang together, if there was one

    Which stories are related takes longest and is needed last: it is found out from now on, beside the rest.
    """
    library, preview, history = collection.library, collection.preview, collection.history
    known = last if last and retold(library, last.library) else None
    begun = collection.relating.begin(library, known.contrasts if known else None)
    found = links(library, collection.links, known_links(library, known)) if known else None
    relations = Relations(library, begun, collection.links, found)
    return tuple(
        Edition(library, language, site_name, preview, relations, whereabouts, history, data)
        for language in library.languages
    )


def build(collection: Collection, site_name: str = "", whereabouts: Whereabouts = UNKNOWN) -> Sequence[Page]:
    """Give every page of the site in every language, sorted by language and address."""
    editions = editions_of(collection, site_name, whereabouts)
    return tuple(page for edition in editions for page in pages_of(edition))


def library_of(
    made: Iterable[Made], diagnostics: Iterable[Diagnostic], vocabularies: Vocabularies, settings: Settings
) -> Library:
    """Give the stories and articles without an error."""
    return _library(_fit(made, diagnostics), vocabularies, settings)


def _fit(made: Iterable[Made], diagnostics: Iterable[Diagnostic]) -> Sequence[Made]:
    """Give what may be shown, by path: a story is told in all its languages or not at all."""
    faulty = {found.path for found in diagnostics if found.severity is Severity.ERROR}
    shown = (one for one in made if one.told)
    fit = [one for one in shown if not any(path in faulty for path in _paths(one))]
    return sorted(fit, key=lambda one: min(_paths(one)))


def _all_paths(made: Made) -> Iterator[str]:
    return (abstract.path for abstract in made.examined.abstracts)


def _paths(made: Made) -> Sequence[str]:
    return [abstract.path for abstract in made.examined.abstracts if abstract.markdown]


def _library(fit: Iterable[Made], vocabularies: Vocabularies, settings: Settings) -> Library:
    stories, articles = [], {}
    for one in fit:
        if isinstance(one.told, Story):
            stories.append(one.told)
        elif one.told:
            articles[one.examined.abstracts[0].page] = one.told
    return Library(settings.languages, tuple(sorted(stories, key=newest_first)), articles, vocabularies)
