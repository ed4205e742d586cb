"""The list of all stories."""

from __future__ import annotations

from cx_stories.views.lists import Pager
from cx_stories.views.page import Page
from cx_stories.views.stories import story_lists
from tests.conftest import Site


def _draw(site: Site) -> None:
    site.story("good", "date: 2024-03-01\n")
    site.story("bad", "polarity: negative\ndate: 2024-03-02\n")
    site.story("better", "date: 2024-03-03\n")


def test_all_stories_stand_in_one_list(site: Site) -> None:
    """Newest first, with the other lists a reader may switch to."""
    _draw(site)
    edition = site.edition()

    assert list(story_lists(edition)) == [
        Page(
            path="stories",
            language="en",
            title="Stories",
            template="stories.html",
            context={
                "cards": edition.cards(edition.library.stories),
                "count": 3,
                "pager": Pager(1, ((1, "stories"),)),
                "filters": (
                    ("All stories", "stories", 3, True),
                    ("Positive", "polarity/positive", 2, False),
                    ("Negative", "polarity/negative", 1, False),
                ),
            },
        )
    ]


def test_introduction_of_a_list_is_its_title_and_prose(site: Site) -> None:
    """Somebody may write `stories/index.md`."""
    site.file("stories/index.md", "---\ntitle: All our stories\nsummary: Every one.\n---\nText.\n")
    (page,) = story_lists(site.edition())

    assert (page.title, page.summary, page.prose and page.prose.text) == (
        "All our stories",
        "Every one.",
        "Text.",
    )


def test_long_list_is_cut_in_pages(site: Site) -> None:
    """The further pages hold the older stories."""
    for number in range(50):
        site.story(f"story-{number:02}")
    cut = [
        (page.path, page.listed, page.context["cards"][0].path)  # type: ignore[index]
        for page in story_lists(site.edition())
    ]

    assert cut == [("stories", True, "stories/story-00"), ("stories/page/2", False, "stories/story-48")]
