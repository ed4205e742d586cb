"""What a vocabulary file of a site is answered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import VocabularyError
from cx_stories.vocabulary.loading import load


def refusal(folder: Path, *contents: str | bytes) -> str:
    """Write `own-1.yml`, `own-2.yml` and so on, and give the place and the words of the refusal."""
    files = []
    for number, content in enumerate(contents, start=1):
        files.append(folder / f"own-{number}.yml")
        files[-1].write_bytes(content if isinstance(content, bytes) else content.encode())
    return refusal_of(*files)


def refusal_of(*files: Path) -> str:
    """Give the place and the words of the refusal of these files."""
    with pytest.raises(VocabularyError) as caught:
        load(files)
    error = caught.value
    assert error.file is not None
    return f"{error.file.name}:{error.line}:{error.column} {error}"
