"""An old case study, or a row of a table of them, to the sketch of a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile

from cx_stories.model.fields import STORY_FIELDS
from cx_stories.model.shape import Evidence, Reference, Sayings, Term, Terms, Text, Texts
from cx_stories.pipeline.drafting import id_of
from cx_stories.pipeline.importing.credits import time_in
from cx_stories.pipeline.importing.escaping import address, capitalised, seen
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.names import BODY, LEFT, LINK, PUBLICATION, TAGS, meant, plain_name
from cx_stories.pipeline.importing.pieces import Block, Old, Read, UnfitError
from cx_stories.pipeline.importing.sections import set_apart
from cx_stories.pipeline.importing.sketch import Sketch
from cx_stories.pipeline.importing.telling import language_of, read_words
from cx_stories.pipeline.importing.values import NO, YES, sentences_in, tags_in, terms_in
from cx_stories.vocabulary.vocabulary import folded

LONGEST_TITLE = 300
_RETOLD = {"kind": "retold"}
_SHORT = 20


def cases_of(read: Read, known: Known, language: str, line: int = 0, likely: str = "") -> Sequence[Sketch]:
    """Give the story of a file or of a row; two of them, as a pair, if it tells of a good and a bad one.

    language:  of the story; nothing if it is to be guessed from its words
    line:      of the row; 0 for a file
    likely:    the language if nothing says which it is
    """
    told = {
        named.split(".")[1]: one
        for one in read.olds
        if (named := meant(one.name, known.vocabularies)).startswith("polarity.") and not _short(one.value)
    }
    if len(told) != 2:
        return [_Case(read, known, language, line, likely).sketch]
    both = [_Case(side, known, language, line, likely).sketch for side in _sides(read, told)]
    both[0].partner, both[1].partner = both[1], both[0]
    return both


def _sides(read: Read, told: Mapping[str, Old]) -> Iterator[Read]:
    """Give the two stories of a row, the text of each stands in a column of its own."""
    others = [one for one in read.olds if one not in told.values()]
    for polarity, text in told.items():
        own = [Old("polarity", polarity, text.line), Old("story", text.value, text.line)]
        yield replace(read, olds=[*others, *own])


def _short(value: str) -> bool:
    return len(value) <= _SHORT


class _Case:
    """Takes the values of a file one by one; what it cannot place it keeps."""

    def __init__(self, read: Read, known: Known, language: str, line: int, likely: str) -> None:
        self._known = known
        self._likely = likely
        self._vocabularies = known.vocabularies
        self._told: list[Block] = _from_first_words(read.blocks)
        self.sketch = Sketch(read.name, line, language, {"status": "draft"}, remarks=list(read.remarks))
        self._source: dict[str, str] = {}
        for old in read.olds:
            self._take(old)
        for old in read.credits:
            self._credit(old)
        self._finish()

    def _take(self, old: Old) -> None:
        name = meant(old.name, self._vocabularies)
        if name.startswith(("elements.", "polarity.")):
            self._of_term(name, old)
        elif name == LEFT:
            self._left(old)
        elif name == BODY:
            self._tell(old)
        elif name == TAGS:
            self._tags(old)
        elif name in (LINK, PUBLICATION, "source"):
            self._of_source(name, old)
        elif name == "consent":
            self._consent(old)
        elif name in self.sketch.fields and name != "status":
            self._keep(old, f"`{_named(old)}` gives `{name}:` a second time.")
        elif name in STORY_FIELDS:
            self._field(name, old)
        else:
            named = _named(old)
            self._keep(old, f"Nothing here is called `{named}`." if named else "This has no name.")

    def _tell(self, old: Old) -> None:
        """Add the text of a cell to the story; one that is no story is kept below it."""
        try:
            read = read_words(old.value, _named(old))
        except UnfitError as error:
            self._keep(old, str(error))
            return
        self._told += read.blocks
        for one in read.remarks:
            self.sketch.say(one.said, old.line)

    def _keep(self, old: Old, said: str) -> None:
        self.sketch.kept.append(old)
        self.sketch.say(f"{said} It was kept below the text.", old.line)

    def _left(self, old: Old) -> None:
        name = plain_name(old.name)
        if name in ("slug", "id") and re.search("[A-Za-z]", old.value):
            self.sketch.by_name = old.value
        elif name in ("lang", "language", "taal"):
            code = old.value.casefold()[:2]
            self.sketch.language = self.sketch.language or (code if code in self._known.languages else "")
        else:
            self._keep(old, f"`{_named(old)}` says something about the old place.")

    def _of_term(self, name: str, old: Old) -> None:
        vocabulary, term = name.split(".")
        said = old.value.casefold()
        if said in NO:
            return
        if vocabulary == "polarity":
            self.sketch.fields["polarity"] = term
            if said not in YES:
                self._tell(old)
            return
        there = self.sketch.fields.setdefault("elements", {})
        if isinstance(there, dict):
            there[term] = "" if said in YES else seen(old.value).strip()

    def _field(self, name: str, old: Old) -> None:
        shape = STORY_FIELDS[name].shape
        if isinstance(shape, Text):
            self._words(name, old)
        elif isinstance(shape, Texts | Sayings):
            self.sketch.fields[name] = sentences_in(old.value)
        elif isinstance(shape, Term):
            self._term(name, shape.vocabulary, old)
        elif isinstance(shape, Terms | Evidence):
            self._terms(name, shape.vocabulary, old)
        elif name == "date":
            self._day(old)
        elif isinstance(shape, Reference) and name != "pair":
            self._reference(name, old)
        else:
            self._keep(old, f"`{_named(old)}` cannot be taken over as it is.")

    def _words(self, name: str, old: Old) -> None:
        words = seen(old.value).strip()
        if name == "title" and len(words) > LONGEST_TITLE:
            self._keep(old, "The title is as long as a story.")
        else:
            self.sketch.fields[name] = words

    def _day(self, old: Old) -> None:
        if day := time_in(old.value):
            self.sketch.day = day
        else:
            self._keep(old, f"`{_named(old)}` has no day that can be read.")

    def _term(self, name: str, vocabulary: str, old: Old) -> None:
        if term := self._vocabularies[vocabulary].resolve(old.value):
            self.sketch.fields[name] = term.id
        else:
            self._keep(old, f"What stands in `{_named(old)}` is not in the list {vocabulary}.")

    def _terms(self, name: str, vocabulary: str, old: Old) -> None:
        found, unknown = terms_in(old.value, self._vocabularies[vocabulary])
        if found:
            self.sketch.fields[name] = dict.fromkeys(found, "") if name in ("elements", "missed") else found
        if unknown:
            said = f"What stands in `{_named(old)}` is not, or not wholly, in the list {vocabulary}."
            self._keep(replace(old, value=", ".join(unknown)), said)

    def _tags(self, old: Old) -> None:
        """Put each word into the list that has it, where only one has."""
        placed, unknown = tags_in(old.value, self._vocabularies)
        for name, term in placed:
            self._tag(name, term)
        if unknown:
            rest = replace(old, value=", ".join(unknown))
            self._keep(rest, f"`{_named(old)}` has words that are in none of our lists.")

    def _tag(self, name: str, term: str) -> None:
        if name == "sector":
            self.sketch.fields.setdefault(name, term)
        elif name == "elements":
            there = self.sketch.fields.setdefault(name, {})
            if isinstance(there, dict):
                there.setdefault(term, "")
        else:
            listed = self.sketch.fields.setdefault(name, [])
            if isinstance(listed, list) and term not in listed:
                listed.append(term)

    def _reference(self, name: str, old: Old) -> None:
        words = seen(old.value).strip()
        there = self._known.series if name == "series" else self._known.people
        identity = there.get(folded(words)) or id_of(words)
        self.sketch.fields[name] = identity
        self.sketch.names[identity] = words

    def _of_source(self, name: str, old: Old) -> None:
        words = seen(old.value).strip()
        if name == LINK or re.match("https?://", words):
            if url := address(words):
                self._source["url"] = url
            else:
                self._keep(old, f"`{_named(old)}` is no address on the web.")
        else:
            self._source["publication" if name == PUBLICATION else "title"] = words

    def _consent(self, old: Old) -> None:
        """Consent is never published, so what is not understood of it is not kept in the text either."""
        said = old.value.casefold()
        term = self._vocabularies["consent"].resolve(old.value)
        status = term.id if term else "given" if said in YES else ""
        if status:
            self.sketch.fields["consent"] = {"status": status}
        else:
            self.sketch.say("The consent was not taken over; look it up there, and add it by hand.", old.line)

    def _credit(self, old: Old) -> None:
        """Take what a document says of itself where nothing else has said it."""
        if old.name == "title" and "title" not in self.sketch.fields and not self._headed():
            self.sketch.fields["title"] = seen(old.value).strip()[:LONGEST_TITLE]
        elif old.name in ("url", "publication") and old.name not in self._source:
            value = address(old.value) if old.name == "url" else old.value
            self._source |= {old.name: value} if value else {}
        elif old.name == "language" and old.value in self._known.languages:
            self.sketch.language = self.sketch.language or old.value

    def _headed(self) -> bool:
        return any(block.heading for block in self._told[:1])

    def _finish(self) -> None:
        fields = self.sketch.fields
        if "title" not in fields and self._told and self._titles(self._told[0]):
            fields["title"] = self._told.pop(0).plain[:LONGEST_TITLE]
        elif (
            self._told and self._told[0].heading and folded(self._told[0].plain) == folded(self.sketch.title)
        ):
            self._told.pop(0)
        if self.sketch.title:
            fields["title"] = capitalised(self.sketch.title)
        if self._source:
            self._source.setdefault("title", self.sketch.title)
            named = ("title", "publication", "url")
            fields["source"] = {name: self._source[name] for name in named if name in self._source} | _RETOLD
            fields.setdefault("provenance", "retold")
        self.sketch.blocks = set_apart(self.sketch, self._told, self._vocabularies)
        if not self.sketch.language:
            words = " ".join((self.sketch.title, *(block.plain for block in self._told)))
            self.sketch.language = self._likely or language_of(words, self._known.languages)

    def _titles(self, block: Block) -> bool:
        """Whether a first block is a title: a heading, or a short line without a full stop."""
        short = len(block.plain) <= 100 and block.plain[-1:] not in '.!?…:,;”"' and "\n" not in block.markdown
        return block.heading or (short and len(self._told) > 1)


def _from_first_words(blocks: Sequence[Block]) -> list[Block]:
    return list(dropwhile(lambda block: not block.plain, blocks))


def _named(old: Old) -> str:
    return seen(old.name).strip().replace("`", "'")[:60]
