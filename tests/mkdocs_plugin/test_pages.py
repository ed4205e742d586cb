"""What MkDocs has rendered by itself is made harmless, and nobody overlooks what was taken out."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest

from cx_stories.mkdocs_plugin.pages import CxPage


def test_what_another_plugin_put_in_is_taken_out_with_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    """A strict build stops, for nobody has seen this text before."""
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="stories/a.md"))
    html = CxPage._sanitised(page, '<p onclick="b">a</p><p onclick="b">c</p>')

    assert (html, caplog.record_tuples) == (
        "<p>a</p><p>c</p>",
        [
            (
                "mkdocs.plugins.cx_stories",
                logging.WARNING,
                "Doc file 'stories/a.md': `onclick` of `<p>` was taken out, which no page may have.",
            )
        ],
    )
