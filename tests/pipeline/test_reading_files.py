"""What a configuration names is read only if it is a file, and not endless."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline.reading_files import TooLargeError, read_bounded
from tests.conftest import Site


def test_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    """A byte more is refused, and no more than that byte is read."""
    file = tmp_path / "names.txt"
    file.write_bytes(b"1234")

    assert read_bounded(file, 4) == b"1234"
    with pytest.raises(TooLargeError):
        read_bounded(file, 3)


@pytest.mark.parametrize(
    ("configuration", "said"),
    [
        ("plugins: [cx-stories: {deny_list: pipe}]", "The private list of names cannot be read."),
        ("plugins: [cx-stories: {baseline: pipe}]", "This baseline cannot be read."),
        ("INHERIT: pipe", "`INHERIT:` names pipe, which cannot be read."),
        ("plugins: [cx-stories: {deny_list: huge}]", "The private list of names is too large."),
        ("plugins: [cx-stories: {baseline: huge}]", "This baseline cannot be read."),
        ("INHERIT: huge", "This file is too large to be a configuration."),
    ],
)
def test_what_never_ends_is_refused(site: Site, configuration: str, said: str) -> None:
    """A site from a stranger that names a device does not fill the machine."""
    folder = site.configuration.parent
    os.mkfifo(folder / "pipe")
    (folder / "huge").touch()
    os.truncate(folder / "huge", 200_000_000)
    site.configuration.write_text(f"site_name: A\ndocs_dir: content\n{configuration}\n")
    with pytest.raises(ConfigurationError) as caught:
        site.configured()

    assert str(caught.value).startswith(said)
