"""Where a site stands on the web: what its pages are cited by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

_SAFE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the pages of a site are.

    url:      the address of the site, as far as anybody has said
    folders:  whether each page is a folder, so that its address ends in a slash; otherwise in `.html`
    """

    url: str = ""
    folders: bool = True

    def file(self, path: str) -> str:
        """Give the whole address of a file; seen from the top of the site if nobody has said where that is.

        path:  seen from the top of the site; that of a folder ends in a slash
        """
        return _top(self.url) + quote(path) if path else _top(self.url)

    def permalink(self, address: str, folder: str = "") -> str:
        """Give the whole address of a page; seen from the top of the site if nobody has said where that is.

        address:  where the page is within its language, such as `stories/refund`; nothing for the home page
        folder:   that of its language, such as `nl/`
        """
        ending = "/" if self.folders else ".html"
        return self.file(folder) + (quote(address) + ending if address else "")


@lru_cache(maxsize=16)
def _top(url: str) -> str:
    """Give the address of the top of a site, as every page asks for it."""
    return quote(f"{url.rstrip('/')}/" if url else "", safe=_SAFE)


UNKNOWN = Whereabouts()
