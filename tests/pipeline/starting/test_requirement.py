"""How a fresh site asks for this program."""

from __future__ import annotations

import json
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from cx_stories.pipeline.starting.requirement import local_source, requirement


class Installed(Distribution):
    """A package that was installed in some way."""

    def __init__(self, version: str, origin: dict[str, Any] | None = None) -> None:
        self._files = {
            "METADATA": f"Metadata-Version: 2.1\nName: cx-stories\nVersion: {version}\n",
            "direct_url.json": json.dumps(origin) if origin else None,
        }

    def read_text(self, filename: str) -> str | None:
        """Give a file of its metadata."""
        return self._files.get(filename)

    def locate_file(self, path: Any) -> Path:
        """Give where a file of it stands."""
        return Path(path)


@pytest.mark.parametrize(
    ("version", "asked"),
    [
        ("0.1.0", "cx-stories>=0.1.0,<0.2"),
        ("0.9.4", "cx-stories>=0.9.4,<0.10"),
        ("1.2.3", "cx-stories>=1.2.3,<2"),
        ("2.0rc1+local", "cx-stories>=2.0rc1,<3"),
    ],
)
def test_version_is_asked_for_with_those_that_fit_it(version: str, asked: str) -> None:
    """A site gets what mends faults and not what changes it."""
    assert requirement(Installed(version)) == asked
    assert Requirement(asked).specifier.contains(version.partition("+")[0], prereleases=True)


@pytest.mark.parametrize(
    ("origin", "asked"),
    [
        (
            {
                "url": "https://ann:secret@git.example.com/cx.git",
                "vcs_info": {"vcs": "git", "commit_id": "a" * 40},
            },
            f"cx-stories @ git+https://git.example.com/cx.git@{'a' * 40}",
        ),
        (
            {
                "url": "ssh://git@git.example.com/cx.git",
                "vcs_info": {"vcs": "git", "commit_id": "b" * 40},
                "subdirectory": "python",
            },
            f"cx-stories @ git+ssh://git@git.example.com/cx.git@{'b' * 40}#subdirectory=python",
        ),
        (
            {"url": "https://files.example.com/cx_stories-0.1.0-py3-none-any.whl", "archive_info": {}},
            "cx-stories @ https://files.example.com/cx_stories-0.1.0-py3-none-any.whl",
        ),
    ],
)
def test_package_of_an_address_is_asked_for_there(origin: dict[str, Any], asked: str) -> None:
    """A server gets the very program that made the site, and no password that somebody used."""
    assert requirement(Installed("0.1.0", origin)) == asked
    assert Requirement(asked).url


@pytest.mark.parametrize("url", ["file:///home/ann/cx", "file:///home/ann/cx_stories-0.1.0-py3-none-any.whl"])
def test_program_of_this_computer_comes_along_as_a_file(url: str) -> None:
    """Nobody learns of a developer's folders, and no stranger's package is asked for by our name."""
    installed = Installed("0.1.0", {"url": url, "dir_info": {"editable": True}})

    assert (requirement(installed), local_source(installed)) == (
        "./cx_stories-0.1.0-py3-none-any.whl",
        Path(url.removeprefix("file://")),
    )
