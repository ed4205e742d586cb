"""An error of this package reads like a finding: the place, the rule, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from cx_stories.errors import ConfigurationError, CxStoriesError, VocabularyError


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (VocabularyError("No.", Path("site/words.yml"), 3, 5), "words.yml:3:5  CX904 invalid-vocabulary"),
        (VocabularyError("No.", Path("site/a/words.yml")), "a/words.yml  CX904 invalid-vocabulary"),
        (VocabularyError("No.", Path("site/../words.yml"), 3), "../words.yml:3  CX904 invalid-vocabulary"),
        (VocabularyError("No.", Path("words.yml"), 3, 5), "words.yml:3:5  CX904 invalid-vocabulary"),
        (ConfigurationError("No."), "CX905 invalid-configuration"),
    ],
)
def test_report_names_the_place_from_the_folder_of_the_site(error: CxStoriesError, said: str) -> None:
    """The place is as exact as it is known."""
    assert error.report("site") == f"{said}  error\n  No."


def test_report_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    """A file elsewhere goes by its name; where it stands is nobody's business."""
    assert VocabularyError("No.", tmp_path / "words.yml", 1, 1).report() == (
        "words.yml:1:1  CX904 invalid-vocabulary  error\n  No."
    )


def test_text_of_an_error_is_the_bare_sentence() -> None:
    """Whoever words the place otherwise has the sentence alone."""
    assert str(VocabularyError("No.", Path("words.yml"), 3, 5)) == "No."


def test_message_is_one_line_whatever_somebody_typed() -> None:
    """A value from a file cannot forge a second finding, colour a screen or fill it."""
    error = VocabularyError('"a\nb\x1b[31m" is no term.')

    assert (str(error), len(str(VocabularyError("x" * 10_000)))) == ('"a b\ufffd[31m" is no term.', 603)
