"""A writer may accept a finding, for a reason and for a while; what that hides is never lost from sight."""

from __future__ import annotations

import pytest

from tests.conftest import Site

LIST = "elements: [surprising]\n"
"""An element without evidence: CX301, a piece of information on line 2, column 12."""


def ignoring(items: str) -> str:
    """Give a story with a finding and with remarks on what to ignore, on line 3."""
    return f"{LIST}ignore: [{items}]\n"


def test_finding_is_ignored_for_a_reason(site: Site) -> None:
    """What an editor has looked at does not come back each time."""
    site.story("refund", ignoring("{rule: CX301, reason: The teller remembers no more}"))

    assert site.places() == []


@pytest.mark.parametrize("rule", ["cx301", "element-without-evidence", "Element-Without-Evidence"])
def test_rule_may_be_named_in_any_way(site: Site, rule: str) -> None:
    """Its code or its name, in any case."""
    site.story("refund", ignoring(f"{{rule: {rule}, reason: Long ago}}"))

    assert site.places() == []


def test_without_a_reason_nothing_is_ignored(site: Site) -> None:
    """The finding stays, and the missing reason is one more."""
    site.story("refund", ignoring("{rule: CX301}"))

    assert site.places() == ["stories/refund.md:2:12 CX301 info", "stories/refund.md:3:17 CX902 error"]


@pytest.mark.parametrize(("until", "places"), [("2026-01-01", []), ("2030-12-31", [])])
def test_finding_is_ignored_until_a_day(site: Site, until: str, places: list[str]) -> None:
    """That day included."""
    site.story("refund", ignoring(f"{{rule: CX301, reason: Asked, until: {until}}}"))

    assert site.places() == places


def test_after_that_day_the_finding_is_back(site: Site) -> None:
    """Nobody has to remember to look again."""
    site.story("refund", ignoring("{rule: CX301, reason: Asked, until: 2025-12-31}"))

    assert site.messages()[1:] == [
        "stories/refund.md:3:17 CX901 stale-ignore warning CX301 was to be ignored until 2025-12-31, and "
        "that day is over. Mend what it finds, or look again and give a later day."
    ]
    assert site.places()[0] == "stories/refund.md:2:12 CX301 info"


def test_what_is_mended_need_not_be_ignored(site: Site) -> None:
    """The remark would hide the next fault of that kind."""
    site.story("refund", "ignore: [{rule: CX301, reason: Long ago}]\n")

    assert site.messages() == [
        "stories/refund.md:2:17 CX901 stale-ignore warning CX301 finds nothing here. "
        "Remove it from `ignore:`."
    ]


def test_same_remark_twice_is_used_twice(site: Site) -> None:
    """Both hide the same finding; neither is stale."""
    one = "{rule: CX301, reason: Long ago}"
    site.story("refund", ignoring(f"{one}, {one}"))

    assert site.places() == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("CX999", "Copy the code from the message of the finding, such as CX301."),
        ("element-without-evidenc", 'Did you mean "element-without-evidence"?'),
    ],
)
def test_unknown_rule_is_told(site: Site, rule: str, said: str) -> None:
    """A slip in a remark does not go unseen."""
    site.story("refund", f"ignore: [{{rule: {rule}, reason: Long ago}}]\n")

    assert site.messages() == [
        f'stories/refund.md:2:17 CX903 unknown-rule error There is no rule "{rule}". {said}'
    ]


@pytest.mark.parametrize("rule", ["CX005", "CX602", "CX901"])
def test_what_keeps_the_site_whole_cannot_be_ignored(site: Site, rule: str) -> None:
    """Nobody can talk a rule about safety away."""
    site.story("refund", f"ignore: [{{rule: {rule}, reason: Trust me}}]\n")
    (found,) = site.collect().diagnostics

    assert (
        found.code,
        found.message.endswith("cannot be ignored. Mend what it finds, and remove this."),
    ) == (
        "CX903",
        True,
    )


def test_remark_of_a_story_holds_for_its_translations(site: Site) -> None:
    """What is ignored is a fact of the story, written once."""
    site.story("refund", "ignore: [{rule: CX203, reason: Meant so}]\n")
    site.file(
        "stories/refund.nl.md",
        "---\ntitle: Terug\nsummary: Kort.\nlessons: [Bel., Bel.]\n---\n" + "Woord. " * 50,
    )

    assert [place for place in site.places() if "CX203" in place or "CX901" in place] == []


def test_remark_of_a_story_does_not_hold_for_others(site: Site) -> None:
    """Each finding is accepted where it is."""
    site.story("a", ignoring("{rule: CX301, reason: Long ago}"))
    site.story("b", LIST)

    assert site.places() == ["stories/b.md:2:12 CX301 info"]


def test_ignored_finding_about_the_collection_is_left_out_too(site: Site) -> None:
    """A pair that the other story must not name back."""
    site.story("good", "pair: bad\nignore: [{rule: CX206, reason: The other has a better one}]\n")
    site.story("bad", "polarity: negative\nrecovery: failed\n")

    assert site.places() == []


def test_name_on_the_private_list_cannot_be_ignored(site: Site) -> None:
    """The promise to leave somebody out was given by the site, and no story can take it back."""
    site.story("refund", "ignore: [{rule: CX410, reason: She said yes}]\n")

    assert site.messages() == [
        "stories/refund.md:2:17 CX903 unknown-rule error CX410 denied-name cannot be ignored. "
        "Mend what it finds, and remove this."
    ]
