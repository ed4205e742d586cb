"""A story that is not on disk yet, laid beside those that are: what the rules say, and what is like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cx_stories.checks.context import Standards
from cx_stories.checks.duplicates import near_duplicates
from cx_stories.checks.run import Examined, examine
from cx_stories.library import Library
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.model.document import Document, Kind, facts_first
from cx_stories.model.story import Story
from cx_stories.pipeline.collecting import library_of
from cx_stories.pipeline.judging import judge
from cx_stories.pipeline.keeping import Before
from cx_stories.pipeline.making import Made, Maker
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.settings import Settings
from cx_stories.pipeline.side_by_side import WORTH_A_PROCESS
from cx_stories.reading.collection import read_content
from cx_stories.reading.finding import Found, named
from cx_stories.reading.story import story_of

Texts = Mapping[str, str]
"""What would stand in the files of a story, by their paths in the content folder."""


@dataclass(frozen=True)
class Trial:
    """The content folder of a site, and what a new story would be in it. Nothing is ever written."""

    settings: Settings

    @cached_property
    def _opened(self) -> tuple[Sequence[Found], Standards]:
        return open_content(self.settings)

    @property
    def found(self) -> Sequence[Found]:
        """The files that are there."""
        return self._opened[0]

    @property
    def standards(self) -> Standards:
        """What every file of the site is held against."""
        return self._opened[1]

    @cached_property
    def taken(self) -> frozenset[str]:
        """The ids that stories have, as they would be on a computer that knows no capitals."""
        return frozenset(one.blank.id.casefold() for one in self.found if one.blank.kind is Kind.STORY)

    @cached_property
    def _made(self) -> Sequence[Made]:
        """Every story and page, read once; drafts too, for a writer may pair with a colleague's."""
        maker = Maker(self.standards, drafts=True)
        return list(Before().made(stories_of(self.found), maker, WORTH_A_PROCESS))

    @cached_property
    def library(self) -> Library:
        """What can be shown of it, drafts too."""
        findings, _, _ = judge(self._examined, self.found, self.standards, self.settings)
        return library_of(self._made, findings, self.standards.vocabularies, self.settings)

    @property
    def _examined(self) -> Sequence[Examined]:
        return [one.examined for one in self._made]

    def documents(self, texts: Texts) -> Sequence[Document]:
        """Give the files of a story as they would be read."""
        languages = self.standards.languages
        return [read_content(named(path, languages), text.encode()) for path, text in texts.items()]

    def at_once(self, texts: Texts) -> Sequence[Diagnostic]:
        """Give what the rules about files say of a story, whatever else is in the folder."""
        examined = examine(self.documents(texts), self.standards)
        judged = (self.settings.policy.judge(found, draft=False) for found in examined.findings)
        return [found for found in judged if found]

    def findings(self, texts: Texts) -> Sequence[Diagnostic]:
        """Give what all rules say of a story that stands in the folder among the others."""
        own = examine(self.documents(texts), self.standards)
        blanks = (named(path, self.standards.languages) for path in texts)
        content = self.settings.content
        files = [*self.found, *(Found(content, content / blank.path, blank) for blank in blanks)]
        told = judge([*self._examined, own], files, self.standards, self.settings).diagnostics
        return [found for found in told if found.path in texts]

    def story(self, texts: Texts) -> Story | None:
        """Give the story that the files would tell; None if they cannot be read."""
        documents = facts_first(self.documents(texts), self.standards.languages)
        if any(document.obstacle for document in documents):
            return None
        return story_of(documents[0], documents[1:], self.standards.vocabularies)

    def twin(self, texts: Texts) -> str:
        """Give the path of a file that tells it in nearly the same words; nothing if none does."""
        own = examine(self.documents(texts), self.standards).abstracts
        others = (one for made in self._examined for one in made.abstracts if one.status != "retired")
        twins = near_duplicates([*sorted(others, key=lambda one: one.path), *own])
        return next((twins[path] for path in texts if path in twins), "")

    def files_of(self, identity: str) -> Sequence[Found]:
        """Give the files that tell a story, the one with its facts first."""
        files = (one for one in self.found if (one.blank.kind, one.blank.id) == (Kind.STORY, identity))
        by_path = {one.blank.path: one for one in files if one.blank.markdown}
        blanks = facts_first((one.blank for one in by_path.values()), self.standards.languages)
        return [by_path[blank.path] for blank in blanks]
