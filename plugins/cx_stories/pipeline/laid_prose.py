"""The HTML of texts, laid down until a page shows it: each is shown once or twice, and there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from cx_stories.pipeline.laying_down import Held, Pile
from cx_stories.views.prose import Converted

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Converted)


class LaidProse(Mapping[str, Converted]):
    """The HTML of some texts, by the text; one that cannot be read any more is not there."""

    def __init__(self, prose: Mapping[str, Converted], pile: Pile) -> None:
        """Lay HTML down on a pile."""
        self._held: dict[str, Held] = {text: pile.lay(_ENCODER.encode(prose[text])) for text in prose}

    def __getitem__(self, text: str) -> Converted:
        content = self._held[text].read()
        if content is None:
            raise KeyError(text)
        return _DECODER.decode(content)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


class AllProse(Mapping[str, Converted]):
    """The HTML of all texts, each asked of those who have it."""

    def __init__(self, parts: Iterable[Mapping[str, Converted]]) -> None:
        """Take the parts; of a text that is in several, the last one counts."""
        self._parts = {text: part for part in parts for text in part}

    def __getitem__(self, text: str) -> Converted:
        return self._parts[text][text]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)
