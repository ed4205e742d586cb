"""Mending makes no new fault, leaves every other byte alone, and is done after the first time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cx_stories.checks.examples import BODY
from cx_stories.checks.fingerprint import fingerprints
from cx_stories.checks.policy import Policy
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline import mending
from cx_stories.pipeline.fixing import Fixed, fix, mended
from cx_stories.pipeline.told import Told
from tests.conftest import Site


def _fix(site: Site, *, unsafe: bool = False) -> Fixed:
    return fix(site.settings, unsafe=unsafe, chosen=lambda _: True)


def _changed(site: Site, *, unsafe: bool = False) -> dict[str, Sequence[str]]:
    """Give the lines that mending puts in files, by path."""
    return {
        change.path: [
            line
            for line in change.after.decode().splitlines()
            if line not in change.before.decode().splitlines()
        ]
        for change in _fix(site, unsafe=unsafe).changes
    }


def test_nothing_is_written_before_that_is_asked_for(site: Site) -> None:
    """What would change can be looked at first."""
    file = site.story("refund", "elements: [Verrassend]\n")
    before = file.read_bytes()
    fixed = _fix(site)
    looked_at = file.read_bytes()
    written = fixed.write()

    assert (looked_at, file.read_bytes()) == (before, before.replace(b"Verrassend", b"surprising"))
    assert (written.changes, written.left) == (fixed.changes, {})


def test_everything_but_the_edits_stays(site: Site) -> None:
    """Remarks, quotes, order, byte order mark and the end of every line are the writer's own."""
    text = (
        "\ufeff---\r\n# first\r\ntitle:  'A'   # remark\nelements: [ \"Verrassend\",\tUniek ]\r\n"
        "summary: >-\r\n  Folded,\r\n  twice.\r\nchannels: [web , web]\r---\r\n\r\nBody  \r\nno end"
    )
    file = site.file("stories/refund.md", text)
    _fix(site).write()

    assert file.read_bytes().decode() == text.replace("Verrassend", "surprising").replace(
        "Uniek", "unique"
    ).replace("[web , web]", "[web]")


def test_second_time_there_is_nothing_left_to_mend(site: Site) -> None:
    """Mending is done when it is done: what comes to light by a fix is mended with it."""
    keys = "".join(f"  - Lesson {number}: so: what\n" for number in range(12))
    site.story("refund", f"title: Acme: a refund\nlessons:\n{keys}elements: [Verassend, surprising]\n")
    first = _fix(site, unsafe=True)
    first.write()

    assert mended(first.changes) == {"CX009": 13, "CX201": 1, "CX203": 1}
    assert _fix(site, unsafe=True).changes == ()


def test_what_was_mended_is_counted_by_rule(site: Site) -> None:
    """A person who mends a hundred files sees at a glance what was done."""
    site.story("a", "elements: [Verrassend, Uniek]\n")
    site.story("b", "elements: [Verrassend]\nchannels: [web, web]\n")
    fixed = _fix(site)

    assert [(change.path, change.mended) for change in fixed.changes] == [
        ("stories/a.md", {"CX202": 2}),
        ("stories/b.md", {"CX202": 1, "CX203": 1}),
    ]
    assert mended(fixed.changes) == {"CX202": 3, "CX203": 1}


def test_only_what_is_chosen_is_mended(site: Site) -> None:
    """A rule or a file can be mended by itself."""
    site.story("a", "elements: [Verrassend]\nchannels: [web, web]\n")
    site.story("b", "elements: [Verrassend]\n")
    fixed = fix(
        site.settings,
        unsafe=True,
        chosen=lambda found: found.code == "CX202" and found.path == "stories/a.md",
    )

    assert [(change.path, change.mended) for change in fixed.changes] == [("stories/a.md", {"CX202": 1})]


def test_rule_that_is_off_mends_nothing(site: Site) -> None:
    """A site that likes labels keeps them."""
    site.story("refund", "elements: [Verrassend]\n")
    site.settings = replace(site.settings, policy=Policy({"CX202": None}))

    assert _fix(site).changes == ()


def test_finding_that_the_site_puts_up_with_is_not_mended(site: Site) -> None:
    """What is not told is not changed either."""
    site.story("refund", "elements: [Verrassend]\n")
    known = frozenset(fingerprints(site.collect().diagnostics))
    site.settings = replace(site.settings, policy=Policy(known=known))

    assert _fix(site).changes == ()


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("vragn: [A]\nvraagen: [B]\nquestons: [C]\nqestions: [D]\n", ["questions: [C]"]),
        ("elements: [unique]\nmissed: [Uniqe, Verassend]\n", ["missed: [Uniqe, surprising]"]),
    ],
)
def test_fix_that_would_make_another_error_is_left_out(site: Site, typed: str, lines: Sequence[str]) -> None:
    """The others in the same file are made."""
    site.story("refund", typed)

    assert _changed(site, unsafe=True) == {"stories/refund.md": lines}


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("---\nstatus: draft\ndatum: 3 maart 2024\n---\n", ["date: 2024-03-03"]),
        ("status: draft\nthema: x\nkanalen: web\n", ["channels: [web]"]),
        ("---\ndatum: 30 maart\n---\n", ["date: 30 maart"]),
        ("---\nlessen: Kijk.\n---\n", ["lessons: Kijk."]),
        ("---\nelementen:\n  Uniek: [A]\n  rare: B\n---\n", ["elements:", "  unique: [A]"]),
        ("channels:\n- web\n- web\nbron:\n  titel: A\n  url: A\n", ["source:", "  title: A"]),
    ],
)
def test_field_gets_its_right_name_whatever_is_wrong_below_it(
    site: Site, typed: str, lines: Sequence[str]
) -> None:
    """What is promised is done; what comes to light then was there all along, and is mended if it can be."""
    site.story("refund", typed)

    assert _changed(site) == {"stories/refund.md": lines}


def test_fix_that_would_make_an_error_in_another_file_is_left_out(site: Site) -> None:
    """A guess at the pair of a story must not break the story it points at."""
    site.story("a-good-day", "pair: a-bad-dai\nstages: [Kopen]\n")
    site.story("a-bad-day", "stages: [Kopen]\n")

    assert _changed(site, unsafe=True) == {
        "stories/a-bad-day.md": ["stages: [purchase]"],
        "stories/a-good-day.md": ["stages: [purchase]"],
    }


def test_fix_of_a_fact_must_not_break_the_translation(site: Site) -> None:
    """The files of a story are looked at together."""
    site.story("refund", f"---\ntitle: A\nsamenvatting: S\nelements: [Uniek]\n---\n{BODY}")
    site.story("refund.nl", f"---\ntitle: A\nlessons: [L.]\n---\n{BODY}")
    before = {found.path for found in site.collect().diagnostics if found.code == "CX102"}

    assert before == {"stories/refund.md"}
    assert _changed(site) == {"stories/refund.md": ["elements: [unique]"]}


def test_quotes_that_do_not_help_are_left_out(site: Site) -> None:
    """A file that cannot be read is changed only if it can be read further afterwards."""
    site.story("refund", "elements:\n  surprising: A sentence\n    about Acme: open: now\n")
    offered = [found.code for found in site.collect().diagnostics if found.fix]

    assert (offered, _fix(site, unsafe=True).changes) == (["CX009"], ())


def test_what_makes_a_file_readable_goes_first(site: Site) -> None:
    """What comes to light then does not hide the harm of another fix in the same story."""
    site.story("refund", "title: Acme: a refund\n")
    site.story("refund.nl", f"---\ntitle: A\nsummary: S\nlessons: [L.]\nmissed: [Uniqe, unique]\n---\n{BODY}")

    assert _changed(site, unsafe=True) == {"stories/refund.md": ['title: "Acme: a refund"']}


def test_file_is_mended_up_to_what_cannot_be(site: Site) -> None:
    """A fault that only its writer can mend does not keep the others from being mended."""
    site.story("refund", "title: Acme: a refund\nsummary: @home\nstages: [Kopen]\n")

    assert _changed(site) == {"stories/refund.md": ['title: "Acme: a refund"']}


def test_file_that_changed_meanwhile_is_left_and_told(site: Site) -> None:
    """The others are written."""
    first, second = (site.story(name, "elements: [Verrassend]\n") for name in ("a", "b"))
    fixed = _fix(site)
    first.write_bytes(b"---\ntitle: Newer\n---\n")
    written = fixed.write()

    assert first.read_bytes() == b"---\ntitle: Newer\n---\n"
    assert b"surprising" in second.read_bytes()
    assert [change.path for change in written.changes] == ["stories/b.md"]
    assert written.left == {
        "stories/a.md": "This file was changed while it was being mended, so it was left as it is. Try again."
    }


def test_what_is_remembered_of_a_file_is_not_trusted_for_mending(site: Site, tmp_path: Path) -> None:
    """Edits are made in what is in the file now."""
    site.story("refund", "elements: [Verrassend]\n")
    site.inspect(tmp_path / "memory")
    site.story("refund", "channels: [web]\nelements: [Verrassend]\n")
    _fix(site).write()

    assert site.read("refund").hits == ("surprising",)


def test_only_stories_that_are_mended_are_read_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten faults in ten thousand stories take little longer than a check."""
    for number in range(20):
        site.story(f"sound-{number}")
    site.story("refund", "elements: [Verassend, surprising]\n")
    read: list[str] = []
    original = Told.read

    def counted(files: Sequence[object], *rest: object) -> Told:
        told = original(files, *rest)  # type: ignore[arg-type]
        read.extend(one.path for one in told.examined.abstracts)
        return told

    monkeypatch.setattr(mending.Told, "read", staticmethod(counted))
    fixed = _fix(site, unsafe=True)

    assert mended(fixed.changes) == {"CX201": 1, "CX203": 1}
    assert set(read) == {"stories/refund.md"}


def test_links_are_not_mended(site: Site, tmp_path: Path) -> None:
    """What a link points at belongs to somebody else."""
    target = tmp_path / "elsewhere.md"
    target.write_bytes(b"---\ntitle: A\nelements: [Verrassend]\n---\n")
    (site.content / "stories").mkdir()
    (site.content / "stories" / "refund.md").symlink_to(target)

    assert _fix(site, unsafe=True).changes == ()


def test_chosen_sees_the_severity_of_the_site(site: Site) -> None:
    """What is asked for is asked for in the words of the report."""
    site.story("refund", "status: draft\nelements: [surprizing]\n")
    seen: list[Diagnostic] = []
    fix(site.settings, unsafe=True, chosen=lambda found: bool(seen.append(found)))

    assert {(found.code, found.severity.value) for found in seen} == {("CX201", "warning")}
