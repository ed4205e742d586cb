"""A drawn site as it is published, without building it."""

from __future__ import annotations

from cx_stories.exports.publication import Offers, Publication
from cx_stories.pipeline.publication import publication_of
from cx_stories.views.page import Page
from cx_stories.views.registry import pages_of
from tests.conftest import Site

AT = "https://stories.example/cases/"
HOSTILE = 'AT&T "x" <y> ]]> </script><b> &amp; \U0001f3ad'


def published(site: Site, url: str = AT, **offers: bool) -> Publication:
    """Give what a drawn site publishes."""
    return publication_of(site.collect(), name="Casebook", url=url, offers=Offers(**offers))


def page_at(publication: Publication, path: str, language: str = "en") -> Page:
    """Give the page at an address below its language."""
    edition = next(one for one in publication.editions if one.language == language)
    return next(page for page in pages_of(edition) if page.path == path)
