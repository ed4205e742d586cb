"""One story or page, from its files to what is published of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from cx_stories.checks.base import Fault, Rule
from cx_stories.checks.context import Standards
from cx_stories.checks.rendered import Unmade, faults_in_rendered
from cx_stories.checks.run import Examined, also_found, examine_each
from cx_stories.model.article import Article, Prose
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Document, Kind, facts_first
from cx_stories.model.story import Story, Telling
from cx_stories.pipeline.stopwatch import phase
from cx_stories.reading.collection import read_documents
from cx_stories.reading.finding import Found
from cx_stories.reading.linking import Linking, linkings
from cx_stories.reading.story import article_of, story_of
from cx_stories.views.prose import Converted, Left

Convert = Callable[[str], Converted | Left | Unmade | None]
"""Makes HTML of Markdown, or says why it cannot; None leaves a text for later, when its page is known."""


@runtime_checkable
class Foreseeing(Protocol):
    """What makes HTML with less effort if it is told before which texts it will be asked for."""

    def foresee(self, texts: Sequence[str]) -> None:
        """Get ready to be asked for these texts."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of the files that tell a story, or a page, in its languages.

    told:   the story or the article, without the teller's consent, which nobody is shown; None if it cannot
            be read or should not be seen
    prose:  the HTML of its texts, as far as they are converted
    links:  the links in its texts that may lead to another page
    """

    examined: Examined
    told: Story | Article | None
    prose: Mapping[str, Converted]
    links: Mapping[str, Sequence[Linking]]


@dataclass(frozen=True, slots=True)
class Maker:
    """Reads, examines and makes what a build needs of a story; a process of its own can do it.

    drafts:   whether stories that are not published are shown
    convert:  makes HTML of their texts, if that is wanted
    """

    standards: Standards
    drafts: bool
    convert: Convert | None = None

    def __call__(self, story: Sequence[Found]) -> Made:
        """Make what comes of the files of a story. Whether it is fit to be shown is judged later."""
        return self.of_batch((story,))[0]

    def of_batch(self, stories: Sequence[Sequence[Found]]) -> Sequence[Made]:
        """Make what comes of the files of several stories, one step for all of them before the next."""
        read = [read_documents(story) for story in stories]
        examined = examine_each(read, self.standards)
        told = [self._told([one for one in documents if one.markdown]) for documents in read]
        fit = [None if _is_faulty(found) else one for found, one in zip(examined, told, strict=True)]
        prose = self._prose(fit)
        return [self._made(*parts) for parts in zip(read, examined, told, prose, strict=True)]

    def _made(
        self,
        documents: Sequence[Document],
        examined: Examined,
        told: Story | Article | None,
        made: Mapping[str, Converted | Left | Unmade],
    ) -> Made:
        examined = also_found(examined, documents, self._last_look(documents, told, made), self.standards)
        prose = {text: result for text, result in made.items() if isinstance(result, Converted)}
        bodies = [telling.body for telling in told.tellings.values()] if told else []
        return Made(examined, told, prose, {body: linkings(body) for body in bodies})

    def _told(self, documents: Sequence[Document]) -> Story | Article | None:
        if not documents or any(document.obstacle for document in documents):
            return None
        base, *translations = facts_first(documents, self.standards.languages)
        if base.kind is not Kind.STORY:
            return article_of(base, translations)
        ready = [one for one in translations if self.drafts or self._is_ready(one)]
        story = story_of(base, ready, self.standards.vocabularies)
        if not self.shows(story):
            return None
        return story.model_copy(update={"consent": None}) if story.consent else story

    def shows(self, story: Story) -> bool:
        """Whether a story may be seen, as far as its author is concerned."""
        return story.published or (self.drafts and story.status != "retired")

    def _is_ready(self, translation: Document) -> bool:
        """Whether a translation may be seen: it may be a draft while the story itself is published."""
        status = self.standards.vocabularies["status"].resolve(translation.text("status"))
        return status is None or status.id == "published"

    def _prose(
        self, told: Sequence[Story | Article | None]
    ) -> Sequence[Mapping[str, Converted | Left | Unmade]]:
        """Make HTML of the texts of stories; nothing of those that are not shown."""
        if self.convert is None:
            return [{} for _ in told]
        tellings = [_tellings_of(one) for one in told]
        if isinstance(self.convert, Foreseeing):
            with phase("markdown"):
                self.convert.foresee([one.body for group in tellings for one in group])
        return [self._of_tellings(group, self.convert) for group in tellings]

    def _of_tellings(
        self, tellings: Iterable[Telling | Prose], convert: Convert
    ) -> Mapping[str, Converted | Left | Unmade]:
        made: dict[str, Converted | Left | Unmade | None] = {}
        for telling in tellings:
            with phase("markdown", count=1, of=telling.path):
                made[telling.body] = convert(telling.body)
        return {text: result for text, result in made.items() if result}

    def _last_look(
        self,
        documents: Sequence[Document],
        told: Story | Article | None,
        made: Mapping[str, Converted | Left | Unmade],
    ) -> Iterator[tuple[Document, Rule, Fault]]:
        """Give what is wrong in texts that only their HTML shows."""
        by_path = {document.path: document for document in documents}
        for telling in told.tellings.values() if told and made else ():
            result, document = made.get(telling.body), by_path[telling.path]
            came = result.lost if isinstance(result, Converted | Left) else result
            for rule, fault in faults_in_rendered(document, came) if came else ():
                yield document, rule, fault


def _tellings_of(told: Story | Article | None) -> Sequence[Telling | Prose]:
    return tuple(told.tellings.values()) if told else ()


def _is_faulty(examined: Examined) -> bool:
    return any(found.severity is Severity.ERROR for found in examined.findings)
