"""By what a finding is known again in a later run."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from cx_stories.model.diagnostic import Diagnostic

_SIZE = 16
_QUOTED = re.compile(r'`([^`]*)`|"([^"]*)"')


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Sequence[str]:
    """Give each finding a name that survives moved lines and reworded messages, and that no other has.

    Shape:  32 hexadecimal digits each, in the order of the findings.

    Of findings that are alike, the first from the top has the first name; when one of them is mended,
    the name that goes is that of the last.
    """
    seen: Counter[str] = Counter()
    names = []
    for found in diagnostics:
        what = _what(found)
        seen[what] += 1
        names.append(_digest(what, str(seen[what])))
    return names


def _what(found: Diagnostic) -> str:
    """Of a message counts only what it is about, which it names first; proposals come and go."""
    quoted = (field or typed for field, typed in _QUOTED.findall(found.message))
    subject = next((name for name in quoted if not name.isdigit()), "")
    return _digest(found.path, found.code, found.excerpt.text.strip(), subject)


def _digest(*parts: str) -> str:
    """Give the hash of texts, those with half a character among them, as an escape in a story can give."""
    text = "\0".join(parts)
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=_SIZE).hexdigest()
