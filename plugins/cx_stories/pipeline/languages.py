"""The languages that a site names."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError


def languages_fault(languages: Sequence[str]) -> str:
    """Say what is wrong with the codes of a site's languages; nothing if nothing is."""
    for language in languages:
        try:
            Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            return (
                f'`languages:` names "{language}", which is not a language. '
                "Write codes such as en, nl or pt-BR."
            )
    if len(set(languages)) < len(languages):
        return "`languages:` names a language twice. Remove one of the two."
    return ""
