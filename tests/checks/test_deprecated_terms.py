"""A term that is no longer to be used is answered with its successor."""

from __future__ import annotations

import pytest

from cx_stories.model.diagnostic import Edit, Fix
from cx_stories.model.document import Span
from tests.conftest import Site

OLD = (
    "id: channels\nterms:\n"
    "  - {id: fax, labels: {en: Fax, nl: Faxapparaat}, definition: {en: By fax.}, replaced_by: post}\n"
    "  - {id: telex, labels: {en: Telex}, definition: {en: By telex.}, deprecated: 'true'}\n"
)


@pytest.mark.parametrize(
    ("typed", "span", "message", "edit"),
    [
        (
            "channels: [web, fax]",
            Span(2, 17, 2, 20),
            '"fax" is no longer one of the channels to use. Write "post".',
            "post",
        ),
        (
            'channels: ["Faxapparaat"]',
            Span(2, 12, 2, 25),
            '"Faxapparaat" is no longer one of the channels to use. Write "post".',
            "post",
        ),
        (
            "channels: [fax, post]",
            Span(2, 12, 2, 15),
            '"fax" is no longer one of the channels to use. Take it out: "post", which replaces it, is there '
            "already.",
            None,
        ),
        (
            "channels: [telex]",
            Span(2, 12, 2, 17),
            '"telex" is no longer one of the channels to use. Choose another of the channels, or take it '
            "out.",
            None,
        ),
    ],
)
def test_old_term_is_replaced_where_that_is_beyond_doubt(
    site: Site, typed: str, span: Span, message: str, edit: str | None
) -> None:
    """The story is published as it is; a fix writes the successor and keeps the quotes."""
    site.vocabulary("channels.yml", OLD)
    site.story("refund", typed + "\n")
    (found,) = (one for one in site.collect().diagnostics if one.code == "CX213")
    quotes = 1 if '"' in typed else 0
    inner = Span(span.line, span.column + quotes, span.end_line, span.end_column - quotes)

    assert (found.span, found.message, found.fix, site.ids()) == (
        span,
        message,
        Fix((Edit(inner, edit),)) if edit else None,
        ["refund"],
    )
