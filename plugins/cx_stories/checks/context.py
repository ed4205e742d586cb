"""What a rule may look at: the keys of a file where the model knows them, and the other files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from cx_stories.checks.field_names import field_meant
from cx_stories.checks.personal.denied_names import NO_NAMES, DeniedNames
from cx_stories.checks.personal.in_files import Private, private_in
from cx_stories.checks.slots import Slot, slots_of
from cx_stories.checks.strays import Stray, strays_in
from cx_stories.model.document import Document, MapNode, Node, ScalarNode, facts_first
from cx_stories.model.fields import FIELDS
from cx_stories.reading.prose import Prose, scan
from cx_stories.vocabulary.vocabulary import Term, Vocabularies, Vocabulary

_HASH = re.compile(r"\s+#[^\s#]")


@dataclass(frozen=True)
class Standards:
    """What every file of a site is held against.

    languages:  the site's languages, the default one first
    denied:     names that no file may have in it
    """

    vocabularies: Vocabularies
    languages: Sequence[str]
    denied: DeniedNames = NO_NAMES


class Choice(NamedTuple):
    """A key whose values come from a vocabulary.

    terms:  what each of its values means; None for one that the vocabulary does not have
    """

    slot: Slot
    vocabulary: Vocabulary
    terms: Sequence[Term | None]


@dataclass(frozen=True)
class CheckContext:
    """What a rule about a file may look at besides it: the other files of its story, and the standards."""

    standards: Standards
    documents: Sequence[Document]
    _slots: dict[str, tuple[Slot, ...]] = field(default_factory=dict, repr=False)
    _strays: dict[str, Sequence[Stray]] = field(default_factory=dict, repr=False)
    _prose: dict[str, Prose] = field(default_factory=dict, repr=False)
    _private: dict[str, Sequence[Private]] = field(default_factory=dict, repr=False)
    _choices: dict[str, Sequence[Choice]] = field(default_factory=dict, repr=False)
    _statuses: dict[str, str] = field(default_factory=dict, repr=False)

    @property
    def vocabularies(self) -> Vocabularies:
        """The site's vocabularies, by id."""
        return self.standards.vocabularies

    @property
    def languages(self) -> Sequence[str]:
        """The site's languages, the default one first."""
        return self.standards.languages

    @cached_property
    def base(self) -> Document | None:
        """The file that holds the facts of the story."""
        markdown = (document for document in self.documents if document.markdown)
        return next(iter(facts_first(markdown, self.languages)), None)

    def is_base(self, document: Document) -> bool:
        """Whether a file holds the facts, and is not a translation of one that does."""
        return self.base is document

    def prose(self, document: Document) -> Prose:
        """Give what stands in the text of a file, with its places."""
        found = self._prose.get(document.path)
        if found is None:
            found = self._prose[document.path] = scan(document.body, document.body_line)
        return found

    def private(self, document: Document) -> Sequence[Private]:
        """Give what no output may show of a file, in order."""
        found = self._private.get(document.path)
        if found is None:
            found = self._private[document.path] = private_in(document, self.standards.denied)
        return found

    def term(self, document: Document, field: str) -> str:
        """Give the id of the term typed in a field that takes one; nothing if there is none."""
        for slot, _, terms in self.chosen_from(document):
            if slot.name == field and terms:
                return terms[0].id if terms[0] else ""
        return ""

    def slots(self, document: Document) -> Sequence[Slot]:
        """Give every known key typed in a file, nested ones after their own; no strays."""
        found = self._slots.get(document.path)
        if found is None:
            found = tuple(slots_of(self.in_place(document), FIELDS[document.kind]))
            self._slots[document.path] = found
        return found

    def strays(self, document: Document) -> Sequence[Stray]:
        """Give the keys at the margin that belong below the field above them."""
        found = self._strays.get(document.path)
        if found is None:
            found = strays_in(document.fields, FIELDS[document.kind], self.vocabularies)
            self._strays[document.path] = found
        return found

    def in_place(self, document: Document) -> MapNode:
        """Give the fields of a file without the strays."""
        strays = [stray.entry for stray in self.strays(document)]
        fields = document.fields
        if not strays:
            return fields
        return replace(fields, entries=tuple(entry for entry in fields.entries if entry not in strays))

    def strayed_from(self, document: Document, field: str) -> bool:
        """Whether what belongs below a field stands at the margin, so that it only seems to be empty."""
        return any(stray.owner == field for stray in self.strays(document))

    def hidden_by_comment(self, document: Document, value: Node) -> str:
        """Give a value as it was meant, if a `#` right before a word has cut it off.

        A remark is set off with a space on both sides of the `#`; `#1` is part of a text.
        """
        if not isinstance(value, ScalarNode) or not value.plain or value.span.end_line > len(document.lines):
            return ""
        line = document.lines[value.span.end_line - 1]
        if "#" not in line:
            return ""
        rest = line[value.span.end_column - 1 :]
        return f"{value.text}{rest}".strip() if _HASH.match(rest) else ""

    def chosen_from(self, document: Document) -> Sequence[Choice]:
        """Give the keys whose values come from a vocabulary, with it and what the values mean."""
        found = self._choices.get(document.path)
        if found is None:
            found = self._choices[document.path] = tuple(self._chosen_from(document))
        return found

    def _chosen_from(self, document: Document) -> Iterator[Choice]:
        for slot in self.slots(document):
            if slot.vocabulary:
                vocabulary = self.vocabularies[slot.vocabulary]
                terms = tuple([vocabulary.resolve(value.text) for value in slot.values])
                yield Choice(slot, vocabulary, terms)

    def status(self, document: Document) -> str:
        """Give the status of the story of a file: without one published, misspelt or empty nothing."""
        return self._own_status(self.base or document)

    def _own_status(self, document: Document) -> str:
        found = self._statuses.get(document.path)
        if found is None:
            found = self._statuses[document.path] = self._typed_status(document)
        return found

    def _typed_status(self, document: Document) -> str:
        entry = document.get("status")
        if entry is None:
            return "published"
        typed = entry.value.text if isinstance(entry.value, ScalarNode) else ""
        term = self.vocabularies["status"].resolve(typed)
        return term.id if term else ""

    def complete(self, document: Document) -> bool:
        """Whether readers will see a file: a translation may be a draft while its story is published."""
        return document.fenced and self.status(document) == self._own_status(document) == "published"

    def misspelt(self, document: Document) -> frozenset[str]:
        """Give the fields that unknown keys of a file were probably meant to be."""
        known = FIELDS[document.kind]
        unknown = self.in_place(document).by_key.keys() - known.keys()
        return frozenset(meant for typed in unknown if (meant := field_meant(typed, known)))
