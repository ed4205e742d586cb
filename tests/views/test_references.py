"""A reference in a text leads to its page, and is called as that is called in the reader's language."""

from __future__ import annotations

import pytest

from cx_stories.views.references import Referred, referred_to
from tests.conftest import Site


def _draw(site: Site) -> None:
    site.story("refund", "title: Refund & “more”\n")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    site.file("people/mina.nl.md", "---\ntitle: Mina (NL)\n---\n")


@pytest.mark.parametrize(
    ("reference", "language", "referred"),
    [
        ("story/refund", "en", Referred("stories/refund", "Refund & “more”", "")),
        ("story/refund#lesson.1", "nl", Referred("stories/refund", "Refund & “more”", "en", "#lesson.1")),
        ("person/mina", "nl", Referred("people/mina", "Mina (NL)", "")),
        ("element/Surprising", "nl", Referred("elements/surprising", "Verrassend", "")),
        ("Kanaal/telefoon", "en", Referred("terms/channels/phone", "Phone", "")),
        ("story/nowhere", "en", None),
        ("status/draft", "en", None),
        ("lamp/draft", "en", None),
        ("element/loud", "en", None),
    ],
)
def test_reference_is_resolved_for_the_reader(
    site: Site, reference: str, language: str, referred: Referred | None
) -> None:
    """What has no page is no link; a title in another language says so."""
    _draw(site)

    assert referred_to(reference, site.edition(language)) == referred
