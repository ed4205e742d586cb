"""A collection at which somebody is at work, and what a reader of its preview should see."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

Expected = bytes | str | None
"""What an address answers: exactly these bytes, a page with these words in it, or that nothing is there."""
_CONFIGURATION = """\
site_name: Soak
docs_dir: content
plugins:
  - cx-stories:
      languages: [en, nl]
      vocabularies: [channels.yml]
markdown_extensions: [attr_list, footnotes, tables]
"""
_CHANNELS = """\
id: channels
terms:
  - id: {term}
    labels: {{en: {name}, nl: {name}}}
    definition: {{en: A bell at the door., nl: Een bel aan de deur.}}
"""
_TERM = "door-bell"
_STORY = """\
---
title: {title}
summary: A cyclist without a light gets one on loan from shop number {number}, which is closing.
date: 2024-03-01
polarity: positive
elements: {{surprising: He gave her the light from his own bicycle.}}
lessons: [Lend what somebody needs tonight.]
channels: [{channel}]
provenance: fictional
---
The shutters were half down when she asked for lamp {number}. It rained, and home was nine kilometres away.
The man behind the counter looked at the clock, and then at her bicycle.
He took the light from his own handlebars, put it on hers and told her to bring it back on Monday.

![A lamp](lamp.png)
"""
_UNKNOWN = "no-such-channel"
_MOST_AT_ONCE = 3
_FEWEST = 5


class Collection:
    """Stories, a picture and a vocabulary that change; chance decides how, and a number decides chance.

    changes:   how many there have been
    expected:  by address, what a reader should see now
    """

    def __init__(self, folder: Path, stories: int, seed: int) -> None:
        self._folder = folder
        self._stories = folder / "content" / "stories"
        self._chance = random.Random(seed)
        self._titles: dict[str, str] = {}
        self._broken: set[str] = set()
        self._next = 0
        self.changes = 0
        self.expected: dict[str, Expected] = {}
        self._stories.mkdir(parents=True)
        (folder / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
        for _ in range(stories):
            self._add()
        self._paint()
        self._rename_term()
        self.changes = 0

    def change(self) -> set[str]:
        """Make a few changes, one after the other without a pause; give the addresses that they are about."""
        ways: tuple[Callable[[], str], ...] = (
            self._add,
            self._rename,
            self._delete,
            self._break,
            self._mend,
            self._paint,
            self._rename_term,
        )
        return {self._chance.choice(ways)() for _ in range(self._chance.randint(1, _MOST_AT_ONCE))}

    def any_address(self) -> str:
        """Give an address, of what is there or what once was."""
        return self._chance.choice(sorted(self.expected))

    def _add(self) -> str:
        self._next += 1
        return self._write(f"lamp-{self._next}")

    def _rename(self) -> str:
        return self._write(self._any())

    def _delete(self) -> str:
        if len(self._titles) <= _FEWEST:
            return self._add()
        story = self._any()
        del self._titles[story]
        self._broken.discard(story)
        (self._stories / f"{story}.md").unlink()
        return self._expect(f"stories/{story}/", None)

    def _break(self) -> str:
        return self._write(self._any(), broken=True)

    def _mend(self) -> str:
        return self._write(self._chance.choice(sorted(self._broken) or sorted(self._titles)))

    def _paint(self) -> str:
        """Draw another picture: a single dot of another colour."""
        dot = zlib.compress(bytes([0, *self._chance.randbytes(3)]))
        parts = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", dot), (b"IEND", b""))
        picture = b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in parts
        )
        (self._stories / "lamp.png").write_bytes(picture)
        return self._expect("stories/lamp.png", picture)

    def _rename_term(self) -> str:
        name = f"Door bell, take {self.changes}"
        text = _CHANNELS.format(term=_TERM, name=f'"{name}"')
        (self._folder / "channels.yml").write_text(text, encoding="utf-8")
        return self._expect(f"terms/channels/{_TERM}/", name)

    def _any(self) -> str:
        return self._chance.choice(sorted(self._titles))

    def _write(self, story: str, broken: bool = False) -> str:
        """Write a story under another title; a broken one names a channel that there is not."""
        title = f"Lamp told for the {self.changes}th time"
        channel = _UNKNOWN if broken else _TERM
        number = story.rpartition("-")[2]
        text = _STORY.format(title=title, number=number, channel=channel)
        (self._stories / f"{story}.md").write_text(text, encoding="utf-8")
        self._titles[story] = title
        (self._broken.add if broken else self._broken.discard)(story)
        return self._expect(f"stories/{story}/", _UNKNOWN if broken else title)

    def _expect(self, address: str, what: Expected) -> str:
        self.changes += 1
        self.expected[address] = what
        return address
