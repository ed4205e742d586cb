"""As long as what a page is made of stays the same, so does what it says of itself to programs."""

from __future__ import annotations

import pytest

from cx_stories.exports.head import Head, Heads
from cx_stories.exports.publication import Publication
from cx_stories.views.basis import Basis
from cx_stories.views.registry import pages_of
from tests.conftest import Site
from tests.exports.publishing import published
from tests.views.test_basis import EDITS, edited


@pytest.mark.parametrize("edit", EDITS)
def test_page_with_the_same_basis_has_the_same_head(site: Site, edit: str) -> None:
    """A page is taken over from the last site without its head being made and compared."""
    before, after, alike = edited(site, edit, lambda _: _heads(published(site)))

    assert [path for path in sorted(alike) if before[path] != after[path]] == []
    assert alike


def _heads(publication: Publication) -> dict[str, tuple[bytes, Head]]:
    edition = publication.editions[0]
    basis, heads = Basis(edition), Heads(publication, edition)
    return {page.path: (basis.of(page), heads.of(page)) for page in pages_of(edition)}
