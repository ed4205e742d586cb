"""Rules about the files of the site itself, which are reported while these are read."""

from __future__ import annotations

import pytest

from cx_stories.checks.base import Check, CollectionCheck
from cx_stories.checks.run import RULES
from cx_stories.errors import ConfigurationError, CxStoriesError, UnknownRuleError, VocabularyError


@pytest.mark.parametrize("error", [VocabularyError, ConfigurationError, UnknownRuleError])
def test_error_and_rule_have_the_same_name(error: type[CxStoriesError]) -> None:
    """Whoever looks up the code of an error finds its rule, which looks at no story."""
    rule = RULES[error.code.casefold()]

    assert (rule.code, rule.name, rule.severity) == (error.code, error.name, "error")
    assert not isinstance(rule, Check | CollectionCheck)
