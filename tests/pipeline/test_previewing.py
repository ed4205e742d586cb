"""Which findings a preview shows, and on which page."""

from __future__ import annotations

from cx_stories.model.diagnostic import Severity
from cx_stories.views.preview import NO_PREVIEW, Finding, Preview
from tests.conftest import Site


def preview(site: Site) -> Preview:
    """Give what a preview of the site says."""
    site.show_drafts()
    return site.collect().preview


def test_build_shows_no_finding(site: Site) -> None:
    """What is wrong with a story is for its writer, not for readers."""
    site.story("refund", "polarity: so-so\n")

    assert site.collect().preview == NO_PREVIEW


def test_finding_is_shown_with_its_line(site: Site) -> None:
    """The writer sees the file as they know it, and what in the line is meant."""
    site.story("refund", "elements: [surprizing]\n")
    (unfit,) = preview(site).unfit

    assert (unfit.address, unfit.file, unfit.titles) == (
        "stories/refund",
        ("stories/refund.md", "en"),
        {"en": "Refund in one call"},
    )
    assert unfit.findings == (
        Finding(
            place="content/stories/refund.md:2",
            code="CX201",
            name="unknown-term",
            severity=Severity.ERROR,
            message='"surprizing" is not one of the elements. Did you mean "surprising"?',
            before="elements: [",
            meant="surprizing",
            after="]",
        ),
    )


def test_story_is_shown_or_not_in_all_its_languages(site: Site) -> None:
    """An error in a translation is told with what there is to say of the other file, by file."""
    site.story("refund", "channels: [web, web]\n")
    site.story(
        "refund.nl",
        "---\ntitle: Geld terug\nsummary: Meteen.\nlessons: [Doe het.]\nsectr: x\n---\nZij belde.\n",
    )
    (unfit,) = preview(site).unfit

    assert unfit.titles == {"en": "Refund in one call", "nl": "Geld terug"}
    assert [
        found.place.rpartition("/")[2] for found in unfit.findings if found.code in {"CX203", "CX103"}
    ] == [
        "refund.md:2",
        "refund.nl.md:5",
    ]


def test_sound_story_has_nothing_to_say(site: Site) -> None:
    """A preview without findings is the site."""
    site.story("refund")
    found = preview(site)

    assert (found.unfit, "stories/refund" in found.notes) == ((), "CX309" in str(site.messages()))


def test_what_was_taken_back_stays_away(site: Site) -> None:
    """A retired story is gone from the preview, sound or not."""
    site.story("refund", "status: retired\nchannels: [phonograph]\n")

    assert preview(site).unfit == ()


def test_file_whose_name_cannot_be_part_of_an_address_has_none(site: Site) -> None:
    """Such a name could stand for a page that is there already."""
    for name in ("..", "con", "a b?"):
        site.story(name)

    assert [unfit.address for unfit in preview(site).unfit] == []


def test_what_is_private_is_not_shown(site: Site) -> None:
    """A preview on a screen in the office tells no more than the checks do."""
    site.story("refund", "title: Call 06-12345678 now\n")
    shown = preview(site)

    assert [unfit.address for unfit in shown.unfit] == ["stories/refund"]
    assert "12345678" not in repr(shown)
