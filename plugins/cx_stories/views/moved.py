"""The pages at the earlier addresses of stories, which lead to where they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cx_stories.model.story import Story
from cx_stories.views import addresses
from cx_stories.views.edition import Edition
from cx_stories.views.page import Page, of_no_story


def moved_pages(edition: Edition) -> Iterator[Page]:
    """Give a page for every earlier id of a story, unless another story has it now."""
    for identity, story in moves(edition).items():
        telling, address = story.told_in(edition.language), addresses.story(story.id)
        yield Page(
            path=addresses.story(identity),
            language=edition.language,
            title=telling.title,
            template="moved.html",
            context={"path": address},
            summary=telling.summary,
            listed=False,
            group="",
            foreign=edition.foreign(telling.language),
            moved=address,
            made_of=of_no_story,
        )


def moves(edition: Edition) -> Mapping[str, Story]:
    """Map each earlier id to the story that has had it; what two stories have had leads to the newer one."""
    found: dict[str, Story] = {}
    for story in edition.library.stories:
        for alias in story.aliases:
            if edition.library.story(alias) is None:
                found.setdefault(alias, story)
    return dict(sorted(found.items()))
