"""The site: its configuration, its stories, and the folder it is published in. Nothing named there is run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from filelock import FileLock, Timeout

from cx_stories.cli.configuration import settings_of
from cx_stories.cli.health.checkout import history, names
from cx_stories.cli.health.remark import Remark, error, fine, info
from cx_stories.errors import ConfigurationError, CxStoriesError, PublishingError
from cx_stories.pipeline import Settings, today
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.languages import languages_fault
from cx_stories.pipeline.publishing import beside, refuse_foreign
from cx_stories.views.catalogue import catalogue_file, catalogue_is_sound
from cx_stories.vocabulary.loading import load

_MEGABYTE = 1_000_000
_LITTLE = 50 * _MEGABYTE
"""What the fonts, the index and some pages may take: with less, a person likes to be told."""


def day() -> Iterator[Remark]:
    """See whether a day can be told: SOURCE_DATE_EPOCH may stand in for the clock."""
    try:
        shown = today().isoformat()
    except ConfigurationError as fault:
        yield error(str(fault), "Set it to seconds since 1970, or unset it.")
    else:
        if "SOURCE_DATE_EPOCH" in os.environ:
            yield info(f"For a build it is {shown}, as SOURCE_DATE_EPOCH says.")


def site(file: Path) -> Iterator[Remark]:
    """Look at a site, as far as its configuration can be read."""
    try:
        settings, options = settings_of(file)
        output = file.parent / ConfigurationFile(file).path("site_dir", default="site")
        load(settings.vocabularies)
        _refuse_theme(ConfigurationFile(file))
    except CxStoriesError as fault:
        yield error(" ".join(fault.report(str(file.parent)).split()))
        return
    yield fine(f"{file.name} and the files that it names can be read.")
    yield from _content(settings.content)
    yield from _languages(settings)
    yield from _output(output, settings.content)
    if options.history and os.path.isdir(settings.content):  # noqa: PTH112 (Path.is_dir may fail)
        yield from history(settings.content)
    yield from names(settings.content)


def _refuse_theme(configuration: ConfigurationFile) -> None:
    theme = configuration.values.get("theme")
    name = theme if isinstance(theme, str) else configuration.text("theme", "name", default="material")
    if name not in ("material", "mkdocs"):
        raise ConfigurationError(
            f'The theme is "{name}", and our pages need "material". Write `theme: material`.',
            *configuration.place(("theme",)),
        )


def _content(content: Path) -> Iterator[Remark]:
    if not os.path.isdir(content):  # noqa: PTH112 (Path.is_dir fails where it may not look)
        yield error(f"There is no folder {content.name}/ to read stories from.", "Make it, or name it right.")
    elif not os.access(content, os.R_OK | os.X_OK):
        yield error(f"{content.name}/ may not be read.", "See to whom it belongs.")
    else:
        yield fine(f"{content.name}/ can be read.")


def _languages(settings: Settings) -> Iterator[Remark]:
    if fault := languages_fault(settings.languages):
        yield error(fault)
        return
    for language in settings.languages:
        file = catalogue_file(language)
        if file and not catalogue_is_sound(file):
            yield error(
                f'The words of the interface in "{language}" cannot be read.',
                "Type: python -m pip install --force-reinstall cx-stories",
            )
        elif file:
            yield fine(f'The words of the interface in "{language}" can be read.')
        elif language.partition("-")[0] != "en":
            yield info(
                f'Pages in "{language}" have English words around the stories: nobody has translated them.'
            )


def _output(output: Path, content: Path) -> Iterator[Remark]:
    place, stories = Path(os.path.realpath(output)), Path(os.path.realpath(content))
    if place.is_relative_to(stories) or stories.is_relative_to(place):
        yield error(
            f"The output folder {output.name}/ and the folder of the stories stand in one another.",
            "Name another `site_dir:`.",
        )
        return
    try:
        refuse_foreign(place)
    except PublishingError as fault:
        yield error(str(fault))
        return
    above = next(folder for folder in place.parents if folder.is_dir())
    if not os.access(above, os.W_OK | os.X_OK):
        yield error("The folder around the output folder may not be written.", "See to whom it belongs.")
        return
    yield fine(f"A site may be put in {output.name}/.")
    yield from _unfinished(place)
    yield from _room(place, above)


def _unfinished(place: Path) -> Iterator[Remark]:
    """See whether a build is on its way, or was ended before it got there."""
    folder = beside(place)
    if not folder.is_dir():
        return
    try:
        with FileLock(folder / "lock", timeout=0):
            yield info(
                f"A build was ended from outside and left {folder.name}/ behind. The next one clears it away."
            )
    except Timeout:
        yield info(f"A build is on its way to {place.name}/; another waits for it.")
    except OSError:
        yield error(f"{folder.name}/ may not be written.", "See to whom it belongs, or remove it.")


def _room(place: Path, above: Path) -> Iterator[Remark]:
    """A new site is built beside the old one, so the disk must have both."""
    free, last = shutil.disk_usage(above).free, _size(place)
    said = f"{_megabytes(free)} free"
    if last:
        said += f"; the site that is there takes {_megabytes(last)}, and a new one is made beside it"
    if last and free < last:
        yield error(f"The disk is too full: {said}.", "Make room.")
    elif free < _LITTLE:
        yield info(
            f"There is little room on the disk: {said}.", "Make some, if a build says that it is full."
        )
    else:
        yield fine(f"The disk has room: {said}.")


def _megabytes(count: int) -> str:
    return f"{ceil(count / _MEGABYTE):,} MB"


def _size(folder: Path) -> int:
    return sum((Path(where) / name).lstat().st_size for where, _, files in os.walk(folder) for name in files)
