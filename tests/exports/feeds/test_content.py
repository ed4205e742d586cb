"""A story in a feed stands on the page of a program that knows nothing of our site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.exports.feeds.content import Contents
from cx_stories.pipeline.publication import publication_of
from cx_stories.views.prose import Converted
from cx_stories.views.story.workshop import PAUSE
from tests.conftest import Site

AT = "https://stories.example/cases/"


def content(site: Site, converted: Converted, identity: str = "lamp", language: str = "en") -> str:
    """Give a story of a drawn site as feeds have it, with this for its text."""
    collection = site.collect()
    story = collection.library.story(identity)
    assert story, site.messages()
    prose = {story.told_in(language).body: converted}
    made = replace(publication_of(collection, name="Casebook", url=AT), prose=prose)
    (edition,) = (one for one in made.editions if one.language == language)
    return Contents(made, edition).of(story)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("coat.md#lesson.1", f"{AT}nl/stories/coat/#lesson.1"),
        ("../people/mina.md", f"{AT}nl/people/mina/"),
        ("../index.md", f"{AT}nl/"),
        ("../downloads/a%20b.pdf", f"{AT}downloads/a%20b.pdf"),
        ("/a.pdf", "https://stories.example/a.pdf"),
        ("#what-then", f"{AT}nl/stories/lamp/#what-then"),
        ("https://elsewhere.example/?a=1&b=2", "https://elsewhere.example/?a=1&amp;b=2"),
        ("mailto:mina@example.com", "mailto:mina@example.com"),
    ],
)
def test_an_address_is_whole(site: Site, typed: str, whole: str) -> None:
    """It leads to where it leads on the page, in the language of the page."""
    site.story("2024/coat")
    site.story("lamp")
    site.file("people/mina.md", "---\ntitle: Mina\n---\n")
    parts = ('<p><a href="', '">there</a></p>')

    assert content(site, Converted(parts, (typed,)), language="nl").startswith(
        f'<p><a href="{whole}">there</a></p>'
    )


def test_a_reference_has_the_title_of_what_it_leads_to(site: Site) -> None:
    """What a page shows in two square brackets, a feed shows too."""
    site.story("coat", "title: 'The \"coat\"'\n")
    site.story("lamp")
    html = '<p><a href="cx:story/coat" data-title="">coat</a> <a href="cx:story/gone">x</a></p>'

    assert content(site, Converted((html,))).startswith(
        f'<p><a href="{AT}stories/coat/">The "coat"</a> <a>x</a></p>'
    )


def test_nothing_comes_along_that_only_our_pages_have_use_for(site: Site) -> None:
    """No pause, no place to link to, no class; and nothing that could do harm."""
    site.story("lamp", "lessons: [Look up <there>.]\n")
    html = f'<h2 class="a" id="x">So</h2>{PAUSE}<script>alert(1)</script><p onclick="a()">Then</p>'

    assert content(site, Converted((html,))) == (
        "<h2>So</h2><p>Then</p>\n<h2>What we learn</h2>\n<ul>\n<li>Look up &lt;there&gt;.</li>\n</ul>"
    )


def test_a_picture_comes_first_with_its_words(site: Site) -> None:
    """Whoever cannot see it reads what it shows; pictures in the text have whole addresses, too."""
    site.file("stories/lamp.png")
    site.story("lamp", "image: {file: lamp.png, alt: 'A \"lamp\"'}\n")
    shown = content(site, Converted(('<p><img alt="B" src="', '"></p>'), ("lamp.png",)))

    assert shown.startswith(
        f'<p><img src="{AT}stories/lamp.png" alt="A &#34;lamp&#34;"></p>\n'
        f'<p><img alt="B" src="{AT}stories/lamp.png"></p>'
    )


def test_a_story_is_told_in_one_go(site: Site) -> None:
    """Where it pauses on our page, nobody is asked anything in a feed."""
    site.story("lamp", "lessons: [Look up.]\n")

    assert content(site, Converted((f"<p>So</p>{PAUSE}<p>then</p>",))).startswith(
        "<p>So</p><p>then</p>\n<h2>"
    )
