r"""Words as Markdown that shows them as they were: no sign of theirs means anything.

Only what would mean something is marked, so that a writer reads `5 * 3` and not `5 \* 3`.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_BLANKS = re.compile(r"[\s\u00a0\u2028\u2029]+")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]")
_STRAY = re.compile("[\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]")
_SIGNS = re.compile(
    r"[\\`\[\]{}]"
    r"|<(?=[^\s\d])"
    r"|&(?=#|\w{1,32};)"
    r"|\*(?=\S)|(?<=\S)\*"
    r"|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)"
    r"|(?<=_)_|_(?=_)|~~|\|"
)
_AS_ENTITY = {"<": "&lt;", "&": "&amp;", "~~": "&#126;&#126;"}
_AT_START = re.compile(
    r"(?P<number>\d{1,9})[.)](?=[ \t]|$)"
    r"|(?P<sign>[-+#>](?=\S*))"
    r"|(?P<boxed>!!!|\?\?\?\+?|={2,}|~{3,}|:(?=[ \t])|\*(?=[ \t]|$)|;{2,}|\$\$|%%)"
)
_LIVING = ("http", "https")
LONGEST_ADDRESS = 2_000


def seen(text: str) -> str:
    """Give a text without the signs that no reader sees, or that turn others around; blanks become single."""
    return _BLANKS.sub(" ", _STRAY.sub("", _UNSEEN.sub("", text)))


def without_unseen(text: str) -> str:
    """Give a text without the signs that no reader sees; its lines stay."""
    return _STRAY.sub("", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def escaped(text: str) -> str:
    """Give words of a line as Markdown."""
    return _SIGNS.sub(_marked, text)


def _marked(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "{" and found.string.startswith("%", found.end()):
        return "&#123;"  # some programs look for `{%` whatever stands before it
    return _AS_ENTITY.get(sign) or "".join(f"\\{one}" for one in sign)


def begun(line: str) -> str:
    """Give a line of Markdown so that its beginning makes no heading, list, quotation or box of it."""
    found = _AT_START.match(line)
    if found is None:
        return line
    if found["number"]:
        at = found.end("number")
        return f"{line[:at]}\\{line[at:]}" if line[at] == "." else f"{line[:at]}&#41;{line[at + 1 :]}"
    if found["sign"]:
        return f"\\{line}"
    return f"&#{ord(line[0])};{line[1:]}"


def address(typed: str) -> str:
    """Give the address of a link as Markdown takes it; nothing if it leads nowhere from a page of ours."""
    try:
        parts = urlsplit(seen(typed).strip())
        whole = parts.geturl()
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in _LIVING or not host or len(whole) > LONGEST_ADDRESS or parts.username:
        return ""
    return quote(whole, safe="%/:=&?~#+!$,;'@.-_")


def capitalised(title: str) -> str:
    """Give a title with a capital at its beginning; a name such as iPod keeps its own."""
    first = title.partition(" ")[0]
    return title[:1].upper() + title[1:] if first.islower() else title
