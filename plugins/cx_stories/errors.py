"""What can go wrong for reasons a user can mend."""

from __future__ import annotations


class CxStoriesError(Exception):
    """Base of every error this package raises on purpose; its text is meant for people."""


class VocabularyError(CxStoriesError):
    """A vocabulary file breaks the contract of `vocabulary/data` (CX904)."""


class ConfigurationError(CxStoriesError):
    """The configuration cannot be used (CX905)."""
