"""E-mail addresses in text."""

from __future__ import annotations

import pytest

from cx_stories.checks.personal.email_addresses import email_addresses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mail mina.de-vries+shop@example.org.", ["mina.de-vries+shop@example.org"]),
        ("<mailto:mina@mail.example.co.uk>", ["mina@mail.example.co.uk"]),
        ("[mail](mailto:mina@example.org?subject=refund)", ["mina@example.org"]),
        ("**mina@example.org**, _ad@example.nl_", ["mina@example.org", "ad@example.nl"]),
        ("mina@bücher.example", ["mina@bücher.example"]),
        ("a@b.example@example.org", ["a@b.example"]),
        ("https://example.org/?mail=mina@example.org", ["mina@example.org"]),
    ],
)
def test_address_is_found_wherever_it_stands(text: str, found: list[str]) -> None:
    """In a sentence, in a link, or with the signs of Markdown around it."""
    assert [one.text for one in email_addresses(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "@mina",
        "mina@",
        "mina@example",
        "mina @ example.org",
        "![](logo@2x.png)",
        "https://example.org/@mina.example",
        "package@1.2.3",
        "mina@example.c0",
        "_@example.org",
    ],
)
def test_other_things_with_the_sign_are_left_alone(text: str) -> None:
    """Names on a platform, sharp pictures and versions are nobody's mailbox."""
    assert list(email_addresses(text)) == []
