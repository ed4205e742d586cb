"""E-mail addresses in text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cx_stories.checks.personal.found import Found

_LONGEST_MAILBOX = 64
_BACKWARDS = re.compile(r"[\w.%+'~-]+")
_DOMAIN = re.compile(
    r"(?:[^\W_]++(?>(?:-++[^\W_]++)*)\.)+(?:xn--[a-z0-9-]+|[^\W\d_]{2,63})(?![^\W_])", re.IGNORECASE
)
_PICTURE = re.compile(r"[0-9.]+x\.(?:png|jpe?g|gif|webp|svg|avif)", re.IGNORECASE)
"""The end of the name of a picture for sharp screens, such as `logo@2x.png`."""


def email_addresses(text: str) -> Iterator[Found]:
    """Find e-mail addresses, in order, also those in links. A name such as `@mina` is none.

    Source:  https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 (at most 64 characters before the `@`)
    """
    end = 0
    at = text.find("@")
    while at >= 0:
        domain = _DOMAIN.match(text, at + 1)
        mailbox = _mailbox(text[max(end, at - _LONGEST_MAILBOX) : at])
        if domain and mailbox and not _PICTURE.fullmatch(domain.group()):
            end = domain.end()
            start = at - len(mailbox)
            yield Found(start, end, text[start:end])
        at = text.find("@", at + 1)


def _mailbox(before: str) -> str:
    """Give the part before the `@`, without the signs that Markdown or a sentence puts in front of it."""
    backwards = _BACKWARDS.match(before[::-1])
    return backwards.group()[::-1].lstrip("._%+'~-") if backwards else ""
