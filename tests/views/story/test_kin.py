"""A story leads to its other side, to those like it, and on."""

from __future__ import annotations

from cx_stories.views.story.kin import OtherSide, Step, kin_of
from tests.conftest import Site


def test_story_leads_to_its_other_side_first(site: Site) -> None:
    """With who put them together, why, and where they stand side by side."""
    site.story("bad", "polarity: negative\npair: good\nstages: [service]\ndate: 2024-01-01\n")
    site.story("good", "pair: bad\nstages: [service]\ndate: 2024-01-02\n")
    edition = site.edition()
    good, bad = edition.library.stories

    assert kin_of(good, edition) == {
        "other_side": OtherSide(
            edition.card(bad), declared=True, reason="At the same stage (service)", path="pairs/good/bad"
        ),
        "relatives": (),
        "previous": Step(edition.card(bad), ""),
        "following": None,
    }


def test_related_stories_come_with_their_reason(site: Site) -> None:
    """The writer's own pick first."""
    site.story("a", "related: [b]\n")
    site.story("b")
    site.story("c", "touchpoints: [waiting]\n")
    edition = site.edition()
    a = next(story for story in edition.library.stories if story.id == "a")
    relatives = kin_of(a, edition)["relatives"]

    assert isinstance(relatives, tuple)
    assert (relatives[0].card.path, relatives[0].reason.partition(";")[0]) == (
        "stories/b",
        "Chosen by the writer",
    )


def test_story_of_a_series_names_it(site: Site) -> None:
    """A reader knows along what the links before and after lead."""
    site.file("series/columns.md", "---\ntitle: Columns\n---\n")
    site.story("a", "series: columns\ndate: 2024-01-01\n")
    site.story("b", "series: columns\ndate: 2024-01-02\n")
    edition = site.edition()
    b, a = edition.library.stories

    assert kin_of(b, edition)["previous"] == Step(edition.card(a), "Columns")
