"""Where the pages of a site are on the web."""

from __future__ import annotations

import pytest

from cx_stories.views.whereabouts import Whereabouts


@pytest.mark.parametrize(
    ("whereabouts", "folder", "address"),
    [
        (Whereabouts("https://cx.example/"), "", "https://cx.example/stories/refund/"),
        (Whereabouts("https://cx.example/cases"), "nl/", "https://cx.example/cases/nl/stories/refund/"),
        (Whereabouts("https://cx.example/", folders=False), "", "https://cx.example/stories/refund.html"),
        (Whereabouts(), "nl/", "nl/stories/refund/"),
    ],
)
def test_address_is_the_one_that_the_site_serves(whereabouts: Whereabouts, folder: str, address: str) -> None:
    """Wherever the site stands, and also where nobody has said so."""
    assert whereabouts.permalink("stories/refund", folder) == address


def test_sign_with_a_meaning_in_addresses_is_written_out() -> None:
    """An address can be pasted anywhere, and put between quotes."""
    at = Whereabouts('https://cx.example/a "b"/')

    assert at.permalink("stories/één #1 ?") == (
        "https://cx.example/a%20%22b%22/stories/%C3%A9%C3%A9n%20%231%20%3F/"
    )


def test_the_home_page_of_a_language_is_its_folder() -> None:
    """No page of its own name, and no second slash."""
    homes = [
        Whereabouts("https://stories.example", folders).permalink("", "nl/") for folders in (True, False)
    ]

    assert homes == ["https://stories.example/nl/"] * 2


def test_a_file_has_a_whole_address() -> None:
    """With signs that no address has as they are."""
    assert (
        Whereabouts("https://stories.example/c").file("a b?.pdf") == "https://stories.example/c/a%20b%3F.pdf"
    )
