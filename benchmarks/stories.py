"""Made-up collections of any size: stories as rich in form as real ones, with nothing wrong in them.

For the same size, languages and seed every file is the same, byte for byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from struct import pack
from typing import Any

import yaml

from bodies import body
from front_matter import PICTURES, Roster, facts_of, summary, words_of
from words import Speech

SEED = 2024
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class File:
    """A Markdown file of a collection, before it is text.

    path:      what the file is called in the default language, such as `stories/refund.md`
    language:  nothing for the default language, else its code
    fields:    the front matter
    """

    path: str
    language: str
    fields: Mapping[str, Any]
    body: str

    @property
    def name(self) -> str:
        """What the file itself is called: a translation carries its language, as in `refund.nl.md`."""
        return f"{self.path.removesuffix('.md')}.{self.language}.md" if self.language else self.path


def collection(count: int, languages: Sequence[str] = ("en",), seed: int = SEED) -> tuple[File, ...]:
    """Make up a collection: its stories, people, series and home page, in all its languages."""
    author = _Author(count, languages, seed)
    return tuple(file for language in languages for file in author.edition(language))


def write(files: Iterable[File], folder: Path) -> None:
    """Write a collection as a content folder, with the pictures that its stories show."""
    write_pictures(folder / "stories")
    for file in files:
        write_text(folder / file.name, file.fields, file.body)


def write_text(path: Path, fields: Mapping[str, Any], prose: str) -> None:
    """Write a Markdown file with front matter, and the folders it stands in."""
    style: dict[str, Any] = {"sort_keys": False, "allow_unicode": True, "width": 10_000}
    block = yaml.dump(dict(fields), Dumper=_Dumper, default_flow_style=False, **style)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{block}---\n\n{prose}", encoding="utf-8", newline="\n")


def write_pictures(folder: Path) -> None:
    """Write the pictures into a folder: small squares, each of another grey."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(PICTURES):
        (folder / name).write_bytes(_square(side=64, grey=28 * number))


class _Author:
    """Makes up a collection. A story depends on its number and the seed, not on the stories before it."""

    def __init__(self, count: int, languages: Sequence[str], seed: int) -> None:
        self._seed, self._default = seed, languages[0]
        self._speeches = {language: Speech(language, seed) for language in languages}
        self._roster = Roster(
            stories=[f"{self._slug('title', index)}-{index + 1}" for index in range(count)],
            people=[f"{self._slug('person', index)}-{index + 1}" for index in range(max(4, count // 25))],
            series=[f"{self._slug('series', index)}-{index + 1}" for index in range(max(2, count // 125))],
        )

    def edition(self, language: str) -> Iterator[File]:
        """Give every file of the collection in a language."""
        suffix = "" if language == self._default else language
        for index, identity in enumerate(self._roster.stories):
            fields, prose = self._fields(index, language), self._body(index, language)
            yield File(f"stories/{identity}.md", suffix, fields, prose)
        people = [f"people/{identity}.md" for identity in self._roster.people]
        series = [f"series/{identity}.md" for identity in self._roster.series]
        speech, random = self._speeches[language], self._random("pages", 0, language)
        for path in (*people, *series, "index.md"):
            page = {"title": speech.title(random), "summary": summary(speech, random)}
            yield File(path, suffix, page, " ".join(speech.sentences(random, 8, (8, 16))) + "\n")

    def _fields(self, index: int, language: str) -> Mapping[str, Any]:
        speech = self._speeches[language]
        title = speech.title(self._random("title", index, language))
        fields = {"title": title, **words_of(index, speech, self._random("words", index, language))}
        if language == self._default:
            fields |= facts_of(index, self._roster, speech, self._random("facts", index, language))
        elif "image" in fields:
            fields["image"] = {"alt": fields["image"]["alt"]}
        return fields

    def _body(self, index: int, language: str) -> str:
        """Give the Markdown of a story, which links to the next one and to at most two others."""
        stories, random = self._roster.stories, self._random("body", index, language)
        chosen = random.sample(range(len(stories)), min(random.randint(0, 2), len(stories)))
        targets = [stories[other] for other in ((index + 1) % len(stories), *chosen) if other != index]
        links = [f"{target}.md" for target in dict.fromkeys(targets)]
        return body(self._speeches[language], random, links)

    def _slug(self, part: str, index: int) -> str:
        title = self._speeches[self._default].title(self._random(part, index, self._default))
        return title.lower().replace(" ", "-")

    def _random(self, part: str, index: int, language: str) -> Random:
        return Random(f"{self._seed} {part} {index} {language}")


def _square(side: int, grey: int) -> bytes:
    """Give a PNG of one shade of grey, 0 to 255."""
    rows = (b"\x00" + bytes([grey]) * side) * side
    header = pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    parts = [
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
