"""Where only texts of stories are others, most of what hangs together is what it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cx_stories.library import Library
from cx_stories.model.story import Story
from cx_stories.relations.backlinks import links
from cx_stories.relations.contrast import contrast
from cx_stories.relations.relations import Relations
from cx_stories.relations.retold import known_links, retold
from tests.conftest import Site


@pytest.fixture
def library(site: Site) -> Library:
    """Give three stories that link to one another, and a page that links to one of them."""
    site.story("lamp", "title: Lamp\nchannels: [web]\n---\nHe lent her [the coat](coat.md).\n")
    site.story(
        "coat",
        "title: Coat\nchannels: [web]\npolarity: negative\nmissed: [repeatable]\n---\nSee [this](lamp.md).\n",
    )
    site.story("loaf", "title: Loaf\n---\nNobody links here.\n")
    site.file("help.md", "---\ntitle: Help\n---\nBegin with [the lamp](stories/lamp.md).\n")
    return site.library()


def with_text(library: Library, identity: str, body: str) -> Library:
    """Give a library in which the text of a story is another."""

    def told_anew(story: Story) -> Story:
        tellings = {name: one.model_copy(update={"body": body}) for name, one in story.tellings.items()}
        return story.model_copy(update={"tellings": tellings}) if story.id == identity else story

    return replace(library, stories=tuple(map(told_anew, library.stories)))


def with_title(library: Library, identity: str, title: str) -> Library:
    """Give a library in which the title of a story is another."""

    def named_anew(story: Story) -> Story:
        tellings = {name: one.model_copy(update={"title": title}) for name, one in story.tellings.items()}
        return story.model_copy(update={"tellings": tellings}) if story.id == identity else story

    return replace(library, stories=tuple(map(named_anew, library.stories)))


def test_another_text_is_no_more_than_that(library: Library) -> None:
    """Another title, another number of stories or another page is more."""
    fewer = replace(library, stories=library.stories[1:])
    without = replace(library, articles={})
    others = (with_text(library, "lamp", "New."), with_title(library, "lamp", "New"), fewer, without)

    assert [retold(one, library) for one in (library, *others)] == [True, True, False, False, False]


def test_links_of_other_texts_need_not_be_read_again(library: Library) -> None:
    """What is known of them gives, with those of the new text, what reading all of them gives."""
    after = with_text(library, "lamp", "He lent her the lamp itself, as in [the loaf](loaf.md).")
    known = known_links(after, Relations(library))

    assert sorted(known) == [("help", "en"), ("stories/coat", "en"), ("stories/loaf", "en")]
    assert links(after, None, known) == links(after)
    assert links(after) != links(library)


def test_opposites_do_not_depend_on_texts(library: Library) -> None:
    """That is why they may stay where only texts are others."""
    after = with_text(library, "coat", "They said she had lent him the lamp, in the rain, as nobody does.")

    assert contrast(after) == contrast(library) != {}
