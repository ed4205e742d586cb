"""What all tests share: a small content tree that is really read, checked and turned into a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from cx_stories.checks.examples import files_of
from cx_stories.cli.configuration import settings_of
from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.pipeline import Collection, Inspection, Settings, collect, inspect
from cx_stories.views.edition import Edition
from tests.pictures import BY_ENDING

TODAY = date(2026, 1, 1)

settings.register_profile("cx", deadline=None)
settings.load_profile("cx")


class Site:
    """A content folder in the making; everything it tells comes out of the real pipeline."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.content.mkdir()
        self.configuration = folder / "mkdocs.yml"
        self.settings = Settings(self.content, languages=("en", "nl"), today=TODAY)

    def story(self, name: str, text: str | bytes = "") -> Path:
        """Write a story; text that does not start with `---` is laid over a sound sample story."""
        path = f"stories/{name}.md"
        return self.file(path, files_of({path: text})[path])

    def file(self, path: str, content: str | bytes = "") -> Path:
        """Write a file of the content folder exactly as given; `../` leads beside that folder.

        A picture of which nothing is given is a real one, and a small one.
        """
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        content = content or BY_ENDING.get(file.suffix.lower(), "")
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def vocabulary(self, name: str, text: str) -> Path:
        """Write a vocabulary file of the site's own, to be laid over those of the package."""
        file = self.content.parent / name
        file.write_bytes(text.encode())
        self.settings = replace(self.settings, vocabularies=(*self.settings.vocabularies, file))
        return file

    def languages(self, *languages: str) -> None:
        """Set the languages of the site, the default one first."""
        self.settings = replace(self.settings, languages=languages)

    def show_drafts(self) -> None:
        """Show stories that are not published, as the preview does."""
        self.settings = replace(self.settings, drafts=True)

    def configured(self) -> Settings:
        """Give the settings: those of `../mkdocs.yml` if there is one. Today never changes.

        Raises:  ConfigurationError
        """
        if not self.configuration.exists():
            return self.settings
        written, _ = settings_of(self.configuration)
        return replace(written, content=self.content, drafts=self.settings.drafts, today=TODAY)

    def collect(self) -> Collection:
        """Read and check everything."""
        return collect(self.configured())

    def inspect(self, memory: Path | None = None) -> Inspection:
        """Check everything as `cx check` does.

        memory:  the folder in which the check remembers what it found; None for one that remembers nothing
        """
        return inspect(self.configured(), memory)

    def messages(self) -> list[str]:
        """Give every finding as `path:line:column CODE name severity message`."""
        return [
            f"{found.path}:{found.span.line}:{found.span.column} "
            f"{found.code} {found.name} {found.severity} {found.message}"
            for found in self.collect().diagnostics
        ]

    def places(self) -> list[str]:
        """Give every finding as `path:line:column CODE severity`, without its words."""
        return [
            f"{found.path}:{found.span.line}:{found.span.column} {found.code} {found.severity}"
            for found in self.collect().diagnostics
        ]

    def library(self) -> Library:
        """Give the stories and articles that have no error."""
        return self.collect().library

    def ids(self) -> Sequence[str]:
        """Give the ids of the stories in the library, in its order."""
        return [story.id for story in self.library().stories]

    def read(self, identity: str) -> Story:
        """Give a story of the library."""
        story = self.library().story(identity)
        assert story is not None, self.messages()
        return story

    def edition(self, language: str = "en") -> Edition:
        """Give the library as a reader of one language sees it."""
        return Edition(self.library(), language, "CX Stories")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Give an empty content folder in English and Dutch; today is 1 January 2026."""
    return Site(tmp_path)
