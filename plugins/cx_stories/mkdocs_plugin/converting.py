"""From Markdown to HTML away from MkDocs: in any process, and once for all pages that show a text.

What is made is to the byte what MkDocs makes. Where that is not certain a text is left to MkDocs. All of it
happens in a process that can be stopped, so nothing is left to MkDocs that does not come to an end.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Extension
from mkdocs.config.defaults import MkDocsConfig
from msgspec.structs import replace

from cx_stories.checks.rendered import Lost, Unmade
from cx_stories.mkdocs_plugin.completing import as_attribute
from cx_stories.mkdocs_plugin.extensions import OWN
from cx_stories.mkdocs_plugin.markdown_reader import Reader, SwollenError
from cx_stories.mkdocs_plugin.quiet import SaidError, deafness, silence
from cx_stories.pipeline.bounded import Bounded
from cx_stories.views.prose import Converted, Left
from cx_stories.views.sanitising import lost_in


class Converter:
    """Makes HTML of texts, each as if it were the first."""

    def __init__(self, extensions: Sequence[str | Extension], settings: Mapping[str, Any]) -> None:
        """Take what `mkdocs.yml` says of Markdown.

        extensions:  the names of extensions, or what other programs have put in their place
        settings:    their settings, by name
        """
        self._extensions = tuple(extensions)
        self._settings = dict(settings)
        self._made: Reader | None = None

    def __getstate__(self) -> tuple[object, object]:
        """What a Markdown reader has learnt stays in its process."""
        return self._extensions, self._settings

    def __setstate__(self, state: tuple[Sequence[str | Extension], Mapping[str, Any]]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def __call__(self, text: str) -> Converted | Left | Unmade | None:
        """Convert a text, or leave it to MkDocs, which says more about it, and will be as quick.

        Returns  None if it is left and nothing has to be taken out of it

        Raises:  whatever an extension raises
        """
        if not text.strip():
            return None
        try:
            with silence():
                converted = self._converted(text)
        except SaidError:
            return self._left(text)
        except SwollenError:
            return Unmade.SWOLLEN
        if isinstance(converted, str):
            return _left(lost_in(converted))
        lost = _lost(converted)
        return replace(converted, lost=lost) if lost else converted

    def _left(self, text: str) -> Left | Unmade | None:
        """Leave a text to MkDocs, which will say what there is to say of it, if it can be made at all."""
        try:
            with deafness():
                converted = self._converted(text)
        except SwollenError:
            return Unmade.SWOLLEN
        return _left(lost_in(converted) if isinstance(converted, str) else _lost(converted))

    def _converted(self, text: str) -> Converted | str:
        """Convert a text with a reader that is only kept if it can read another."""
        reader, self._made = self._made, None
        reader = reader or Reader(self._extensions, self._settings)
        converted = reader.convert(text)
        if reader.tidy:
            self._made = reader
        return converted


def _lost(converted: Converted) -> tuple[Lost, ...]:
    return lost_in(converted.completed(as_attribute))


def _left(lost: Sequence[Lost]) -> Left | None:
    return Left(lost) if lost else None


class Trial:
    """Reads texts as MkDocs will, where that must convert them itself, to see whether it comes to an end."""

    def __init__(self, convert: Converter) -> None:
        self._convert = convert

    def __call__(self, text: str) -> Left | Unmade | None:
        """Say why a text cannot be converted, or what is taken out of it; MkDocs makes it."""
        try:
            result = self._convert(text)
        except (RecursionError, MemoryError):
            raise
        except Exception:  # perhaps for want of an extension that MkDocs has
            return None
        return _left(result.lost) if isinstance(result, Converted) else result


_kept: dict[bytes, Bounded] = {}
"""What was used last in this process, so that a preview need not start it anew."""


def converter_for(config: MkDocsConfig) -> Bounded:
    """Give a converter for a site: the same as before if nothing has changed.

    Where an extension must know the page it works on, or cannot be handed to a process, MkDocs converts the
    texts, after they have been tried without that extension.
    """
    extensions: Sequence[Any] = config.markdown_extensions
    settings = config.mdx_configs or {}
    chosen = [one for one in extensions if _can_travel(one, settings)]
    converter = Converter(chosen, {one: settings[one] for one in chosen if one in settings})
    convert = converter if len(chosen) == len(extensions) else Trial(converter)
    key = pickle.dumps(convert)
    if key not in _kept:
        end_converting()
        _kept[key] = Bounded(convert)
    return _kept[key]


def end_converting() -> None:
    """End what a preview keeps between its builds."""
    while _kept:
        _kept.popitem()[1].close()


def _can_travel(extension: str | Extension, settings: Mapping[str, Any]) -> bool:
    """Whether an extension can do its work in any process, whatever the page."""
    if not isinstance(extension, str):
        return type(extension) in OWN
    try:
        pickle.dumps(settings.get(extension))
    except Exception:  # whatever somebody has put in the settings, and however it refuses
        return False
    return True
