"""The pages of an edition in which nothing but the texts of stories is another than a moment ago."""

from __future__ import annotations

from collections.abc import Set

from cx_stories.relations.backlinks import Link
from cx_stories.relations.retold import retold
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.findings import with_notes
from cx_stories.views.page import Page
from cx_stories.views.story.page import story_page


def pages_stay(edition: Edition, last: Edition) -> bool:
    """Whether the pages of the edition before are those of this one, but for what stands on those of stories.

    What a page is made of (`views.basis`) has no text of a story in it, but on the pages of stories and where
    a link leads. Which stories are related depends on texts, and shows on the pages of stories alone.

    last:  the edition before, in the same language
    """
    return only_texts(edition, last) and all(map(_among_stories, _changed_links(edition, last)))


def page_at(address: str, edition: Edition) -> Page | None:
    """Give the page of the story at an address; None if no story is there."""
    story = edition.library.story(address.partition("/")[2])
    return with_notes(story_page(story, edition), edition) if story and _is_story(address) else None


def only_texts(edition: Edition, last: Edition) -> bool:
    """Whether only texts of stories are others, and there is the same to say of them."""
    return (
        retold(edition.library, last.library)
        and edition.history == last.history
        and edition.preview == last.preview
    )


def _changed_links(edition: Edition, last: Edition) -> Set[Link]:
    """Give the links that have come or gone, or that stand in other sentences."""
    now, then = edition.relations.links, last.relations.links
    return frozenset() if now == then else set(now) ^ set(then)


def _among_stories(link: Link) -> bool:
    return _is_story(link.page) and _is_story(link.source)


def _is_story(address: str) -> bool:
    return address.partition("/")[0] == addresses.STORIES
