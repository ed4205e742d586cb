"""What a build tells of the time it took, kept for `cx build-report`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from cx_stories.errors import ConfigurationError
from cx_stories.mkdocs_plugin.site import Site
from cx_stories.pipeline import stopwatch
from cx_stories.pipeline.build_report import Subject, report_of
from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.keeping_reports import keep, recall


def tell_of_build(site: Site, *, serving: bool, onlookers: Sequence[str]) -> None:
    """Write down what the build that is over took, beside what it remembers.

    onlookers:  other plugins that see every page
    """
    folder, watch = Path(site.config.config_file_path).parent, stopwatch.running()
    before = recall(folder)
    subject = Subject(
        stories=len(site.collection.library.stories),
        pages=len(site),
        languages=tuple(site.locals),
        standing=_standing(site, folder),
        onlookers=onlookers,
        command="serve" if serving else "build",
        bytes=watch.taken("writing").size,
    )
    keep(report_of(watch, subject, before[0] if before else None), folder)


def _standing(site: Site, folder: Path) -> Mapping[str, Sequence[Path]]:
    """Give the files that all stories are held against."""
    options = site.options
    named = {
        "vocabularies": options.vocabularies,
        "deny_list": (options.deny_list,),
        "baseline": (options.baseline,),
    }
    files = {what: [folder / name for name in names if name] for what, names in named.items()}
    return {"configuration": _configuration(site.config), **files}


def _configuration(config: MkDocsConfig) -> Sequence[Path]:
    try:
        return ConfigurationFile(Path(config.config_file_path)).files
    except ConfigurationError:
        return (Path(config.config_file_path),)
