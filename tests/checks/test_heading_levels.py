"""Headings step down from the title one by one, and are put right where that is beyond doubt."""

from __future__ import annotations

import pytest

from cx_stories.checks.examples import BODY
from tests.conftest import Site


def _write(site: Site, headings: str) -> None:
    site.story("refund", f"title: Refund\n---\n{headings}\n\n{BODY}")


def _said(site: Site, headings: str) -> list[str]:
    """Give what is said about a story whose text begins, on line 12, with these headings."""
    _write(site, headings)
    return [message.removeprefix("stories/refund.md:") for message in site.messages()]


def _mended(site: Site, headings: str) -> str:
    """Give the headings after the fix, which is the same for all findings; nothing if there is none."""
    _write(site, headings)
    fixes = {found.fix for found in site.collect().diagnostics}
    assert len(fixes) == 1
    fix = fixes.pop()
    if fix is None:
        return ""
    assert fix.safe
    lines = headings.split("\n")
    for edit in fix.edits:
        line = lines[edit.span.line - 12]
        lines[edit.span.line - 12] = (
            line[: edit.span.column - 1] + edit.text + line[edit.span.end_column - 1 :]
        )
    return "\n".join(lines)


def test_one_sign_is_for_the_title(site: Site) -> None:
    """A page has one heading above all others."""
    assert _said(site, "# On the phone") == [
        "12:1 CX311 heading-level warning One `#` is for the title alone. Write `## On the phone`, "
        "and the headings below it one deeper."
    ]


def test_title_is_not_repeated(site: Site) -> None:
    """It would stand there twice."""
    assert _said(site, "# refund\n\n## On the phone") == [
        "12:1 CX311 heading-level warning The title stands above the text already. Take this line out."
    ]


def test_level_that_is_skipped_is_named(site: Site) -> None:
    """The message says what stands above and what to write."""
    assert _said(site, "### At nine\n\n#### At ten\n\n## Later\n\n##### Much later") == [
        "12:1 CX311 heading-level warning The title counts for 1 `#`, and this one has 3, "
        "which skips a step. Write `## At nine`.",
        "18:1 CX311 heading-level warning The heading above has 2 `#`, and this one has 5, "
        "which skips a step. Write `### Much later`.",
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "## A\n\n### B\n\n#### C\n\n## D\n\n### E",
        "Text.\n\n```\n# No heading\n```",
        "`# no heading`",
        "A\n---\n\n### B",
        r"\# No heading",
    ],
)
def test_headings_that_go_down_one_by_one_are_fine(site: Site, headings: str) -> None:
    """They may go up by as much as they like, and code is none."""
    assert _said(site, headings) == []


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("# A\n\n## B\n\n# C", "## A\n\n### B\n\n## C"),
        ("### A\n\n### B", "## A\n\n## B"),
        ("## A\n\n#### B\n\n#### C\n\n## D", "## A\n\n### B\n\n### C\n\n## D"),
        ("> # A #", "> ## A #"),
        ("# A {: #a}\n\n### B", "## A {: #a}\n\n### B"),
    ],
)
def test_numbers_of_signs_are_put_right_in_the_whole_text(site: Site, typed: str, mended: str) -> None:
    """Which heading stands below which stays as it was, and nothing is left to find."""
    assert _mended(site, typed) == mended
    assert _said(site, mended) == []


@pytest.mark.parametrize(
    "typed",
    [
        "## A\n\n#### B\n\n### C",
        "## A\n\n##### B\n\n#### C",
        "### A\n\n## B",
        "# Refund\n\n## A",
        "A\n===\n\n## B",
        "# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F",
    ],
)
def test_what_can_be_mended_in_two_ways_is_left_to_the_writer(site: Site, typed: str) -> None:
    """Nobody but the writer knows where these belong."""
    assert _mended(site, typed) == ""


def test_first_heading_of_a_page_may_be_its_title(site: Site) -> None:
    """A page without `title:` is called after it; every other heading counts."""
    site.file("about.md", "# About\n\n## Us\n")
    site.file("help.md", "---\ntitle: Help\n---\n# Help us\n")
    site.file("more.md", "# More\n\n# Even more\n")

    assert site.places() == ["help.md:4:1 CX311 warning", "more.md:3:1 CX311 warning"]
