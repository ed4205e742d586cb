"""What is made of stories, as plain bytes: so it comes from other processes, and from the last build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from cx_stories.checks.run import Examined
from cx_stories.model.article import Article
from cx_stories.model.diagnostic import Severity
from cx_stories.model.document import Kind
from cx_stories.model.story import Story
from cx_stories.pipeline.believing import examined_of, links_of, told_of
from cx_stories.pipeline.keys import Watched, key_of, making_key_of
from cx_stories.pipeline.laid_prose import LaidProse
from cx_stories.pipeline.laying_down import Pile
from cx_stories.pipeline.making import Made, Maker
from cx_stories.pipeline.relating import Relating
from cx_stories.pipeline.remembering import FOREIGN, Entry, Memory
from cx_stories.pipeline.side_by_side import side_by_side
from cx_stories.pipeline.stopwatch import kept
from cx_stories.reading.finding import Found
from cx_stories.reading.linking import Linking
from cx_stories.views.prose import Converted

NAME = "stories.memory"
_ANY, _PUBLIC, _PREVIEW = range(3)
"""Whether a story is the same in every build, or only where drafts are not shown, or only where they are."""
_WORTH_WRITING = 0.05
"""Which part of the stories of a preview must be new before it writes them down: not every one."""
StoryFiles = Sequence[Found]


class Packed(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What was made of a story.

    drafts:  in which builds it is the same
    told:    the story or the article as JSON; nothing if there is none
    prose:   the HTML of its texts by language
    links:   the links in them by language
    """

    drafts: int
    examined: Examined
    told: bytes
    prose: dict[str, Converted]
    links: dict[str, tuple[Linking, ...]]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Packed)


class Before:
    """What builds of a site have made, and may have again.

    A preview keeps this between its builds: then what was made of a story that has not changed is at hand,
    and a file that nobody has touched is not read again.
    """

    def __init__(self, folder: Path | None = None, converting: bytes = b"", *, lasting: bool = False) -> None:
        """Open the memory of a site.

        folder:      where it is kept; None for one that remembers nothing
        converting:  the key of what makes HTML of texts
        lasting:     whether this process goes on to build
        """
        self.folder = folder
        self.converting = converting
        self.relating = Relating(folder, lasting=lasting)
        self._memory = None if folder is None else Memory(folder, NAME)
        self._watched = Watched() if lasting else None
        self._pile = self._memory.pile() if self._memory else Pile(None)
        self._at_hand: dict[bytes, Made] = {}
        self._seen: dict[bytes, Made] = {}

    def made(self, stories: Sequence[StoryFiles], maker: Maker, worth: int) -> Iterator[Made]:
        """Give what comes of stories, in no order: what is remembered, then what has to be made.

        Raises:  EndedProcessError
        """
        if self._memory is None:
            yield from _made_anew(stories, maker, worth)
            return
        standards_key = making_key_of(maker.standards, self.converting)
        find = self._watched.key_of if self._watched else key_of
        unknown: list[tuple[bytes, StoryFiles]] = []
        for story in stories:
            key = find(story, standards_key)
            made = self._recalled(key, story, maker)
            if made is None:
                unknown.append((key, story))
            else:
                yield made
        kept("stories", used=len(stories) - len(unknown), made=len(unknown))
        yield from self._learned(unknown, maker, worth, standards_key)
        self._end_round()

    def laid_down(self, made: Made) -> Made:
        """Give the same, but hold its prose no longer than that is needed; a preview has all at hand."""
        return made if self._watched else replace(made, prose=LaidProse(made.prose, self._pile))

    def close(self) -> None:
        """Write down what no build has found worth the writing."""
        self.relating.close()
        if self._memory:
            self._memory.close()

    def _recalled(self, key: bytes, story: StoryFiles, maker: Maker) -> Made | None:
        assert self._memory is not None  # noqa: S101 (only asked where there is one)
        entry = self._memory.recall(key)
        if entry is None:
            return None
        made = self._at_hand.get(key) or unpacked(entry, story, maker)
        if made:
            self._keep(key, entry, made)
        return made

    def _learned(
        self, unknown: Sequence[tuple[bytes, StoryFiles]], maker: Maker, worth: int, standards_key: bytes
    ) -> Iterator[Made]:
        work = _Making(maker, tuple(story for _, story in unknown), standards_key)
        results = (one for batch in side_by_side(work, range(len(unknown)), worth) for one in batch)
        for (key, _), (made_of, entry) in zip(unknown, results, strict=True):
            made = _decoded(entry)
            if made_of == key:
                self._keep(key, entry, made)
            yield made

    def _keep(self, key: bytes, entry: Entry, made: Made) -> None:
        assert self._memory is not None  # noqa: S101
        self._memory.keep(key, entry)
        if self._watched:
            self._seen[key] = made

    def _end_round(self) -> None:
        assert self._memory is not None  # noqa: S101
        self._at_hand, self._seen = self._seen, {}
        self._memory.save(_WORTH_WRITING if self._watched else 0)


def _made_anew(stories: Sequence[StoryFiles], maker: Maker, worth: int) -> Iterator[Made]:
    work = _Making(maker, tuple(stories), None)
    for batch in side_by_side(work, range(len(stories)), worth):
        for _, entry in batch:
            yield _decoded(entry)


@dataclass(frozen=True, slots=True)
class _Making:
    """Makes stories, in whatever process: gives the key of each, and what came of it as plain bytes.

    A story has no key if it is not to be kept.

    stories:  all of them; a process gets them once, and then only numbers
    """

    maker: Maker
    stories: Sequence[StoryFiles]
    standards_key: bytes | None

    def __call__(self, number: int) -> tuple[bytes, bytes]:
        """Make a story by itself."""
        return self.of_batch((number,))[0]

    def of_batch(self, numbers: Sequence[int]) -> Sequence[tuple[bytes, bytes]]:
        """Make stories.

        The keys are taken last: they are those that were asked for if no file has changed meanwhile.
        """
        stories = [self.stories[number] for number in numbers]
        made = self.maker.of_batch(stories)
        entries = [packed(one, self.maker) for one in made]
        keys = [self._key_of(story, one) for story, one in zip(stories, made, strict=True)]
        return list(zip(keys, entries, strict=True))

    def _key_of(self, story: StoryFiles, made: Made) -> bytes:
        lasts = self.standards_key is not None and _lasts(made, self.maker)
        return key_of(story, self.standards_key) if lasts and self.standards_key else b""


def packed(made: Made, maker: Maker) -> bytes:
    """Give what was made of a story as plain bytes."""
    told, prose, links = b"", {}, {}
    if made.told:
        told = made.told.model_dump_json(exclude_defaults=True).encode()
        tellings = made.told.tellings.items()
        prose = {language: made.prose[one.body] for language, one in tellings if one.body in made.prose}
        links = {language: tuple(made.links[one.body]) for language, one in tellings}
    drafts = _ANY if _is_public(made) else _PREVIEW if maker.drafts else _PUBLIC
    return _ENCODER.encode(Packed(drafts, made.examined, told, prose, links))


def _decoded(entry: Entry) -> Made:
    """Give what was packed.

    Raises:  MsgspecError, ValidationError if it was something else
    """
    return _made(_DECODER.decode(entry))


def _made(one: Packed) -> Made:
    told: Story | Article | None = None
    if one.told:
        model = Story if one.examined.abstracts[0].kind is Kind.STORY else Article
        told = _lightened(model.model_validate_json(one.told))
    tellings = told.tellings if told else {}
    prose = {tellings[language].body: converted for language, converted in one.prose.items()}
    links = {tellings[language].body: found for language, found in one.links.items()}
    return Made(one.examined, told, prose, links)


def _lightened(told: Story | Article) -> Story | Article:
    """Give the same without pydantic's notes of which fields were given: a third of it, and nobody asks."""
    for part in (told, *told.tellings.values()):
        part.model_fields_set.clear()
    return told


def unpacked(entry: Entry, story: StoryFiles, maker: Maker) -> Made | None:
    """Give what was made of a story; None if the memory holds something else, or it cannot be used now."""
    try:
        one = _DECODER.decode(entry)
        if one.drafts not in (_ANY, _PREVIEW if maker.drafts else _PUBLIC):
            return None
        if not examined_of(story, one.examined):
            return None
        made = _made(one)
    except FOREIGN:
        return None
    return made if _lasts(made, maker) and _is_fit(made, maker) else None


def _lasts(made: Made, maker: Maker) -> bool:
    """Whether something may be kept: nothing that has a fault, or where something private stands.

    Nor anything with a text that MkDocs must convert itself: whether that comes to an end is tried each time.
    """
    if any(found.severity is Severity.ERROR for found in made.examined.findings):
        return False
    if any(one.private for one in made.examined.abstracts):
        return False
    if made.told is None or maker.convert is None:
        return True
    return all(one.body in made.prose for one in made.told.tellings.values() if one.body.strip())


def _is_fit(made: Made, maker: Maker) -> bool:
    """Whether this may be shown, and is told by the files that were examined."""
    if made.told is None:
        return True
    if not told_of(made.told, made.examined, maker.standards.vocabularies) or not links_of(made.links):
        return False
    return not isinstance(made.told, Story) or maker.shows(made.told)


def _is_public(made: Made) -> bool:
    """Whether nothing in the files of a story is a draft."""
    return all(
        one.kind is not Kind.STORY or (one.status == "published" and one.ready)
        for one in made.examined.abstracts
        if one.markdown
    )
