"""A site that an import is made for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from cx_stories.checks.context import Standards
from cx_stories.pipeline.importing.credits import Credits
from cx_stories.pipeline.importing.known import Known
from cx_stories.pipeline.importing.plan import Plan, plan_of
from cx_stories.vocabulary.loading import load

Import = Callable[..., Plan]
NOTHING = Credits()


@pytest.fixture(scope="session")
def known() -> Known:
    """Give a site in English and Dutch with one story, one person and one series."""
    return Known(
        Standards(load(), ("en", "nl")),
        frozenset({"the-sign"}),
        {"bram de wit": "bram"},
        {"shop talk": "shop-talk"},
        date(2026, 1, 1),
    )


@pytest.fixture
def imported(known: Known, tmp_path: Path) -> Import:
    """Give what plans the import of a file with this in it, by its name."""

    def plan(name: str, content: str | bytes, told: Credits = NOTHING, language: str = "") -> Plan:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return plan_of([file], known, told, language, "stories")

    return plan


def told(plan: Plan) -> Sequence[str]:
    """Give what is told of an import, each with its place."""
    return [f"{one.file}:{one.line} {one.said}" for one in plan.remarks]
