"""What is in the content folder and must not reach a reader."""

from __future__ import annotations

import re

from tests.site.html_reading import BuiltSite
from tests.site.made_site import TWO_LANGUAGES, Stage, found_in, unpacked


def test_only_published_stories_are_built(stage: Stage) -> None:
    """A draft, a story under review and a retired one are seen by nobody, whatever their file says."""
    stage.story("lamp")
    stage.write("index.md", "# Home\n\nWelcome.\n")
    for status in ("draft", "review", "retired"):
        stage.story(f"{status}-one", body=f"Hushed words of a {status}.\n", status=status, related="[lamp]")

    stage.published()

    leaks = [
        path.relative_to(stage.site).as_posix()
        for path in stage.site.rglob("*")
        if path.is_file()
        and (b"ushed words" in unpacked(path) or re.search(rb"(draft|review|retired)-one", unpacked(path)))
    ]
    addresses = [path.relative_to(stage.site).as_posix() for path in stage.site.rglob("*")]
    assert leaks == []
    assert [address for address in addresses if re.search(r"(draft|review|retired)-one", address)] == []


def test_an_unfinished_draft_does_not_stop_the_others(stage: Stage) -> None:
    """Somebody may keep half a story in the folder while the site is published."""
    stage.story("lamp")
    stage.write("stories/half.md", "---\nstatus: draft\ntitle: Half\n---\nTo do.\n")

    site = stage.published()

    assert {address for address in site.pages if address.startswith("stories/")} == {
        "stories/",
        "stories/lamp/",
    }


def test_a_preview_shows_what_is_not_published_and_says_so(stage: Stage) -> None:
    """A writer sees their draft as it will be, marked; a retired story is gone there too."""
    stage.story("lamp")
    for status in ("draft", "review", "retired"):
        stage.story(f"{status}-one", status=status)
    stage.write("stories/bare.md", "---\nstatus: draft\n---\nTo do.\n")

    outcome = stage.build(strict=True, command="serve")

    site = BuiltSite(stage.site)
    told = {address: page.main for address, page in site.pages.items() if address.startswith("stories/")}
    marked = {address: "This story is not published yet." in words for address, words in told.items()}
    assert outcome.exit_code == 0
    assert {address for address in found_in(stage.site) if address.startswith("stories/")} == set(told)
    assert marked == {
        "stories/": False,
        "stories/bare/": True,
        "stories/draft-one/": True,
        "stories/lamp/": False,
        "stories/review-one/": True,
    }
    assert site.broken_references() == []


def test_a_preview_goes_on_in_spite_of_a_fault(stage: Stage) -> None:
    """A writer in the middle of a sentence does not lose the preview, and reads what is wrong."""
    stage.story("lamp")
    stage.story("half", date="2024-02-30")

    outcome = stage.build(strict=False, command="serve")

    finding = "content/stories/half.md:4:7  CX106 invalid-date  error"
    assert (outcome.exit_code, outcome.findings) == (0, (finding,))


def test_private_fields_stay_private(stage: Stage) -> None:
    """Where a consent is kept, and why a finding was accepted, is nobody's business."""
    stage.configure(TWO_LANGUAGES.format("en, nl"))
    stage.story(
        "lamp",
        elements="[surprising]",
        provenance="first-hand",
        consent="{status: given, date: 1999-12-24, ref: drawer-7781}",
        ignore="[{rule: CX301, reason: quietly-agreed-with-legal}]",
        unrelated="[bulb]",
    )
    stage.story("bulb", title="Another light")

    stage.published()

    private = (b"drawer-7781", b"1999-12-24", b"24 December 1999", b"quietly-agreed")
    files = [path for path in stage.site.rglob("*") if path.is_file()]
    assert [(path.name, word) for path in files for word in private if word in unpacked(path)] == []
