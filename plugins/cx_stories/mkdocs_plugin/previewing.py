"""The program that reloads a preview, made known to the pages that else run nothing of their own."""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_urlsafe

from mkdocs.livereload import LiveReloadServer

_PROGRAM = b"<script>\nvar livereload"
_POLICY = b'http-equiv="Content-Security-Policy"'


class Preview:
    """One preview. `nonce` is what its policy knows the program by; nobody who writes a story can know it."""

    def __init__(self) -> None:
        self.nonce = token_urlsafe(16)

    def let_reload(self, server: LiveReloadServer) -> None:
        """Have the program carry the nonce wherever MkDocs puts it into a page.

        A page with a policy of its own, as the form has, would not run it, and is left as it is.
        """
        inject: Callable[[bytes, float], bytes] = server._inject_js_into_html

        def with_nonce(content: bytes, epoch: float) -> bytes:
            if _POLICY in content and self.nonce.encode() not in content:
                return content
            before, program, after = inject(content, epoch).rpartition(_PROGRAM)
            return before + program.replace(b">", f' nonce="{self.nonce}">'.encode(), 1) + after

        server._inject_js_into_html = with_nonce  # type: ignore[method-assign]
