"""How to comment on a story: what a letter says, and what is asked of giscus."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from urllib.parse import parse_qs, urlsplit

from cx_stories.mkdocs_plugin.commenting import scripts_for, sources_of, values_of
from cx_stories.pipeline.comment_options import Comments, Giscus
from cx_stories.views.page import STORY, Page
from cx_stories.views.whereabouts import Whereabouts
from tests.conftest import Site

MAIL = Comments("stories+cx@example.com")
GISCUS = Comments(giscus=Giscus("acme/stories", "R_1", "Q&A", "DIC_1"))
TITLE = 'AT&T "x" <y>\r\nBcc: me? 100%'
PAGE = Page("stories/lamp", "nl", TITLE, "story.html", {}, summary="So & so", group=STORY)


def test_a_letter_names_the_story_and_says_where_it_is(site: Site) -> None:
    """Its subject is one line, whatever the title; a program for mail reads it as it was typed."""
    edition = replace(site.edition("en"), whereabouts=Whereabouts("https://stories.example/"))
    letter = urlsplit(str(values_of(PAGE, MAIL, edition)["mail"]))
    said = {name: one for name, (one,) in parse_qs(letter.query).items()}
    EmailMessage()["Subject"] = said["subject"]

    assert (letter.scheme, letter.path) == ("mailto", "stories+cx@example.com")
    assert said == {
        "subject": 'About “AT&T "x" <y> Bcc: me? 100%”',
        "body": f"{TITLE}\r\nhttps://stories.example/stories/lamp/\r\n\r\n",
    }


def test_without_an_address_of_the_site_a_letter_has_its_subject_only(site: Site) -> None:
    """Half an address leads nobody anywhere."""
    assert "body=" not in str(values_of(PAGE, MAIL, site.edition("en"))["mail"])


def test_giscus_is_asked_for_one_discussion_in_the_language_of_the_page(site: Site) -> None:
    """All languages of a story share theirs; a language that giscus does not speak is English there."""
    address = urlsplit(str(values_of(PAGE, GISCUS, site.edition("nl"))["giscus"]))
    other = str(values_of(PAGE, GISCUS, replace(site.edition("en"), language="fy"))["giscus"])

    assert (address.netloc, address.path, other.partition("?")[0]) == (
        "giscus.app",
        "/nl/widget",
        "https://giscus.app/en/widget",
    )
    assert {name: one for name, (one,) in parse_qs(address.query).items()} == {
        "repo": "acme/stories",
        "repoId": "R_1",
        "category": "Q&A",
        "categoryId": "DIC_1",
        "term": "stories/lamp",
        "description": "So & so",
        "strict": "1",
        "reactionsEnabled": "1",
        "emitMetadata": "0",
        "inputPosition": "bottom",
    }


def test_only_stories_on_a_site_with_giscus_have_its_script() -> None:
    """And only such a site may show a page of giscus within its own."""
    pages = (PAGE, replace(PAGE, group="page"), replace(PAGE, moved="stories/a"))

    assert [[scripts_for(page, one) for page in pages] for one in (GISCUS, MAIL, None)] == [
        [("comments.js",), (), ()],
        [(), (), ()],
        [(), (), ()],
    ]
    assert [sources_of(one) for one in (GISCUS, MAIL, None)] == [{"frame-src": "https://giscus.app"}, {}, {}]
