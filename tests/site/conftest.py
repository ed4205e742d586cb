"""Sites to look at: the demonstration site, built once, and a stage on which a test draws its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.site.html_reading import BuiltSite
from tests.site.made_site import Outcome, Stage, build_site

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Demonstration:
    """The site of this repository: how its build went, and its pages."""

    outcome: Outcome
    site: BuiltSite


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """Build the demonstration site once, strictly, into a folder of its own."""
    folder = tmp_path_factory.mktemp("demonstration")
    outcome = build_site(ROOT / "mkdocs.yml", folder, strict=True, site_url="")
    return Demonstration(outcome, BuiltSite(folder))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give an empty site: a configuration with nothing but a name and the plugin, and no content."""
    return Stage(tmp_path)
