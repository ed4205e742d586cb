"""The files of one story as they would be with some fixes, and whether those did harm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.context import Standards
from cx_stories.checks.run import Examined, examine
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.model.document import Document, Kind
from cx_stories.pipeline.edits import edited
from cx_stories.pipeline.renamed import new_errors, renamed
from cx_stories.reading.collection import read_content, read_documents
from cx_stories.reading.finding import Found

Key = tuple[Kind, str]


def story_key(one: Document | Abstract) -> Key:
    """Give what the files of a story have in common."""
    return one.kind, one.id


@dataclass(frozen=True, slots=True)
class Told:
    """The files of a story.

    texts:     by path, what would be in those that are mended
    examined:  what the rules say of it
    """

    files: Sequence[Found]
    texts: Mapping[str, bytes]
    examined: Examined

    @staticmethod
    def read(files: Sequence[Found], texts: Mapping[str, bytes], standards: Standards) -> Told:
        """Read and examine a story, with other texts in the place of some files."""
        documents: list[Document] = []
        for one in files:
            text = texts.get(one.blank.path)
            documents += read_documents([one]) if text is None else [read_content(one.blank, text)]
        return Told(files, texts, examine(documents, standards))

    def mended(self, fixes: Iterable[Diagnostic], standards: Standards) -> Told:
        """Give the story with fixes made that stand apart."""
        texts = dict(self.texts)
        for path in {found.path for found in fixes}:
            edits = [edit for found in fixes if found.path == path and found.fix for edit in found.fix.edits]
            texts[path] = edited(texts[path], edits)
        return Told.read(self.files, texts, standards)

    def first(self, fixes: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """Give the fixes that make a file readable, if there are any: they show what else there is."""
        closed = _closed(self.examined)
        return [found for found in fixes if found.path in closed] or fixes

    def beyond(self, before: Told) -> bool:
        """Whether more of a file can be read than before."""
        then, now = _closed(before.examined), _closed(self.examined)
        return any(path not in now or now[path] > then[path] for path in then)


def harmed(before: Told, after: Told, fixes: Sequence[Diagnostic]) -> bool:
    """Whether fixes gave a story an error it did not have, or did not help to read it further."""
    then, now = _closed(before.examined), _closed(after.examined)
    changed = {found.path for found in fixes}
    if any(now[path] <= then.get(path, now[path]) for path in changed & now.keys()):
        return True
    errors = new_errors(before.examined.findings, after.examined.findings, renamed(before.texts, fixes))
    return then == now and bool(errors)


def _closed(examined: Examined) -> Mapping[str, int]:
    """Give the files that cannot be read, and the line as far as which they can be."""
    closed = {one.path for one in examined.abstracts if not one.readable}
    return {found.path: found.span.line for found in examined.findings if found.path in closed}
