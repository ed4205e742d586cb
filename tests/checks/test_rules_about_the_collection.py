"""Rules about the collection as a whole: gaps that only show when all stories are looked at together."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.ten_stories import ten_stories
from tests.conftest import Site

ORPHAN = "title: Lost\n"
PERSON = "---\ntitle: Mina\n---\n"


def _draw(site: Site, first: str = "series: coats\n", second: str = "", **others: str) -> None:
    """Draw ten stories without a gap, with the first and the second as given, and other stories by name."""
    files = ten_stories(first, second) if second else ten_stories(first)
    for path, text in files.items():
        if path.startswith("stories/"):
            site.story(path.removeprefix("stories/").removesuffix(".md"), text)
        else:
            site.file(path, text)
    for name, text in others.items():
        site.story(name, text)


def _said(site: Site, code: str) -> list[str]:
    """Give what one rule says, as `path:line:column severity message`."""
    return [
        f"{one.path}:{one.span.line}:{one.span.column} {one.severity} {one.message}"
        for one in site.collect().diagnostics
        if one.code == code
    ]


def test_story_that_nothing_leads_to_is_remarked_upon(site: Site) -> None:
    """The writer is told in which ways a reader could come upon it."""
    _draw(site, ORPHAN)

    assert _said(site, "CX501") == [
        "stories/story-01.md:2:1 info No other page leads to this story but the lists of all stories. This "
        "is for the editors: name it under `related:` in a story that readers may come from, link to it, or "
        "give it a `series:` or a `teller:` with more stories."
    ]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("series: coats\n", ""),
        ("title: Lost\n", "series: coats\nrelated: [story-01]\n"),
        ("title: Lost\n", "series: coats\npair: story-01\npolarity: negative\n"),
        ("title: Lost\n", f"series: coats\n---\n{BODY}\n[Lost](story-01.md)\n"),
        ("teller: mina\n", "series: coats\nteller: mina\n"),
    ],
)
def test_story_that_something_leads_to_is_not_lost(site: Site, first: str, other: str) -> None:
    """A name in another story, a link, a series, or another story of its teller."""
    _draw(site, first, other=other or "series: coats\n")
    site.file("people/mina.md", PERSON)

    assert _said(site, "CX501") == []


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("related: [story-01, story-02]\n", "series: coats\n"),
        ("teller: mina\n", "series: coats\n"),
        (f"title: Lost\n---\n{BODY}\n[Me](story-01.md)\n", "series: coats\n"),
        ("title: Lost\n", "status: draft\nrelated: [story-01]\n"),
    ],
)
def test_way_out_or_a_way_that_nobody_sees_is_no_way_in(site: Site, first: str, other: str) -> None:
    """What a story itself names does not lead to it, and neither does a draft."""
    _draw(site, first, other=other)
    site.file("people/mina.md", PERSON)

    assert len(_said(site, "CX501")) == 1


def test_link_in_a_page_of_prose_leads_to_a_story(site: Site) -> None:
    """Whoever reads about a person may go on to a story."""
    _draw(site, ORPHAN)
    site.file("people/mina.md", PERSON + "She told of [a coat](../stories/story-01.md).\n")

    assert _said(site, "CX501") == []


def test_small_collection_has_gaps_that_say_nothing(site: Site) -> None:
    """Whoever begins is not told what is missing yet."""
    _draw(site, ORPHAN, "status: draft\n")
    site.vocabulary("channels.yml", DRONE)

    assert [_said(site, code) for code in ("CX501", "CX502", "CX503")] == [[], [], []]


DRONE = "id: channels\nterms:\n  - id: drone\n    labels: {en: Drone}\n    definition: {en: By a drone.}\n"


def test_term_of_the_site_that_no_story_has_is_reported_in_its_file(site: Site) -> None:
    """The finding is where the term can be taken out, and shows that line."""
    _draw(site)
    site.vocabulary("channels.yml", DRONE)
    (found,) = (one for one in site.collect().diagnostics if one.code == "CX502")

    assert (str(found), found.excerpt.text) == (
        "../channels.yml:3:9  CX502 term-unused  info\n"
        '  No story has "drone" among its channels. Give it to the stories it fits, or take it out.',
        "  - id: drone",
    )


def test_term_that_a_draft_has_is_used(site: Site) -> None:
    """It was added for the story that is being written."""
    _draw(site, draft="status: draft\nchannels: [Drone]\n")
    site.vocabulary("channels.yml", DRONE)

    assert _said(site, "CX502") == []


def test_term_of_the_package_and_a_group_need_no_story(site: Site) -> None:
    """A site did not choose the former, and no story can have the latter."""
    _draw(site)
    site.vocabulary(
        "channels.yml",
        "id: channels\nterms:\n  - id: kiosk\n    labels: {en: Pillar}\n"
        "  - {id: flying, labels: {en: Flying}, definition: {en: By air.}, group: 'true'}\n",
    )

    assert _said(site, "CX502") == []


def test_site_can_switch_off_a_rule_about_its_own_files(site: Site) -> None:
    """The options of a site hold for files beside the content folder too."""
    _draw(site)
    site.file("../channels.yml", DRONE)
    site.file(
        "../mkdocs.yml",
        "site_name: A\ndocs_dir: content\nplugins:\n  - cx-stories:\n      vocabularies: [channels.yml]\n"
        "      severities: {CX502: off}\n",
    )

    assert _said(site, "CX502") == []


def test_element_of_which_one_side_is_told_is_remarked_upon_once(site: Site) -> None:
    """At the first story that has it, whichever side that is."""
    _draw(site, second="series: coats\n", story_00="missed:\n  unique: It was like any other.\n")

    assert _said(site, "CX503") == [
        'stories/story-01.md:3:1 info "Surprising" was there in this story, and no story tells where '
        "it was missed. Look for one that does.",
        'stories/story_00.md:4:1 info "Unique" was missed in this story, and no story tells where '
        "it was there. Look for one that does.",
    ]


def test_series_without_a_story_is_reported_at_its_title(site: Site) -> None:
    """Its page would be a dead end; a draft is a beginning, and what is retired is gone."""
    for name in ("empty", "begun", "over"):
        site.file(f"series/{name}.md", f"---\nsummary: A series.\ntitle: {name}\n---\n")
    site.file("series/empty.nl.md", "---\ntitle: Leeg\n---\n")
    site.story("draft", "status: draft\nseries: begun\n")
    site.story("retired", "status: retired\nseries: over\n")

    assert _said(site, "CX504") == [
        "series/empty.md:3:1 warning No story belongs to this series. Add `series: empty` to its stories, or "
        "remove this file.",
        "series/over.md:3:1 warning No story belongs to this series. Add `series: over` to its stories, or "
        "remove this file.",
    ]
