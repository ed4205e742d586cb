"""Values of a page that take long to make are made when they are wanted, and are like any other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.views import pairs
from cx_stories.views.backlinks import SCRIPT
from cx_stories.views.page import Later, Page, passing
from cx_stories.views.registry import pages_of
from cx_stories.views.story import page as story_page
from tests.conftest import Site


def test_values_are_made_once_when_the_first_is_asked_for() -> None:
    """A page that is only listed costs next to nothing; one that is printed costs its values once."""
    made: list[str] = []

    def make() -> Mapping[str, object]:
        made.append("values")
        return {"title": "The coat", "count": 2}

    later = Later(make)
    before = list(made)

    assert (later["title"], list(later), len(later), {**later}) == (
        "The coat",
        ["title", "count"],
        2,
        {"title": "The coat", "count": 2},
    )
    assert (before, made) == ([], ["values"])


def test_values_made_in_passing_are_kept_for_nobody_unless_they_were_before() -> None:
    """What is printed once need not be remembered; what is remembered need not be made again."""
    made: list[str] = []

    def make() -> Mapping[str, object]:
        made.append("values")
        return {"count": len(made)}

    later = Later(make)
    seen = [passing(later), passing(later), {**later}, passing(later), passing({"count": 0})]

    assert seen == [{"count": 1}, {"count": 2}, {"count": 3}, {"count": 3}, {"count": 0}]


def test_page_is_equal_to_one_whose_values_are_there() -> None:
    """Whoever compares pages compares what is on them."""
    now, later, other = (
        Page("people", "en", "People", "shelf.html", context)
        for context in ({"count": 2}, Later(lambda: {"count": 2}), Later(lambda: {"count": 3}))
    )

    assert (later == now, other == now, repr(later) == repr(now)) == (True, False, True)


def test_stories_and_pairs_are_worked_out_when_they_are_printed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages of a large collection are all known long before the first is printed."""
    site.story("coat", "pair: lamp\n")
    site.story("lamp", "pair: coat\npolarity: negative\nmissed:\n  unique: Nobody looked.\n")
    made: list[object] = []
    monkeypatch.setattr(story_page, "_context", lambda story, *_: made.append(story.id) or {})
    monkeypatch.setattr(pairs, "_context", lambda couple, *_: made.append(couple.first.id) or {})
    pages = {page.path: page for page in pages_of(site.edition())}
    before = list(made)

    _ = [dict(pages[path].context) for path in ("stories/lamp", "pairs/coat/lamp")]

    assert (before, made) == ([], ["lamp", "coat"])


def test_search_finds_a_story_without_what_its_page_takes_long_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is made before the first page is printed."""
    site.story("coat")
    monkeypatch.setattr(story_page, "_context", lambda *_: pytest.fail("Too early."))
    (page,) = (page for page in pages_of(site.edition()) if page.path == "stories/coat")

    assert page.found is not None
    assert sorted(page.found) == ["card", "found", "telling"]


@pytest.mark.parametrize(
    ("group", "listed", "found"),
    [
        ("story", True, True),
        ("story", False, True),
        ("term", True, True),
        ("page", False, False),
        ("", True, False),
    ],
)
def test_search_finds_what_is_listed_and_every_story(group: str, listed: bool, found: bool) -> None:
    """A story that is not translated is found in the language it was told in; nothing else is found twice."""
    assert Page("a", "en", "A", "shelf.html", {}, group=group, listed=listed).findable == found


def test_pages_with_previews_bring_what_shows_them(site: Site) -> None:
    """The script is known before the previews are; both are there or neither is."""
    site.story("coat")
    site.story("lamp", f"title: The lamp\n---\n{BODY.replace('coat', 'lamp')}\nSee [[coat]] too.\n")
    site.file("about.md", "# About us\n\nRead [[lamp]].\n")
    pages = pages_of(site.edition())
    with_cards = [page.path for page in pages if page.context.get("previews")]

    assert [page.path for page in pages if SCRIPT in page.scripts] == with_cards
    assert {"about", "stories/coat", "stories/lamp"} <= set(with_cards)
