"""What cannot be opened is said in words about the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import ConfigurationError
from cx_stories.pipeline import Settings, collect
from tests.conftest import Site


def test_missing_folder_is_a_fault_of_the_configuration(tmp_path: Path) -> None:
    """The message names the folder, not where it would be on this computer."""
    with pytest.raises(ConfigurationError) as caught:
        collect(Settings(tmp_path / "content"))

    assert str(caught.value) == "There is no folder content/ to read stories from."


@pytest.mark.parametrize("language", ["xx", "english", "en_GB", ""])
def test_language_that_is_none_is_a_fault_of_the_configuration(site: Site, language: str) -> None:
    """A slip in the configuration is named, with codes to choose from."""
    site.languages("en", language)
    with pytest.raises(ConfigurationError) as caught:
        site.collect()

    assert str(caught.value) == (
        f'`languages:` names "{language}", which is not a language. Write codes such as en, nl or pt-BR.'
    )


def test_language_named_twice_is_a_fault_of_the_configuration(site: Site) -> None:
    """Its pages would overwrite each other."""
    site.languages("en", "nl", "en")
    with pytest.raises(ConfigurationError, match="names a language twice"):
        site.collect()
