"""A term without a story says what to type to give it one."""

from __future__ import annotations

import pytest

from cx_stories.views.edition import Label
from cx_stories.views.terms.typed import Invitation, invitation_for
from tests.conftest import Site

SHOWS = "The sentence from the story that shows it."


def _invitation(site: Site, vocabulary: str, term: str) -> Invitation | None:
    edition = site.edition()
    found = edition.library.term(vocabulary, term)
    assert found
    return invitation_for(found, edition.library.vocabularies[vocabulary], edition)


@pytest.mark.parametrize(
    ("vocabulary", "term", "typed"),
    [
        ("channels", "chat", ["channels: [chat]"]),
        ("sectors", "fashion", ["sector: fashion"]),
        ("theatre", "cast", [f'theatre:\n  cast: "{SHOWS}"']),
        ("source_kind", "quoted", ["source:\n  kind: quoted"]),
        ("elements", "unique", [f'elements:\n  unique: "{SHOWS}"', f'missed:\n  unique: "{SHOWS}"']),
    ],
)
def test_what_to_type_is_what_can_be_typed(site: Site, vocabulary: str, term: str, typed: list[str]) -> None:
    """A writer takes the line over as it is, and it is read as this term."""
    site.story("refund", f"elements: []\n{typed[0]}\n" if vocabulary != "elements" else f"{typed[0]}\n")
    invited = _invitation(site, vocabulary, term)
    assert invited

    assert [line for line, _ in invited.lines] == typed
    assert [message for message in site.messages() if f"{term}" in message and "CX2" in message] == []


def test_lines_lead_to_their_explanation(site: Site) -> None:
    """Those of an element may say that it was there or that it was missed."""
    invited = _invitation(site, "elements", "unique")
    assert invited

    assert (invited.path, [place for _, place in invited.lines]) == (
        "contribute/front-matter",
        [
            Label("line.elements", "elements", "contribute/front-matter"),
            Label("line.missed", "missed", "contribute/front-matter"),
        ],
    )


def test_site_with_a_page_for_writers_leads_there(site: Site) -> None:
    """What it says in its own words comes first."""
    site.file("contribute/index.md", "---\ntitle: Tell us\n---\nText.\n")
    invited = _invitation(site, "channels", "chat")

    assert invited
    assert invited.path == "contribute"


@pytest.mark.parametrize(("vocabulary", "term"), [("justice", "procedural"), ("emotions", "joy")])
def test_nobody_is_invited_to_type_what_cannot_be_typed(site: Site, vocabulary: str, term: str) -> None:
    """No line asks for kinds of fairness yet, and a group only gathers others."""
    assert _invitation(site, vocabulary, term) is None
