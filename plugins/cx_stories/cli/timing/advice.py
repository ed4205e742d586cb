"""What would make the next build quicker, as far as that is certain."""

from __future__ import annotations

from collections.abc import Iterator

from cx_stories.pipeline.build_report import Report
from cx_stories.pipeline.remembering import FOLDER
from cx_stories.pipeline.side_by_side import WORTH_A_PROCESS
from cx_stories.views.signs import no_orders, spelled_out


def advice(report: Report) -> Iterator[str]:
    """Give a sentence or two for each thing that can be done; nothing where nobody can be sure."""
    yield from _onlookers(report)
    if report.processors == 1 and report.stories >= WORTH_A_PROCESS:
        yield (
            "This build had one processor. With more, stories are read and pages are made side by side, "
            "and the index of the search beside both."
        )
    yield from _memory(report)


def _onlookers(report: Report) -> Iterator[str]:
    if not report.onlookers:
        return
    names = ", ".join(no_orders(spelled_out(name)) for name in report.onlookers)
    them, look = ("it", "looks") if len(report.onlookers) == 1 else ("them", "look")
    yield (
        f"{names} {look} at every page, so MkDocs makes all pages itself, one after another. "
        f"If you can do without {them}, the build is quicker."
    )


def _memory(report: Report) -> Iterator[str]:
    """Say what the next build needs, after one that had nothing of another."""
    if report.first and any(kept.made for kept in report.kept):
        folder = FOLDER.as_posix()
        yield f"The next build can use what this one has made, if the folder {folder} is kept until then."
