"""Sites to look at: the demonstration site, built once, and a stage on which a test draws its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.demonstrated import demonstrated
from tests.site.html_reading import BuiltSite
from tests.site.made_site import Outcome, Stage


@dataclass(frozen=True)
class Demonstration:
    """The site of this repository: how its build went, and its pages."""

    outcome: Outcome
    site: BuiltSite


@pytest.fixture(scope="module", autouse=True)
def nothing_goes_on() -> Iterator[None]:
    """Hold that a file of tests ends what it has started: what goes on takes time from all files after it."""
    before = set(threading.enumerate())
    yield
    started = set(threading.enumerate()) - before
    for thread in started:
        thread.join(timeout=10)
    assert [thread.name for thread in started if thread.is_alive()] == []


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """Build the demonstration site once, strictly."""
    outcome = demonstrated(tmp_path_factory)
    return Demonstration(outcome, BuiltSite(outcome.folder))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give an empty site: a configuration with nothing but a name and the plugin, and no content."""
    return Stage(tmp_path)
